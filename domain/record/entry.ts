import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator, ElevatorField, Outage, RegistrationNo } from '../elevator/elevator';
import type { CallOut, CallOutField } from '../callout/callout';
import type { Inspection, InspectionField } from '../inspection/inspection';
import type { Visit, VisitField } from '../visit/visit';

/**
 * Names one record for ever: `<first 8 hex of the feed>/<seq>` for an entry with one record,
 * `<first 8 hex of the feed>/<seq>.<n>` for the n-th record (from 1) of an entry that carries many.
 */
export type RecordId = string & { readonly __brand: 'RecordId' };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One corrected field: what stood there, what stands there now; null = absent. */
export interface Change<F extends string = string> {
  readonly field: F;
  readonly from: Json;
  readonly to: Json;
}

export interface ImportSource {
  readonly file: string;
  readonly sha256: string;
  readonly table: 'elevators' | 'visits' | 'outages' | 'inspections' | 'callouts';
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
}

export interface ImportedOutage extends Outage {
  readonly registrationNo: RegistrationNo;
}

export interface ImportBody {
  readonly sources: readonly ImportSource[];
  readonly sample?: true;
  readonly elevators: readonly Elevator[];
  /** Changes to elevators that were registered before, accepted in the preview. */
  readonly elevatorChanges: readonly {
    readonly registrationNo: RegistrationNo;
    readonly changes: readonly Change<ElevatorField>[];
  }[];
  readonly visits: readonly Visit[];
  readonly outages: readonly ImportedOutage[];
  readonly inspections: readonly Inspection[];
  /** Absent in entries older than the table. */
  readonly callouts?: readonly CallOut[];
}

export interface ReportSignedBody {
  readonly number: string;
  readonly kind: 'compliance';
  readonly locale: 'zh-CN' | 'en';
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly fileName: string;
  readonly fileSha256: string;
  /** SHA-256 of the signer's certificate, hex. */
  readonly fingerprint: string;
  readonly verdict: string;
}

/** What each entry type carries. `subject` of an entry is the registration number it is about, or '' for an import. */
export interface EntryBodies {
  'elevator-registered': { readonly elevator: Elevator };
  'elevator-corrected': { readonly changes: readonly Change<ElevatorField>[]; readonly reason: string };
  'visit-logged': { readonly visit: Visit };
  'visit-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<VisitField>[];
    readonly reason: string;
  };
  'visit-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'outage-recorded': { readonly outage: Outage };
  'outage-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<'from' | 'to' | 'reason'>[];
    readonly reason: string;
  };
  'outage-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'inspection-recorded': { readonly inspection: Inspection };
  'inspection-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<InspectionField>[];
    readonly reason: string;
  };
  'inspection-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'callout-recorded': { readonly callOut: CallOut };
  'callout-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<CallOutField>[];
    readonly reason: string;
  };
  'callout-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'records-imported': ImportBody;
  'report-signed': ReportSignedBody;
}

export type EntryType = keyof EntryBodies;

/** A change before the journal has numbered, dated and chained it. */
export type EntryDraft<T extends EntryType = EntryType> = {
  [K in T]: { readonly type: K; readonly subject: string; readonly author: string; readonly body: EntryBodies[K] };
}[T];

export const ENTRY_VERSION = 1;
/** `prev` of the first entry of a feed. */
export const NO_HASH = '0'.repeat(64);

/**
 * One line of the journal. `feed` = Ed25519 public key, 64 hex; `seq` counts from 1 without a hole; `at` = ISO 8601
 * with offset; `hash` = SHA-256 hex over the RFC 8785 canonical JSON of all other members; `prev` = the hash before it.
 */
export type Entry<T extends EntryType = EntryType> = {
  [K in T]: {
    readonly v: typeof ENTRY_VERSION;
    readonly feed: string;
    readonly seq: number;
    readonly at: string;
    readonly author: string;
    readonly type: K;
    readonly subject: string;
    readonly body: EntryBodies[K];
    readonly prev: string;
    readonly hash: string;
  };
}[T];

export function recordIdOf(entry: Pick<Entry, 'feed' | 'seq'>, index?: number): RecordId {
  const base = `${entry.feed.slice(0, 8)}/${entry.seq}`;
  return (index === undefined ? base : `${base}.${index + 1}`) as RecordId;
}

/** The record number people read, `4019` or `3.17`: the id without its feed. */
export function recordNoOf(id: RecordId): string {
  return id.slice(id.indexOf('/') + 1);
}
