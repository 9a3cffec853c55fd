import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../renderer/state/csv';

describe('a table saved for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1+cmd|x', '-2+3', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1'])(
    'has %j behind an apostrophe',
    (cell) => {
      expect(csvOf([[cell]])).toBe(`"'${cell}"`);
    },
  );

  it.each(['-1', '-0.5', '12', '梯11浙A12056(04)', 'a=b', ''])('leaves %j as it is', (cell) => {
    expect(csvOf([[cell]])).toBe(`"${cell}"`);
  });

  it('doubles quotation marks and ends lines as spreadsheets do', () => {
    expect(csvOf([['a"b', 'c'], ['d']])).toBe('"a""b","c"\r\n"d"');
  });
});
