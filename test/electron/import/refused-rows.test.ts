import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { guarded } from '../../../domain/table/csv';
import { readSheets } from '../../../electron/import/read-sheets';
import { refusedRowsFile } from '../../../electron/import/refused-rows';
import { REGISTER, tryFiles, type Files } from '../../support/import-desk';
import { workbookOf } from '../../support/workbook';

const rowsOf = (bytes: Uint8Array, delimiter = ','): string[][] =>
  parse(Buffer.from(bytes), { bom: true, delimiter, relax_column_count: true });

async function refused(files: Files, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return refusedRowsFile((await tryFiles(files)).refused, locale);
}

const VISITS = 'registration_no,date,task,note\n';

describe('the file of refused rows', () => {
  it('is the table itself, with place and reasons behind, each row once', async () => {
    const visits = `${VISITS}T1,2026-02-30,周保养,"a, ""b""\nc"\nT2,2026-01-01,半月,\n`;
    const { fileName, bytes } = await refused({ 'r.csv': REGISTER, 'v.csv': visits });
    expect(fileName).toBe('拒收行.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rowsOf(bytes)).toEqual([
      ['registration_no', 'date', 'task', 'note', '拒收位置', '拒收原因'],
      [
        ...['T1', '2026-02-30', '周保养', 'a, "b"\nc', 'v.csv 第 2 行'],
        'date“2026-02-30”：2026年2月只有28天（改正日期）；task“周保养”：不是半月、季度、半年、年度之一（选一个类别）',
      ],
    ]);
  });

  it('goes in again when it is mended, and what it says of the rows is not read', async () => {
    const visits = '使用登记证编号;维保日期;维保类别;备注;评价\nT1;2026-02-30;半月;"=1+1";好; \n';
    const files = { 'r.csv': REGISTER, 'v.csv': visits };
    const first = await refused(files);
    const text = Buffer.from(first.bytes).toString('utf8');
    expect(text).toContain(';');
    const mended = await tryFiles({ 'r.csv': REGISTER, 'mended.csv': text.replace('2026-02-30', '2026-02-20') });
    expect(mended.preview.refusals).toEqual([]);
    expect(mended.preview.files[1]!.columns.map(({ header }) => header)).not.toContain('拒收原因');
    expect(mended.plan.visits).toEqual([
      {
        registrationNo: 'T1',
        date: '2026-02-20',
        task: 'half-month',
        technicians: [],
        note: '=1+1',
        extra: { 评价: '好' },
      },
    ]);
    const unmended = await tryFiles({ 'r.csv': REGISTER, 'again.csv': text });
    const again = await refusedRowsFile(unmended.refused, 'en');
    expect(rowsOf(again.bytes, ';').map((row) => row.length)).toEqual([7, 7]);
    expect(rowsOf(again.bytes, ';')[0]!.slice(5)).toEqual(['refused at', 'refused because']);
  });

  it('is a workbook with a sheet a table where a workbook came or several tables have refused rows', async () => {
    const book = workbookOf([
      {
        name: '维保',
        rows: [
          ['使用登记证编号：', 'T1'],
          ['维保日期', '维保类别'],
          ['2026-02-30', '半月'],
          ['2026-02-01', '半月'],
        ],
      },
    ]);
    const { fileName, bytes } = await refused(
      { 'r.csv': REGISTER, 'v.csv': `${VISITS}T9,2026-01-01,半月,\n`, 'b.xlsx': book, 'x.csv': '' },
      'en',
    );
    expect(fileName).toBe('refused-rows.xlsx');
    const sheets = await readSheets({ name: fileName, bytes });
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['v', 2],
      ['维保', 2],
      ['files not read', 2],
    ]);
    expect(Array.from(sheets[1]!.rows, ({ cells }) => cells.slice(0, 4))).toEqual([
      ['维保日期', '维保类别', 'registration_no', 'refused at'],
      ['2026-02-30', '半月', 'T1', 'b.xlsx 维保 row 3'],
    ]);
    const again = await tryFiles({ 'r.csv': REGISTER, [fileName]: bytes });
    expect(again.preview.refusals.map(({ code }) => code)).toEqual(['unknown-elevator', 'no-such-date']);
  });

  it('days of a workbook that counts from 1904 stay the days they are beside others', async () => {
    const rows = [
      ['registration_no', 'date', 'task', '天气'],
      ['T9', '43000', '半月', '43000'],
    ];
    const files = {
      'r.csv': REGISTER,
      'a.xlsx': workbookOf([{ name: '甲', rows }], { date1904: true }),
      'b.xlsx': workbookOf([{ name: '乙', rows }]),
    };
    const first = await tryFiles(files);
    expect(first.preview.refusals.map(({ code }) => code)).toEqual(['unknown-elevator', 'unknown-elevator']);
    const { fileName, bytes } = await refusedRowsFile(first.refused, 'zh-CN');
    const again = await tryFiles({ 'r.csv': 'registration_no,kind\nT9,3110\n', [fileName]: bytes });
    expect(again.plan.visits.map(({ date, extra }) => [date, extra])).toEqual([
      ['2021-09-23', { 天气: '43000' }],
      ['2017-09-22', { 天气: '43000' }],
    ]);
    const alone = await refusedRowsFile(
      (await tryFiles({ 'r.csv': REGISTER, 'a.xlsx': files['a.xlsx'] })).refused,
      'en',
    );
    expect((await readSheets({ name: 'a.xlsx', bytes: alone.bytes }))[0]!.from1904).toBe(true);
  });

  it('no cell can run as a formula, and each comes back as it was', async () => {
    const cells = ['=1+1', '+1', '-1', '@a', "'=1+1", "''+1", "'plain", 'T=1', '＝1'];
    const register = `registration_no,kind,a,b,c,d,e,f,g,h,i\nT1,飞梯,${cells.map(guarded).join(',')}\n`;
    const written = rowsOf((await refused({ 'r.csv': register }, 'en')).bytes)[1]!.slice(2, -2);
    expect(written.filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
    const mended = register.replace('飞梯', '3110');
    const { plan } = await tryFiles({ 'r.csv': mended });
    expect(Object.values(plan.elevators[0]!.extra!)).toEqual(cells);
  });

  it('says of a file that was not read why, and has no row of it', async () => {
    const { fileName, bytes } = await refused({ 'v.csv': '' }, 'en');
    const [sheet] = await readSheets({ name: fileName, bytes });
    expect(Array.from(sheet!.rows, ({ cells }) => cells)).toEqual([
      ['file', 'reason'],
      ['v.csv', 'The file is empty (Choose another file)'],
    ]);
  });
});
