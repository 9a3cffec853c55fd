import { describe, expect, it } from 'vitest';
import { emptyMapping, type KeptMapping } from '../../../domain/mapping/mapping';
import { mappingFile, readMappingFile, type ReadMappings } from '../../../domain/mapping/mapping-file';

const FIELDS: ReadonlySet<string> = new Set(['registration_no', 'date', 'task']);
const read = (text: string): ReadMappings => readMappingFile(text, () => FIELDS);

const kept: KeptMapping = {
  ...emptyMapping('visits'),
  name: '平台导出',
  headers: ['电梯', '哪天', '做了什么'],
  columns: [
    { header: '电梯', field: 'registration_no' },
    { header: '哪天', field: 'date' },
    { header: '天气', field: null },
  ],
  same: [{ field: 'task', value: 'half-month' }],
  days: [{ header: '哪天', style: 'day-first' }],
  words: [{ field: 'task', word: '例保', value: 'half-month' }],
  encoding: 'Big5',
};
const whole = JSON.parse(mappingFile([kept])) as Record<string, unknown>;
const changed = (change: object): string => JSON.stringify({ ...whole, ...change });

describe('a file of mappings', () => {
  it('gives back what was written, also behind a byte order mark', () => {
    expect(read(`\ufeff${mappingFile([kept])}`)).toEqual({ ok: true, mappings: [kept] });
  });

  it.each([
    ['', 'no-json'],
    ['{', 'no-json'],
    ['null', 'no-mapping'],
    ['[]', 'no-mapping'],
    ['{"format":"other"}', 'no-mapping'],
    [`"${'x'.repeat(5 * 1024 * 1024)}"`, 'too-large'],
    [changed({ version: 2 }), 'bad-member'],
    [changed({ mappings: [] }), 'bad-member'],
    [changed({ mappings: [{ ...kept, table: 'people' }] }), 'bad-member'],
    [changed({ mappings: [{ ...kept, name: '' }] }), 'bad-member'],
    [changed({ mappings: [{ ...kept, encoding: 'EBCDIC' }] }), 'bad-member'],
    [changed({ mappings: [{ ...kept, more: 1 }] }), 'bad-member'],
    [changed({ mappings: [{ ...kept, days: [{ header: '哪天', style: 'backwards' }] }] }), 'bad-member'],
    [
      changed({ mappings: [{ ...kept, columns: Array.from({ length: 1001 }, () => ({ header: 'a', field: null })) }] }),
      'bad-member',
    ],
    [changed({ mappings: [{ ...kept, same: [{ field: 'colour', value: 'red' }] }] }), 'unknown-field'],
    [changed({ mappings: [{ ...kept, columns: [{ header: 'a', field: 'constructor' }] }] }), 'unknown-field'],
  ])('nothing is taken of %.60s', (text, what) => {
    const result = read(text);
    expect(result.ok ? 'taken' : result.fault.what).toBe(what);
  });
});
