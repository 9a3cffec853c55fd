import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyMapping, type KeptMapping } from '../../../domain/mapping/mapping';
import { mappingFile } from '../../../domain/mapping/mapping-file';
import { answer } from '../../support/command-line';

const folder = mkdtempSync(join(tmpdir(), 'cli-mapping-'));
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const register = write('r.csv', 'registration_no,kind,records_from\nT1,3110,2026-10-01\n');
const visits = write('v.csv', '哪一台,哪天\nT1,2026-10-10\n');
const other = write('o.csv', 'registration_no,date,task\nT1,2026-10-10,half-month\n');
const kept: KeptMapping = {
  ...emptyMapping('visits'),
  name: '手工表',
  headers: ['哪一台', '哪天'],
  columns: [
    { header: '哪一台', field: 'registration_no' },
    { header: '哪天', field: 'date' },
  ],
  same: [{ field: 'task', value: 'half-month' }],
};
const audit = (table: string, ...rest: string[]) =>
  answer(['audit', '--register', register, '--visits', table, '--as-of', '2026-10-12', '--format', 'json', ...rest]);
const countOf = (out: string): unknown =>
  (JSON.parse(out) as { elevators: { rules: { lastDone: string }[] }[] }).elevators[0]!.rules[0]!.lastDone;

describe('--mapping', () => {
  const mapping = write('m.json', mappingFile([kept]));

  it('reads a table by the mapping that fits it, and says so', async () => {
    expect((await audit(visits)).code).toBe(2);
    const { code, out, err } = await audit(visits, '--mapping', mapping);
    expect([code, countOf(out)]).toEqual([0, '2026-10-10']);
    expect(err).toContain('v.csv: read by the mapping “手工表”, 2 of 2 columns alike.');
  });

  it('says which mapping fits none of the tables', async () => {
    const { code, out, err } = await audit(other, '--mapping', mapping);
    expect([code, countOf(out)]).toEqual([0, '2026-10-10']);
    expect(err).toContain('The mapping “手工表” fits none of the tables.');
  });

  it.each([
    ['{', 'not JSON'],
    ['{"format":"x"}', 'no file of mappings'],
    [mappingFile([{ ...kept, name: '' }]), 'mappings.0.name'],
    [mappingFile([{ ...kept, same: [{ field: 'load_kg', value: '1' }] }]), 'load_kg'],
  ])('a file that is none ends the command and is named: %.40s', async (text, told) => {
    const { code, out, err } = await audit(visits, '--mapping', write('bad.json', text));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('bad.json was not taken: ');
    expect(err).toContain(told);
  });

  it('a file that is not there ends the command', async () => {
    expect((await audit(visits, '--mapping', join(folder, 'none.json'))).code).toBe(2);
  });
});

describe('--encoding', () => {
  const gb = (text: string): Uint8Array => Uint8Array.from(text.split(' ').map((hex) => Number.parseInt(hex, 16)));
  // registration_no,kind,address / T1,3110,臺北 in Big5
  const big5 = write(
    'big5.csv',
    Buffer.concat([
      Buffer.from('registration_no,kind,records_from,address\nT1,3110,2026-10-01,'),
      gb('BB 4F A5 5F'),
      Buffer.from('\n'),
    ]),
  );
  const command = (...rest: string[]) =>
    answer(['audit', '--register', big5, '--visits', other, '--as-of', '2026-10-12', '--format', 'json', ...rest]);

  it('is asked for with the samples where the file proves none, and taken as said', async () => {
    const asked = await command();
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('臺北');
    expect((await command('--encoding', 'Big5')).code).toBe(0);
  });

  it('that the file cannot be in is refused, and so is one that there is not', async () => {
    const utf8 = await command('--encoding', 'UTF-8');
    expect(utf8.code).toBe(2);
    const unknown = await command('--encoding', 'EBCDIC');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('EBCDIC');
  });

  it('changes nothing about a file that proves its own', async () => {
    const { code, out } = await answer([
      ...['audit', '--register', register, '--visits', other, '--as-of', '2026-10-12', '--format', 'json'],
      ...['--encoding', 'Big5'],
    ]);
    expect([code, countOf(out)]).toEqual([0, '2026-10-10']);
  });
});
