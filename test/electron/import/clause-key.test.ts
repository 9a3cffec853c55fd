import { describe, expect, it } from 'vitest';
import { clauseKey } from '../../../electron/import/clause-key';

describe('an item of a clause', () => {
  it.each([
    ['第二十五条第（三）项', '25/3'],
    ['第25条第3项', '25/3'],
    ['25条(三)', '25/3'],
    ['57号令 25 条 （ 三 ）', '25/3'],
    ['总局令第57号第25条第(3)项', '25/3'],
    ['article 25(3)', '25/3'],
    ['art. 25 (3)', '25/3'],
    ['第十条第十一项', '10/11'],
    ['第四十条第二十项', '40/20'],
    ['4.6 b)', '4.6/b'],
    ['clause 4.6 B）', '4.6/b'],
    ['GB 45067-2024 4.6b', '4.6/b'],
    ['４．６ ｂ）', '4.6/b'],
  ])('%s is %s', (text, key) => expect(clauseKey(text)).toBe(key));

  it.each(['', '是', '√', '25', '第二十五条', '严重', 'severe-25-3', `${'1'.repeat(5000)}x(`])(
    '%j names none',
    (text) => expect(clauseKey(text)).toBeNull(),
  );
});
