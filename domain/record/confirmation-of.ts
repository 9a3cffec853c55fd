import type { Confirmation } from '../confirmation/confirmation';
import type { Visit } from '../visit/visit';
import type { Recorded } from './dossier';
import type { RecordId } from './record-id';

/**
 * How a visit stands with the user unit. `given`: confirmed as it stands. `as-recorded`: by nothing but the name in its own
 * record. `earlier`: confirmed, and corrected since. The other three are not confirmed: refused, asked for, never asked for.
 */
export const CONFIRMATION_STATES = ['given', 'as-recorded', 'earlier', 'refused', 'asked', 'none'] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];
/** Those in which a visit is confirmed as it stands. */
const CONFIRMED: ReadonlySet<ConfirmationState> = new Set(['given', 'as-recorded']);

export function isConfirmed(state: ConfirmationState): boolean {
  return CONFIRMED.has(state);
}

/** What was said of each visit, in turn. */
export type ConfirmationsByVisit = ReadonlyMap<RecordId, readonly Recorded<Confirmation>[]>;

export function confirmationsByVisit(all: readonly Recorded<Confirmation>[]): ConfirmationsByVisit {
  const byVisit = new Map<RecordId, Recorded<Confirmation>[]>();
  for (const one of all) {
    if (one.withdrawn === true) continue;
    const said = byVisit.get(one.value.visit);
    if (said === undefined) byVisit.set(one.value.visit, [one]);
    else said.push(one);
  }
  for (const said of byVisit.values()) said.sort((a, b) => a.value.turn - b.value.turn);
  return byVisit;
}

/** The entry that wrote the visit as it stands. */
export function versionOf({ id, amendments = [] }: Pick<Recorded<Visit>, 'id' | 'amendments'>): RecordId {
  return amendments.at(-1)?.id ?? id;
}

/** How a visit stands, and what says so. */
export interface Confirmed {
  readonly state: ConfirmationState;
  /** The last word of the user unit, or the last question to it; null where nothing but the record says anything. */
  readonly by: Recorded<Confirmation> | null;
}

/** To ask takes nothing away: what the record says, or an answer to the visit as it stands, holds until the next answer. */
export function confirmedOf(visit: Recorded<Visit>, said: readonly Recorded<Confirmation>[] = []): Confirmed {
  const answer = said.findLast(({ value }) => value.act !== 'asked') ?? null;
  const last = said.at(-1) ?? null;
  const named = visit.value.confirmedBy !== undefined;
  if (answer === null) return { state: named ? 'as-recorded' : last === null ? 'none' : 'asked', by: last };
  const current = answer.value.version === versionOf(visit);
  if (answer.value.act === 'given' && current) return { state: 'given', by: answer };
  if (last !== null && last !== answer) return { state: 'asked', by: last };
  return { state: answer.value.act === 'given' ? 'earlier' : 'refused', by: answer };
}

export type ConfirmationCounts = Readonly<Record<ConfirmationState, number>>;

/** How many visits stand how; those withdrawn are none. */
export function countConfirmed(visits: Iterable<Recorded<Visit>>, byVisit: ConfirmationsByVisit): ConfirmationCounts {
  const counts = noCounts();
  for (const visit of visits)
    if (visit.withdrawn !== true) counts[confirmedOf(visit, byVisit.get(visit.id)).state] += 1;
  return counts;
}

export function noCounts(): Record<ConfirmationState, number> {
  return { given: 0, 'as-recorded': 0, earlier: 0, refused: 0, asked: 0, none: 0 };
}

/** How many are not confirmed as they stand. */
export function unconfirmedIn(counts: ConfirmationCounts): number {
  return CONFIRMATION_STATES.reduce((sum, state) => sum + (isConfirmed(state) ? 0 : counts[state]), 0);
}

/** Who confirmed a visit, by an answer of the user unit where there is one, else by its own record. */
export function confirmerOf(visit: Recorded<Visit>, said: readonly Recorded<Confirmation>[] = []): string | undefined {
  const answer = said.findLast(({ value }) => value.act !== 'asked');
  if (answer === undefined) return visit.value.confirmedBy;
  return answer.value.act === 'given' ? answer.value.by : undefined;
}

/** Records whose visits name who confirmed them, whichever way that was said; those without any answer stay as they are. */
export function withConfirmers<
  D extends {
    readonly visits: readonly Recorded<Visit>[];
    readonly confirmations?: readonly Recorded<Confirmation>[];
  },
>(records: D): D {
  const { confirmations = [] } = records;
  if (confirmations.length === 0) return records;
  const byVisit = confirmationsByVisit(confirmations);
  const visits = records.visits.map((visit) => {
    const confirmer = confirmerOf(visit, byVisit.get(visit.id));
    if (confirmer === visit.value.confirmedBy) return visit;
    const { confirmedBy: _, ...value } = visit.value;
    return { ...visit, value: confirmer === undefined ? value : { ...value, confirmedBy: confirmer } };
  });
  return { ...records, visits };
}
