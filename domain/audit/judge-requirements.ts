import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addInterval, addMonths } from '../calendar/interval';
import type { Period } from '../calendar/period';
import type { Elevator } from '../elevator/elevator';
import type { InspectionKind } from '../inspection/inspection';
import { isInForce, requirementIsFor, type Requirement, type RulePack, type ScheduleRule } from '../pack/rule-pack';
import { standing, type Dossier } from '../record/dossier';
import type { RecordId } from '../record/record-id';

/** A visit on which fewer people were recorded than the place asks for. */
export interface ShortVisit {
  readonly record: RecordId;
  readonly date: CivilDate;
  readonly technicians: number;
}

export type JudgedRequirement =
  | {
      readonly kind: 'staffing';
      readonly requirement: Extract<Requirement, { kind: 'staffing' }>;
      /** Visits of the period that name anybody. */
      readonly visits: number;
      readonly short: readonly ShortVisit[];
      /** Visits of the period that name nobody: nothing can be said of them. */
      readonly unnamed: number;
    }
  | {
      readonly kind: 'retention';
      readonly requirement: Extract<Requirement, { kind: 'retention' }>;
      /** The day from which records are asked for: so many years back, but not before the start of service. */
      readonly askedFrom: CivilDate;
      readonly oldest: CivilDate | null;
      readonly reachesBack: boolean;
    }
  | {
      readonly kind: 'order';
      readonly requirement: Extract<Requirement, { kind: 'order' }>;
      /** Acts of the period that something should have preceded, at least one. */
      readonly asked: number;
      /** Those of them without it. */
      readonly without: readonly CivilDate[];
    };

/** A first visit may come an interval after the day from which records are asked for. */
const SLACK_DAYS = 31;

/**
 * The requirements that the records of one elevator can answer, in force at `asOf` and verified. They are shown beside
 * the verdict and do not enter it.
 */
export function judgeRequirements(
  dossier: Dossier,
  { requirements, rules = [] }: Pick<RulePack, 'requirements'> & Partial<Pick<RulePack, 'rules'>>,
  asOf: CivilDate,
  period: Period,
): JudgedRequirement[] {
  const elevator = dossier.elevator.value;
  return requirements.flatMap((requirement): JudgedRequirement[] => {
    if (requirement.confidence === 'unverified' || !requirementIsFor(requirement, elevator)) return [];
    if (requirement.kind === 'staffing') return [staffing(dossier, requirement, period)];
    if (requirement.kind === 'retention' && isInForce(requirement, asOf))
      return [retention(dossier, requirement, rules, asOf)];
    if (requirement.kind === 'order') return order(dossier, requirement, period);
    return [];
  });
}

function staffing(
  { visits }: Dossier,
  requirement: Extract<Requirement, { kind: 'staffing' }>,
  { from, to }: Period,
): JudgedRequirement {
  const asked = visits.filter(
    ({ value, withdrawn }) =>
      withdrawn !== true && value.date >= from && value.date <= to && isInForce(requirement, value.date),
  );
  const named = asked.filter(({ value }) => value.technicians.length > 0);
  const short = named
    .filter(({ value }) => value.technicians.length < requirement.minTechnicians)
    .map(({ id, value }) => ({ record: id, date: value.date, technicians: value.technicians.length }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return { kind: 'staffing', requirement, visits: named.length, short, unnamed: asked.length - named.length };
}

function retention(
  { visits, inspections, elevator }: Dossier,
  requirement: Extract<Requirement, { kind: 'retention' }>,
  rules: readonly ScheduleRule[],
  asOf: CivilDate,
): JudgedRequirement {
  const { acts } = requirement;
  const back = addMonths(toEpochDay(asOf), -12 * requirement.years);
  const started = elevator.value.inServiceOn ?? elevator.value.acceptedOn;
  const from = started === undefined ? back : Math.max(back, toEpochDay(started));
  const kept = acts === undefined ? standing(visits) : standing(inspections).filter(({ kind }) => acts.includes(kind));
  const days = kept.map(({ date }) => date).sort();
  const oldest = days[0] ?? null;
  const askedFrom = toCivilDate(from);
  const latest = acts === undefined ? from + SLACK_DAYS : firstBy(from, acts, rules, elevator.value);
  const reachesBack = oldest !== null && toEpochDay(oldest) <= latest;
  return { kind: 'retention', requirement, askedFrom, oldest, reachesBack };
}

/** By when the first of these acts comes: one interval of the slowest rule that asks for one of them. */
function firstBy(
  from: number,
  acts: readonly InspectionKind[],
  rules: readonly ScheduleRule[],
  elevator: Pick<Elevator, 'kind' | 'place'>,
): number {
  const intervals = rules
    .filter((rule) => acts.some((act) => rule.task === act) && requirementIsFor(rule, elevator))
    .flatMap(({ versions }) => versions.map(({ interval }) => addInterval(from, interval)));
  return Math.max(from + SLACK_DAYS, ...intervals);
}

/** A re-check belongs to the act before it and asks for nothing of its own. Nothing is said where nothing was asked for. */
function order(
  { inspections }: Dossier,
  requirement: Extract<Requirement, { kind: 'order' }>,
  { from, to }: Period,
): JudgedRequirement[] {
  const { act, before, within } = requirement;
  const on = standing(inspections);
  const done = on.flatMap(({ kind, result, date }) => (kind === act && result !== 'fail' ? [date] : []));
  const asked = on
    .filter(({ kind, result, date }) => kind === before && result !== 'recheck' && date >= from && date <= to)
    .map(({ date }) => date)
    .filter((date) => isInForce(requirement, date))
    .sort();
  const precedes = (earlier: CivilDate, date: CivilDate): boolean =>
    earlier <= date && addInterval(toEpochDay(earlier), within) >= toEpochDay(date);
  const without = asked.filter((date) => !done.some((earlier) => precedes(earlier, date)));
  return asked.length === 0 ? [] : [{ kind: 'order', requirement, asked: asked.length, without }];
}
