import type { Random } from '../random';
import { NOTES } from '../sample-visits';
import { isClosed } from './closed-days';
import { DAY, type Done } from './day';
import type { Depot, TimesHabit } from './depots';
import type { Draft } from './drafts';
import type { Round } from './rounds';

export const NOTED = 0.06;
const CONFIRMED = 0.97;
const SELDOM = 0.2;

/** What an honest crew writes of a visit, by its habits. */
export function writeDown(done: Done, depot: Depot, random: Random): Draft {
  const { round, stop, from, to } = done;
  const crew = depot.crews[round.crew]!;
  const written = roundedBy(crew.times, from, to);
  const phrase = crew.phrase;
  const note = random.chance(NOTED) ? random.pick(NOTES) : phrase;
  const date = Math.floor(from / DAY);
  return {
    round,
    lift: stop.lift,
    task: stop.task,
    happened: { from, to, people: done.people },
    date,
    ...written,
    people: done.people,
    confirmedBy: confirmedBy(round, depot, random),
    note,
    entered: depot.entry === 'unsaid' ? null : 'habit',
    habitDay: Math.floor(to / DAY),
    edges: [
      ...done.edges,
      ...(crew.times === 'half' ? (['round-times'] as const) : []),
      ...(note !== null && note === phrase ? (['phrase'] as const) : []),
      ...(isClosed(date) ? (['holiday'] as const) : []),
    ],
    fabricated: null,
    evidenceOf: null,
  };
}

export function confirmedBy({ site }: Round, { sites }: Depot, random: Random): string | null {
  const { seldomConfirms, safetyManager } = sites[site]!;
  return random.chance(seldomConfirms ? SELDOM : CONFIRMED) ? safetyManager : null;
}

/** Times as people write them; a visit never ends when it begins. */
export function roundedBy(habit: TimesHabit, from: number, to: number): { from: number; to: number } {
  if (habit === 'exact') return { from, to };
  const step = habit === 'five' ? 5 : 30;
  const near = (minute: number): number => Math.round(minute / step) * step;
  const sameDay = Math.floor(near(from) / DAY) === Math.floor(from / DAY);
  const start = sameDay ? near(from) : Math.floor(from / step) * step;
  return { from: start, to: Math.max(near(to), start + step) };
}
