import { versionOfGap } from '../../../domain/audit/version-of-gap';
import type { Failure, Gap, Scope, Verdict, Weight } from '../../../domain/audit/verdict';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { dayWritten } from '../../../domain/calendar/entered-at';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { entryOf, type EntryTerms } from '../../../domain/headline/entry';
import type { Headline } from '../../../domain/headline/judge-headline';
import type { UseReason } from '../../../domain/headline/use';
import type { LegalBasis } from '../../../domain/pack/legal-basis';
import { versionAt, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { hazardNoOf } from '../../../domain/record/hazard-no';
import type { Dossier } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import type { Shape } from '../../components/status-mark';
import type { JudgedRule, Judgement } from './elevator-judgement';
import { failedOf } from './next-step';

/** Where the record stands on which a reason rests. */
export type ReasonTarget =
  | { readonly kind: 'hazard'; readonly id: RecordId }
  | { readonly kind: 'record'; readonly id: RecordId }
  | { readonly kind: 'successor'; readonly registrationNo: RegistrationNo };

export function targetOf(dossier: Dossier, reason: UseReason): ReasonTarget | null {
  switch (reason.kind) {
    case 'retired': {
      const { successorNo } = dossier.elevator.value;
      return successorNo === undefined ? null : { kind: 'successor', registrationNo: successorNo };
    }
    case 'outage': {
      const outage = dossier.outages.findLast(({ value, withdrawn }) => withdrawn !== true && value.from === reason.on);
      return outage === undefined ? null : { kind: 'record', id: outage.id };
    }
    case 'hazard-stopped':
    case 'hazard-must-stop': {
      const hazard = dossier.hazards.find(({ id }) => hazardNoOf(dossier.hazards, id) === reason.record);
      return hazard === undefined ? null : { kind: 'hazard', id: hazard.id };
    }
    case 'failed-inspection':
    case 'pack': {
      const [failed] = failedOf(dossier, reason);
      return failed === undefined ? null : { kind: 'record', id: failed.id };
    }
    case 'inspection-overdue':
    case 'end-of-life':
      return null;
  }
}

/** What the head says of the intervals before it names rules. */
export interface IntervalHead {
  readonly verdict: Verdict;
  /** Out of use: the clock stands still, which is said before anything that lies behind. */
  readonly paused: boolean;
  readonly weight: Weight | null;
  /** What the text alone says, where that is something else. */
  readonly byLaw: Verdict | null;
  /** Readings are overdue too, behind a breach of the text. */
  readonly readingToo: boolean;
  readonly scope: Scope;
}

export function intervalHead({ audit, use, scope }: Headline): IntervalHead {
  const { verdict, verdictByLaw, weight } = audit;
  return {
    verdict,
    paused: use.state === 'out-of-use',
    weight,
    byLaw: verdictByLaw === verdict ? null : verdictByLaw,
    readingToo: weight === 'law' && audit.rules.some((rule) => rule.status === 'overdue' && rule.weight === 'reading'),
    scope,
  };
}

/** One rule in the head: what was found on it under one version of its text. */
export interface IntervalLine {
  readonly rule: ScheduleRule;
  readonly shape: Shape;
  readonly weight: Weight | null;
  readonly basis: LegalBasis;
  readonly open: Gap | null;
  readonly closed: readonly Gap[];
  readonly failures: readonly Failure[];
  /** Days left of the interval that runs; null where another line says more. */
  readonly daysLeft: number | null;
}

/** The rules that carry the verdict, worst first; those due soon after them. */
export function intervalLines({ rules }: Pick<Judgement, 'rules'>, asOf: CivilDate): readonly IntervalLine[] {
  const lines = rules.flatMap((judged) => linesOf(judged, asOf));
  return lines.sort((a, b) => RANK.indexOf(a.shape) - RANK.indexOf(b.shape));
}

const RANK: readonly Shape[] = ['failed', 'overdue', 'lapsed', 'not-shown', 'due-soon'];

function linesOf({ rule, audit }: JudgedRule, asOf: CivilDate): IntervalLine[] {
  const { status, gaps, failures = [], dueOn } = audit;
  if (status === 'not-applicable' || status === 'no-data') return [];
  const base = { rule, open: null, closed: [], failures: [], daysLeft: null };
  const lines = failures.map((failure): IntervalLine => {
    const { legalBasis } = versionAt(rule, failure.on);
    const shape = failure.to === null ? 'failed' : 'lapsed';
    return { ...base, shape, weight: failure.weight, basis: legalBasis, failures: [failure] };
  });
  for (const version of new Set(gaps.map((gap) => gap.version))) {
    const of = gaps.filter((gap) => gap.version === version);
    const open = of.find(({ to }) => to === null) ?? null;
    lines.push({
      ...base,
      shape: open === null ? 'lapsed' : 'overdue',
      weight: of.some(({ weight }) => weight === 'law') ? 'law' : 'reading',
      basis: versionOfGap(rule, { version }).legalBasis,
      open,
      closed: of.filter(({ to }) => to !== null),
    });
  }
  if (status === 'not-shown' || (lines.length === 0 && status === 'due-soon')) {
    const daysLeft = status === 'due-soon' && dueOn !== null ? toEpochDay(dueOn) - toEpochDay(asOf) : null;
    lines.push({ ...base, shape: status, weight: audit.weight, basis: versionAt(rule, null).legalBasis, daysLeft });
  }
  return lines;
}

/** A record that was written down late. */
export interface LateRecord {
  readonly id: RecordId;
  readonly what: 'visit' | 'outage' | 'inspection';
  readonly on: CivilDate;
  readonly days: number;
  readonly bySourceTable: boolean;
}

/** Late visits and outages up to the day of judgement, and inspections where they count (`entryFigures`); the latest first. */
export function lateRecordsOf(
  dossier: Dossier,
  terms: EntryTerms,
  asOf: CivilDate,
  lateCount: number,
): readonly LateRecord[] {
  const first = dayWritten(dossier.elevator.at);
  const all = [
    ...dossier.visits.map((record) => ({
      record,
      what: 'visit' as const,
      on: record.value.date,
      done: record.original?.date,
    })),
    ...dossier.outages.map((record) => ({
      record,
      what: 'outage' as const,
      on: record.value.from,
      done: record.original?.from,
    })),
  ];
  const inspections = dossier.inspections.map((record) => ({
    record,
    what: 'inspection' as const,
    on: record.value.date,
    done: record.original?.date,
  }));
  const late = [...all, ...inspections].flatMap(({ record, what, on, done }): LateRecord[] => {
    if (record.withdrawn === true || on > asOf) return [];
    const { kind, days, bySourceTable } = entryOf(record, done ?? on, first, terms);
    return kind === 'late' ? [{ id: record.id, what, on, days, bySourceTable }] : [];
  });
  const counted = late.filter(({ what }) => what !== 'inspection');
  return (counted.length < lateCount ? late : counted).sort((a, b) => (a.on < b.on ? 1 : -1));
}

/** The day from which records stand, where the elevator was in use before; nothing before it was audited. */
export function unauditedBefore({ elevator }: Pick<Dossier, 'elevator'>): CivilDate | null {
  const { recordsFrom, inServiceOn, acceptedOn } = elevator.value;
  const since = inServiceOn ?? acceptedOn;
  return recordsFrom !== undefined && since !== undefined && recordsFrom > since ? recordsFrom : null;
}
