import { VERDICTS, type Verdict } from '../../../domain/audit/verdict';
import type { DifferingRow } from '../../../domain/fleet/compare-fleet';

export type Which = 'verdict' | 'due';

const RANK: Readonly<Record<Verdict, number>> = Object.fromEntries(
  VERDICTS.map((verdict, rank) => [verdict, rank]),
) as Record<Verdict, number>;

/** Those with another verdict, the worst of either side first; or those that differ in their due days alone. */
export function differingRows(rows: readonly DifferingRow[], which: Which): readonly DifferingRow[] {
  const wanted = rows.filter(({ verdict }) => (verdict.left !== verdict.right) === (which === 'verdict'));
  const worst = ({ verdict }: DifferingRow): number => Math.min(RANK[verdict.left], RANK[verdict.right]);
  return wanted.sort((one, other) => worst(one) - worst(other));
}
