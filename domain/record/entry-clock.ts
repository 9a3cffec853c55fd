import type { EntryType } from './entry';

/**
 * Why the time of an entry is in doubt: it is dated before the entry before it, or after the machine's day. Nothing is
 * refused for it; it is told.
 */
export const CLOCK_MARKS = ['before-previous', 'after-today'] as const;
export type ClockMark = (typeof CLOCK_MARKS)[number];

/** What is told of an entry whose time is in doubt. */
export interface EntryStamp {
  /** ISO 8601 with offset, as it stands in the entry. */
  readonly at: string;
  readonly type: EntryType;
  readonly subject: string;
}

/** What the clock of a journal is judged by: entries by their numbers, from 1. */
export interface EntryStamps {
  readonly length: number;
  /** Milliseconds; NaN where the entry's time is no instant, which is never doubted. */
  instantOf(seq: number): number;
  stampOf(seq: number): EntryStamp;
}

/** An entry whose time is in doubt. */
export interface ClockDoubt {
  readonly seq: number;
  readonly type: EntryType;
  readonly subject: string;
  readonly at: string;
  /** Of the entry before it; null of the first. */
  readonly previousAt: string | null;
  readonly marks: readonly ClockMark[];
}

export interface ClockDoubts {
  readonly count: number;
  /** The newest first, at most `DOUBTS_LISTED`. */
  readonly newest: readonly ClockDoubt[];
}

export const DOUBTS_LISTED = 200;

/** Whether an entry is dated before the one before it; equal instants of two offsets are in order. */
export function isBeforePrevious(at: string, previousAt: string | null): boolean {
  return previousAt !== null && Date.parse(at) < Date.parse(previousAt);
}

/** The doubts about a whole journal; `now` is the machine's clock, ISO 8601 with the offset of the place. */
export function clockDoubtsOf(stamps: EntryStamps, now: string): ClockDoubts {
  const tomorrow = dayEnd(now);
  const newest: ClockDoubt[] = [];
  let count = 0;
  for (let seq = stamps.length; seq >= 1; seq--) {
    const instant = stamps.instantOf(seq);
    const isBefore = seq > 1 && instant < stamps.instantOf(seq - 1);
    const isAfter = instant >= tomorrow;
    if (!isBefore && !isAfter) continue;
    count++;
    if (count > DOUBTS_LISTED) continue;
    const marks = CLOCK_MARKS.filter((mark) => (mark === 'before-previous' ? isBefore : isAfter));
    const previousAt = seq > 1 ? stamps.stampOf(seq - 1).at : null;
    newest.push({ seq, ...stamps.stampOf(seq), previousAt, marks });
  }
  return { count, newest };
}

/** The first instant after the civil day of `now`, in its own offset. */
function dayEnd(now: string): number {
  const offset = now.slice(19); // what follows `yyyy-mm-ddThh:mm:ss`
  return Date.parse(`${now.slice(0, 10)}T00:00:00${offset}`) + 24 * 60 * 60 * 1000;
}
