import { civilPartsOf, isCivilDate, parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/rule-pack';

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

/** A date typed as people write it (`2026/11/3`, `2026.11.3`, `20261103`, `2026年11月3日`) in the one form; else as typed. */
export function tidyDate(typed: string): string {
  const text = typed.trim();
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return text;
  const date = `${match[1]!}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  return isCivilDate(date) ? date : text;
}

const CLOCK_TIME = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/;

/** `8:05`, `08:05`, `0805` and `8：05` are `08:05`; null for anything else. */
export function parseClockTime(text: string): string | null {
  const match = CLOCK_TIME.exec(text.trim());
  return match === null ? null : `${match[1]!.padStart(2, '0')}:${match[2]!}`;
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
