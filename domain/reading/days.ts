import { civilDayIn } from '../calendar/civil-day-in';
import { daysInMonth, epochDayOf, toCivilDate, type CivilDate } from '../calendar/civil-date';
import { refused, taken, type Parsed } from './parsed';
import { plain } from './text';

/** Which number comes first where the year stands last: 3/11/2026. */
export const DAY_ORDERS = ['day-first', 'month-first'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** How the days of one column are written, where the writing alone does not say it. */
export interface DayReading {
  /** Absent: a day that could be two is refused. */
  readonly order?: DayOrder | undefined;
  /** 115 is 2026: years of three digits, and of two where `shortYears` is not set, count from 1911. */
  readonly minguo?: boolean | undefined;
  /** 26 is 2026, and stands first: 26/11/3. */
  readonly shortYears?: boolean | undefined;
  /** Bare serials count from 1904. */
  readonly from1904?: boolean | undefined;
  /** Zone in which an instant is a civil day. Absent: an instant is refused. */
  readonly zone?: string | undefined;
  /** A month alone is its last day: validity is printed so on certificates. */
  readonly monthIsItsLastDay?: boolean | undefined;
}

const EARLIEST_YEAR = 1900;
const SERIAL = /^[1-9]\d{4}(?:\.\d+)?$/;
const SERIAL_EPOCH = -25_569; // serial 25569 is 1970-01-01 in the 1900 system
const DAYS_1904_LATER = 1462;
/** Serials before 1930 are more likely numbers of something else; behind 2099 nothing is planned. */
const SERIALS = [10_959, 73_050] as const;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{1,2}-\d{1,2})[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(?:Z|UTC|([+-]\d{2}):?(\d{2})?)$/i;
/** How a script prints an instant: Tue Nov 03 2026 00:00:00 GMT+0800 (中国标准时间). */
const PRINTED = /^[a-z]{3} [a-z]{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}(?=$| \()/i;
const WEEKDAY =
  /\s*\([一二三四五六日天]\)|[\s,(]*(?:(?:星期|礼拜|周|週)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)[\s,)]*/gi;
/** A time of day behind a date, as spreadsheets, databases and people write it. */
const TIME_BEHIND =
  /(?:[T\s]+|(?<=[日号])\s*)(?:(?:上午|下午|中午|晚上|凌晨|早上|[ap]\.?m\.?)\s*)?\d{1,2}\s*[:时時点點]\s*(?:\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?秒?分?)?\s*(?:[ap]\.?m\.?)?$|(?:\s+|(?<=[日号號]))(?:上午|下午)$/i;
const YEAR_FIRST = /^(\d{1,4})\s*[-/.。、,\\_年]\s*(\d{1,2})\s*[-/.。、,\\_月]\s*(\d{1,2})\s*[日号號]?$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/.\s])\s*(\d{1,2})\s*[-/.\s]\s*(\d{4})$/;
/** With a time behind it: 20261103093000. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/;
const COMPACT_MINGUO = /^(\d{3})(\d{2})(\d{2})$/;
const COMPACT_SHORT = /^(\d{2})(\d{2})(\d{2})$/;
const ERA =
  /^(中[華华]民[國国]|民[國国]?|令和|平成|昭和|[RHS])\s*(元|\d{1,3}|[一二三四五六七八九十]{1,3})\s*[年./-]\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號]?$/;
const ERA_STARTS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925 };
const MINGUO_STARTS = 1911;
const MONTH_ALONE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const NO_YEAR = /^(?:\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号號]?|\d{1,2}\s*[日号號])$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED_MONTH = /^(\d{1,4})[\s./-]*([a-z]{3,9})\.?[\s./,-]*(\d{1,4})$/i;
const MONTH_NAMED_FIRST = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/i;
const HAN_DATE =
  /^(?:[〇零○一二三四五六七八九十]{4}|\d{4})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号號]$/;

/**
 * A day as people, spreadsheets and databases write it. The day is the day written: a time behind it changes nothing,
 * but an instant (`Z` or an offset) is its civil day in `zone`. What could be two days is refused (`bad-date` with `what`).
 */
export function parseDay(text: string, how: DayReading = {}): Parsed<CivilDate> {
  const iso = ISO.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = plain(text);
  const instant = INSTANT.exec(written);
  if (instant !== null) return dayOfInstant(instant, how.zone);
  const printed = PRINTED.exec(written);
  if (printed !== null) return dayAt(new Date(printed[0]), how.zone);
  return readDay(withoutExtras(written), how);
}

/** Whether a text is an instant: its day depends on a zone. */
export function isInstant(text: string): boolean {
  if (text.length <= 15) return false;
  const written = plain(text);
  return INSTANT.test(written) || PRINTED.test(written);
}

/** For what order a day with its year last speaks: `null` where it speaks for none, because either fits or it is no such day. */
export function orderOf(text: string): DayOrder | 'either' | null {
  const match = YEAR_LAST.exec(withoutExtras(plain(text)));
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first === second) return null;
  if (first > 12) return second > 12 ? null : 'day-first';
  return second > 12 ? 'month-first' : 'either';
}

function withoutExtras(text: string): string {
  return text
    .replace(WEEKDAY, ' ')
    .trim()
    .replace(TIME_BEHIND, '')
    .trim()
    .replace(/^'(?=\d)|(?<=\d)\.$/g, '');
}

function dayOfInstant([, date, time, hours, minutes]: RegExpExecArray, zone: string | undefined): Parsed<CivilDate> {
  const [year, month, day] = date!.split('-');
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes ?? '00'}`;
  const padded = `${year!}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T${time!.padStart(5, '0')}`;
  return dayAt(new Date(`${padded.replace(/T(\d):/, 'T0$1:')}${offset}`), zone);
}

function dayAt(at: Date, zone: string | undefined): Parsed<CivilDate> {
  if (zone === undefined) return refused('bad-date', { what: 'instant' });
  return Number.isNaN(at.getTime()) ? refused('bad-date') : taken(civilDayIn(zone, at));
}

function readDay(text: string, how: DayReading): Parsed<CivilDate> {
  if (SERIAL.test(text)) return daySerial(Number(text), how);
  const compact = COMPACT.exec(text);
  if (compact !== null) return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const era = ERA.exec(text);
  if (era !== null) return dayOfEra(era);
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const last = YEAR_LAST.exec(text);
    if (last !== null) return yearLast(last, how);
    return yearFirst(first[1]!, Number(first[2]), Number(first[3]), how);
  }
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(last, how);
  return readRareDay(text, how);
}

function readRareDay(text: string, how: DayReading): Parsed<CivilDate> {
  const minguo = COMPACT_MINGUO.exec(text);
  if (minguo !== null) return yearFirst(minguo[1]!, Number(minguo[2]), Number(minguo[3]), how);
  const short = COMPACT_SHORT.exec(text);
  if (short !== null) return yearFirst(short[1]!, Number(short[2]), Number(short[3]), how);
  const month = MONTH_ALONE.exec(text);
  if (month !== null) return monthAlone(Number(month[1]), Number(month[2]), how);
  const named = NAMED_MONTH.exec(text);
  if (named !== null) return monthNamed(named[2]!, named[1]!, named[3]!);
  const namedFirst = MONTH_NAMED_FIRST.exec(text);
  if (namedFirst !== null) return monthNamed(namedFirst[1]!, namedFirst[3]!, namedFirst[2]!);
  if (HAN_DATE.test(text)) return hanDay(text);
  return refused('bad-date', NO_YEAR.test(text) ? { what: 'no-year' } : {});
}

function existing(year: number, month: number, day: number): Parsed<CivilDate> {
  if (year < EARLIEST_YEAR) return refused('bad-date');
  if (month < 1 || month > 12) return refused('no-such-date', { year, month });
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) return refused('no-such-date', { year, month, days });
  return taken(toCivilDate(epochDayOf(year, month, day)));
}

/** Day of a serial number; its fraction is the time of day. */
function daySerial(serial: number, { from1904 }: DayReading): Parsed<CivilDate> {
  const whole = Math.floor(serial) + (from1904 === true ? DAYS_1904_LATER : 0);
  if (whole < SERIALS[0] || whole > SERIALS[1]) return refused('bad-date');
  return taken(toCivilDate(whole + SERIAL_EPOCH));
}

function yearFirst(year: string, month: number, day: number, how: DayReading): Parsed<CivilDate> {
  if (year.length === 4) return existing(Number(year), month, day);
  if (how.minguo === true && (year.length === 3 || how.shortYears !== true))
    return existing(Number(year) + MINGUO_STARTS, month, day);
  if (year.length === 3) return refused('bad-date', { what: 'minguo-year' });
  if (how.shortYears === true && year.length === 2) return existing(2000 + Number(year), month, day);
  return refused('bad-date', { what: 'short-year' });
}

function yearLast([, a, , b, year]: RegExpExecArray, { order }: DayReading): Parsed<CivilDate> {
  const [first, second] = [Number(a), Number(b)];
  const dayFirst = second > 12 ? false : first > 12 || first === second || order === 'day-first';
  if (order === undefined && first <= 12 && second <= 12 && first !== second)
    return refused('bad-date', { what: 'day-order' });
  return dayFirst ? existing(Number(year), second, first) : existing(Number(year), first, second);
}

function dayOfEra([, era, year, month, day]: RegExpExecArray): Parsed<CivilDate> {
  const start = ERA_STARTS[era!] ?? MINGUO_STARTS;
  const figure = (text: string): number => (/\d/.test(text) ? Number(text) : hanNumber(text));
  return existing(start + (year === '元' ? 1 : figure(year!)), figure(month!), figure(day!));
}

function monthAlone(year: number, month: number, { monthIsItsLastDay }: DayReading): Parsed<CivilDate> {
  if (monthIsItsLastDay !== true) return refused('bad-date', { what: 'no-day' });
  return month < 1 || month > 12
    ? refused('no-such-date', { year, month })
    : existing(year, month, daysInMonth(year, month));
}

/** One of the two numbers has four digits and is the year. */
function monthNamed(name: string, a: string, b: string): Parsed<CivilDate> {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const [year, day] = a.length === 4 ? [a, b] : [b, a];
  if (month === 0) return refused('bad-date');
  return year.length === 4 ? existing(Number(year), month, Number(day)) : refused('bad-date', { what: 'short-year' });
}

function hanDay(text: string): Parsed<CivilDate> {
  const [year = '', month = '', day = ''] = text.split(/[年月日号號]/);
  const digits = Array.from(year)
    .map((sign) => (/\d/.test(sign) ? sign : Math.max(0, '〇一二三四五六七八九'.indexOf(sign))))
    .join('');
  return existing(Number(digits), hanNumber(month), hanNumber(day));
}

/** `十一` = 11, `二十` = 20. */
function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (sign: string | undefined): number => Math.max(0, '〇一二三四五六七八九'.indexOf(sign || '〇'));
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
