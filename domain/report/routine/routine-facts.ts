import type { CivilDate } from '../../calendar/civil-date';
import { isWithin, type Period } from '../../calendar/period';
import { dayOfMinute } from '../../callout/local-minute';
import { isOpen, type HazardLife } from '../../hazard/hazard-life';
import { standing, type Dossier, type RecordedHazard } from '../../record/dossier';
import { hazardNoOf } from '../../record/hazard-no';
import { lifeOfRecorded, type Circumstances } from '../../record/life-of-recorded';
import { countDays, routineDays, type DayCounts, type RoutineDay } from '../../routine/days';
import type { RoutineElevator, RoutineEvidence } from './routine-evidence';

/** A hazard in the period: found before it and carried on, or found in it; as it stands on the last day. */
export interface RoutineHazard {
  readonly no: string;
  readonly of: RoutineElevator;
  readonly hazard: RecordedHazard;
  readonly life: HazardLife;
  readonly isCarried: boolean;
  readonly isOpen: boolean;
}

export interface RoutineFacts {
  readonly elevators: readonly {
    readonly of: RoutineElevator;
    readonly days: readonly RoutineDay[];
    readonly counts: DayCounts;
  }[];
  readonly sum: Omit<DayCounts, 'missing'> & { readonly missing: number };
  readonly hazards: readonly RoutineHazard[];
  readonly visits: readonly { readonly of: RoutineElevator; readonly visit: Dossier['visits'][number]['value'] }[];
  readonly faults: number;
  readonly entrapments: number;
}

/** The records of an elevator that a paper over a period rests on. */
export function recordsInPeriod(dossier: Dossier, period: Period): RoutineElevator {
  const within = (date: CivilDate): boolean => isWithin(date, period);
  const { registrationNo, elevator, visits, outages, callouts, hazards, dailyChecks } = dossier;
  return {
    registrationNo,
    elevator,
    outages,
    visits: visits.filter(({ value }) => within(value.date)),
    callouts: callouts.filter(({ value }) => within(dayOfMinute(value.reportedAt))),
    hazards, // whole: a hazard is numbered among all of them
    dailyChecks: dailyChecks.filter(({ value }) => within(value.date)),
  };
}

/** What the records come to. */
export function routineFacts({ elevators, period, asOf, since, circumstances }: RoutineEvidence): RoutineFacts {
  const counted = elevators.map((of) => {
    const days = routineDays({ ...of, inspections: [] }, period, { today: asOf, since });
    return { of, days, counts: countDays(days) };
  });
  const add = (field: Exclude<keyof DayCounts, 'missing'>): number =>
    counted.reduce((sum, { counts }) => sum + counts[field], 0);
  const calls = elevators.flatMap(({ callouts }) => standing(callouts));
  return {
    elevators: counted,
    sum: {
      asked: add('asked'),
      checked: add('checked'),
      found: add('found'),
      explained: add('explained'),
      late: add('late'),
      missing: counted.reduce((sum, { counts }) => sum + counts.missing.length, 0),
    },
    hazards: elevators.flatMap((of) => hazardsOf(of, period, circumstances)),
    visits: elevators
      .flatMap((of) => standing(of.visits).map((visit) => ({ of, visit })))
      .sort((a, b) => (a.visit.date < b.visit.date ? -1 : a.visit.date > b.visit.date ? 1 : 0)),
    faults: calls.filter(({ kind }) => kind === 'fault').length,
    entrapments: calls.filter(({ kind }) => kind === 'entrapment').length,
  };
}

function hazardsOf(of: RoutineElevator, period: Period, circumstances: Circumstances): RoutineHazard[] {
  return of.hazards
    .filter((hazard) => hazard.withdrawn !== true && isOfPeriod(hazard, period, circumstances))
    .map((hazard) => {
      const life = lifeOfRecorded(asOfDay(hazard, period.to), circumstances);
      return {
        no: hazardNoOf(of.hazards, hazard.id),
        of,
        hazard,
        life,
        isCarried: hazard.value.foundOn < period.from,
        isOpen: isOpen(life),
      };
    });
}

/** Found by its end, and open on its first day or later. */
function isOfPeriod(hazard: RecordedHazard, { from, to }: Period, circumstances: Circumstances): boolean {
  if (hazard.value.foundOn > to) return false;
  return hazard.value.foundOn >= from || isOpen(lifeOfRecorded(before(hazard, from), circumstances));
}

function asOfDay(hazard: RecordedHazard, day: CivilDate): RecordedHazard {
  return { ...hazard, steps: hazard.steps.filter(({ step }) => step.on <= day) };
}

function before(hazard: RecordedHazard, day: CivilDate): RecordedHazard {
  return { ...hazard, steps: hazard.steps.filter(({ step }) => step.on < day) };
}
