import { describe, expect, it } from 'vitest';
import { parseYuan, yuan } from '../../../renderer/i18n/money';

describe('yuan', () => {
  it.each([
    [9420, '9,420'],
    [1_234_567.5, '1,234,567.50'],
    [0, '0'],
    [0.1 + 0.2, '0.30'],
    [99.999, '100'],
  ])('%d reads %s', (value, text) => {
    expect(yuan(value, 'en')).toBe(text);
  });

  it.each([
    ['9420', 9420],
    [' 9,420.50 元', 9420.5],
    ['15万', 150_000],
    ['0.35 万元', 3500],
    ['１２０００', 12_000],
  ])('%s is typed for %d', (typed, value) => {
    expect(parseYuan(typed)).toBe(value);
  });

  it.each(['', '-5', '1e5', '12.345', 'abc', '万', '1..2', '99999999999'])('%j is no amount', (typed) => {
    expect(parseYuan(typed)).toBeNull();
  });
});
