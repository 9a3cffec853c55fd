// Which test files the long form runs: told by the files themselves, so that no list can forget one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const LENGTHENED = /from '(?:\.\.\/)+support\/length'/;

/** Paths below the root: of the unit tests, and of those that drive a browser. */
export function longFiles() {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .filter((name) => name.endsWith('.long.test.ts') || LENGTHENED.test(readFileSync(join(root, name), 'utf8')))
    .sort();
  return {
    unit: files.filter((name) => !name.startsWith('test/e2e/')),
    endToEnd: files.filter((name) => name.startsWith('test/e2e/')),
  };
}
