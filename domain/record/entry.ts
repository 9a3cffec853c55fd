import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator, ElevatorField, Outage, RegistrationNo } from '../elevator/elevator';
import type { CallOut, CallOutField } from '../callout/callout';
import type { Inspection, InspectionField } from '../inspection/inspection';
import type { Assessment } from '../assessment/assessment';
import type { Hazard, HazardField } from '../hazard/hazard';
import type { HazardStep, StepOf } from '../hazard/hazard-step';
import type { Claim, ClaimField, Policy, PolicyField } from '../insurance/policy';
import type { Visit, VisitField } from '../visit/visit';
import type { LateReason } from './dossier';
import type { InspectionsKept } from './inspections-kept';
import type { PaperCountersigned } from './countersignature';
import type { PaperKind } from './paper-kind';
import type { RecordId } from './record-id';

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
  readonly table: 'elevators' | 'visits' | 'outages' | 'inspections' | 'callouts' | 'hazards';
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
  readonly hazards?: readonly ImportedHazard[];
  /** No table has these; the sample fleet brings them. */
  readonly assessments?: readonly Assessment[];
  readonly policies?: readonly Policy[];
  readonly claims?: readonly Claim[];
}

/** A hazard of another ledger with what had been done about it; the steps passed the same lifecycle. */
export interface ImportedHazard {
  readonly hazard: Hazard;
  readonly steps: readonly HazardStep[];
}

/** What a signed paper states of its elevator, as it stands on record. */
export interface PaperStatement {
  readonly verdict: string;
  /** State of use; absent in entries older than that was stated. */
  readonly use?: string;
  /** The verdict without late entries, where it is another. */
  readonly withoutLate?: string;
}

export interface ReportSignedBody extends PaperStatement {
  readonly number: string;
  readonly kind: PaperKind;
  readonly locale: 'zh-CN' | 'en';
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly fileName: string;
  readonly fileSha256: string;
  /** SHA-256 of the signer's certificate, hex. */
  readonly fingerprint: string;
  /** Hazards that the paper is about, where it is about some. */
  readonly hazards?: readonly RecordId[];
  /** The papers of a file that holds many; `number` is then the first of them, and the subject of the entry ''. */
  readonly papers?: readonly SignedPaper[];
}

/** One of the papers in one signed file. */
export interface SignedPaper extends PaperStatement {
  readonly number: string;
  readonly registrationNo: RegistrationNo;
}

/** How the journal was found. */
export const MENDED_STATES = ['unended', 'torn', 'broken', 'contradicted'] as const;

export interface JournalMended {
  readonly found: (typeof MENDED_STATES)[number];
  /** Bytes cut off, and the file beside the journal that keeps them. */
  readonly cutBytes?: number;
  readonly keptAs?: string;
  /** Heads known elsewhere that the journal does not have; the decision covers these and no others. */
  readonly known?: readonly { readonly feed: string; readonly seq: number; readonly hash: string }[];
  /** Of a decision. */
  readonly reason?: string;
}

/** What each entry type carries. `subject` of an entry is the registration number it is about, or '' for an import. */
export interface EntryBodies {
  'elevator-registered': { readonly elevator: Elevator };
  /** `transfers`: open hazards handed over with a change of units, so that no correction stands without them. */
  'elevator-corrected': {
    readonly changes: readonly Change<ElevatorField>[];
    readonly reason: string;
    readonly transfers?: readonly { readonly hazard: RecordId; readonly step: StepOf<'transfer'> }[];
  };
  /** `hazards`: found in the visit and recorded with it, so that neither stands without the other. */
  'visit-logged': { readonly visit: Visit; readonly hazards?: readonly Hazard[]; readonly late?: LateReason };
  'visit-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<VisitField>[];
    readonly reason: string;
  };
  'visit-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'outage-recorded': { readonly outage: Outage; readonly late?: LateReason };
  'outage-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<'from' | 'to' | 'reason'>[];
    readonly reason: string;
  };
  'outage-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'inspection-recorded': { readonly inspection: Inspection; readonly late?: LateReason };
  'inspection-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<InspectionField>[];
    readonly reason: string;
  };
  'inspection-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'callout-recorded': { readonly callOut: CallOut; readonly late?: LateReason };
  'callout-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<CallOutField>[];
    readonly reason: string;
  };
  'callout-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'hazards-found': { readonly hazards: readonly Hazard[] };
  /** Taking out of use and giving back move the elevator's outage with the step, so that the service clock follows. */
  'hazard-advanced': {
    readonly hazard: RecordId;
    readonly step: HazardStep;
    readonly outage?: Outage;
    readonly endsOutage?: {
      readonly corrects: RecordId;
      readonly changes: readonly Change<'to'>[];
      readonly withdrawn?: true;
    };
  };
  'hazard-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<HazardField>[];
    readonly reason: string;
  };
  'assessment-recorded': { readonly assessment: Assessment; readonly hazards?: readonly Hazard[] };
  'assessment-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  /** One policy over one or many elevators; the subject is ''. */
  'policy-recorded': { readonly policies: readonly Policy[] };
  'policy-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<PolicyField>[];
    readonly reason: string;
  };
  'policy-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  'claim-recorded': { readonly claim: Claim };
  'claim-corrected': {
    readonly corrects: RecordId;
    readonly changes: readonly Change<ClaimField>[];
    readonly reason: string;
  };
  'claim-withdrawn': { readonly corrects: RecordId; readonly reason: string };
  /** For which elevators the house keeps inspections here; the latest answer holds. The subject is ''. */
  'inspections-kept': { readonly kept: InspectionsKept };
  /** What was mended in the journal before it went on, by itself or by somebody's decision. The subject is ''. */
  'journal-mended': JournalMended;
  'records-imported': ImportBody;
  'report-signed': ReportSignedBody;
  /** The subject is the elevator of the paper where it is on record here, else ''. */
  'paper-countersigned': PaperCountersigned;
}

export type EntryType = keyof EntryBodies;

/** A change before the journal has numbered, dated and chained it. */
export type EntryDraft<T extends EntryType = EntryType> = {
  [K in T]: { readonly type: K; readonly subject: string; readonly author: string; readonly body: EntryBodies[K] };
}[T];

/** Version 1 chained the whole entry and had no batches; its entries stay readable. */
export const ENTRY_VERSIONS = [1, 2] as const;
export const ENTRY_VERSION = 2;
/** `prev` of the first entry of a feed. */
export const NO_HASH = '0'.repeat(64);

/** Which of how many entries of one import this is, counted from 1; they stand one after the other. */
export interface BatchPlace {
  readonly part: number;
  readonly of: number;
}

/**
 * One line of the journal. `feed` = Ed25519 public key, 64 hex; `seq` counts from 1 without a hole; `at` = ISO 8601
 * with offset; `prev` = the hash before it. `bodyHash` = SHA-256 hex over `salt` (32 hex) and the RFC 8785 canonical JSON
 * of the body; `hash` = SHA-256 hex over that of all members but `body`, `salt` and `hash`. In version 1 `hash` is over
 * all other members, and `salt` and `bodyHash` are absent.
 */
export type Entry<T extends EntryType = EntryType> = {
  [K in T]: {
    readonly v: (typeof ENTRY_VERSIONS)[number];
    readonly feed: string;
    readonly seq: number;
    readonly at: string;
    readonly author: string;
    readonly type: K;
    readonly subject: string;
    /** Absent where the entry stands for itself. */
    readonly batch?: BatchPlace;
    readonly body: EntryBodies[K];
    readonly salt?: string;
    readonly bodyHash?: string;
    readonly prev: string;
    readonly hash: string;
  };
}[T];

export function recordIdOf(entry: Pick<Entry, 'feed' | 'seq'>, index?: number): RecordId {
  const base = `${entry.feed.slice(0, 8)}/${entry.seq}`;
  return (index === undefined ? base : `${base}.${index + 1}`) as RecordId;
}
