import { parseClockTime } from '../../../i18n/dates';
import type { VisitTime } from '../../../../domain/visit/times';

const MINUTES_PER_DAY = 1440;

/** How the times of a round follow each other; minutes as typed. */
export interface RoundClock {
  readonly firstStart: string;
  readonly minutes: string;
  readonly between: string;
}

/** Times of one visit as they stand in its row, and which of them the program filled. */
export interface RowTimes {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly filled: Readonly<Record<VisitTime, boolean>>;
}

/** A whole number of minutes below a day; null for anything else. */
export function parseMinutes(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,4}$/.test(trimmed) && Number(trimmed) < MINUTES_PER_DAY ? Number(trimmed) : null;
}

/**
 * Each visit begins where the one before it ended, with the minutes between, and lasts the minutes of each; a time typed
 * in its row stands, and the next go on from it. What somebody typed is not filled: neither is the start of the round,
 * which is that of its first visit. Nothing is filled past midnight, where the day would be another.
 */
export function rowTimes(
  typed: readonly Readonly<Record<VisitTime, string>>[],
  { firstStart, minutes, between }: RoundClock,
): RowTimes[] {
  const [lasting, pause] = [parseMinutes(minutes), parseMinutes(between) ?? 0];
  let next: number | null = null;
  return typed.map((row, index) => {
    const first = index === 0 && row.startedAt.trim() === '';
    const startedAt = first ? firstStart : row.startedAt.trim() === '' ? clock(next) : row.startedAt;
    const start = minuteOf(startedAt);
    const fillsEnd = row.endedAt.trim() === '';
    const end = start === null || lasting === null || lasting === 0 ? null : start + lasting;
    const endedAt = fillsEnd ? clock(end) : row.endedAt;
    const ended = minuteOf(endedAt);
    next = ended === null || (start !== null && ended < start) ? null : ended + pause;
    return {
      startedAt,
      endedAt,
      filled: {
        startedAt: !first && row.startedAt.trim() === '' && startedAt !== '',
        endedAt: fillsEnd && endedAt !== '',
      },
    };
  });
}

function minuteOf(text: string): number | null {
  const time = parseClockTime(text);
  return time === null ? null : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clock(minute: number | null): string {
  if (minute === null || minute >= MINUTES_PER_DAY) return '';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
