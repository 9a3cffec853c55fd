// What `npm test` samples, at full length: the slow reading beside the engine, 10 000 random histories a pack.
// `npm run test:long -- [HISTORIES] [SEED]`. A failing seed prints the smallest history that still fails.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [histories = '10000', seed = '1'] = process.argv.slice(2);
for (const [name, text] of Object.entries({ histories, seed })) {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    process.stderr.write(`${name}: not a whole number above 0: ${text}\n`);
    process.exit(2);
  }
}

const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', 'test/domain/second-reading', '--reporter=verbose'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SECOND_READING_HISTORIES: histories, SECOND_READING_SEED: seed },
  },
);
process.exitCode = status ?? 1;
