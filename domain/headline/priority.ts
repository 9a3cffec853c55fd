import type { RuleAudit } from '../audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { CallOut } from '../callout/callout';
import { dayOfMinute } from '../callout/local-minute';
import { ageOf } from '../elevator/age';
import type { Elevator } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { RecordId } from '../record/record-id';
import type { Visit } from '../visit/visit';
import { isBreach } from '../risk/hazard-clock';
import type { JudgedHazard } from '../risk/judge-hazards';
import type { ReachedAge } from '../risk/old-age';
import { PRIORITY_WEIGHTS as WEIGHTS } from './priority-weights';
import { forbidsUse, type Use, type UseReason } from './use';

/** A value with the record it stands in; without an id where only its count is wanted. */
export interface Sourced<T> {
  readonly id?: RecordId;
  readonly value: T;
}

/** A rule as far as its points go; without gaps where the acts behind them are not named. */
export type CountedRule = Pick<RuleAudit, 'missed' | 'late' | 'daysOverdue'> &
  Partial<Pick<RuleAudit, 'gaps' | 'lastDone'>>;

/** Everything as of one day; only records that still stand. */
export interface PriorityInput {
  readonly asOf: CivilDate;
  readonly elevator: Sourced<Elevator>;
  readonly oldAge: ReachedAge | null;
  readonly hazards: readonly JudgedHazard[];
  readonly use: Use;
  /** By the pack's rules over the period that is looked at; null = not judged. */
  readonly audit: { readonly rules: readonly CountedRule[] } | null;
  readonly visits: readonly Sourced<Visit>[];
  readonly inspections: readonly Sourced<Inspection>[];
  readonly callouts: readonly Sourced<CallOut>[];
}

export const PRIORITY_PARTS = ['use', 'age', 'hazards', 'clocks', 'intervals', 'callouts', 'inspections'] as const;
export type PriorityPartId = (typeof PRIORITY_PARTS)[number];

export interface PriorityPart {
  readonly id: PriorityPartId;
  readonly points: number;
  /** The records that the points come from. */
  readonly records: readonly RecordId[];
  /** What was counted, by the names of `PRIORITY_WEIGHTS`. */
  readonly counts: Readonly<Record<string, number | string>>;
}

export interface Priority {
  /** It comes before all that may run, however many points those have. */
  readonly mustNotRun: boolean;
  readonly points: number;
  /** Those with points, in the order of `PRIORITY_PARTS`. */
  readonly parts: readonly PriorityPart[];
}

/**
 * How early an elevator's turn comes: whole points, each from a record by the weights of `PRIORITY_WEIGHTS`. One whose
 * life has ended has no turn.
 */
export function priorityOf(input: PriorityInput): Priority {
  const { state } = input.use;
  if (state === 'retired') return { mustNotRun: false, points: 0, parts: [] };
  const parts = [
    usePart(input),
    agePart(input),
    hazardPart(input),
    clockPart(input),
    intervalPart(input),
    callOutPart(input),
    inspectionPart(input),
  ].filter(({ points }) => points > 0);
  return { mustNotRun: state === 'must-not-run', points: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** Whose turn comes first: below 0 = that of `a`. */
export function compareTurns(a: Priority, b: Priority): number {
  return Number(b.mustNotRun) - Number(a.mustNotRun) || b.points - a.points;
}

function usePart(input: PriorityInput): PriorityPart {
  const { state, reasons } = input.use;
  const isForbidden = state === 'must-not-run';
  const counts = { mustNotRun: isForbidden ? 1 : 0 };
  const behind = reasons.filter(({ kind }) => forbidsUse(kind)).flatMap((reason) => recordsBehind(reason, input));
  return { id: 'use', points: weighed(counts, WEIGHTS.use), records: isForbidden ? idsOf(behind) : [], counts };
}

/** The hazard or the failed inspections that a reason rests on; a deadline that passed is the elevator's own. */
function recordsBehind({ kind, on, record }: UseReason, input: PriorityInput): readonly { readonly id?: RecordId }[] {
  const { hazards, inspections, elevator } = input;
  const found =
    kind === 'hazard-must-stop'
      ? hazards.filter(({ no }) => no === record)
      : inspections.filter(
          ({ value }) => kind !== 'inspection-overdue' && value.result === 'fail' && value.date === on,
        );
  return found.length === 0 ? [elevator] : found;
}

function agePart({ elevator, oldAge, asOf }: PriorityInput): PriorityPart {
  const age = ageOf(elevator.value, asOf);
  const isOld = oldAge?.reached === true && oldAge.rule.confidence !== 'unverified';
  const { year, mostYears, old } = WEIGHTS.age;
  const points = age === null ? 0 : Math.min(age.years, mostYears) * year + (isOld ? old : 0);
  const counts = { years: age?.years ?? 0, old: isOld ? 1 : 0, ...(age === null ? {} : { since: age.since }) };
  return { id: 'age', points, records: idsOf([elevator]), counts };
}

function hazardPart({ hazards }: PriorityInput): PriorityPart {
  const open = hazards.filter((hazard) => hazard.open);
  const having = (test: (hazard: JudgedHazard) => boolean): number => open.filter(test).length;
  const counts = {
    I: having(({ group }) => group === 'I'),
    II: having(({ group }) => group === 'II'),
    III: having(({ group }) => group === 'III'),
    unrated: having(({ group }) => group === null),
    severe: having(({ classes }) => classes.includes('severe')),
    major: having(({ classes }) => classes.includes('major')),
  };
  return { id: 'hazards', points: weighed(counts, WEIGHTS.hazards), records: idsOf(open), counts };
}

function clockPart({ hazards }: PriorityInput): PriorityPart {
  const late = hazards.flatMap(({ id, clocks }) =>
    clocks.filter(({ status }) => status === 'now' || status === 'overdue').map((clock) => ({ id, clock })),
  );
  const counts = {
    now: late.filter(({ clock }) => clock.status === 'now').length,
    breached: late.filter(({ clock }) => clock.status === 'overdue' && isBreach(clock)).length,
    own: late.filter(({ clock }) => !isBreach(clock)).length,
  };
  return { id: 'clocks', points: weighed(counts, WEIGHTS.clocks), records: idsOf(late), counts };
}

function intervalPart({ audit, elevator, visits, inspections }: PriorityInput): PriorityPart {
  const failing = (audit?.rules ?? []).filter(
    ({ daysOverdue, missed, late }) => daysOverdue > 0 || missed > 0 || late > 0,
  );
  const sum = (of: (rule: CountedRule) => number): number => failing.reduce((total, rule) => total + of(rule), 0);
  const counts = {
    overdue: failing.filter(({ daysOverdue }) => daysOverdue > 0).length,
    missed: sum(({ missed }) => missed),
    late: sum(({ late }) => late),
  };
  const points = Math.min(weighed(counts, WEIGHTS.intervals), WEIGHTS.intervals.most);
  const days = new Set<CivilDate | null>(
    failing.flatMap(({ gaps = [], lastDone = null }) => [lastDone, ...gaps.flatMap(({ from, to }) => [from, to])]),
  );
  const acts = [...visits, ...inspections].filter(({ value }) => days.has(value.date));
  // An interval that no act opens is counted from the elevator's own particulars.
  return { id: 'intervals', points, records: idsOf([elevator, ...acts]), counts };
}

function callOutPart({ callouts, asOf }: PriorityInput): PriorityPart {
  const { days, most } = WEIGHTS.callouts;
  const after = toCivilDate(toEpochDay(asOf) - days);
  const recent = callouts.filter(({ value }) => {
    const day = dayOfMinute(value.reportedAt);
    return after < day && day <= asOf;
  });
  const counts = {
    fault: recent.filter(({ value }) => value.kind === 'fault').length,
    entrapment: recent.filter(({ value }) => value.kind === 'entrapment').length,
    injured: recent.reduce((sum, { value }) => sum + (value.injured ?? 0), 0),
  };
  const points = Math.min(weighed(counts, WEIGHTS.callouts), most);
  return { id: 'callouts', points, records: idsOf(recent), counts };
}

function inspectionPart({ inspections, asOf }: PriorityInput): PriorityPart {
  const { years, most } = WEIGHTS.inspections;
  const after = toCivilDate(addMonths(toEpochDay(asOf), -12 * years));
  const failed = inspections.filter(({ value: { date, result } }) => result === 'fail' && after < date && date <= asOf);
  const counts = { failed: failed.length };
  const points = Math.min(weighed(counts, WEIGHTS.inspections), most);
  return { id: 'inspections', points, records: idsOf(failed), counts };
}

function weighed<C extends Readonly<Record<string, number>>>(
  counts: C,
  weights: Readonly<Record<keyof C, number>>,
): number {
  return (Object.keys(counts) as (keyof C)[]).reduce((sum, name) => sum + counts[name]! * weights[name], 0);
}

function idsOf(sourced: readonly { readonly id?: RecordId }[]): readonly RecordId[] {
  return [...new Set(sourced.flatMap(({ id }) => (id === undefined ? [] : [id])))];
}
