import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Confirmation } from '../confirmation/confirmation';
import {
  CONFIRMATION_STATES,
  confirmationsByVisit,
  confirmedOf,
  isConfirmed,
  noCounts,
  type ConfirmationCounts,
  type ConfirmationState,
} from '../record/confirmation-of';
import type { Dossier, Recorded } from '../record/dossier';
import type { Visit } from '../visit/visit';
import type { Fleet } from './elevator-history';

type Confirmable = Pick<Dossier, 'visits' | 'confirmations'>;

/** `day * 8 + index of the state in CONFIRMATION_STATES` of each visit that is not confirmed as it stands, ascending. */
export function packUnconfirmed({ visits, confirmations }: Confirmable): Int32Array {
  const byVisit = confirmationsByVisit(confirmations);
  const packed: number[] = [];
  for (const visit of visits) {
    if (visit.withdrawn === true) continue;
    const { state } = confirmedOf(visit, byVisit.get(visit.id));
    if (!isConfirmed(state)) packed.push(toEpochDay(visit.value.date) * 8 + CONFIRMATION_STATES.indexOf(state));
  }
  return Int32Array.from(packed).sort();
}

export interface UnconfirmedQuestion {
  readonly period: Period;
  /** Of elevators that this firm manages; null = of all. */
  readonly manager: string | null;
  readonly state: ConfirmationState | null;
}

/** A visit that waits for its confirmation. */
export interface UnconfirmedVisit {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly visit: Recorded<Visit>;
  readonly state: ConfirmationState;
  /** What was said last; null where nobody was asked. */
  readonly by: Recorded<Confirmation> | null;
}

export interface UnconfirmedRest {
  /** Of all that the firm manages, whatever is shown. */
  readonly counts: ConfirmationCounts;
  readonly managers: readonly string[];
  /** How many there are beyond those that are listed. */
  readonly more: number;
}

/** More than anybody reads; each is a record to be fetched. */
export const MOST_UNCONFIRMED = 1_000;

/** Which days of which elevators are asked about, the newest first and no more than can be listed, and the counts of all. */
export function unconfirmedIn(
  fleet: Fleet,
  { period, manager, state }: UnconfirmedQuestion,
): UnconfirmedRest & { readonly numbers: readonly RegistrationNo[]; readonly since: CivilDate } {
  const [from, to] = [toEpochDay(period.from), toEpochDay(period.to)];
  const counts = noCounts();
  const managers = new Set<string>();
  const days: { readonly day: number; readonly registrationNo: RegistrationNo }[] = [];
  for (const { registrationNo, elevator, unconfirmed } of fleet.values()) {
    const managedBy = managerOf(elevator);
    let any = false;
    for (const packed of unconfirmed) {
      const day = packed >> 3;
      if (day < from || day > to) continue;
      any = true;
      if (manager !== null && managedBy !== manager) break;
      const is = CONFIRMATION_STATES[packed & 7]!; // as it was packed
      counts[is] += 1;
      if (state === null || state === is) days.push({ day, registrationNo });
    }
    if (any && managedBy !== null) managers.add(managedBy);
  }
  days.sort((a, b) => b.day - a.day);
  // A day is listed whole, so that the earliest one says from when on everything is here.
  const last = days[MOST_UNCONFIRMED - 1]?.day ?? from;
  const listed = days.filter(({ day }) => day >= last);
  return {
    counts,
    managers: [...managers].sort((a, b) => a.localeCompare(b, 'zh-CN')),
    more: days.length - listed.length,
    numbers: [...new Set(listed.map(({ registrationNo }) => registrationNo))],
    since: toCivilDate(last),
  };
}

export function managerOf({ propertyManager, userUnit }: Elevator): string | null {
  return propertyManager ?? userUnit ?? null;
}

/** The visits themselves, out of the records of those elevators; the newest first. */
export function unconfirmedVisits(
  dossiers: Iterable<Confirmable & Pick<Dossier, 'registrationNo' | 'elevator'>>,
  { period, state }: UnconfirmedQuestion,
  since: CivilDate,
): UnconfirmedVisit[] {
  const rows: UnconfirmedVisit[] = [];
  for (const { registrationNo, elevator, visits, confirmations } of dossiers) {
    const byVisit = confirmationsByVisit(confirmations);
    for (const visit of visits) {
      const { date } = visit.value;
      if (visit.withdrawn === true || date < since || date < period.from || date > period.to) continue;
      const how = confirmedOf(visit, byVisit.get(visit.id));
      if (isConfirmed(how.state) || (state !== null && how.state !== state)) continue;
      rows.push({ registrationNo, elevator: elevator.value, visit, ...how });
    }
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.sort(
    (a, b) => compare(b.visit.value.date, a.visit.value.date) || compare(a.registrationNo, b.registrationNo),
  );
}
