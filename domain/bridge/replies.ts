import type { PaperCountersigned } from '../record/countersignature';
import type { LaterChange, SignatureRole } from '../terms/signatures';
import type { SharedDeviceCode } from '../elevator/shared-device-codes';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { ElevatorField, RegistrationNo } from '../elevator/elevator';
import type { PackOrigin, RefusedPack } from '../pack/pack-fault';
import type { Locale, RulePack } from '../pack/rule-pack';
import type { Change, Entry, ImportSource, PaperStatement } from '../record/entry';
import type { ClockDoubts } from '../record/entry-clock';
import type { PaperKind } from '../record/paper-kind';
import type { RecordId } from '../record/record-id';
import type { Refusal } from '../record/refusal';
import type { Summary } from '../report/summary/summary';
import type { HazardDays } from '../risk/hazard-days';

export interface JournalHead {
  readonly feed: string;
  readonly seq: number;
  /** Hash of the last entry; NO_HASH of an empty journal. */
  readonly hash: string;
}

/** How a head became known outside the journal: told after a write, given away on a paper, remembered by a window. */
export const HEAD_SOURCES = ['write', 'paper', 'window'] as const;
export type HeadSource = (typeof HEAD_SOURCES)[number];

/** Why a line does not follow from the one before it. */
export type ChainBreak = 'not-an-entry' | 'hash-differs' | 'other-feed' | 'number-differs' | 'previous-hash-differs';

/** What opening the journal found. `broken`, `contradicted` and `newer` are read-only until somebody decides. */
export type JournalCondition =
  | { readonly state: 'whole' }
  /** The last line lacked its newline, was whole, and is taken. */
  | { readonly state: 'completed' }
  /** A torn last line was cut off. `confirmed`: the head told after the last write is there; without one nobody can tell. */
  | { readonly state: 'healed'; readonly cutBytes: number; readonly keptAs: string; readonly confirmed: boolean }
  /** A head that is known elsewhere is not in the journal: `has` = the hash under its number, null = none. */
  | {
      readonly state: 'contradicted';
      readonly known: JournalHead & { readonly from: HeadSource };
      readonly has: string | null;
    }
  | { readonly state: 'broken'; readonly seq: number; readonly line: number; readonly reason: ChainBreak }
  | { readonly state: 'newer'; readonly version: number };

/** Conditions in which nothing is written. */
export const READ_ONLY_STATES = [
  'broken',
  'contradicted',
  'newer',
] as const satisfies readonly JournalCondition['state'][];

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'loopback';
  readonly profile: {
    /** Absolute path of the folder of the records. */
    readonly folder: string;
    /** Other folders of this machine that hold records of the program. */
    readonly elsewhere: readonly string[];
    /** The service that seems to copy the folder to other machines, or null. */
    readonly synchronisedBy: string | null;
  };
  readonly today: CivilDate;
  readonly journal: {
    readonly head: JournalHead;
    readonly condition: JournalCondition;
    /** Entries whose time is in doubt. */
    readonly clock: ClockDoubts;
  };
}

export interface Settings {
  readonly locale: Locale;
  readonly theme: 'system' | 'light' | 'dark';
  /** Who writes: stands as `author` of every entry. */
  readonly author: string;
  readonly organisation: string;
  /** Short name that opens report numbers, such as 绿源梯审. */
  readonly shortName: string;
  readonly role: 'maintainer' | 'manager' | 'inspector';
  readonly singleKeys: boolean;
  readonly comfortable: boolean;
  /** The pack by which is judged; one that is no longer there gives way to the default pack. */
  readonly packId: string;
  /** The house's own days for steps in the life of a hazard, where no confirmed text gives any. */
  readonly hazardDays: HazardDays;
  /** Names in the file of settings that no record can carry: read as empty, asked for anew. */
  readonly unwritable?: readonly NameSetting[];
  /** Up to so many calendar days after it was done an entry is not late. */
  readonly lateDays: number;
}

export const NAME_SETTINGS = ['author', 'organisation', 'shortName'] as const;
export type NameSetting = (typeof NAME_SETTINGS)[number];

/** Entries after one of the journal, in order. */
export interface JournalPage {
  readonly entries: readonly Entry[];
  /** Numbers of those among them that do not count: parts of an import that was not written whole. */
  readonly abandoned: readonly number[];
  /** Hash of the entry before them; null where the journal has no entry of that number. */
  readonly before: string | null;
  readonly head: JournalHead;
}

/** The entry that was written and flushed. */
export interface Appended {
  readonly entry: Entry;
}

export interface ImportFilePreview {
  readonly file: string;
  /** Sheet of a workbook that was read, '' otherwise. */
  readonly sheet: string;
  readonly table: ImportSource['table'] | null;
  readonly encoding: string;
  readonly delimiter: 'comma' | 'semicolon' | 'tab' | 'none';
  /** Row of the headers, counted from 1; 0 when none was found. */
  readonly headerRow: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly rows: number;
  readonly accepted: number;
  /** Rows that say exactly what is already on record. */
  readonly unchanged: number;
  /** Exact repetitions inside the files, taken once. */
  readonly repeated: number;
  /** Rows about registered elevators whose particulars differ; they are proposed in `elevatorUpdates`. */
  readonly updating: number;
  /** Rows of a number that is nearly a known one, until somebody has said whose they are. */
  readonly waiting: number;
  readonly refused: number;
  readonly skippedBlank: number;
  readonly skippedTotals: number;
  readonly skippedSheets: readonly string[];
}

export interface RecordsFromProposal {
  readonly registrationNo: RegistrationNo;
  readonly inServiceOn: CivilDate;
  /** The day proposed: that of the first visit, or the day of the import where none is known. */
  readonly from: CivilDate;
  readonly firstVisit: boolean;
}

export interface ImportCounts {
  readonly elevators: number;
  readonly visits: number;
  readonly outages: number;
  readonly inspections: number;
  readonly callouts: number;
  readonly hazards: number;
}

/** A number in the files that is nearly a known one: its rows wait for a person to say whether it is the same elevator. */
export interface TwinQuestion {
  readonly registrationNo: RegistrationNo;
  /** The numbers it nearly is, on record or in the files. */
  readonly known: readonly RegistrationNo[];
  readonly rows: number;
  /** Some of the rows, with the number as written there. */
  readonly places: readonly { readonly file: string; readonly row: number; readonly value: string }[];
  /** The known number whose elevator it is, `another`, or null while nobody has answered. */
  readonly answer: RegistrationNo | 'another' | null;
}

export interface ImportPreview {
  readonly importId: string;
  readonly files: readonly ImportFilePreview[];
  readonly refusals: readonly Refusal[];
  readonly adds: ImportCounts;
  readonly unchanged: ImportCounts;
  readonly twins: readonly TwinQuestion[];
  readonly recordsFromProposals: readonly RecordsFromProposal[];
  /** Said to be stopped, nobody knows since when: whether they may be used cannot be told. */
  readonly stoppedWithoutDay: readonly RegistrationNo[];
  /** Codes under several certificates in use, of the files and on record together. */
  readonly sharedDeviceCodes: readonly SharedDeviceCode[];
  readonly elevatorUpdates: readonly {
    readonly registrationNo: RegistrationNo;
    readonly changes: readonly Change<ElevatorField>[];
  }[];
  readonly tookMs: number;
}

export interface ReportMade extends PaperStatement {
  readonly reportId: string;
  readonly number: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
}

/** Papers signed in one go, as one file to save: a PDF, or a zip of PDFs. */
export interface SignedBatch {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly papers: readonly {
    readonly registrationNo: RegistrationNo;
    readonly number: string;
    /** Of the signed PDF, by which `report.read` gives it again. */
    readonly reportId: string;
  }[];
}

/** What the text of a QR code is worth. `untrusted`: whether it was altered cannot be told, or its signer is not trusted. */
export interface SummaryVerified {
  readonly verdict: 'valid' | 'untrusted' | 'altered' | 'unreadable';
  /** Empty for `valid`, and for no other verdict. */
  readonly reasons: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  /** What it says, as far as it could be read; proven only when `valid`. */
  readonly summary: Summary | null;
  readonly signer: { readonly organisation: string; readonly fingerprint: string } | null;
}

export interface ReportListed extends ReportMade {
  readonly kind: PaperKind;
  /** '' for a file that holds papers of several elevators. */
  readonly registrationNo: RegistrationNo | '';
  /** How many papers the file holds. */
  readonly papers: number;
  /** The hazards that a notice or its like is about; none of a report. */
  readonly hazards: readonly { readonly id: RecordId; readonly no: string }[];
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly madeAt: string;
  /** False when the file is no longer in the profile or no longer has the recorded hash. */
  readonly present: boolean;
}

/** A paper that was received or witnessed here, as it stands on record. */
export interface Countersigned extends PaperCountersigned {
  readonly madeAt: string;
  /** False when the file is no longer in the profile. */
  readonly present: boolean;
}

export interface IdentityInfo {
  readonly identityId: string;
  readonly organisation: string;
  /** SHA-256 of the certificate, 64 hex. */
  readonly fingerprint: string;
  readonly algorithm: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly issuer: string;
  /** Certificate to hand out, PEM. */
  readonly certificatePem: string;
}

export interface TrustedCertificate {
  readonly fingerprint: string;
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

export interface VerifyCheck {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'cannot-tell' | 'not-reached';
  readonly detail: string;
}

export interface VerifiedSignature {
  readonly signer: string;
  readonly fingerprint: string;
  readonly role: SignatureRole;
  readonly remark: string | null;
  readonly claimedTime: string | null;
  readonly verdict: VerifyReply['verdict'];
  readonly coversTo: number;
  readonly changesBefore: readonly LaterChange[];
  readonly changesAfter: readonly LaterChange[];
}

export interface VerifyReply {
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  /** Told beside the verdict, which they do not change: what this machine remembers against the file, a time to come. */
  readonly remarks: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  readonly verdict: 'valid' | 'pages-not-compared' | 'untrusted' | 'tampered' | 'unsigned' | 'unreadable';
  readonly reasons: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  readonly checks: readonly VerifyCheck[];
  readonly signature: {
    readonly subFilter: string;
    readonly signer: string;
    readonly fingerprint: string;
    readonly claimedTime: string | null;
    readonly coversWholeFile: boolean;
    readonly intact: boolean;
    readonly trusted: boolean;
  } | null;
  /** All signatures of the file, oldest first. */
  readonly signatures: readonly VerifiedSignature[];
  readonly evidence: {
    readonly present: boolean;
    readonly verdictReproduced: boolean | null;
    readonly pagesMatch: boolean | null;
  };
  /** PEM of the outermost certificate the file carries, to be compared and trusted; null without one. */
  readonly signerCertificatePem: string | null;
  /** What the report says of itself, when its evidence could be read. */
  readonly claims: {
    readonly number: string;
    readonly kind: PaperKind;
    /** SHA-256 of the evidence: two of one number are two reports. */
    readonly evidence: string;
    readonly registrationNo: string;
    readonly verdict: string;
    readonly period: Period;
    readonly visits: number;
    readonly outages: number;
    readonly packId: string;
    readonly packVersion: string;
    readonly packKnown: boolean;
  } | null;
  /** Of a file of QR labels, instead of claims: how many, and the numbers of the first and the last. */
  readonly labels?: { readonly count: number; readonly first: string; readonly last: string };
}

export interface PacksReply {
  readonly packs: readonly RulePack[];
  /** Where the packs were read from, in their order. */
  readonly files: readonly PackFileInfo[];
  readonly refused: readonly RefusedPack[];
  /** The folder in which the program looks for packs of the one who uses it. */
  readonly userFolder: string;
}

export interface PackFileInfo {
  readonly id: string;
  readonly file: string;
  readonly origin: PackOrigin;
  readonly sha256: string;
}

export interface StoredAttachment {
  readonly sha256: string;
  readonly bytes: number;
}

export interface RefusedRowsFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ReportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface AttachmentFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface ImportCommitted {
  /** Numbers of the first and the last entry that the import took. */
  readonly entries: readonly [first: number, last: number];
  readonly adds: ImportCounts;
}

export type CorrectedId = RecordId;
