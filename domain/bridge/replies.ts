import type { PaperCountersigned } from '../record/countersignature';
import type { PersonalKind } from '../record/personal';
import type { SignatureVerdict } from '../terms/signature-verdict';
import type { LaterChange, SignatureRole } from '../terms/signatures';
import type { SharedDeviceCode } from '../elevator/shared-device-codes';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { ElevatorField, RegistrationNo } from '../elevator/elevator';
import type { PackOrigin, RefusedPack } from '../pack/pack-fault';
import type { DoubtLevel } from '../doubts/doubt';
import type { DoubtKind, DoubtWeight } from '../pack/doubt-threshold';
import type { Locale, Text } from '../pack/legal-basis';
import type { RulePack } from '../pack/rule-pack';
import type { Change, Entry, ImportSource, PaperStatement } from '../record/entry';
import type { ClockDoubts } from '../record/entry-clock';
import type { PaperKind } from '../record/paper-kind';
import type { DossierList } from '../record/kinds';
import type { RecordId } from '../record/record-id';
import type { KeptPart } from '../record/taking-back';
import type { Refusal } from '../record/refusal';
import type { Summary } from '../report/summary/summary';
import type { HazardDays } from '../risk/hazard-days';
import type { ShownTable, TableFields } from './table-replies';
import type { Access, JournalCondition, JournalHead, WrittenElsewhere } from './journal-condition';

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
    /** What is known to have been written elsewhere in a feed that was closed here; null = nothing is. */
    readonly elsewhere: WrittenElsewhere | null;
    readonly access: Access;
    /** How many entries are of kinds that this program does not know; they are kept and not judged. */
    readonly unknownEntries: number;
    /** Whether every entry was held against the chain since the start; else the head was, and what has been read. */
    readonly walked: boolean;
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
  /** Members in the file of settings that cannot be taken: their defaults hold meanwhile. */
  readonly unread?: readonly string[];
  /** Up to so many calendar days after it was done an entry is not late. */
  readonly lateDays: number;
  /** For so many minutes after its last use a signing identity signs without its passphrase; 0 = it is asked for every time. */
  readonly keepUnlocked: number;
}

export const NAME_SETTINGS = ['author', 'organisation', 'shortName'] as const;
export type NameSetting = (typeof NAME_SETTINGS)[number];

/** Entries after one of the journal, in order. */
export interface JournalPage {
  readonly entries: readonly Entry[];
  /** Numbers of those among them that do not count: parts of an import that was not written whole. */
  readonly abandoned: readonly number[];
  /** Numbers after the one asked for, up to the last of them, under which no entry can be read; absent = none. */
  readonly damaged?: readonly number[];
  /** Hash of the entry before them; null where the journal has no entry of that number. */
  readonly before: string | null;
  readonly head: JournalHead;
  /** Number of the last erasure of details, whose work these entries show; absent = there is none. */
  readonly erased?: number;
}

/** A personal detail on record, how often it stands in what, and in how many entries of a form from which nothing can be erased. */
export interface FoundDetail {
  readonly text: string;
  readonly kinds: Readonly<Partial<Record<PersonalKind, number>>>;
  readonly fixed: number;
}

export interface DetailsFound {
  readonly found: readonly FoundDetail[];
  /** How many more there are. */
  readonly more: number;
}

/** What an erasure did; `isFinished` = false where the journal's file still has the texts until the next start. */
export interface ErasedReply extends Appended {
  readonly details: number;
  readonly isFinished: boolean;
}

/** The entry that was written and flushed. */
export interface Appended {
  readonly entry: Entry;
}

/** The entries of one act, in the order of what was asked. */
export interface AppendedTogether {
  readonly entries: readonly Entry[];
}

export interface ImportFilePreview {
  readonly file: string;
  /** Sheet of a workbook that was read, '' otherwise. */
  readonly sheet: string;
  readonly table: ImportSource['table'] | null;
  readonly encoding: string;
  readonly delimiter: 'comma' | 'semicolon' | 'tab' | 'pipe' | 'none';
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
  /** Absent where there are none. */
  readonly hazard_steps?: number;
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
  /** Every sheet of every file, with what its columns are taken for and its rows as they will be written. */
  readonly tables: readonly ShownTable[];
  readonly fields: TableFields;
  readonly refusals: readonly Refusal[];
  /** What of the rows taken could not be read and is kept as written, and what was decided about whole columns. */
  readonly notes: readonly Refusal[];
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
  /** Records on record that rows tell otherwise: offered as corrections, old beside new. */
  readonly recordUpdates: readonly RecordUpdate[];
  /** What the visits to be written ask; nothing is refused for it. */
  readonly doubts: ImportDoubts;
  readonly tookMs: number;
}

/** Doubts of the rows of an import, kind by kind. */
export interface ImportDoubts {
  readonly kinds: readonly {
    readonly kind: DoubtKind;
    /** How many ask for an answer, and how many are for notice. */
    readonly asked: number;
    readonly notes: number;
    readonly innocent: Text;
    readonly source: Text;
    readonly weight: DoubtWeight;
    /** Those that ask first; of many the first. */
    readonly shown: readonly ImportDoubt[];
  }[];
  /** Visits of the files that were looked at. */
  readonly looked: number;
  /** How many visits there are, where they are more than are looked through before writing. */
  readonly tooMany: number | null;
}

export interface ImportDoubt {
  readonly level: DoubtLevel;
  readonly people: readonly string[];
  readonly asks: Text;
  readonly says: Text;
  readonly visits: number;
  /** The first of its visits: which row of which file (its place in `files`); null = it is on record. */
  readonly rows: readonly ({ readonly part: number; readonly row: number } | null)[];
}

export interface RecordUpdate {
  readonly list: DossierList;
  readonly registrationNo: RegistrationNo;
  readonly corrects: RecordId;
  /** The day of the record. */
  readonly on: CivilDate;
  readonly file: string;
  readonly row: number;
  readonly changes: readonly Change[];
  /** Whether a rule may judge by what changes. */
  readonly ofRules: boolean;
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
  /** The key of its root is kept with it; absent where that was not known when it was taken in. */
  readonly keepsRoot?: boolean;
}

export interface IdentityListed extends IdentityInfo {
  /** It signs without its passphrase now. */
  readonly unlocked: boolean;
  /** It signs no more. */
  readonly withdrawn?: { readonly on: CivilDate; readonly reason: string };
  /** The identity that took its place. */
  readonly followedBy?: string;
}

/** A file with keys, encrypted under its passphrase. */
export interface IdentityExported {
  readonly fileName: string;
  readonly bytes: Uint8Array;
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
  readonly verdict: SignatureVerdict;
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
    /** The section of doubts of a compliance report, computed again; `before` and `absent` = it has none. */
    readonly doubts: {
      readonly state: 'same' | 'missing' | 'different' | 'left-out' | 'before' | 'absent';
      readonly told: number;
    } | null;
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

/** What names a pack, and the kinds of elevators that it names. */
export type PackInBrief = Pick<RulePack, 'id' | 'version' | 'title' | 'kinds'>;

export interface PacksReply {
  /** The pack by which is judged; null where none could be loaded. */
  readonly judging: RulePack | null;
  readonly packs: readonly PackInBrief[];
  readonly refused: readonly RefusedPack[];
  /** The folder in which the program looks for packs of the one who uses it. */
  readonly userFolder: string;
}

export interface WholePacks {
  readonly packs: readonly RulePack[];
  /** Where the packs were read from, in their order. */
  readonly files: readonly PackFileInfo[];
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

/** A table, or several in one file, to be saved. */
export interface TableFileReply {
  readonly fileName: string;
  readonly bytes: Uint8Array;
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

/** An import on record; of several entries the first one names it. */
export interface ImportListed {
  readonly import: RecordId;
  readonly entries: number;
  readonly at: string;
  readonly author: string;
  readonly sample: boolean;
  readonly sources: readonly ImportSource[];
  /** `changed`: particulars and records that it changed. */
  readonly counts: Readonly<Record<DossierList | 'elevators' | 'changed', number>>;
  readonly takenBack: {
    readonly id: RecordId;
    readonly at: string;
    readonly author: string;
    readonly reason: string;
  } | null;
}

/** A record that an import brought; `list` null = the registration of the elevator. */
export interface BroughtRecord {
  readonly registrationNo: RegistrationNo;
  readonly list: DossierList | null;
  readonly id: RecordId;
  readonly on: CivilDate | null;
  /** False where it was withdrawn since. */
  readonly standing: boolean;
}

/** What an import brought, and what taking it back would do. */
export interface ImportBrought {
  readonly withdrawn: Readonly<Partial<Record<DossierList, number>>>;
  /** Elevators that would no longer be on record. */
  readonly unregistered: number;
  /** Elevators and records whose values would be put back. */
  readonly restored: number;
  /** What would stay; the first of them, and how many there are. */
  readonly kept: readonly KeptPart[];
  readonly keptCount: number;
  /** The first of its records, and how many there are. */
  readonly records: readonly BroughtRecord[];
  readonly all: number;
}

export interface ImportTakenBackReply {
  /** Numbers of the first and the last entry that it took. */
  readonly entries: readonly [first: number, last: number];
}

export type CorrectedId = RecordId;
