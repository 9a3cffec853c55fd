import { civilPartsOf, isCivilDate, parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/legal-basis';
import { parseDay } from '../../domain/reading/days';
import { parseTime } from '../../domain/reading/times';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-23` in Chinese, `23 Nov 2026` in English. */
export function longDate(date: string, locale: Locale): string {
  const day = parseCivilDate(date);
  if (locale === 'zh-CN' || day === null) return date;
  const parts = civilPartsOf(day);
  return `${parts.day} ${MONTHS[parts.month - 1]!} ${parts.year}`;
}

/** Without the year where it is that of `asOf`: `11-23`, `23 Nov`; else with two digits of it: `25-02-20`, `20 Feb 25`. */
export function shortDate(day: number, asOf: string, locale: Locale): string {
  const date = toCivilDate(day);
  const sameYear = date.slice(0, 4) === asOf.slice(0, 4);
  if (locale === 'zh-CN') return sameYear ? date.slice(5) : date.slice(2);
  const parts = civilPartsOf(day);
  const text = `${parts.day} ${MONTHS[parts.month - 1]!}`;
  return sameYear ? text : `${text} ${String(parts.year % 100).padStart(2, '0')}`;
}

export function monthName(month: number, locale: Locale): string {
  return locale === 'zh-CN' ? `${month}月` : MONTHS[month - 1]!;
}

/** `12 408` in Chinese, `12,408` in English. */
export function count(value: number, locale: Locale): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, locale === 'zh-CN' ? '\u202f' : ',');
}

/** A date typed as people write it (`2026/11/3`, `20261103`, `2026年11月3日`) in the one form; else as typed. */
export function tidyDate(typed: string): string {
  const text = typed.trim();
  const day = SERIAL.test(text) ? null : parseDay(text);
  return day?.ok === true ? day.value : text;
}

/** A number that only a spreadsheet means as a day. */
const SERIAL = /^\d{5}(\.\d+)?$/;

/** `8:05`, `0805`, `8：05` and `8点05分` are `08:05`; null for anything else. */
export function parseClockTime(text: string): string | null {
  const time = /^\s*(?:0?\.\d|24)/.test(text) ? null : parseTime(text);
  return time?.ok === true ? time.value : null;
}

/**
 * A time of a day typed as people write it (`2026/11/3 8:15`, `2026-11-03T08:15`) in the one form `2026-11-03 08:15`;
 * a bare time is that of `day`; anything else stays as typed.
 */
export function tidyMinute(typed: string, day: string): string {
  const text = typed.trim();
  const match = /^(.*?)(?:[T\s]+|(?<=日))(\S+)$/.exec(text);
  const date = match === null ? day : tidyDate(match[1]!);
  const time = parseClockTime(match === null ? text : match[2]!);
  return time !== null && isCivilDate(date) ? `${date} ${time}` : text;
}

/** `2026-11-03 08:15` in Chinese, `3 Nov 2026 08:15` in English. */
export function longMinute(minute: string, locale: Locale): string {
  return `${longDate(minute.slice(0, 10), locale)} ${minute.slice(11)}`;
}
