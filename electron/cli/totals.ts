import type { Verdict } from '../../domain/audit/verdict';
import type { Headline } from '../../domain/headline/judge-headline';
import type { UseState } from '../../domain/headline/use';

const VERDICTS_TOLD = [
  'compliant',
  'lapsed',
  'non-compliant',
  'not-shown',
  'not-applicable',
  'no-data',
] as const satisfies Verdict[];

/** An elevator as totals count it. */
export interface Counted {
  readonly verdict: Verdict;
  readonly use: UseState;
}

export function countedOf({ audit, use }: Headline): Counted {
  return { verdict: audit.verdict, use: use.state };
}

/** The six verdicts add up to `elevators - retired`: a retired elevator counts as that alone. */
export interface Totals extends Readonly<Record<Verdict, number>> {
  readonly elevators: number;
  readonly mustNotRun: number;
  readonly cannotTell: number;
  readonly outOfUse: number;
  readonly retired: number;
}

/** In the order of `formats.md` section 3. */
export function totalsOf(fleet: readonly Counted[]): Totals {
  const verdicts = verdictTotals(fleet.map(({ verdict, use }) => (use === 'retired' ? null : verdict)));
  const inState = (state: UseState): number => fleet.filter(({ use }) => use === state).length;
  const { elevators, retired, ...counts } = verdicts;
  return {
    elevators,
    ...counts,
    mustNotRun: inState('must-not-run'),
    cannotTell: inState('cannot-tell'),
    outOfUse: inState('out-of-use'),
    retired,
  };
}

export type VerdictTotals = Pick<Totals, 'elevators' | Verdict | 'retired'>;

/** Verdicts alone; null = retired. */
export function verdictTotals(verdicts: readonly (Verdict | null)[]): VerdictTotals {
  const counts = new Map<Verdict | null, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const of = Object.fromEntries(VERDICTS_TOLD.map((verdict) => [verdict, counts.get(verdict) ?? 0]));
  return { elevators: verdicts.length, ...(of as Record<Verdict, number>), retired: counts.get(null) ?? 0 };
}
