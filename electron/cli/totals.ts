import { VERDICTS, type ElevatorAudit, type Verdict } from '../../domain/audit/verdict';

const TOTALS_ORDER = [
  'compliant',
  'lapsed',
  'non-compliant',
  'not-shown',
  'not-applicable',
  'no-data',
] as const satisfies Verdict[];

/** How many elevators have each verdict, in the order of `formats.md` section 3. */
export function totalsOf(audits: readonly Pick<ElevatorAudit, 'verdict'>[]): Record<string, number> {
  const counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
  for (const { verdict } of audits) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return {
    elevators: audits.length,
    ...Object.fromEntries(TOTALS_ORDER.map((verdict) => [verdict, counts.get(verdict) ?? 0])),
  };
}
