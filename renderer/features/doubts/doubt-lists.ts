import { answerTo, isAsked, type LedgerDoubt } from '../../../domain/doubts/answered';
import { DOUBT_LEVELS } from '../../../domain/doubts/doubt';
import type { DoubtKind } from '../../../domain/pack/doubt-threshold';

/** `open`: asked and not answered. `answered`: explained, or records confirmed as wrong. `note`: told, and asks nothing. */
export const DOUBT_VIEWS = ['open', 'answered', 'note', 'all'] as const;
export type DoubtView = (typeof DOUBT_VIEWS)[number];

export interface DoubtFilter {
  readonly view: DoubtView;
  /** Null = of every kind. */
  readonly kind: DoubtKind | null;
  /** Whom it is about, as the records name them; empty = anybody. */
  readonly person: string;
}

function isIn(one: LedgerDoubt, view: DoubtView): boolean {
  if (view === 'all') return true;
  if (isAsked(one)) return view === 'open';
  return view === (answerTo(one) === 'open' ? 'note' : 'answered');
}

/** Those that pass; what cannot be true comes first, then the latest. */
export function doubtsShown(doubts: readonly LedgerDoubt[], { view, kind, person }: DoubtFilter): LedgerDoubt[] {
  return doubts
    .filter((one) => isIn(one, view))
    .filter(({ doubt }) => (kind === null || doubt.kind === kind) && (person === '' || doubt.people.includes(person)))
    .sort((a, b) => rank(a) - rank(b) || compare(lastDay(b), lastDay(a)) || compare(a.key, b.key));
}

const rank = ({ doubt }: LedgerDoubt): number => DOUBT_LEVELS.indexOf(doubt.level);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The latest day of its visits; empty where it is about none. */
export function lastDay({ doubt }: LedgerDoubt): string {
  return doubt.visits.reduce((last, { date }) => (date > last ? date : last), '');
}

/** How many there are in each view, of the kind and the person chosen. */
export function countByView(doubts: readonly LedgerDoubt[], filter: DoubtFilter): Readonly<Record<DoubtView, number>> {
  const counted = DOUBT_VIEWS.map((view) => [view, doubtsShown(doubts, { ...filter, view }).length] as const);
  return Object.fromEntries(counted) as Record<DoubtView, number>; // one of each view
}

/** Kinds and people that some doubt is of, to choose from. */
export function choicesIn(doubts: readonly LedgerDoubt[]): {
  readonly kinds: readonly DoubtKind[];
  readonly people: readonly string[];
} {
  return {
    kinds: [...new Set(doubts.map(({ doubt }) => doubt.kind))].sort(),
    people: [...new Set(doubts.flatMap(({ doubt }) => doubt.people))].sort(compare),
  };
}
