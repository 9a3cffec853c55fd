import { DOUBT_KINDS, type DoubtKind, type DoubtThreshold } from '../pack/doubt-threshold';
import type { RulePack } from '../pack/rule-pack';
import { bulkAnswers } from './bulk-answers';
import { confirmedByCrew, confirmedOnce, unconfirmed } from './confirmed';
import { copiedNotes, copiedPhotos, copiedReadings } from './copied';
import { copiedHours } from './copied-hours';
import { DOUBT_LEVELS, type Doubt, type Finding, type MissingFact } from './doubt';
import { enteredEarly, enteredLate, enteredTogether } from './entered';
import { enteredOutOfOrder } from './entry-order';
import { entrapment } from './entrapment';
import { factsOf, type DoubtFacts, type DoubtTables } from './facts';
import { firmOverload } from './firm-overload';
import { noCertificate } from './no-certificate';
import { nobodySeen } from './nobody-seen';
import { notInUse } from './not-in-use';
import { overload } from './overload';
import { sameDuration, sameTimes } from './too-regular';
import { tooShort } from './too-short';
import { travel } from './travel';
import { tripsMeanwhile } from './trips-meanwhile';
import { twoPlaces } from './two-places';

const CHECKS: Readonly<Record<DoubtKind, (facts: DoubtFacts, threshold: DoubtThreshold) => Finding>> = {
  'two-places': twoPlaces,
  'copied-photos': copiedPhotos,
  'entered-early': enteredEarly,
  travel,
  'too-short': tooShort,
  overload,
  'firm-overload': firmOverload,
  'not-in-use': notInUse,
  entrapment,
  'nobody-seen': nobodySeen,
  'trips-meanwhile': tripsMeanwhile,
  'no-certificate': noCertificate,
  'bulk-answers': bulkAnswers,
  'copied-readings': copiedReadings,
  'copied-hours': copiedHours,
  'entered-out-of-order': enteredOutOfOrder,
  'entered-late': enteredLate,
  'confirmed-by-crew': confirmedByCrew,
  'confirmed-once': confirmedOnce,
  unconfirmed,
  'copied-notes': copiedNotes,
  'same-times': sameTimes,
  'same-duration': sameDuration,
  'entered-together': enteredTogether,
};

/** What a check could look at. `not-applicable`: no visit had the facts, which are named. */
export interface CheckDone {
  readonly kind: DoubtKind;
  readonly status: 'done' | 'not-applicable';
  readonly lookedAt: number;
  readonly of: number;
  readonly missing: readonly MissingFact[];
}

export interface Doubts {
  /** Strongest level first, then by kind, then by day. */
  readonly doubts: readonly Doubt[];
  /** In the order of the kinds, each once. */
  readonly checks: readonly CheckDone[];
}

/**
 * Looks through the records with the thresholds of a pack. Nothing here decides anything: a list without doubts says
 * that nothing was found in the visits that could be looked at, never that they are true.
 */
export function lookForDoubts(tables: DoubtTables, pack: Pick<RulePack, 'believability'>): Doubts {
  const steps = lookingForDoubts(tables, pack);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, check by check: of a large fleet it takes seconds, in which others may be answered between two checks. */
export function* lookingForDoubts(
  tables: DoubtTables,
  pack: Pick<RulePack, 'believability'>,
): Generator<undefined, Doubts> {
  const facts = factsOf(tables);
  const doubts: (readonly Doubt[])[] = [];
  const checks: CheckDone[] = [];
  for (const kind of DOUBT_KINDS) {
    yield;
    const threshold = pack.believability?.find(({ id }) => id === kind);
    const finding: Finding =
      threshold === undefined ? { doubts: [], lookedAt: 0, missing: ['threshold'] } : CHECKS[kind](facts, threshold);
    const { lookedAt, missing } = finding;
    const status = lookedAt === 0 && missing.length > 0 ? 'not-applicable' : 'done';
    doubts.push(finding.doubts);
    checks.push({ kind, status, lookedAt, of: facts.seen.length, missing });
  }
  return { doubts: strongestFirst(doubts), checks };
}

/** Doubts by level, then by kind as they are given, then by day and by what else tells two of them apart. */
function strongestFirst(byKind: readonly (readonly Doubt[])[]): readonly Doubt[] {
  return DOUBT_LEVELS.flatMap((level) =>
    byKind.flatMap((doubts) => doubts.filter((doubt) => doubt.level === level).sort(inOrder)),
  );
}

function inOrder(a: Doubt, b: Doubt): number {
  const [one, other] = [a.visits[0], b.visits[0]];
  return (
    compare(one?.date, other?.date) ||
    compare(one?.startedAt, other?.startedAt) ||
    compare(one?.registrationNo, other?.registrationNo) ||
    compare(restOf(a), restOf(b))
  );
}

/** What tells doubts apart whose first visits are alike: worked out for these alone. */
function restOf({ visits, people, beside, what = '' }: Doubt): string {
  const loads = beside.flatMap((one) => (one.type === 'load' ? [one.maintainer] : []));
  return [...people, ...visits.slice(1, 3).map(({ registrationNo }) => registrationNo), ...loads, what].join(' ');
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
