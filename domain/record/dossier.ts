import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Hazard } from '../hazard/hazard';
import type { HazardStep } from '../hazard/hazard-step';
import type { Change } from './entry';
import type { ClockMark } from './entry-clock';
import { DOSSIER_LISTS, type DossierList, type RecordOf } from './kinds';
import type { LateReason } from './late-reason';
import type { RecordId } from './record-id';

/** A correction or withdrawal as it happened; the history behind the value that readers show. */
export interface Amendment {
  readonly id: RecordId;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  /** Number or name of a document that shows what it says. */
  readonly document?: string;
  /** An import changed it. */
  readonly imported?: true;
  readonly changes: readonly Change[];
  readonly clock?: RecordedClock;
  readonly withdrawn?: true;
  /** Withdrawn with the import that brought it: the same row of a later import is new again. */
  readonly takenBack?: true;
}

/** Made by an entry that is dated before the one before it. Whether it lies after the machine's day is no fact of the record. */
export type RecordedClock = Extract<ClockMark, 'before-previous'>;

/** A record as it stands now, where it came from, and what was changed on the way. */
export interface Recorded<T> {
  readonly id: RecordId;
  readonly at: string;
  readonly author: string;
  readonly value: T;
  readonly imported?: true;
  readonly late?: LateReason;
  readonly clock?: RecordedClock;
  /** As first recorded; present only when amended. */
  readonly original?: T;
  readonly amendments?: readonly Amendment[];
  readonly withdrawn?: true;
}

/** One step in the life of a hazard, as it was entered. */
export interface RecordedStep {
  readonly id: RecordId;
  readonly at: string;
  readonly author: string;
  readonly clock?: RecordedClock;
  readonly step: HazardStep;
}

/** A hazard with every step of its life, oldest first. */
export interface RecordedHazard extends Recorded<Hazard> {
  readonly steps: readonly RecordedStep[];
}

/** The records of each kind about one elevator, in the order of recording. */
export type Records = {
  readonly [L in DossierList]: readonly (L extends 'hazards' ? RecordedHazard : Recorded<RecordOf<L>>)[];
};

/** Everything on record about one elevator. */
export interface Dossier extends Records {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Recorded<Elevator>;
}

/** The lists of an elevator about which nothing is on record yet. */
export function noRecords(): Records {
  return Object.fromEntries(DOSSIER_LISTS.map((list) => [list, []])) as unknown as Records; // each list of them
}

/** The records of one list, where only the list is known. */
export function recordsIn<L extends DossierList>(
  dossier: { readonly [K in L]: readonly unknown[] },
  list: L,
): readonly Recorded<RecordOf<L>>[] {
  return dossier[list] as readonly Recorded<RecordOf<L>>[]; // every list holds records of its kind
}

/** All records of a dossier, list after list; of evidence those that it has. */
export function allRecords(dossier: Partial<Records>): Recorded<object>[] {
  return DOSSIER_LISTS.flatMap((list): readonly Recorded<object>[] => dossier[list] ?? []);
}

/** What schedules are judged by. */
export type ServiceRecords = Pick<Dossier, 'registrationNo' | 'elevator' | 'visits' | 'outages' | 'inspections'> & {
  /** Those that stopped the elevator stop its clock. */
  readonly hazards?: Dossier['hazards'];
};

/** The records of a dossier that still stand. */
export function standing<T>(records: readonly Recorded<T>[]): T[] {
  return records.filter((record) => record.withdrawn !== true).map((record) => record.value);
}
