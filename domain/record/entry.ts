import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { Elevator, ElevatorField, Outage, RegistrationNo } from '../elevator/elevator';
import type { Firm } from '../roster/firm';
import type { Person } from '../roster/person';
import type { Hazard } from '../hazard/hazard';
import type { HazardStep, StepOf } from '../hazard/hazard-step';
import type { PaperCountersigned } from './countersignature';
import type { DetailsErased } from './erasure';
import type { InspectionsKept } from './inspections-kept';
import type {
  Carrying,
  CorrectableList,
  DossierList,
  FieldOf,
  ListsWith,
  RecordKinds,
  RecordOf,
  WithdrawableList,
} from './kinds';
import type { LateReason } from './late-reason';
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
  readonly table:
    | 'elevators'
    | 'visits'
    | 'outages'
    | 'inspections'
    | 'callouts'
    | 'hazards'
    | 'hazard_steps'
    | 'device_events'
    | 'contracts'
    | 'daily_checks';
  /** What a person had said of its columns, where it was read by that; `name` of a mapping that is kept, else null. */
  readonly mapping?: {
    readonly name: string | null;
    readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  };
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
}

/** A record as an import brings it: every one names its elevator. */
export type ImportedRecord<L extends DossierList> = L extends 'hazards'
  ? ImportedHazard
  : RecordOf<L> & { readonly registrationNo: RegistrationNo };

/** The lists that every import has, and those that it may have. */
type AlwaysImported = ListsWith<{ readonly always: true }>;
type ImportedLists = { readonly [L in AlwaysImported]: readonly ImportedRecord<L>[] } & {
  readonly [L in Exclude<DossierList, AlwaysImported>]?: readonly ImportedRecord<L>[];
};

export interface ImportBody extends ImportedLists {
  readonly sources: readonly ImportSource[];
  readonly sample?: true;
  readonly elevators: readonly Elevator[];
  /** Changes to elevators that were registered before, accepted in the preview. */
  readonly elevatorChanges: readonly {
    readonly registrationNo: RegistrationNo;
    readonly changes: readonly Change<ElevatorField>[];
  }[];
  /** Corrections of records that were there before, chosen in the preview. */
  readonly corrections?: readonly ImportedCorrection[];
}

/** A record on record that a table tells otherwise: old and new values, taken over for a reason. */
export interface ImportedCorrection extends Amending {
  readonly registrationNo: RegistrationNo;
  readonly list: DossierList;
  readonly changes: readonly Change[];
}

/** What an import changed of a record, put back. */
export interface CorrectionTakenBack {
  readonly list: DossierList;
  readonly corrects: RecordId;
  readonly changes: readonly Change[];
}

/** An import withdrawn as a whole: what it brought and nobody has changed or built upon since. The subject is ''. */
export interface ImportTakenBack {
  /** Of the first entry of the import, and how many entries it took. */
  readonly import: RecordId;
  readonly entries: number;
  readonly reason: string;
  readonly elevators: readonly ElevatorTakenBack[];
}

export interface ElevatorTakenBack {
  readonly registrationNo: RegistrationNo;
  /** The import registered it and nothing else stands on it: it is no longer on record. */
  readonly unregistered?: true;
  /** Records of the import that stay. */
  readonly kept?: readonly RecordId[];
  /** What the import had changed, put back. */
  readonly changes?: readonly Change<ElevatorField>[];
  readonly corrections?: readonly CorrectionTakenBack[];
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

/** Why a line does not follow from the one before it. */
export const CHAIN_BREAKS = [
  'not-an-entry',
  'hash-differs',
  'other-feed',
  'number-differs',
  'previous-hash-differs',
] as const;
export type ChainBreak = (typeof CHAIN_BREAKS)[number];

/** A stretch of the journal that gives no entry, between two that are whole. */
export interface JournalBreak {
  /** The number and the line at which it begins. */
  readonly seq: number;
  readonly line: number;
  readonly reason: ChainBreak;
  /** Where it lies in the file; no bytes where a line was taken out. SHA-256 (hex) of what stands there. */
  readonly start: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Hashes of the whole entries before and behind it; null = none stood behind it. */
  readonly after: string;
  readonly next: string | null;
  /** How many numbers no entry can be read under. */
  readonly missing: number;
}

/**
 * How the journal was found. In the last three another feed goes on: the key of the feed so far was not there, the feed had
 * been closed, or the journal was restored from a backup.
 */
export const MENDED_STATES = ['unended', 'torn', 'broken', 'contradicted', 'keyless', 'closed', 'restored'] as const;

export interface JournalMended {
  readonly found: (typeof MENDED_STATES)[number];
  /** Bytes cut off, and the file beside the journal that keeps them. */
  readonly cutBytes?: number;
  readonly keptAs?: string;
  /** Heads known elsewhere that the journal does not have; the decision covers these and no others. */
  readonly known?: readonly { readonly feed: string; readonly seq: number; readonly hash: string }[];
  /** Breaks that stay where they are; the decision covers these, as they were found, and no others. */
  readonly breaks?: readonly JournalBreak[];
  /** The last head of the feed that was closed; this entry opens the one that goes on. */
  readonly closes?: { readonly feed: string; readonly seq: number; readonly hash: string };
  /** What it was restored from, and when that had been made. */
  readonly backup?: { readonly name: string; readonly madeAt: string };
  /** Of a decision. */
  readonly reason?: string;
}

/** The last entry of a feed: whatever goes on from here does so in a feed of its own. */
export interface FeedClosed {
  /** The records were taken to another machine. */
  readonly why: 'moved';
}

/** A signing identity that took the place of another: under the root that both have, or under a new one. */
export interface IdentityRenewed {
  /** SHA-256 of the certificates, hex. */
  readonly fingerprint: string;
  readonly follows: string;
  readonly organisation: string;
  readonly root: 'same' | 'new';
}

/** A signing identity that signs no more; what claims to be signed by it after that day is told. */
export interface IdentityWithdrawn {
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
  readonly organisation: string;
  readonly on: CivilDate;
  readonly reason: string;
}

/** The lists of the roster. */
type RosterName = 'people' | 'firms';

/** What names the record that it corrects or withdraws, and why. */
export interface Amending {
  readonly corrects: RecordId;
  readonly reason: string;
}

/** What entries that record, correct or withdraw carry. */
export type RecordBodies = {
  readonly [L in DossierList as RecordKinds[L]['recorded']]: Carrying<L, LateReason>;
} & {
  readonly [L in CorrectableList as `${RecordKinds[L]['name']}-corrected`]: Amending & {
    readonly changes: readonly Change<FieldOf<L>>[];
  };
} & { readonly [L in WithdrawableList as `${RecordKinds[L]['name']}-withdrawn`]: Amending };

/** What each entry type carries. `subject` of an entry is the registration number it is about, or '' where it names several. */
export interface EntryBodies extends RecordBodies {
  'elevator-registered': { readonly elevator: Elevator };
  /** `transfers`: open hazards handed over with a change of units, so that no correction stands without them. */
  'elevator-corrected': {
    readonly changes: readonly Change<ElevatorField>[];
    readonly reason: string;
    readonly transfers?: readonly { readonly hazard: RecordId; readonly step: StepOf<'transfer'> }[];
  };
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
  /** For which elevators the house keeps inspections here; the latest answer holds. The subject is ''. */
  'inspections-kept': { readonly kept: InspectionsKept };
  /** People and firms, which hang on no elevator. The subject of these is ''. */
  'roster-recorded': { readonly people?: readonly Person[]; readonly firms?: readonly Firm[] };
  'roster-corrected': Amending & { readonly list: RosterName; readonly changes: readonly Change[] };
  'roster-withdrawn': Amending & { readonly list: RosterName };
  /** The subject of both is ''. */
  'identity-renewed': IdentityRenewed;
  'identity-withdrawn': IdentityWithdrawn;
  /** What was mended in the journal before it went on, by itself or by somebody's decision. The subject is ''. */
  'journal-mended': JournalMended;
  /** The subject is ''. */
  'feed-closed': FeedClosed;
  /** Personal details that are gone from entries before it. The subject is ''. */
  'details-erased': DetailsErased;
  'records-imported': ImportBody;
  'import-taken-back': ImportTakenBack;
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
