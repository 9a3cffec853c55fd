import type { DoubtThreshold } from '../pack/doubt-threshold';
import { TASKS, type Task } from '../visit/visit';
import { doubtOf, type Doubt, type Finding } from './doubt';
import { writtenName, type DoubtFacts, type Seen } from './facts';

/** Fewest visits of which a share says anything. */
const VISITS = 20;
const DAY = 1440;

/**
 * `threshold` visits and more of one elevator, one behind the other, that begin and end at the same minutes. Never more
 * than a note. Honest cases look like it: times of the plan copied onto paper, a fixed hour of the contract.
 */
export function sameTimes(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  for (const visits of facts.byElevator().values())
    for (const run of longRuns(visits, threshold.threshold))
      doubts.push(
        doubtOf(threshold, {
          level: 'note',
          visits: run.map(({ visit }) => visit),
          measure: run.length,
          unit: 'visits',
        }),
      );
  return { doubts, ...timed(facts) };
}

/** Runs of visits of the same minutes, `least` of them and more; visits without times are passed over. */
function* longRuns(visits: readonly Seen[], least: number): Generator<readonly Seen[]> {
  let run: Seen[] = [];
  for (const one of visits) {
    if (one.start === null) continue;
    const before = run.at(-1);
    if (before !== undefined && alike(before, one)) run.push(one);
    else {
      if (run.length >= least) yield run;
      run = [one];
    }
  }
  if (run.length >= least) yield run;
}

function alike(a: Seen, b: Seen): boolean {
  return a.start! - a.day * DAY === b.start! - b.day * DAY && a.end! - a.start! === b.end! - b.start!; // both have times
}

/**
 * One length, to the minute, in `threshold` per cent and more of a person's visits of one category, of twenty at least.
 * Never more than a note. Honest cases look like it: paper that rounds to the half hour, the planned minutes written
 * down.
 */
export function sameDuration(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  for (const [person, visits] of facts.byPerson()) {
    if (visits.length < VISITS) continue;
    for (const task of TASKS) {
      const most = mostAlike(visits, task);
      if (most === null || most.of < VISITS) continue;
      const share = Math.floor((most.times * 100) / most.of);
      if (share < threshold.threshold) continue;
      const alike = visits.filter((one) => one.visit.task === task && minutesOf(one) === most.minutes);
      doubts.push(
        doubtOf(threshold, {
          level: 'note',
          visits: alike.map(({ visit }) => visit),
          people: [writtenName(alike[0]!.visit, person)], // twenty visits have a most common length
          measure: share,
          unit: 'percent',
        }),
      );
    }
  }
  return { doubts, ...timed(facts) };
}

interface MostAlike {
  readonly minutes: number;
  readonly times: number;
  readonly of: number;
}

/** The length that most visits of a category have, the first of several; null where none has times. */
function mostAlike(visits: readonly Seen[], task: Task): MostAlike | null {
  const times = new Map<number, number>();
  let of = 0;
  for (const one of visits) {
    if (one.visit.task !== task) continue;
    const minutes = minutesOf(one);
    if (minutes === null) continue;
    of += 1;
    times.set(minutes, (times.get(minutes) ?? 0) + 1);
  }
  let most: MostAlike | null = null;
  for (const [minutes, count] of times) if (most === null || count > most.times) most = { minutes, times: count, of };
  return most;
}

function minutesOf({ start, end }: Seen): number | null {
  return start === null || end === null ? null : end - start;
}

function timed({ seen }: DoubtFacts): Pick<Finding, 'lookedAt' | 'missing'> {
  let lookedAt = 0;
  for (const { start } of seen) if (start !== null) lookedAt += 1;
  return { lookedAt, missing: lookedAt < seen.length ? ['times'] : [] };
}
