import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import type { DoubtFacts } from './facts';

/**
 * Items that ask for a measured value or an answer of their own (tests and calibrations) put in order with the rest by
 * one key: `threshold` of them and more in a visit. Needs a checklist that kept how each was set. Honest cases look like
 * it: a paper sheet typed afterwards.
 */
export function bulkAnswers(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  let lookedAt = 0;
  for (const { visit } of facts.seen) {
    const results = visit.checklist?.results ?? [];
    if (!results.some(({ set }) => set !== undefined)) continue;
    lookedAt += 1;
    const inBulk = results.filter(({ itemId, set }) => set === 'rest' && facts.askedItems.has(itemId)).length;
    if (inBulk >= threshold.threshold)
      doubts.push(
        doubtOf(threshold, {
          level: 'question',
          visits: [visit],
          people: visit.technicians,
          measure: inBulk,
          unit: 'items',
        }),
      );
  }
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? ['checklist'] : [] };
}
