import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composerFiles, JUDGES, layoutId, LAYS_OUT, roleOf } from '../../scripts/layout-id.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
const changed =
  (changes: (file: string) => boolean) =>
  (file: string): string =>
    changes(file) ? `${read(file)}// another line\n` : read(file);

describe('the identity of the layout', () => {
  const files = composerFiles();

  it('knows of every file that composes a page whether it lays out or judges', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter((file) => roleOf(file) === null)).toEqual([]);
    const isNeeded = (place: string): boolean => files.some((file) => file === place || file.startsWith(`${place}/`));
    expect([...LAYS_OUT, ...JUDGES].filter((place) => !isNeeded(place))).toEqual([]);
  });

  it.each([
    'domain/report/texts/zh-cn.ts',
    'domain/report/papers/compliance/verdict.ts',
    'domain/terms/en.ts',
    'domain/explain/words/zh-cn.ts',
    'electron/pdf/flow.ts',
    'electron/pdf/table/draw.ts',
  ])('is another one after a change of %s', (file) => {
    expect(files).toContain(file);
    expect(layoutId(changed((read) => read === file))).not.toBe(layoutId());
  });

  it('stays through changes of what judges, reads, verifies, and of the pages of the application', () => {
    const isOther = (file: string): boolean => roleOf(file) === 'judges';
    expect(files.filter(isOther).length).toBeGreaterThan(50);
    expect(layoutId(changed(isOther))).toBe(layoutId());
    expect(files.filter((file) => /^(?:electron\/(?:verify|handlers|cli|signing)|renderer)\//.test(file))).toEqual([]);
  });
});
