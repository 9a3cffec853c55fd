import type { Act } from '../inspection/inspection';

export interface PairedRule {
  readonly id: string;
  readonly task: Act;
  /** Whether the rule is for the elevator whose judgements are compared. */
  readonly applies: boolean;
}

/** Indices of two rules that ask the same thing; null = the other pack has no such rule. */
export interface RulePair {
  readonly left: number | null;
  readonly right: number | null;
  readonly by: 'id' | 'act' | 'alone';
}

/**
 * Rules of two packs side by side, in the left pack's order and then the right's. A rule meets the one of its own id.
 * Those left over meet by the act they ask for, where among the rules for this elevator each pack has just one of them:
 * with two candidates nobody could say which of them is meant, so both stand alone.
 */
export function pairRules(left: readonly PairedRule[], right: readonly PairedRule[]): RulePair[] {
  const rightById = new Map(right.map(({ id }, index) => [id, index]));
  const leftIds = new Set(left.map(({ id }) => id));
  const spareLeft = onlyOfTheirAct(left, ({ id }) => !rightById.has(id));
  const spareRight = onlyOfTheirAct(right, ({ id }) => !leftIds.has(id));
  const taken = new Set<number>();
  const pairs = left.map((rule, index): RulePair => {
    const sameId = rightById.get(rule.id);
    const sameAct = spareLeft.get(rule.task) === index ? spareRight.get(rule.task) : undefined;
    const partner = sameId ?? sameAct;
    if (partner === undefined) return { left: index, right: null, by: 'alone' };
    taken.add(partner);
    return { left: index, right: partner, by: sameId === undefined ? 'act' : 'id' };
  });
  const alone = right.map((_, index): RulePair => ({ left: null, right: index, by: 'alone' }));
  return [...pairs, ...alone.filter((_, index) => !taken.has(index))];
}

/** By act, the index of the one spare rule that is for this elevator; acts with several are left out. */
function onlyOfTheirAct(
  rules: readonly PairedRule[],
  isSpare: (rule: PairedRule) => boolean,
): ReadonlyMap<Act, number> {
  const found = new Map<Act, number>();
  const several = new Set<Act>();
  for (const [index, rule] of rules.entries()) {
    if (!rule.applies || !isSpare(rule)) continue;
    if (found.has(rule.task)) several.add(rule.task);
    found.set(rule.task, index);
  }
  for (const act of several) found.delete(act);
  return found;
}
