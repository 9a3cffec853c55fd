import type { CivilDate } from '../calendar/civil-date';
import type { LocalMinute } from '../callout/callout';
import { parseDay, type DayReading } from './days';
import { refused, taken, type Parsed } from './parsed';
import { remembered } from './remembered';
import { plain } from './text';

const MINUTES_PER_DAY = 1440;
const MORNING = '上午|早上|凌晨|[aA]\\.?[mM]\\.?';
const AFTERNOON = '下午|晚上|中午|[pP]\\.?[mM]\\.?';
const HALF = new RegExp(`^(?:(${MORNING})|(${AFTERNOON}))\\s*(.*)$|^(.*?)\\s*(?:(${MORNING})|(${AFTERNOON}))$`);
const CLOCK = /^(\d{1,2})\s*[:时時点點h]\s*(\d{1,2})\s*分?(?::?(\d{1,2})(?:\.\d+)?秒?)?$/;
const HOUR = /^(\d{1,2})\s*[时時点點]\s*([半整]|一刻|三刻)?$/;
const PART_OF_HOUR: Readonly<Record<string, number>> = { 半: 30, 整: 0, 一刻: 15, 三刻: 45 };
const DIGITS = /^(\d{1,2})(\d{2})$/;
const DOT = /^(\d{1,2})\.(\d{2})$/;
const FRACTION = /^0?\.(?:\d{3,}|5|25|75)$/;
const BEHIND_DATE =
  /^(.*\d(?:日|号|號|\s|T|[日号號]\s*(?=上午|下午)))\s*((?:上午|下午|[ap]\.?m\.?)?\s*\d{1,2}\s*[:时時点點].*)$/i;
const ZONED = /(?:Z|UTC|[+-]\d{2}:?\d{2})$/i;
const RANGE = /^([^~～—–至到]*\d[^~～—–至到]*?)\s*(?:[~～—–至到]|--?)\s*(\D*\d.*)$/;

/**
 * A time of day, `HH:MM`, as forms and systems write it: `0930`, `9.30`, `9点半`, `下午2:15`, `9:30 AM`, with seconds
 * (cut), behind a date, or the fraction of a day that a spreadsheet lost the format of. `24:00` is `00:00` (of the next day).
 */
export const parseTime = remembered((text): Parsed<string> => {
  const written = plain(text).replace(/^T(?=\d)/, '');
  const behind = written.length > 8 ? BEHIND_DATE.exec(written) : null;
  if (behind !== null && ZONED.test(written)) return refused('bad-time', { what: 'instant' });
  return readTime(behind === null ? written : behind[2]!.trim());
});

function readTime(value: string): Parsed<string> {
  const half = HALF.exec(value);
  if (half !== null) return inHalf((half[3] ?? half[4])!.trim(), (half[2] ?? half[6]) !== undefined, value);
  const clock = CLOCK.exec(value) ?? DIGITS.exec(value) ?? DOT.exec(value);
  if (clock !== null) return clockOf(Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0));
  const hour = HOUR.exec(value);
  if (hour !== null) return clockOf(Number(hour[1]), PART_OF_HOUR[hour[2] ?? '整']!, 0);
  if (!FRACTION.test(value)) return refused('bad-time');
  // A second is the smallest thing that was entered; the binary fraction lies beside it.
  return timeOfMinutes(Math.floor(Math.round(Number(value) * 86_400) / 60));
}

function inHalf(value: string, afternoon: boolean, written: string): Parsed<string> {
  const time = readTime(value);
  if (!time.ok || HALF.test(value)) return refused('bad-time');
  const [hour, minute] = [Number(time.value.slice(0, 2)), time.value.slice(3)];
  if (hour > 12) return time; // 下午14:15
  const noon = /中午/.test(written) && hour >= 10;
  const turned = noon ? hour : (hour % 12) + (afternoon ? 12 : 0);
  return taken(`${String(turned).padStart(2, '0')}:${minute}`);
}

function clockOf(hour: number, minute: number, second: number): Parsed<string> {
  if (hour === 24 && minute === 0 && second === 0) return taken('00:00');
  return hour < 24 && minute < 60 && second < 60 ? timeOfMinutes(hour * 60 + minute) : refused('bad-time');
}

function timeOfMinutes(minutes: number): Parsed<string> {
  if (minutes >= MINUTES_PER_DAY) return refused('bad-time');
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return taken(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}

/** Two times in one cell, `09:30～10:15`; null where there are not two. */
export function parseTimeRange(text: string): readonly [start: string, end: string] | null {
  const match = RANGE.exec(plain(text));
  if (match === null) return null;
  const [start, end] = [parseTime(match[1]!), parseTime(match[2]!)];
  return start.ok && end.ok ? [start.value, end.value] : null;
}

/** The date that stands before a time in the same cell, or null. */
export function dayBeside(text: string, how: DayReading): CivilDate | null {
  const written = plain(text);
  if (written.length < 9 || !BEHIND_DATE.test(written)) return null;
  const day = parseDay(written, how);
  return day.ok ? day.value : null;
}

const SERIAL_MINUTE = /^[1-9]\d{4}(\.\d+)?$/;

/** A date with its time, in the shapes of days and times, or a spreadsheet serial; an instant is the minute in `zone`. */
export function parseMinute(text: string, how: DayReading = {}): Parsed<LocalMinute> {
  const value = plain(text);
  if (SERIAL_MINUTE.test(value)) return minuteOf(parseDay(value, how), fractionOf(value));
  if (ZONED.test(value) && value.length > 15) return minuteOfInstant(value, how.zone);
  const match = BEHIND_DATE.exec(value);
  return match === null
    ? refused('bad-minute')
    : minuteOf(parseDay(match[1]!.replace(/[T\s]+$/, ''), how), readTime(match[2]!.trim()));
}

function fractionOf(serial: string): Parsed<string> {
  const seconds = Math.round((Number(serial) % 1) * 86_400);
  return timeOfMinutes(Math.min(Math.floor(seconds / 60), MINUTES_PER_DAY - 1));
}

function minuteOf(date: Parsed<CivilDate>, time: Parsed<string>): Parsed<LocalMinute> {
  if (!date.ok) return date;
  return time.ok ? taken(`${date.value}T${time.value}` as LocalMinute) : time;
}

function minuteOfInstant(value: string, zone: string | undefined): Parsed<LocalMinute> {
  const at = new Date(
    value
      .replace(/\s+(?=\d)/, 'T')
      .replace(/\s*UTC$/i, 'Z')
      .replace(/\s+/g, ''),
  );
  if (zone === undefined || Number.isNaN(at.getTime())) return refused('bad-minute');
  return taken(minuteFormatOf(zone).format(at).replace(' ', 'T').slice(0, 16) as LocalMinute);
}

const minuteFormats = new Map<string, Intl.DateTimeFormat>();

function minuteFormatOf(zone: string): Intl.DateTimeFormat {
  let format = minuteFormats.get(zone);
  if (format === undefined) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...digits });
    minuteFormats.set(zone, format);
  }
  return format;
}

/** How long a visit may last across midnight; what seems longer has its times mixed up. */
const LONGEST_NIGHT_MINUTES = 12 * 60;

/**
 * Minutes from `start` to `end` (both `HH:MM`); an earlier end is one of the next day. Null where that would be longer
 * than half a day: then one of the two is wrong.
 */
export function minutesOnSite(start: string, end: string): number | null {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const lasted = minutes(end) - minutes(start);
  if (lasted >= 0) return lasted;
  const overnight = lasted + MINUTES_PER_DAY;
  return overnight <= LONGEST_NIGHT_MINUTES ? overnight : null;
}
