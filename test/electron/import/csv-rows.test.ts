import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../electron/import/csv-rows';
import { UnreadableFile } from '../../../electron/import/sheet';

const rowsOf = (text: string, sign = ','): string[][] => [...csvRows(text, sign)];
/** The slow reader, which is not the one of the program. */
const asParsed = (text: string): string[][] =>
  parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: false });

const cell = fc.string({ unit: fc.constantFrom('a', '维', '"', ',', ';', '\n', ' ', '\t'), maxLength: 8 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('records of a text file', () => {
  it('quoted cells come back as they were, with every line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, end, last) => {
          const text = rows.map((cells) => cells.map(quoted).join(',')).join(end) + (last ? end : '');
          expect(rowsOf(text)).toEqual(rows);
          expect(rowsOf(text)).toEqual(asParsed(text));
        },
      ),
      { seed: 13 },
    );
  });

  it('bare cells are read as another reader reads them', () => {
    const bare = fc.string({ unit: fc.constantFrom('a', '维', ' ', ';', '1'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(bare, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((cells) => cells.join(',')).join('\n');
        expect(rowsOf(text)).toEqual(asParsed(text));
      }),
      { seed: 13 },
    );
  });

  it('a quote inside a cell, behind a closed one, and lines ended by a carriage return alone', () => {
    expect(rowsOf('a,门扇 6" 间隙\nb,c')).toEqual([
      ['a', '门扇 6" 间隙'],
      ['b', 'c'],
    ]);
    expect(rowsOf('"a"b,c')).toEqual([['"a"b', 'c']]);
    expect(rowsOf('a,b\rc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(rowsOf('a\n\nb')).toEqual([['a'], [''], ['b']]);
  });

  it('a quote that is never closed names the row where it opens, and no text is read for long', () => {
    const opened = (): unknown => rowsOf('a,b\nc,"d\ne,f\n');
    expect(opened).toThrow(UnreadableFile);
    expect(opened).toThrow(expect.objectContaining({ params: { what: 'csv', row: 2 } }));
    expect(() => rowsOf(`a,${'x'.repeat(32_768)}`)).toThrow(expect.objectContaining({ code: 'file-too-large' }));
    expect(() => rowsOf(`a,"${'x'.repeat(20_000_000)}`)).toThrow(UnreadableFile);
  });
});
