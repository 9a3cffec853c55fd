import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

const DAY = 1440;
/** Whoever rounds writes in steps of this; times in such steps meet by themselves. */
const STEP = 5;

interface Again {
  readonly one: Seen;
  readonly before: Seen;
}

/**
 * The hours of the round before once more: `threshold` elevators of one site and more whose visits of a day last as long
 * as those of the same earlier day, to the minute, and all begin earlier or later by the same few minutes (`tolerance`).
 * Only where some time is not in steps of five minutes. Needs start and end. Honest cases look like it: the times of a
 * plan written down, one time for a whole round.
 */
export function copiedHours(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const { tolerance = 0 } = threshold;
  const rounds = new Map<string, Again[]>();
  let lookedAt = 0;
  for (const visits of facts.byElevator().values()) {
    let before: Seen | undefined;
    for (const one of visits) {
      if (one.start === null || one.end === null) continue;
      lookedAt += 1;
      if (before !== undefined && one.site !== null && isAsLong(one, before)) {
        const moved = one.start - before.start! - (one.day - before.day) * DAY;
        if (Math.abs(moved) <= tolerance) put(rounds, `${one.site} ${one.day} ${before.day} ${moved}`, { one, before });
      }
      before = one;
    }
  }
  const doubts = [...rounds.values()].flatMap((round): readonly Doubt[] => {
    if (round.length < threshold.threshold || !round.some(({ one }) => isExact(one)) || isOneTime(round)) return [];
    return [
      doubtOf(threshold, {
        level: 'question',
        visits: [...round.map(({ one }) => one.visit), ...round.map(({ before }) => before.visit)],
        people: round[0]!.one.visit.technicians, // a round has visits
        measure: round.length,
        unit: 'elevators',
      }),
    ];
  });
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['times'] : [] };
}

function isAsLong(one: Seen, before: Seen): boolean {
  return one.end! - one.start! === before.end! - before.start!; // both have times
}

function isExact({ start, end }: Seen): boolean {
  return start! % STEP !== 0 || (end! - start!) % STEP !== 0;
}

/** One line for the whole round: one start and one end say as much as a single visit does. */
function isOneTime(round: readonly Again[]): boolean {
  const [first] = round;
  return round.every(({ one }) => one.start === first!.one.start && one.end === first!.one.end);
}

function put(rounds: Map<string, Again[]>, key: string, again: Again): void {
  const round = rounds.get(key);
  if (round === undefined) rounds.set(key, [again]);
  else round.push(again);
}
