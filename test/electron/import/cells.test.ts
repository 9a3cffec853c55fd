import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { parseDate, parseNames, parseNumber, parseTime, plain } from '../../../electron/import/cells';

const outcome = (parsed: ReturnType<typeof parseDate | typeof parseTime | typeof parseNumber>) =>
  parsed.ok ? parsed.value : parsed.code;

describe('dates', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['2026/3/4', '2026-03-04'],
    ['2026.11.23', '2026-11-23'],
    ['20261123', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026 年 3 月 4 日', '2026-03-04'],
    ['２０２６年３月４日', '2026-03-04'],
    ['２０２６－０３－０４', '2026-03-04'],
    [' 2026-11-23 ', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['46349', '2026-11-23'],
    ['2026-11-23 08:30', '2026-11-23'],
    ['2026/11/23 08:30:00', '2026-11-23'],
    ['2026-11-23T23:30:00Z', '2026-11-23'],
    ['2026-11-23T00:30:00+08:00', '2026-11-23'],
  ])('%s is the day %s', (text, day) => {
    expect(outcome(parseDate(text))).toBe(day);
  });

  it.each([
    ['2025-02-29', 'no-such-date'],
    ['2026-13-01', 'no-such-date'],
    ['2026-00-10', 'no-such-date'],
    ['2026-04-31', 'no-such-date'],
    ['20260230', 'no-such-date'],
    ['2026-11-23 about noon', 'bad-date'],
    ['23/11/2026', 'bad-date'],
    ['26-11-23', 'bad-date'],
    ['0226-11-23', 'bad-date'],
    ['2026-11', 'bad-date'],
    ['soon', 'bad-date'],
    ['123', 'bad-date'],
    ['9999999', 'bad-date'],
  ])('%s is refused as %s', (text, code) => {
    expect(outcome(parseDate(text))).toBe(code);
  });

  it('every day from 1900 on is read back from each of its shapes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 100_000 }), (epochDay) => {
        const day = toCivilDate(epochDay);
        const [year, month, date] = day.split('-') as [string, string, string];
        const short = [year, String(Number(month)), String(Number(date))];
        const shapes = [day, short.join('/'), short.join('.'), year + month + date, `${year}年${month}月${date}日`];
        expect(shapes.map((shape) => outcome(parseDate(shape)))).toEqual(shapes.map(() => day));
      }),
      { seed: 20261123 },
    );
  });
});

describe('times', () => {
  it.each([
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['９：３０', '09:30'],
    ['09:30:45', '09:30'],
    ['9时30分', '09:30'],
    ['9点30', '09:30'],
    ['0.375', '09:00'],
    ['.5', '12:00'],
    ['0.99999', '23:59'],
    ['2026-11-23 09:30', '09:30'],
    ['00:00', '00:00'],
    ['24:00', 'bad-time'],
    ['09:60', 'bad-time'],
    ['9:5', 'bad-time'],
    ['930', 'bad-time'],
    ['morning', 'bad-time'],
  ])('%s gives %s', (text, expected) => {
    expect(outcome(parseTime(text))).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['1000', 1000],
    ['1000kg', 1000],
    ['1000 KG', 1000],
    ['１０００ｋｇ', 1000],
    ['1,000公斤', 1000],
    ['1.5', 1.5],
    ['1000m/s', 'bad-number'],
    ['10,00', 'bad-number'],
    ['0', 'bad-number'],
    ['-5', 'bad-number'],
    ['1e3', 'bad-number'],
    ['2001', 'bad-number'],
    ['heavy', 'bad-number'],
  ])('%s with kg allowed up to 2000 gives %s', (text, expected) => {
    expect(outcome(parseNumber(text, 2000, ['kg', '公斤']))).toBe(expected);
  });
});

describe('names', () => {
  it('are separated by each of the separators people use', () => {
    expect(parseNames('张建国;李明；王海、陈立新/周伟／T-0123，赵志强')).toEqual([
      '张建国',
      '李明',
      '王海',
      '陈立新',
      '周伟',
      'T-0123',
      '赵志强',
    ]);
    expect(parseNames(' ； ')).toEqual([]);
  });

  it('keep their punctuation; only radicals that look like characters become characters', () => {
    expect(parseNames('阿卜杜拉·买买提')).toEqual(['阿卜杜拉·买买提']);
    expect(parseNames('⾼⽴')).toEqual(['高立']);
  });
});

it('full-width forms become plain and nothing else changes', () => {
  expect(plain('　梯１１浙Ａ１２００７（０４） ')).toBe('梯11浙A12007(04)');
  expect(plain('①㎏ﬁ')).toBe('①㎏ﬁ');
});
