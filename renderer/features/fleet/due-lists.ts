import { isOfRoster, type Due } from '../../../domain/fleet/roster-dues';

export const AHEADS = ['30', '60', '90'] as const;
export type Ahead = (typeof AHEADS)[number];

/** What falls due: a rule by its place in the pack, the insurance, a certificate of a person, a permit of a firm. */
export type DueOf = number | 'insurance' | 'certificate' | 'permit';
/** What is asked about. */
export type DueKind = 'all' | DueOf;

const OTHERS = ['insurance', 'certificate', 'permit'] as const;
const OF_LIST = { people: 'certificate', firms: 'permit' } as const;

export function kindOfDue(due: Due): DueOf {
  return isOfRoster(due) ? OF_LIST[due.list] : (due.rule ?? 'insurance');
}

export function dueWithin(rows: readonly Due[], ahead: Ahead, kind: DueKind): readonly Due[] {
  return rows.filter((due) => due.daysLeft <= Number(ahead) && (kind === 'all' || kindOfDue(due) === kind));
}

/** The kinds that some row is of, rules in the order of the pack. */
export function kindsIn(rows: readonly Due[]): readonly DueOf[] {
  const kinds = new Set(rows.map(kindOfDue));
  const rules = [...kinds].filter((kind) => typeof kind === 'number').sort((a, b) => a - b);
  return [...rules, ...OTHERS.filter((kind) => kinds.has(kind))];
}

/** What stands behind the value of an option; anything else is everything. */
export function kindAsked(value: string): DueKind {
  return OTHERS.find((kind) => kind === value) ?? (/^\d+$/.test(value) ? Number(value) : 'all');
}
