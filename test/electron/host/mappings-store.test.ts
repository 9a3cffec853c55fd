import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMapping, MOST_MAPPINGS, type KeptMapping } from '../../../domain/mapping/mapping';
import { openMappings } from '../../../electron/host/mappings-store';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mappings-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'mappings.json');
const kept = (name: string, header = '日期'): KeptMapping => ({ ...emptyMapping('visits'), name, headers: [header] });

describe('the mappings of a profile', () => {
  it('are there again when it is opened again, the last of a name in place of the one before', async () => {
    const store = await openMappings(path());
    await store.keep([kept('甲'), kept('乙')]);
    await store.keep([kept('甲', '时间')]);
    const again = await openMappings(path());
    expect(again.read().map(({ name, headers }) => [name, headers])).toEqual([
      ['乙', ['日期']],
      ['甲', ['时间']],
    ]);
    expect((await again.forget('乙')).map(({ name }) => name)).toEqual(['甲']);
    expect((await openMappings(path())).read()).toHaveLength(1);
  });

  it('a file that cannot be read is kept beside before another is written', async () => {
    writeFileSync(path(), '{"format":');
    const store = await openMappings(path());
    expect(store.read()).toEqual([]);
    expect(readFileSync(path(), 'utf8')).toBe('{"format":');
    await store.keep([kept('甲')]);
    expect(readFileSync(`${path()}.unreadable`, 'utf8')).toBe('{"format":');
  });

  it('more than there may be are refused, and nothing changes', async () => {
    const store = await openMappings(path());
    await store.keep(Array.from({ length: MOST_MAPPINGS }, (_, at) => kept(`${at}`)));
    await expect(store.keep([kept('one more')])).rejects.toMatchObject({ code: 'mappings-too-many' });
    expect(store.read()).toHaveLength(MOST_MAPPINGS);
    expect((await openMappings(path())).read()).toHaveLength(MOST_MAPPINGS);
  });

  it('where nothing may be written a mapping holds for this run', async () => {
    const store = await openMappings(path(), () => false);
    await store.keep([kept('甲')]);
    expect(store.read()).toHaveLength(1);
    expect((await openMappings(path())).read()).toEqual([]);
  });
});
