import { z } from 'zod';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Candidate } from '../../../domain/risk/within-budget';
import { readDraft, saveDraft } from '../../data/drafts';
import type { StockRow } from '../../../domain/fleet/stock-rows';
import { parseYuan } from '../../i18n/money';

/** What people typed as the cost of an elevator, in place of the sum that its hazards are estimated at; as typed. */
export type TypedCosts = Readonly<Record<string, string>>;

const KEY = 'stock-costs';
const schema = z.record(z.string().max(80), z.string().max(20));

/** Kept beside the drafts: a plan in the making, and no record. */
export async function readTypedCosts(): Promise<TypedCosts> {
  const parsed = schema.safeParse((await readDraft(KEY))?.value);
  return parsed.success ? parsed.data : {};
}

export async function keepTypedCosts(costs: TypedCosts): Promise<void> {
  await saveDraft(KEY, costs, Date.now());
}

/** Whole yuan that an elevator costs: as typed, else the estimates of its hazards; null = nobody knows. */
export function costOf(
  row: Pick<StockRow, 'registrationNo' | 'cost' | 'costMissing'>,
  typed: TypedCosts,
): number | null {
  const own = typed[row.registrationNo];
  if (own !== undefined && own.trim() !== '') {
    const amount = parseYuan(own);
    return amount === null ? null : Math.ceil(amount);
  }
  return row.costMissing > 0 || row.cost === 0 ? null : Math.ceil(row.cost);
}

export interface BudgetCandidates {
  readonly candidates: readonly Candidate[];
  /** Elevators that nobody has priced: the choice leaves them out, and says so. */
  readonly unpriced: readonly RegistrationNo[];
}

/** What a budget can be spent on, in the order shown; nothing is spent on what is retired. */
export function budgetCandidates(rows: readonly StockRow[], typed: TypedCosts): BudgetCandidates {
  const priced = rows.filter(({ use }) => use !== 'retired').map((row) => ({ row, cost: costOf(row, typed) }));
  return {
    candidates: priced.flatMap(({ row, cost }) =>
      cost === null ? [] : [{ id: row.registrationNo, cost, points: row.priority.points }],
    ),
    unpriced: priced.flatMap(({ row, cost }) => (cost === null ? [row.registrationNo] : [])),
  };
}
