import type { SharedDeviceCode } from '../elevator/shared-device-codes';
import type { CivilDate } from '../calendar/civil-date';
import type { ElevatorField, RegistrationNo } from '../elevator/elevator';
import type { DoubtLevel } from '../doubts/doubt';
import type { DoubtKind, DoubtWeight } from '../pack/doubt-threshold';
import type { Text } from '../pack/legal-basis';
import type { Change, ImportSource } from '../record/entry';
import type { DossierList } from '../record/kinds';
import type { RecordId } from '../record/record-id';
import type { KeptPart } from '../record/taking-back';
import type { Refusal } from '../record/refusal';
import type { ShownTable, TableFields } from './table-replies';

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
  readonly contracts?: number;
  readonly daily_checks?: number;
  readonly hazard_steps?: number;
  /** As well. */
  readonly device_events?: number;
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

export interface RefusedRowsFile {
  readonly fileName: string;
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
