import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Finding } from './doubt';
import type { DoubtFacts } from './facts';
import { isRounding, movementsOf } from './movements';
import { placedFacts } from './placed-facts';

/**
 * One person's intervals [start, end) at two sites share at least `threshold` minutes: as recorded, both cannot be true.
 * Up to half an hour between hours that are written as whole or half ones is a question.
 * Touching ends share nothing; the elevators of one site are one place. Needs people, times and addresses. Honest cases
 * look like it: two people of one name, a pair that parted, one time written for a whole round, a clock that is wrong.
 */
export function twoPlaces(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts = movementsOf(facts, (gap) => -gap >= threshold.threshold && gap < 0).map(
    ({ before, after, people, gap }) =>
      doubtOf(threshold, {
        level: isRounding({ before, after, gap }) ? 'question' : 'impossible',
        visits: [before.visit, after.visit],
        people,
        measure: -gap,
        unit: 'minutes',
      }),
  );
  return { doubts, ...placedFacts(facts) };
}
