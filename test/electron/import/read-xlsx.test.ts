import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../electron/import/read-xlsx';
import { readSheets } from '../../../electron/import/read-sheets';
import { UnreadableFile } from '../../../electron/import/sheet';
import { refusalsOf, REGISTER, tryFiles } from '../../support/import-desk';
import { processorSeconds } from '../../support/processor-seconds';
import { DATE, DATE_AND_TIME, TIME, workbookOf, workbookParts, zipOf, type Cell } from '../../support/workbook';

const refusedAs = (content: Uint8Array, name = 'a.xlsx') =>
  readSheets({ name, bytes: content }).then(
    () => null,
    (error: unknown) => (error instanceof UnreadableFile ? [error.code, error.params] : error),
  );
const cellsOf = async (rows: readonly (readonly Cell[])[], options?: { readonly date1904?: boolean }) =>
  Array.from((await readXlsx('a.xlsx', workbookOf([{ name: 'S', rows }], options)))[0]!.rows, ({ cells }) => cells);
const sheetOf = (inside: string): Buffer => workbookOf([{ name: 'S', rows: inside }]);
const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('cells become what a person sees', () => {
  it('dates, times and both together, in the calendar from 1900', async () => {
    const row = [
      { number: 46349, format: DATE },
      { number: 0.375, format: TIME },
      { number: 0, format: TIME },
      { number: 46349.999306, format: DATE_AND_TIME },
      { number: 60.5, format: DATE_AND_TIME },
      { number: 9e9, format: DATE },
    ];
    expect(await cellsOf([row])).toEqual([
      ['2026-11-23', '09:00', '00:00', '2026-11-23 23:59', '1900-02-28 12:00', '#####'],
    ]);
  });

  it('the same serials mean days 1 462 later in the calendar from 1904', async () => {
    const row = [
      { number: 46349 - 1462, format: DATE },
      { number: 0.375, format: TIME },
    ];
    expect(await cellsOf([row], { date1904: true })).toEqual([['2026-11-23', '09:00']]);
  });

  it('numbers lose their binary noise, and one whose digits are lost looks it', async () => {
    expect(await cellsOf([[330052, 0.1 + 0.2, 1.75, 3.1103301062004e19, -5]])).toEqual([
      ['330052', '0.3', '1.75', '3.11033E+19', '-5'],
    ]);
  });

  it('text keeps its spaces and its line breaks', async () => {
    expect(await cellsOf([[' a ', 'b\nc', 'a & <b>']])).toEqual([[' a ', 'b\nc', 'a & <b>']]);
  });

  it('a workbook that a spreadsheet program writes is read to the same cells', async () => {
    const day = new Date(Date.UTC(2026, 10, 23));
    const book = await writeExcelFile([
      [{ value: '使用登记证编号' }, { value: '投用日期' }, { value: '额定载重量' }],
      [{ value: '梯11浙A12007(04)' }, { value: day, type: Date, format: 'yyyy/mm/dd' }, { value: 1000 }],
    ]).toBuffer();
    const [sheet] = await readXlsx('a.xlsx', book);
    expect(Array.from(sheet!.rows, ({ cells }) => cells)).toEqual([
      ['使用登记证编号', '投用日期', '额定载重量'],
      ['梯11浙A12007(04)', '2026-11-23', '1000'],
    ]);
  });
});

describe('sheets', () => {
  it('rows keep the numbers a spreadsheet program shows, with the gaps between them', async () => {
    const [sheet] = await readXlsx(
      'a.xlsx',
      sheetOf(`<row r="3">${text('A3', 'a')}</row><row r="7">${text('B7', 'b')}</row>`),
    );
    expect([...sheet!.rows]).toEqual([
      { no: 3, cells: ['a'] },
      { no: 7, cells: ['', 'b'] },
    ]);
  });

  it('rows and cells that leave their place unsaid stand after the one before', async () => {
    const inside = '<row r="2"><c r="B2"><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    const [sheet] = await readXlsx('a.xlsx', sheetOf(inside));
    expect([...sheet!.rows]).toEqual([
      { no: 2, cells: ['', '1', '', '2'] },
      { no: 3, cells: ['3'] },
    ]);
  });

  it('a sheet that is no table is skipped by name, a chart sheet too, and each table keeps its own numbers', async () => {
    const parts = workbookParts([
      { name: '说明', rows: [['本表每季度更新']] },
      {
        name: '台账',
        rows: [
          ['使用登记证编号', '品种'],
          ['T1', '3110'],
        ],
      },
      {
        name: '维保',
        rows: [
          ['使用登记证编号', '维保日期', '维保类别'],
          ['T1', '2026-01-01', '半月'],
          ['T1', '', '半月'],
        ],
      },
    ]);
    const withChart = {
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        '<sheet name="图" sheetId="9" r:id="rId9"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      ),
    };
    const { preview } = await tryFiles({ 'book.xlsx': zipOf(withChart) });
    expect(preview.files.map(({ sheet, table, accepted, refused }) => [sheet, table, accepted, refused])).toEqual([
      ['台账', 'elevators', 1, 0],
      ['维保', 'visits', 1, 1],
    ]);
    expect(preview.files[0]?.skippedSheets).toEqual(['说明', '图']);
    expect(preview.refusals).toMatchObject([{ file: 'book.xlsx', sheet: '维保', row: 3, column: '维保日期' }]);
  });

  it('a million empty formatted rows cost no memory to speak of and are counted', async () => {
    const empties = Array.from(
      { length: 1_048_570 },
      (_, i) => `<row r="${i + 4}" s="1"><c r="A${i + 4}" s="1"/></row>`,
    );
    const table = `<row r="1">${text('A1', 'registration_no')}${text('B1', 'kind')}</row><row r="2">${text('A2', 'T1')}${text('B2', '3110')}</row>`;
    const book = sheetOf(table + empties.join(''));
    const { value, seconds } = await processorSeconds(() => tryFiles({ 'a.xlsx': book }));
    expect(value.preview.files[0]).toMatchObject({ rows: 1, accepted: 1, skippedBlank: 1_048_571 });
    expect(seconds).toBeLessThan(60);
  });

  it('empty cells are dropped wherever the pieces of the file are cut', async () => {
    const row = (no: number): string =>
      `\n<row r="${no}" spans="1:3">\n <c r="A${no}" s="1"></c>${text(`B${no}`, ` 值${no} `)}<c r="C${no}" s="1"/>\n</row>`;
    const rows = Array.from({ length: 5_000 }, (_, i) => row(i + 1));
    const [sheet] = await readXlsx('a.xlsx', sheetOf(rows.join('')));
    expect(sheet?.rows).toHaveLength(5_000);
    expect([...sheet!.rows].every(({ no, cells }) => cells.join('|') === `| 值${no} `)).toBe(true);
  });
});

describe('what a sheet hides', () => {
  it('hidden rows and hidden sheets are read and told', async () => {
    const rows = [
      ['使用登记证编号', '品种'],
      ['T1', '3110'],
      ['T2', '3110'],
    ]
      .map(
        ([a, b], i) =>
          `<row r="${i + 1}"${i === 2 ? ' hidden="1"' : ''}>${text(`A${i + 1}`, a!)}${text(`B${i + 1}`, b!)}</row>`,
      )
      .join('');
    const parts = workbookParts([{ name: 'S', rows }]);
    const hidden = {
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace('<sheet ', '<sheet state="hidden" '),
    };
    const { preview } = await tryFiles({ 'book.xlsx': zipOf(hidden) });
    expect(preview.notes.map(({ code, params }) => [code, params['count'] ?? ''])).toEqual([
      ['hidden-sheet', ''],
      ['hidden-rows', 1],
    ]);
    expect(preview.adds.elevators).toBe(2);
  });
});

describe('workbooks made to do harm', () => {
  it('a zip bomb under the name of a workbook is refused after its first megabytes', async () => {
    const parts = workbookParts([{ name: 'S', rows: [['a']] }]);
    const bomb = zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(20_000_000)}</sst>` });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refusedAs(bomb)).toEqual(['archive-bomb', { megabytes: expect.any(Number) as number }]);
  });

  it('thousands of entries are refused', async () => {
    const entries = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`a${i}.xml`, '<a/>']));
    expect(await refusedAs(zipOf(entries))).toEqual(['archive-bomb', { entries: 2000 }]);
  });

  it('what no table needs is not unpacked', async () => {
    const parts = workbookParts([{ name: 'S', rows: [['a']] }]);
    const [sheet] = await readXlsx(
      'a.xlsx',
      zipOf({ ...parts, 'xl/media/image1.png': Buffer.alloc(300 * 1024 * 1024) }),
    );
    expect([...sheet!.rows]).toEqual([{ no: 1, cells: ['a'] }]);
  });

  it('one stray cell in the far corner costs its own row and no other', async () => {
    const book = sheetOf(`<row r="1">${text('A1', 'a')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`);
    const [sheet] = await readXlsx('a.xlsx', book);
    expect(Array.from(sheet!.rows, ({ no, cells }) => [no, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ]);
  });

  it('wide rows without end are named instead of filling the memory', async () => {
    const row = (no: number): string => `<row r="${no}">${text(`XFD${no}`, 'x')}</row>`;
    const book = sheetOf(Array.from({ length: 2_000 }, (_, i) => row(i + 1)).join(''));
    expect(await refusedAs(book)).toEqual(['file-too-large', { what: 'grid', rows: 1832, columns: 16_384 }]);
  });

  it.each([
    ['typed in place', (long: string) => sheetOf(`<row r="1">${text('A1', long)}</row>`)],
    [
      'shared',
      (long: string) =>
        zipOf({
          ...workbookParts([{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }]),
          'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>`,
        }),
    ],
  ])('a cell of twenty million characters is refused at once, %s', async (_, bookOf) => {
    expect(await refusedAs(bookOf('长'.repeat(32_768)))).toEqual(['file-too-large', { what: 'cell' }]);
    expect(await refusedAs(bookOf('x'.repeat(20_000_000)))).toEqual(['file-too-large', { what: 'cell' }]);
    expect(await refusedAs(bookOf('长'.repeat(32_767)))).toBeNull();
  });

  it.each([
    ['a row number beyond the format', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
    ['a row number in disguise', '<row r="&#57;99999999"><c r="A1"><v>1</v></c></row>'],
    ['a column beyond the format', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
    ['a tag hidden in an attribute', '<row a=">" r="999999999"><c r="A1"><v>1</v></c></row>'],
    ['a tag without an end', `<row r="1"><c ${'a'.repeat(200_000)}`],
  ])('%s is no sound workbook', async (_, inside) => {
    expect(await refusedAs(sheetOf(inside))).toEqual(['file-unreadable', { what: 'xlsx' }]);
  });

  it('what the local headers say on their own account is never believed', async () => {
    const book = workbookOf([{ name: 'S', rows: [['a']] }]);
    const lying = Buffer.from(book);
    for (let at = lying.indexOf('PK\x03\x04'); at >= 0; at = lying.indexOf('PK\x03\x04', at + 4))
      lying.writeUInt32LE(0xfffffff0, at + 22);
    expect([...(await readXlsx('a.xlsx', lying))[0]!.rows]).toEqual([{ no: 1, cells: ['a'] }]);
  });

  it('control characters and halves of characters are refused in their cell and do no harm in a header', async () => {
    const rows: string[][] = [
      ['registration_no', 'kind', 'address', 'x_xD800_'],
      ['T1', '3110', 'a_x0007_b', ''],
      ['T2', '3110', 'c', 'kept'],
      ['T3', '3110', 'd', '_xDC00_'],
    ];
    const book = workbookOf([{ name: 'S', rows }]);
    expect(await refusalsOf({ 'a.xlsx': book })).toEqual([
      [2, 'address', 'a\u0007b', 'unreadable-row'],
      [4, 'x\ufffd', '‹U+DC00›', 'unwritable-text'],
    ]);
    const { plan } = await tryFiles({ 'a.xlsx': book });
    expect(plan.elevators.map(({ extra }) => extra)).toEqual([{ 'x\ufffd': 'kept' }]);
  });

  it('a whole workbook with any of its bytes changed is read or refused, never thrown', async () => {
    const book = workbookOf([
      {
        name: 'S',
        rows: [
          ['registration_no', 'kind'],
          ['T1', '3110'],
          ['T2', '9999'],
        ],
      },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(book);
        broken[at] = byte;
        const { preview } = await tryFiles({ 'a.xlsx': broken });
        expect(preview.files).toHaveLength(1);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});

describe('what is no workbook', () => {
  it('an old .xls file is told apart whatever its name, and so is text under the name of a workbook', async () => {
    const xls = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0)]);
    expect(await refusedAs(xls, 'a.xls')).toEqual(['file-unreadable', { what: 'xls' }]);
    expect(await refusedAs(xls, 'a.xlsx')).toEqual(['file-unreadable', { what: 'xls' }]);
    expect(await refusedAs(Buffer.from(REGISTER), 'a.xlsx')).toEqual(['file-unreadable', { what: 'xlsx' }]);
  });

  it('a workbook under the name of a text file is read as what it is', async () => {
    const book = workbookOf([
      {
        name: 'S',
        rows: [
          ['registration_no', 'kind'],
          ['T1', '3110'],
        ],
      },
    ]);
    expect((await tryFiles({ 'a.csv': book })).preview.files[0]).toMatchObject({ encoding: 'XLSX', accepted: 1 });
  });

  it('an archive of something else, an empty archive and a cut one are no workbooks', async () => {
    const book = workbookOf([{ name: 'S', rows: [['a']] }]);
    for (const content of [zipOf({ 'a.txt': 'a' }), zipOf({}), book.subarray(0, book.length - 30)])
      expect(await refusedAs(content)).toEqual(['file-unreadable', { what: 'xlsx' }]);
  });
});
