import type { CallOut } from '../callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Visit } from '../visit/visit';
import type { Change, RecordId } from './entry';

/** A correction or withdrawal as it happened; the history behind the value that readers show. */
export interface Amendment {
  readonly id: RecordId;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  readonly changes: readonly Change[];
  readonly withdrawn?: true;
}

/** A record as it stands now, where it came from, and what was changed on the way. */
export interface Recorded<T> {
  readonly id: RecordId;
  readonly at: string;
  readonly author: string;
  readonly value: T;
  /** As first recorded; present only when amended. */
  readonly original?: T;
  readonly amendments?: readonly Amendment[];
  readonly withdrawn?: true;
}

/** Everything on record about one elevator. Visits, outages, inspections and call-outs in the order of recording. */
export interface Dossier {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Recorded<Elevator>;
  readonly visits: readonly Recorded<Visit>[];
  readonly outages: readonly Recorded<Outage>[];
  readonly inspections: readonly Recorded<Inspection>[];
  readonly callouts: readonly Recorded<CallOut>[];
}

/** What schedules are judged by: all but the call-outs. */
export type ServiceRecords = Omit<Dossier, 'callouts'>;

/** The records of a dossier that still stand. */
export function standing<T>(records: readonly Recorded<T>[]): T[] {
  return records.filter((record) => record.withdrawn !== true).map((record) => record.value);
}
