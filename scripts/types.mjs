// Types of all projects, by the native compiler; `npm run types -- NAME…` for some. The parts take seconds, one after another.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// By its path: the linter's own TypeScript brings a `tsc` too.
const compiler = join(root, 'node_modules', 'native-typescript', 'bin', 'tsc');
const PROJECTS = ['domain', 'electron', 'preload', 'renderer', 'test'];

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : PROJECTS) {
  const { status } = spawnSync(process.execPath, [compiler, '-p', `tsconfig.${name}.json`], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
