import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Finding } from './doubt';
import type { DoubtFacts } from './facts';
import { isRounding, movementsOf } from './movements';
import { placedFacts } from './placed-facts';

/**
 * Less time between leaving one site and beginning at another than the way takes: the minutes known between the two, or
 * the stated default (`threshold`), less what both clocks may be wrong by (`tolerance`). A way that is known is a
 * question; one by default, and one between hours written as whole or half ones, a note. Needs people, times and addresses. Honest cases look like it: start pressed at the
 * gate, times written in steps of five minutes, the wrong clock of a phone, people of one name.
 */
export function travel(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const { tolerance = 0 } = threshold;
  const known = (from: string, to: string): number | null => facts.ways?.minutes(from, to) ?? null;
  const needed = (from: string, to: string): number => known(from, to) ?? threshold.threshold;
  const farthest = Math.max(threshold.threshold, facts.ways?.longest ?? 0) - tolerance;
  const isTight = (gap: number, from: string, to: string): boolean =>
    gap >= 0 && gap < farthest && gap + tolerance < needed(from, to);
  const doubts = movementsOf(facts, isTight).map(({ before, after, people, gap }) =>
    doubtOf(threshold, {
      level: known(before.site, after.site) === null || isRounding({ before, after, gap }) ? 'note' : 'question',
      visits: [before.visit, after.visit],
      people,
      measure: gap,
      threshold: needed(before.site, after.site),
      unit: 'minutes',
    }),
  );
  return { doubts, ...placedFacts(facts) };
}
