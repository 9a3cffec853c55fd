import { daysInMonth, toCivilDate, epochDayOf, type CivilDate } from '../../domain/calendar/civil-date';
import type { LocalMinute } from '../../domain/callout/callout';
import type { RefusalCode } from '../../domain/record/refusal';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly params: Readonly<Record<string, string | number>> };

export const taken = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (code: RefusalCode, params: Readonly<Record<string, string | number>> = {}): Parsed<never> => ({
  ok: false,
  code,
  params,
});

/** Full-width digits, letters and signs to plain ones (NFKC of that block only), radicals to hanzi; trimmed. */
export function plain(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\u3000\u2e80-\u2fdf]/g, (sign) => sign.normalize('NFKC')).trim();
}

/** Spaces trimmed and radicals made hanzi; the writer's punctuation stays as it is. */
export function cleanText(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/g, (sign) => sign.normalize('NFKC')).trim();
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
const UNWRITABLE = /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u;

/** Half a character has no UTF-8 form and no hash; in a header it becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\ufffd');
}

/** Whether a cell carries control characters or halves of characters, which no record may. */
export function isUnwritable(text: string): boolean {
  return UNWRITABLE.test(text);
}

const DATE_SHAPES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/,
];
/** A time of day behind a date, as spreadsheets and databases write it; the day stands as written, in no zone. */
const TIME_BEHIND = /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const DATE_BEFORE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]+(?=\d)/;
const EARLIEST_YEAR = 1900;
const SERIAL = /^[1-9]\d{4}$/;
const SERIAL_EPOCH = -25_569; // serial 25569 is 1970-01-01 in the 1900 system

/** A date in one of the shapes of `formats.md` section 2, or a spreadsheet serial that lost its format. */
export function parseDate(text: string): Parsed<CivilDate> {
  const value = plain(text).replace(TIME_BEHIND, '');
  if (SERIAL.test(value)) return taken(toCivilDate(Number(value) + SERIAL_EPOCH));
  const match = DATE_SHAPES.map((shape) => shape.exec(value)).find((found) => found !== null);
  if (match === undefined) return refused('bad-date');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < EARLIEST_YEAR) return refused('bad-date');
  if (month < 1 || month > 12) return refused('no-such-date', { year, month });
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) return refused('no-such-date', { year, month, days });
  return taken(toCivilDate(epochDayOf(year, month, day)));
}

/** `HH:MM`, with full-width signs or seconds; a fraction of a day is a time a spreadsheet lost the format of. */
export function parseTime(text: string): Parsed<string> {
  const value = plain(text)
    .replace(DATE_BEFORE, '')
    .replace(/^(\d{1,2})[时点h](\d{1,2})分?$/, '$1:$2');
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(value);
  if (match !== null && Number(match[1]) < 24 && Number(match[2]) < 60)
    return taken(`${match[1]!.padStart(2, '0')}:${match[2]!}`);
  if (!/^0?\.\d+$/.test(value)) return refused('bad-time');
  const minutes = Math.min(Math.round(Number(value) * 1440), 1439);
  return taken(clockOf(minutes));
}

const SERIAL_MINUTE = /^[1-9]\d{4}(\.\d+)?$/;

/** A date with its time, `2026-11-03 08:15` in the shapes of dates and times above, or a spreadsheet serial. */
export function parseMinute(text: string): Parsed<LocalMinute> {
  const value = plain(text);
  if (SERIAL_MINUTE.test(value)) {
    const minutes = Math.round(Number(value) * 1440);
    return minuteOf(parseDate(String(Math.floor(minutes / 1440))), taken(clockOf(minutes % 1440)));
  }
  const match = /^(.*?\d日?)[T\s]+(\d{1,2}[:时点h]\d{1,2}(?::\d{2}(?:\.\d+)?)?分?)(?:Z|[+-]\d{2}:?\d{2})?$/.exec(value);
  return match === null
    ? refused('bad-minute')
    : minuteOf(parseDate(match[1]!), parseTime(match[2]!.replace(/\.\d+$/, '')));
}

function minuteOf(date: Parsed<CivilDate>, time: Parsed<string>): Parsed<LocalMinute> {
  if (!date.ok) return date;
  return time.ok ? taken(`${date.value}T${time.value}` as LocalMinute) : time;
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A whole number of people; nought is one. */
export function parseCount(text: string): Parsed<number> {
  const match = /^(\d{1,3})\s*人?$/.exec(plain(text));
  return match === null ? refused('bad-number') : taken(Number(match[1]));
}

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([a-zA-Z/公斤千克米秒每]*)$/;

/** A positive number with an optional unit of the given list behind it. */
export function parseNumber(text: string, most: number, units: readonly string[]): Parsed<number> {
  const match = NUMBER.exec(plain(text));
  const unit = match?.[3]?.toLowerCase() ?? '';
  if (match === null || (unit !== '' && !units.includes(unit))) return refused('bad-number');
  const value = Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`);
  return value > 0 && value <= most ? taken(value) : refused('bad-number');
}

/** A whole number from 1 on with an optional unit of the given list behind it. */
export function parseWhole(text: string, most: number, units: readonly string[]): Parsed<number> {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)\s*(\D*)$/.exec(plain(text).replace(/^(\d+)\.0+$/, '$1'));
  const unit = match?.[2]?.toLowerCase() ?? '';
  if (match === null || (unit !== '' && !units.includes(unit))) return refused('bad-whole', { most });
  const value = Number(match[1]!.replaceAll(',', ''));
  return value >= 1 && value <= most ? taken(value) : refused('bad-whole', { most });
}

const YES = ['是', '有', 'yes', 'y', 'true', '√', '✓'];
const NO = ['否', '无', '不是', 'no', 'n', 'false', '×'];

export function parseYesNo(text: string): Parsed<boolean> {
  const value = plain(text).toLowerCase();
  if (YES.includes(value)) return taken(true);
  return NO.includes(value) ? taken(false) : refused('not-yes-or-no');
}

const YUAN = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?(?:元|yuan|rmb)?$/i;
const MOST_YUAN = 1_000_000_000;

/** Yuan, nought included: some repairs cost nothing. */
export function parseYuan(text: string): Parsed<number> {
  const match = YUAN.exec(plain(text).replaceAll(/\s+/g, ''));
  const value = Number(`${match?.[1]?.replaceAll(',', '') ?? ''}${match?.[2] ?? ''}`);
  return match !== null && value <= MOST_YUAN ? taken(value) : refused('bad-number');
}

/** Names or certificate numbers, separated by `;` `、` or `/` (and their full-width forms). */
export function parseNames(text: string): string[] {
  return cleanText(text)
    .split(/[;；、/／,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Items separated by `;` `、` or a line break (and full-width forms). */
export function parseList(text: string): string[] {
  return cleanText(text)
    .split(/[;；、\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
