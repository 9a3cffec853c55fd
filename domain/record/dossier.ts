import type { CallOut } from '../callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Assessment } from '../assessment/assessment';
import type { Hazard } from '../hazard/hazard';
import type { HazardStep } from '../hazard/hazard-step';
import type { Claim, Policy } from '../insurance/policy';
import type { Visit } from '../visit/visit';
import type { Change } from './entry';
import type { ClockMark } from './entry-clock';
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
}

/** Made by an entry that is dated before the one before it. Whether it lies after the machine's day is no fact of the record. */
export type RecordedClock = Extract<ClockMark, 'before-previous'>;

/** Why a record came late, and what proves the day on which it was done. */
export interface LateReason {
  readonly reason: string;
  /** Number or name of a document. */
  readonly document?: string;
  /** SHA-256 (hex) of attached photos. */
  readonly photos?: readonly string[];
}

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

/** Everything on record about one elevator. Visits, outages, inspections, call-outs and the other lists in the order of recording. */
export interface Dossier {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Recorded<Elevator>;
  readonly visits: readonly Recorded<Visit>[];
  readonly outages: readonly Recorded<Outage>[];
  readonly inspections: readonly Recorded<Inspection>[];
  readonly callouts: readonly Recorded<CallOut>[];
  readonly hazards: readonly RecordedHazard[];
  readonly assessments: readonly Recorded<Assessment>[];
  readonly policies: readonly Recorded<Policy>[];
  readonly claims: readonly Recorded<Claim>[];
}

/** The lists of a dossier. */
export const DOSSIER_LISTS = [
  'visits',
  'outages',
  'inspections',
  'callouts',
  'hazards',
  'assessments',
  'policies',
  'claims',
] as const satisfies readonly (keyof Dossier)[];
export type DossierList = (typeof DOSSIER_LISTS)[number];
/** What the records of a list hold. */
export type RecordOf<L extends DossierList> = Dossier[L][number]['value'];

/** The lists of an elevator about which nothing is on record yet. */
export function noRecords(): Pick<Dossier, DossierList> {
  return {
    visits: [],
    outages: [],
    inspections: [],
    callouts: [],
    hazards: [],
    assessments: [],
    policies: [],
    claims: [],
  };
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
