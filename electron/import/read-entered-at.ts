import { dayWritten, type EnteredAt } from '../../domain/calendar/entered-at';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { civilDayIn } from '../../domain/calendar/civil-day-in';
import { parseDay, type DayReading } from '../../domain/reading/days';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import { parseMinute } from '../../domain/reading/times';
import type { RowReader } from './row-reader';
import type { RowContext } from './row-context';

export const ENTERED_COLUMN = { key: 'entered_at', names: ['录入时间', '录入日期'] } as const;

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(?:Z|([+-]\d{2}):?(\d{2}))$/i;
const HAS_TIME = /[:时点h]|^\d{5}\.\d+$/;

/**
 * When the table says the row was written down. Nothing is written down before it is done, but an outage (without
 * `doneOn`) may be planned.
 */
export function readEnteredAt(
  row: RowReader,
  { pack: { zone }, today }: RowContext,
  doneOn?: CivilDate,
): EnteredAt | undefined {
  if (!row.tells('entered_at')) return undefined;
  const at = row.parsed('entered_at', (text) => parseEnteredAt(text, zone, row.daysOf('entered_at')));
  if (at === undefined) return undefined;
  const day = dayWritten(at);
  if (day > today) return row.refuse('entered_at', 'future-date', { today });
  if (doneOn !== undefined && day < doneOn) return row.refuse('entered_at', 'entered-before-done', { done: doneOn });
  return at;
}

/** A day, a day with its minute, or an instant, which is its civil day in the pack's zone. */
export function parseEnteredAt(text: string, zone: string, how: DayReading = {}): Parsed<EnteredAt> {
  const value = plain(text);
  const instant = INSTANT.exec(value);
  const day =
    instant === null ? (HAS_TIME.test(value) ? parseMinute(value, how) : parseDay(value, how)) : parseDay(instant[1]!);
  if (!day.ok) return day;
  if (instant === null) return taken(day.value as string as EnteredAt);
  const [, date, time, hours, minutes] = instant;
  const at = new Date(`${date!}T${time!}${hours === undefined ? 'Z' : `${hours}:${minutes!}`}`);
  return Number.isNaN(at.getTime()) ? refused('bad-time') : taken(civilDayIn(zone, at) as string as EnteredAt);
}
