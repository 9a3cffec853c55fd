import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import { siteKey, siteName } from '../doubts/names';
import { isRetiredOn, type Elevator, type RegistrationNo } from '../elevator/elevator';
import { isOpen } from '../hazard/hazard-life';
import type { Dossier } from '../record/dossier';
import { lifeOfRecorded, type Circumstances } from '../record/life-of-recorded';
import { routineDays, routineSince, type RoutineDay } from '../routine/days';
import type { Fleet } from './elevator-history';

export interface RoutineQuestion {
  /** Key of the site; null = the first one. */
  readonly site: string | null;
  readonly period: Period;
  readonly today: CivilDate;
  readonly circumstances: Circumstances;
}

/** An elevator of the site with its days. */
export interface RoutineRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly days: readonly RoutineDay[];
  readonly openHazards: number;
  /** An open one is severe or major, and the elevator is in use: no day of it is without findings. */
  readonly isGrave: boolean;
}

export interface RoutineSite {
  readonly key: string;
  readonly name: string;
  readonly elevators: number;
}

export interface RoutineRest {
  readonly sites: readonly RoutineSite[];
  readonly site: RoutineSite | null;
  /** The first check on record of the site; null = none. */
  readonly since: CivilDate | null;
  /** Elevators of the site beyond those that are listed. */
  readonly more: number;
}

/** The sites of a fleet by name, the elevators without an address last, as one. */
export function routineSites(fleet: Fleet, today: CivilDate): (RoutineSite & { numbers: RegistrationNo[] })[] {
  const sites = new Map<string, RegistrationNo[]>();
  for (const { registrationNo, elevator } of fleet.values()) {
    if (isRetiredOn(elevator, today)) continue;
    const key = siteKey(elevator.address) ?? '';
    const own = sites.get(key);
    if (own === undefined) sites.set(key, [registrationNo]);
    else own.push(registrationNo);
  }
  return [...sites]
    .map(([key, numbers]) => ({
      key,
      name: siteName(fleet.get(numbers[0]!)?.elevator.address),
      elevators: numbers.length,
      numbers,
    }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || a.name.localeCompare(b.name, 'zh-CN'));
}

/** The rows of a site's elevators, in the order of their places. */
export function routineRows(
  dossiers: readonly Dossier[],
  { period, today, circumstances }: RoutineQuestion,
): { readonly rows: RoutineRow[]; readonly since: CivilDate | null } {
  const since = routineSince(dossiers);
  const rows = dossiers.map((dossier): RoutineRow => {
    const { registrationNo, elevator, hazards } = dossier;
    const days = routineDays(dossier, period, { today, since });
    const open = hazards.map((hazard) => lifeOfRecorded(hazard, circumstances)).filter(isOpen);
    const isStopped = days.some(({ date, state }) => date === today && state === 'out-of-use');
    return {
      registrationNo,
      elevator: elevator.value,
      days,
      openHazards: open.length,
      isGrave: !isStopped && open.some(({ severe, major }) => severe !== null || major !== null),
    };
  });
  return { rows: rows.sort(byPlace), since };
}

function byPlace(a: RoutineRow, b: RoutineRow): number {
  const place = ({ elevator }: RoutineRow): string => `${elevator.address ?? ''} ${elevator.internalNo ?? ''}`;
  return place(a).localeCompare(place(b), 'zh-CN', { numeric: true }) || (a.registrationNo < b.registrationNo ? -1 : 1);
}
