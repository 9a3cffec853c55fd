import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import type { RiskEstimate } from '../hazard/hazard';
import type { HowSet } from '../visit/visit';

/** Outcomes that local practice knows: continue (继续使用), repair (修理), modernise (改造), replace (更新). */
export const CONCLUSIONS = ['continue', 'repair', 'modernise', 'replace'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const ITEM_OUTCOMES = ['conforms', 'finding', 'not-applicable', 'not-examined'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export interface AssessedItem {
  readonly itemId: string;
  readonly outcome: ItemOutcome;
  /** Absent in records made before it was kept: nobody can say. */
  readonly set?: HowSet;
  readonly note?: string;
  readonly risk?: RiskEstimate;
  readonly photos?: readonly string[];
}

/**
 * A safety assessment (安全评估) of one elevator by an item list of the pack. A grade is kept only as the assessing body
 * states it, with its scheme and direction: the program has no scores of its own.
 */
export interface Assessment {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  readonly list: { readonly packId: string; readonly packVersion: string; readonly listId: string };
  /** Assessing body and its report. */
  readonly by: string;
  readonly reportNo?: string;
  readonly members: readonly string[];
  readonly items: readonly AssessedItem[];
  readonly conclusion: Conclusion;
  readonly reasons: string;
  readonly grade?: { readonly scheme: string; readonly grade: string; readonly direction?: string };
  /** Day by which the body wants it assessed again. */
  readonly nextBy?: CivilDate;
  readonly note?: string;
}

/** How many items were set one by one, at once by the key for the rest, and of how many nobody can say. */
export function countsBySetting(items: readonly Pick<AssessedItem, 'set'>[]): Record<HowSet | 'unknown', number> {
  const counts = { each: 0, rest: 0, unknown: 0 };
  for (const { set } of items) counts[set ?? 'unknown'] += 1;
  return counts;
}
