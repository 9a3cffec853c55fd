import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Period } from '../calendar/period';
import { isInForce, requirementIsFor, type Requirement, type RulePack } from '../pack/rule-pack';
import type { Dossier } from '../record/dossier';
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
    };

/** A first record may come an interval after the day from which records are asked for. */
const SLACK_DAYS = 31;

/**
 * The requirements that the records of one elevator can answer, in force at `asOf` and verified. They are shown beside
 * the verdict and do not enter it.
 */
export function judgeRequirements(
  dossier: Dossier,
  { requirements }: Pick<RulePack, 'requirements'>,
  asOf: CivilDate,
  period: Period,
): JudgedRequirement[] {
  const elevator = dossier.elevator.value;
  return requirements.flatMap((requirement): JudgedRequirement[] => {
    if (requirement.confidence === 'unverified' || !requirementIsFor(requirement, elevator)) return [];
    if (requirement.kind === 'staffing') return [staffing(dossier, requirement, period)];
    if (requirement.kind === 'retention' && isInForce(requirement, asOf))
      return [retention(dossier, requirement, asOf)];
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
  { visits, elevator }: Dossier,
  requirement: Extract<Requirement, { kind: 'retention' }>,
  asOf: CivilDate,
): JudgedRequirement {
  const back = addMonths(toEpochDay(asOf), -12 * requirement.years);
  const started = elevator.value.inServiceOn ?? elevator.value.acceptedOn;
  const from = started === undefined ? back : Math.max(back, toEpochDay(started));
  const days = visits.flatMap(({ value, withdrawn }) => (withdrawn === true ? [] : [value.date])).sort();
  const oldest = days[0] ?? null;
  const askedFrom = toCivilDate(from);
  const reachesBack = oldest !== null && toEpochDay(oldest) <= from + SLACK_DAYS;
  return { kind: 'retention', requirement, askedFrom, oldest, reachesBack };
}
