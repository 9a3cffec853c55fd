import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { parseDay, type DayReading } from '../../../domain/reading/days';
import { MEASURES, unitWords } from '../../../domain/reading/measures';
import { parseNumber, parseYuan } from '../../../domain/reading/numbers';
import type { Parsed } from '../../../domain/reading/parsed';
import { parsePeople } from '../../../domain/reading/people';
import { isPlaceholder, plain } from '../../../domain/reading/text';
import { minutesOnSite, parseMinute, parseTime, parseTimeRange } from '../../../domain/reading/times';

const outcome = <T>(parsed: Parsed<T>): T | string =>
  parsed.ok ? parsed.value : ((parsed.params['what'] ?? parsed.code) as string);
const zone = 'Asia/Shanghai';

const KILOGRAMS = unitWords(MEASURES['load_kg']!);
const METRES_A_SECOND = unitWords(MEASURES['speed_mps']!);

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
    ['2026-11-23T15:30:00Z', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['2026-11-23T00:30:00+08:00', '2026-11-23'],
    ['2026-11-23 00:30:00+09:00', '2026-11-22'],
    ['2026-11-23 23:59:59', '2026-11-23'],
    ['46349.99999', '2026-11-23'],
    ['2026-11-23 星期一', '2026-11-23'],
    ['2026年11月23日（周一）', '2026-11-23'],
    ['2026/11/23 上午9:30', '2026-11-23'],
    ['2026-11-23 9:30:00 PM', '2026-11-23'],
    ['2026。11。23', '2026-11-23'],
    ['2026、11、23', '2026-11-23'],
    ['2026\\11\\23', '2026-11-23'],
    ['2026_11_23', '2026-11-23'],
    ['\u200e2026/11/23', '2026-11-23'],
    ['2026-Nov-23', '2026-11-23'],
    ['23-Nov-2026', '2026-11-23'],
    ['Nov 23, 2026', '2026-11-23'],
    ['2026年11月23号', '2026-11-23'],
    ['二〇二六年十一月二十三日', '2026-11-23'],
    ['民國115年11月23日', '2026-11-23'],
    ['令和8年11月23日', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['11/23/2026', '2026-11-23'],
  ])('%s is the day %s', (text, day) => {
    expect(outcome(parseDay(text, { zone }))).toBe(day);
  });

  it.each([
    ['2025-02-29', 'no-such-date'],
    ['2026-13-01', 'no-such-date'],
    ['2026-00-10', 'no-such-date'],
    ['2026-04-31', 'no-such-date'],
    ['20260230', 'no-such-date'],
    ['2026-11-23 about noon', 'bad-date'],
    ['03/11/2026', 'day-order'],
    ['31/31/2026', 'no-such-date'],
    ['26-11-23', 'short-year'],
    ['261123', 'short-year'],
    ['115/11/23', 'minguo-year'],
    ['11月23日', 'no-year'],
    ['11-23', 'no-year'],
    ['2026-11-23T16:00:00Z', 'instant'],
    ['0226-11-23', 'bad-date'],
    ['2026-11', 'no-day'],
    ['soon', 'bad-date'],
    ['123', 'bad-date'],
    ['9999999', 'minguo-year'],
    ['10001', 'bad-date'],
    ['99999', 'bad-date'],
  ])('%s is refused as %s', (text, code) => {
    expect(outcome(parseDay(text))).toBe(code);
  });

  it('every day from 1900 on is read back from each of its shapes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 100_000 }), (epochDay) => {
        const day = toCivilDate(epochDay);
        const [year, month, date] = day.split('-') as [string, string, string];
        const short = [year, String(Number(month)), String(Number(date))];
        const shapes = [day, short.join('/'), short.join('.'), year + month + date, `${year}年${month}月${date}日`];
        expect(shapes.map((shape) => outcome(parseDay(shape)))).toEqual(shapes.map(() => day));
      }),
      { seed: 20261123 },
    );
  });
});

describe('days that the column or the country decides', () => {
  it.each<[string, DayReading, string]>([
    ['03/11/2026', { order: 'day-first' }, '2026-11-03'],
    ['03/11/2026', { order: 'month-first' }, '2026-03-11'],
    ['25/11/2026', { order: 'month-first' }, '2026-11-25'],
    ['115/11/03', { minguo: true }, '2026-11-03'],
    ['1151103', { minguo: true }, '2026-11-03'],
    ['115-2-29', { minguo: true }, 'no-such-date'],
    ['26/11/3', { shortYears: true }, '2026-11-03'],
    ['44867', { from1904: true }, '2026-11-03'],
    ['44867.75', { from1904: true }, '2026-11-03'],
    ['2026-02', { monthIsItsLastDay: true }, '2026-02-28'],
    ['2026年3月', { monthIsItsLastDay: true }, '2026-03-31'],
    ['2026-03-08T06:59:00Z', { zone: 'America/New_York' }, '2026-03-08'],
    ['2026-03-08T04:59:00Z', { zone: 'America/New_York' }, '2026-03-07'],
  ])('%s read as %j is %s', (text, how, day) => expect(outcome(parseDay(text, how))).toBe(day));

  it('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        parseDay(text, { zone, minguo: true });
        parseTime(text);
        parseMinute(text, { zone });
        parsePeople(text);
        parseNumber(text, 1000, KILOGRAMS);
        parseYuan(text);
      }),
      { seed: 13 },
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
    ['0805', '08:05'],
    ['930', '09:30'],
    ['8点05分', '08:05'],
    ['9点半', '09:30'],
    ['9点', '09:00'],
    ['9.30', '09:30'],
    ['上午9:30', '09:30'],
    ['下午 2:15', '14:15'],
    ['中午12:10', '12:10'],
    ['晚上11:30', '23:30'],
    ['9:30 AM', '09:30'],
    ['12:05 AM', '00:05'],
    ['PM 2:15', '14:15'],
    ['09:30:00.000', '09:30'],
    ['T09:30', '09:30'],
    ['24:00', '00:00'],
    ['24:01', 'bad-time'],
    ['09:60', 'bad-time'],
    ['9:5', '09:05'],
    ['9.5', 'bad-time'],
    ['9', 'bad-time'],
    ['2026-11-03T01:30:00Z', 'instant'],
    ['morning', 'bad-time'],
  ])('%s gives %s', (text, expected) => {
    expect(outcome(parseTime(text))).toBe(expected);
  });
});

describe('times together', () => {
  it('two in a cell are start and end', () => {
    expect(parseTimeRange('09:30～10:15')).toEqual(['09:30', '10:15']);
    expect(parseTimeRange('9:30-10:15')).toEqual(['09:30', '10:15']);
    expect(parseTimeRange('上午9:30至下午1:15')).toEqual(['09:30', '13:15']);
    expect(parseTimeRange('2026-11-03')).toBeNull();
    expect(parseTimeRange('09:30')).toBeNull();
  });

  it('an earlier end is of the next day, unless the visit would be longer than half a day', () => {
    expect(minutesOnSite('09:30', '10:15')).toBe(45);
    expect(minutesOnSite('23:30', '00:40')).toBe(70);
    expect(minutesOnSite('15:00', '10:00')).toBeNull();
  });

  it.each([
    ['2026-11-03 08:15', '2026-11-03T08:15'],
    ['2026年11月3日8点15分', '2026-11-03T08:15'],
    ['2026/11/3 下午2:05', '2026-11-03T14:05'],
    ['46329.34375', '2026-11-03T08:15'],
    ['46329.99999', '2026-11-03T23:59'],
    ['2026-11-03T16:05:00Z', '2026-11-04T00:05'],
    ['2026-11-03', 'bad-minute'],
  ])('%s is the minute %s', (text, minute) => expect(outcome(parseMinute(text, { zone }))).toBe(minute));
});

describe('numbers', () => {
  it.each([
    ['1000', 1000],
    ['1000kg', 1000],
    ['1000 KG', 1000],
    ['１０００ｋｇ', 1000],
    ['1,000公斤', 1000],
    ['1.5', 1.5],
    ['1.0t', 1000],
    ['1吨', 1000],
    ['1000m/s', 'bad-number'],
    ['10,00', 'bad-number'],
    ['0', 'bad-number'],
    ['-5', 'bad-number'],
    ['1e3', 'bad-number'],
    ['2001', 'bad-number'],
    ['heavy', 'bad-number'],
  ])('%s with kg allowed up to 2000 gives %s', (text, expected) => {
    expect(outcome(parseNumber(text, 2000, KILOGRAMS))).toBe(expected);
  });
});

describe('numbers in the way of a country', () => {
  it('a comma is a decimal sign where people write so, and never a group of one or two digits', () => {
    expect(outcome(parseNumber('1,75', 100, METRES_A_SECOND, { decimalComma: true }))).toBe(1.75);
    expect(outcome(parseNumber('1.000', 2000, KILOGRAMS, { decimalComma: true }))).toBe(1000);
    expect(outcome(parseNumber('1,75', 1000, METRES_A_SECOND))).toBe('bad-number');
    expect(outcome(parseNumber('105m/min', 100, METRES_A_SECOND))).toBe(1.75);
  });

  it.each([
    ['15万', 150_000],
    ['1.5万元', 15_000],
    ['150,000', 150_000],
    ['150 000', 150_000],
    ['￥１２.５０', 12.5],
    ['0', 0],
    ['1.005', 'bad-number'],
    ['-1', 'bad-number'],
    ['万', 'bad-number'],
  ])('%s is %s yuan', (text, yuan) => expect(outcome(parseYuan(text))).toBe(yuan));
});

describe('people', () => {
  it.each([
    ['样一 样二', ['样一', '样二']],
    ['样一\n样二', ['样一', '样二']],
    ['样一和样二', ['样一', '样二']],
    ['样一+样二', ['样一', '样二']],
    ['样一|样二', ['样一', '样二']],
    ['样一，样二', ['样一', '样二']],
    ['样一（TS6A0001）样二（TS6A0002）', ['样一（TS6A0001）', '样二（TS6A0002）']],
    [
      '张建国;李明；王海、陈立新/周伟／T-0123，赵志强',
      ['张建国', '李明', '王海', '陈立新', '周伟', 'T-0123', '赵志强'],
    ],
    ['王和平', ['王和平']],
    ['欧阳建国', ['欧阳建国']],
    ['Anna Muster', ['Anna Muster']],
    ['阿卜杜拉·买买提', ['阿卜杜拉·买买提']],
    ['⾼⽴', ['高立']],
    [' ； ', []],
  ])('%j are %j', (text, names) => expect(parsePeople(text)).toEqual({ names, sure: true }));

  it.each(['样一样二', '张三李四王五', '维保一组', 'Muster, Anna'])('%s may be several, and counts as nobody', (text) =>
    expect(parsePeople(text).sure).toBe(false),
  );
});

it.each(['/', '-', '—', '——', '无', '不详', 'N/A', '暂无', '#', '　/ ', '0000-00-00'])(
  '%j says that there is nothing',
  (text) => expect(isPlaceholder(text)).toBe(true),
);

it('full-width forms become plain and nothing else changes', () => {
  expect(plain('　梯１１浙Ａ１２００７（０４） ')).toBe('梯11浙A12007(04)');
  expect(plain('①㎏ﬁ')).toBe('①㎏ﬁ');
});
