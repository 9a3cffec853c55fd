import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longFiles } from '../../scripts/long-files.mjs';

const root = join(import.meta.dirname, '..', '..');
const testFiles = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name));

/** How a test can be made to fail by a busy machine alone. */
const WALL_CLOCK: readonly RegExp[] = [
  /performance\.now\(\) - \w+\)\.toBeLess/,
  /Date\.now\(\) - \w+\)\.toBeLess/,
  /\btimeout: [1-9]/,
  /^\s*\}, [\d_]+\);$/m,
  /^\s*\d[\d_]{3,},\n\s*\);$/m,
];

describe('the length of the tests', () => {
  it('is not bounded by a clock on the wall', () => {
    const bounded = testFiles.filter((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return WALL_CLOCK.some((pattern) => pattern.test(text));
    });
    expect(bounded).toEqual([]);
  });

  it('is the long one for files of that name and for those that take their rounds from it', () => {
    const { unit, endToEnd } = longFiles();
    expect(unit).toContain('test/domain/second-reading/second-reading.test.ts');
    expect(testFiles.filter((name) => name.endsWith('.long.test.ts')).sort()).toEqual(
      [...unit, ...endToEnd].filter((name) => name.endsWith('.long.test.ts')).sort(),
    );
    expect(endToEnd.every((name) => name.startsWith('test/e2e/'))).toBe(true);
    expect(unit.some((name) => name.startsWith('test/e2e/'))).toBe(false);
  });
});
