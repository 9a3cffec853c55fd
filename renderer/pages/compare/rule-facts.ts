import type { ComparedRule, RuleDifference, Side } from '../../../domain/audit/compare-audits';

/** What the two columns say of a rule, in the order in which they say it. */
export const FACTS = ['status', 'due', 'last-done', 'limit', 'clause', 'gaps'] as const;
export type Fact = (typeof FACTS)[number];

const FACT_OF: Readonly<Record<RuleDifference['what'], Fact | null>> = {
  only: null,
  status: 'status',
  due: 'due',
  'last-done': 'last-done',
  limit: 'limit',
  version: 'clause',
  clause: 'clause',
  confidence: 'clause',
  figures: 'gaps',
  'gap-only': 'gaps',
  gap: 'gaps',
};

/** The facts in which the two columns differ. */
export function differingFacts({ differences }: Pick<ComparedRule, 'differences'>): ReadonlySet<Fact> {
  return new Set(differences.flatMap(({ what }) => FACT_OF[what] ?? []));
}

/** How a row is marked: alike, different in some facts, or judged on one side only. */
export type RowMark = { readonly kind: 'same' } | { readonly kind: 'differs' } | { readonly kind: 'only'; side: Side };

export function rowMark({ differences }: Pick<ComparedRule, 'differences'>): RowMark {
  const [first] = differences;
  if (first === undefined) return { kind: 'same' };
  return first.what === 'only' ? { kind: 'only', side: first.side } : { kind: 'differs' };
}

/** Rules that judge this elevator on neither side tell nothing about it. */
export function isJudged({ left, right }: Pick<ComparedRule, 'left' | 'right'>): boolean {
  return [left, right].some((side) => side !== null && side.audit.status !== 'not-applicable');
}
