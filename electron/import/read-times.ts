import type { CivilDate } from '../../domain/calendar/civil-date';
import { dayBeside, minutesOnSite, parseMinute, parseTime, parseTimeRange } from '../../domain/reading/times';
import type { Visit } from '../../domain/visit/visit';
import type { RowReader } from './row-reader';

export type Times = { readonly [Time in 'startedAt' | 'endedAt']?: Visit[Time] | undefined };

/**
 * Start and end of a visit. A visit may last across midnight; what cannot be read, is of another day or makes it longer
 * than half a day is a note on the row and costs no visit.
 */
export function readTimes(row: RowReader, date: CivilDate | undefined): Times {
  const range = row.once('range', 'started_at', () => parseTimeRange(row.raw('started_at')) ?? undefined);
  if (range !== undefined && row.raw('ended_at') === '') return lasting(row, range[0], range[1]);
  const started = timeIn(row, 'started_at', date) ?? timeOfDay(row);
  return lasting(row, started, timeIn(row, 'ended_at', date));
}

function lasting(row: RowReader, startedAt: string | undefined, endedAt: string | undefined): Times {
  if (startedAt !== undefined && endedAt !== undefined && minutesOnSite(startedAt, endedAt) === null) {
    row.note('ended_at', 'end-before-start', { start: startedAt });
    return { startedAt };
  }
  return { startedAt, endedAt };
}

/** Where the column of the day is one of times, 维保时间 2026-11-03 09:30, that is when the visit began. */
function timeOfDay(row: RowReader): string | undefined {
  if (row.has('started_at') || row.has('ended_at') || !row.headerOf('date').endsWith('时间')) return undefined;
  const minute = parseMinute(row.raw('date'), row.daysOf('date'));
  return minute.ok && !minute.value.endsWith('T00:00') ? minute.value.slice(11) : undefined;
}

function timeIn(row: RowReader, field: 'started_at' | 'ended_at', date: CivilDate | undefined): string | undefined {
  const raw = row.raw(field);
  if (raw === '') return undefined;
  const how = row.daysOf(field);
  const day = dayBeside(raw, how);
  const nextDay = field === 'ended_at' && date !== undefined && day !== null && daysApart(date, day) === 1;
  if (day !== null && date !== undefined && day !== date && !nextDay)
    return row.note(field, 'time-of-other-day', { day });
  if (day === null) return row.soft(field, parseTime);
  return row.soft(field, (text) => {
    const minute = parseMinute(text, how);
    return minute.ok ? { ok: true, value: minute.value.slice(11) } : parseTime(text);
  });
}

function daysApart(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
