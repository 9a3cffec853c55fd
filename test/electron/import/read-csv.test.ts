import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../electron/import/read-csv';
import { readSheets } from '../../../electron/import/read-sheets';
import { UnreadableFile } from '../../../electron/import/sheet';
import { refusalsOf, REGISTER, tryFiles } from '../../support/import-desk';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = async (content: Uint8Array) =>
  Array.from((await readCsv('a.csv', content)).rows, ({ no, cells }) => [no, ...cells]);
const refusedAs = (content: Uint8Array, name = 'a.csv') =>
  readSheets({ name, bytes: content }).then(
    () => null,
    (error: unknown) => (error instanceof UnreadableFile ? [error.code, error.params] : error),
  );

describe('encodings', () => {
  const table = '使用登记证编号,品种\n梯11浙A12007(04),曳引驱动乘客电梯\n';
  it.each([
    ['UTF-8', bytes(table)],
    ['UTF-8 BOM', bytes(`\ufeff${table}`)],
    ['UTF-16LE', iconv.encode(`\ufeff${table}`, 'utf-16le')],
    ['UTF-16BE', iconv.encode(`\ufeff${table}`, 'utf-16be')],
    ['GB18030', iconv.encode(table, 'gb18030')],
  ])('%s is told from the bytes and read to the same cells', async (encoding, content) => {
    const sheet = await readCsv('a.csv', content);
    expect(sheet.encoding).toBe(encoding);
    expect([...sheet.rows]).toEqual([
      { no: 1, cells: ['使用登记证编号', '品种'] },
      { no: 2, cells: ['梯11浙A12007(04)', '曳引驱动乘客电梯'] },
    ]);
  });

  it('any text comes back the same through GB18030 and through UTF-16 with its mark', async () => {
    const writable = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/["\r\n,;\t\0\ufffd]|\p{Cn}|\p{Co}/u.test(text) && text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(writable, fc.constantFrom('gb18030', 'utf-16le', 'utf-16be'), async (text, encoding) => {
        const line = `编号,${text}汉字也在`;
        const mark = encoding === 'gb18030' ? '' : '\ufeff';
        const encoded = iconv.encode(mark + line, encoding);
        fc.pre(iconv.decode(encoded, encoding) === line); // a few code points are not in GB18030
        expect(await rowsOf(encoded)).toEqual([[1, '编号', `${text}汉字也在`]]);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('UTF-8 with one broken byte is reported and not taken for GB18030', async () => {
    const damaged = bytes(`registration_no,kind\n梯11浙A12007(04),曳引驱动乘客电梯\n`);
    damaged[24] = 0xff;
    expect(await refusedAs(damaged)).toEqual(['encoding-doubtful', { encoding: 'UTF-8' }]);
  });

  it('bytes that are neither UTF-8 nor GB18030 are reported, not guessed', async () => {
    expect(await refusedAs(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toEqual(['encoding-doubtful', {}]);
    expect(await refusedAs(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]))).toEqual([
      'encoding-doubtful',
      { encoding: 'UTF-16LE' },
    ]);
  });

  it('what a person says of the files counts where no file proves itself', async () => {
    const usual = ['GB18030'] as const;
    const address = 'registration_no,address\nA90001,臺北市信義區松仁路1號\n';
    const said = async (content: Uint8Array, encoding: 'Big5' | 'UTF-8') =>
      (await readCsv('a.csv', content, { usual, said: encoding })).encoding;
    expect(await said(iconv.encode(address, 'big5-hkscs'), 'Big5')).toBe('Big5');
    expect(await said(bytes(address), 'Big5')).toBe('UTF-8');
    expect(await said(iconv.encode(table, 'gb18030'), 'Big5')).toBe('GB18030');
    await expect(said(iconv.encode(address, 'big5-hkscs'), 'UTF-8')).rejects.toMatchObject({
      code: 'encoding-doubtful',
      params: { encoding: 'UTF-8' },
    });
  });

  it('a file with NUL bytes is no text', async () => {
    expect(await refusedAs(Buffer.from('a,b\n1,\0\n'))).toEqual(['file-unreadable', { what: 'binary' }]);
  });
});

describe('delimiters', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('%s is recognised from the header', async (name, sign) => {
    const text = ['registration_no', 'date', 'task'].join(sign) + '\n' + ['T1', '2026-01-01', '半月'].join(sign);
    const sheet = await readCsv('a.csv', bytes(text));
    expect([sheet.delimiter, sheet.rows.at(1)?.cells.length]).toEqual([name, 3]);
  });

  it('a cell that lists many names does not outvote the header', async () => {
    const names = Array.from({ length: 15 }, (_, i) => `员${i}`).join(';');
    const sheet = await readCsv('a.csv', bytes(`registration_no,date,task,technicians\nT1,2026-01-01,year,${names}\n`));
    expect(sheet.delimiter).toBe('comma');
  });
});

describe('rows', () => {
  it('a row is numbered as a spreadsheet program numbers it: records, not lines, and empty ones count', async () => {
    expect(await rowsOf(bytes('h,i\r\n1,"a\r\nb"\r\n\r\n2,c\r\n'))).toEqual([
      [1, 'h', 'i'],
      [2, '1', 'a\r\nb'],
      [4, '2', 'c'],
    ]);
  });

  it('a doubled quote is a quote, and a stray one stays as written', async () => {
    expect(await rowsOf(bytes('a,"say ""hi"""\n5" pipe,b\n'))).toEqual([
      [1, 'a', 'say "hi"'],
      [2, '5" pipe', 'b'],
    ]);
  });

  it('a quote that is never closed is refused with the row where it opens', async () => {
    expect(await refusedAs(bytes('a,b\n1,2\n3,"4\n5,6\n'))).toEqual(['file-unreadable', { what: 'csv', row: 3 }]);
  });

  it('a quote that swallows rows until the next quote is refused, not kept as a long note', async () => {
    const visits =
      'registration_no,date,task,note\nT1,2026-01-01,半月,"x\nT1,2026-01-15,半月,\nT1,2026-01-29,半月,y"\n';
    expect(await refusalsOf({ 'r.csv': REGISTER, 'v.csv': visits })).toEqual([
      [2, 'note', 'x\nT1,2026-01-15,半月,\nT1,2026-01-29,半月,y', 'unreadable-row'],
    ]);
  });

  it('a note of several lines with delimiters in it is a note', async () => {
    const visits = 'registration_no,date,task,note\nT1,2026-01-01,半月,"one\ntwo, three, four, five"\n';
    const { preview } = await tryFiles({ 'r.csv': REGISTER, 'v.csv': visits });
    expect([preview.adds.visits, preview.refusals]).toEqual([1, []]);
  });

  it('a row with more cells than the header is refused: its values stand in the wrong columns', async () => {
    const visits = 'registration_no,date,task,note\nT1,2026-01-01,半月,door, again\nT1,2026-01-15,半月,ok,,\n';
    expect(await refusalsOf({ 'r.csv': REGISTER, 'v.csv': visits })).toEqual([[2, '(E)', ' again', 'unreadable-row']]);
  });

  it('a field of a million characters ends in a refusal, not in a hang', async () => {
    const field = 'x'.repeat(1_200_000);
    expect(await refusedAs(bytes(`a,b\n1,"${field}"\n`))).toEqual(['file-too-large', { what: 'cell', row: 2 }]);
  });

  it('an empty file and a file of white space are named as empty', async () => {
    expect(await refusedAs(bytes(''))).toEqual(['file-empty', {}]);
    expect(await refusedAs(bytes(' \r\n\r\n'))).toEqual(['file-empty', {}]);
  });
});

describe('anything at all', () => {
  it('random bytes under any name are read or refused, never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', 'a'),
        async (content, name) => {
          const { preview } = await tryFiles({ [name]: content });
          expect(preview.files).toHaveLength(1);
          expect(preview.files[0]!.table !== null || preview.refusals.length === 1).toBe(true);
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });

  it('random cells under a right header are taken or refused, row by row', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('T1', '2026-01-01', '半月', '09:00', '2026-02-30', '', '-', '__proto__'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 12 }), async (rows) => {
        const header = 'registration_no,date,task,started_at,ended_at,technicians,note,__proto__';
        const lines = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const { preview } = await tryFiles({ 'r.csv': REGISTER, 'v.csv': [header, ...lines].join('\n') });
        const [, file] = preview.files;
        const { table, rows: read, accepted, repeated, refused } = file!;
        expect(table === null || read === accepted + repeated + refused).toBe(true);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
