import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { refusedRowsCsv } from '../../../electron/import/refused-rows';
import { REGISTER, tryFiles } from '../../support/import-desk';

const rowsOf = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true, relax_column_count: true });

describe('the file of refused rows', () => {
  it('has place, reasons and cure, then the row as it was, each row once', async () => {
    const visits = 'registration_no,date,task,note\nT1,2026-02-30,周保养,"a, ""b""\nc"\nT2,2026-01-01,半月,\n';
    const { preview } = await tryFiles({ 'r.csv': REGISTER, 'v.csv': visits });
    const bytes = refusedRowsCsv(preview.refusals, 'zh-CN');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rowsOf(bytes)).toEqual([
      ['文件', '行', '列', '原值', '原因', '可以怎样', '原行'],
      [
        'v.csv',
        '2',
        'date；task',
        '2026-02-30；周保养',
        '2026年2月只有28天；不是半月、季度、半年、年度之一',
        '改正日期；选一个类别',
        ...['T1', '2026-02-30', '周保养', 'a, "b"\nc'],
      ],
    ]);
  });

  it('speaks English when asked to, and gives a whole file no row', async () => {
    const { preview } = await tryFiles({ 'v.csv': '' });
    expect(rowsOf(refusedRowsCsv(preview.refusals, 'en'))).toEqual([
      ['file', 'row', 'column', 'value', 'reason', 'what to do', 'row as written'],
      ['v.csv', '', '', '', 'The file is empty', 'Choose another file'],
    ]);
  });

  it('no cell can run as a formula, and one apostrophe taken away gives each cell as it was', async () => {
    const cells = ['=1+1', '+1', '-1', '@a', "'=1+1", "''+1", "'plain", 'T=1'];
    const register = `registration_no,kind,a,b,c,d,e,f,g,h\nT1,飞梯,${cells.join(',')}\n`;
    const { preview } = await tryFiles({ 'r.csv': register });
    const written = rowsOf(refusedRowsCsv(preview.refusals, 'en'))[1]!.slice(8);
    expect(written.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(written.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r])/, ''))).toEqual(cells);
  });
});
