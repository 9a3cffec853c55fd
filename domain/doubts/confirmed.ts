import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/** Confirmations of an elevator by others, from which on a stranger's stands out. */
const USUAL = 10;

/**
 * A visit that nobody of the user unit confirmed, where others of the records are confirmed (TSG T5002-2017 art. 7).
 * Honest cases look like it: the sheet was signed on paper, or waits for the monthly signing.
 */
export function unconfirmed(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const open = facts.seen.filter((one) => confirmerOf(one, facts) === null);
  if (open.length === facts.seen.length) return none();
  const doubts = open.map(({ visit }) =>
    doubtOf(threshold, { level: 'note', visits: [visit], people: visit.technicians, measure: 0, unit: 'visits' }),
  );
  return { doubts, lookedAt: facts.seen.length, missing: [] };
}

/**
 * Confirmed by one of those who did the work: the confirmation is the user unit's. Honest cases look like it: people of
 * one name, the columns filled the wrong way round.
 */
export function confirmedByCrew(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  return ofConfirmed(facts, (one, confirmer) =>
    one.people.includes(confirmer) ? asked(one, threshold, 'question', 1) : null,
  );
}

/**
 * Confirmed by somebody who confirms fewer than `threshold` visits in all the records, at an elevator at which others
 * confirmed ten visits and more. Honest cases look like it: a substitute, a name typed wrong, a new manager's first day.
 */
export function confirmedOnce(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const times = new Map<string, number>();
  for (const one of facts.seen) {
    const confirmer = confirmerOf(one, facts);
    if (confirmer !== null) times.set(confirmer, (times.get(confirmer) ?? 0) + 1);
  }
  return ofConfirmed(facts, (one, confirmer) => {
    const own = times.get(confirmer)!; // it was counted
    if (own >= threshold.threshold) return null;
    const there = facts.byElevator().get(one.visit.registrationNo) ?? [];
    const others = there.filter((other) => confirmerOf(other, facts) !== null).length - own;
    return others < USUAL ? null : asked(one, threshold, 'note', own);
  });
}

function ofConfirmed(facts: DoubtFacts, ask: (one: Seen, confirmer: string) => Doubt | null): Finding {
  const doubts: Doubt[] = [];
  let lookedAt = 0;
  for (const one of facts.seen) {
    const confirmer = confirmerOf(one, facts);
    if (confirmer === null) continue;
    lookedAt += 1;
    const doubt = ask(one, confirmer);
    if (doubt !== null) doubts.push(doubt);
  }
  return lookedAt === 0 ? none() : { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['confirmations'] : [] };
}

function asked({ visit }: Seen, threshold: DoubtThreshold, level: Doubt['level'], measure: number): Doubt {
  return doubtOf(threshold, { level, visits: [visit], people: [visit.confirmedBy ?? ''], measure, unit: 'visits' });
}

function none(): Finding {
  return { doubts: [], lookedAt: 0, missing: ['confirmations'] };
}

function confirmerOf({ visit: { confirmedBy } }: Seen, { keyOf }: DoubtFacts): string | null {
  return confirmedBy === undefined ? null : keyOf(confirmedBy) || null;
}
