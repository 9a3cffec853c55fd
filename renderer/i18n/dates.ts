import { civilPartsOf, parseCivilDate, toCivilDate } from '../../domain/calendar/civil-date';
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
