import { describe, expect, it } from 'vitest';
import { csvLine, csvOf, guarded, unguarded } from '../../../domain/table/csv';

describe('a table for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1+cmd|x', '-2+3', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1', '-1'])(
    'has %j behind an apostrophe',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(`'${cell}`)).toBe(cell);
    },
  );

  it.each(['12', '0.5', '梯11浙A12056(04)', 'a=b', "'", "'abc", ''])('leaves %j as it is', (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });

  it('gives every cell as it was when it is read again', () => {
    const signs = ["'", '=', '-', '＋', '@', '\t', '1', 'a', ' '];
    const cells = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => a + b + c)));
    for (const cell of cells) {
      expect(unguarded(guarded(cell))).toBe(cell);
      expect(guarded(cell)).not.toMatch(/^[=@＋\t-]/);
    }
  });

  it('quotes what would break a line and ends lines as spreadsheets do', () => {
    expect(csvLine(['a"b', 'c,d', 'e\nf', '=g'])).toBe(`"a""b","c,d","e\nf",'=g`);
    expect(csvLine([-1, '-1', 0.5])).toBe("-1,'-1,0.5");
    expect(csvOf([['a', 'b'], ['c']])).toBe('\ufeffa,b\r\nc\r\n');
  });
});
