import { describe, expect, it } from 'vitest';
import type { ShownColumn, ShownTable } from '../../../../domain/bridge/table-replies';
import { emptyMapping } from '../../../../domain/mapping/mapping';
import {
  asks,
  isAsked,
  NOTHING_SAID,
  proposalsOf,
  requestOf,
  withEncoding,
  withMapping,
  withProposals,
  withTable,
} from '../../../../renderer/pages/import/mapping-answers';

const column = (change: Partial<ShownColumn>): ShownColumn => ({
  name: '列',
  at: 0,
  field: null,
  by: null,
  proposed: null,
  samples: [],
  filled: 0,
  isDay: false,
  style: null,
  asked: null,
  unit: null,
  ...change,
});
const table = (change: Partial<ShownTable>): ShownTable => ({
  file: 'a.csv',
  at: 0,
  sheet: '',
  part: 0,
  table: 'visits',
  headerRow: 1,
  encoding: 'UTF-8',
  encodingBy: 'file',
  columns: [],
  mapping: null,
  kept: null,
  above: [],
  missing: [],
  words: [],
  encodings: [],
  days: [],
  warnings: [],
  rows: [],
  ...change,
});
const word = { field: 'task', word: '例保', rows: 1, near: 'half-month', choices: ['half-month'] };

describe('what is said of the tables of an import', () => {
  it('a table asks for what is missing, words, days nobody told, proposals and a likely encoding', () => {
    expect(asks(table({}))).toBe(false);
    expect(asks(table({ missing: ['task'] }))).toBe(true);
    expect(asks(table({ words: [word] }))).toBe(true);
    const asked = { what: 'day-order', rows: 2 } as const;
    expect(asks(table({ columns: [column({ asked })] }))).toBe(true);
    expect(asks(table({ columns: [column({ asked, style: 'day-first' })] }))).toBe(false);
    expect(asks(table({ columns: [column({ proposed: 'date' })] }))).toBe(true);
    const encodings = (['Big5', 'GB18030'] as const).map((encoding) => ({ encoding, sample: '' }));
    expect(asks(table({ encodings, encodingBy: 'usual' }))).toBe(true);
    expect(asks(table({ encodings, encodingBy: 'said' }))).toBe(false);
    expect(asks(table({ encodings, table: null }))).toBe(true);
  });

  it('proposals are taken together, on top of what a kept mapping says', () => {
    const kept = { ...emptyMapping('visits'), same: [{ field: 'note', value: 'x' }] };
    const unit = { read: null, by: 'usual', choices: ['kg', 'lb'], asked: { rows: 1, near: 'lb' } } as const;
    const columns = [column({ name: '哪天', proposed: 'date' }), column({ name: '载重', unit })];
    const one = table({ mapping: kept, columns, words: [word] });
    expect(columns.map(isAsked)).toEqual([true, true]);
    expect(proposalsOf(one)).toBe(3);
    expect([...withProposals(NOTHING_SAID, [one, table({ at: 1 })]).sheets.values()]).toEqual([
      {
        at: 0,
        sheet: '',
        headerRow: 1,
        mapping: {
          ...kept,
          columns: [{ header: '哪天', field: 'date' }],
          units: [{ header: '载重', unit: 'lb' }],
          words: [{ field: 'task', word: '例保', value: 'half-month' }],
        },
      },
    ]);
  });

  it('another encoding makes other headers: what was said of the sheets of that file is dropped, of others not', () => {
    let said = withMapping(NOTHING_SAID, table({}), emptyMapping('visits'));
    said = withTable(said, table({ at: 1, sheet: 'S' }), null);
    said = withEncoding(said, 0, 'Big5');
    expect(requestOf('id', said)).toEqual({
      importId: 'id',
      files: [
        { at: 0, encoding: 'Big5', said: [] },
        { at: 1, said: [{ sheet: 'S', headerRow: 1, mapping: null }] },
      ],
    });
  });
});
