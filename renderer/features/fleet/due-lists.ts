import type { DueRow } from '../../../domain/fleet/dues';

export const AHEADS = ['30', '60', '90'] as const;
export type Ahead = (typeof AHEADS)[number];

/** What is asked about: a rule by its place in the pack, the insurance, or everything. */
export type DueKind = 'all' | 'insurance' | number;

export function dueWithin(rows: readonly DueRow[], ahead: Ahead, kind: DueKind): readonly DueRow[] {
  return rows.filter(
    ({ daysLeft, rule }) =>
      daysLeft <= Number(ahead) && (kind === 'all' || (kind === 'insurance' ? rule === null : rule === kind)),
  );
}

/** The kinds that some row is of, rules in the order of the pack. */
export function kindsIn(rows: readonly DueRow[]): readonly Exclude<DueKind, 'all'>[] {
  const rules = [...new Set(rows.flatMap(({ rule }) => (rule === null ? [] : [rule])))].sort((a, b) => a - b);
  return rows.some(({ rule }) => rule === null) ? [...rules, 'insurance'] : rules;
}
