import type { PersonalKind } from '../record/personal';
import type { CivilDate } from '../calendar/civil-date';
import type { Confirmation } from '../confirmation/confirmation';
import type { PackOrigin, RefusedPack } from '../pack/pack-fault';
import type { Locale } from '../pack/legal-basis';
import type { RulePack } from '../pack/rule-pack';
import type { Entry } from '../record/entry';
import type { ClockDoubts } from '../record/entry-clock';
import type { RecordId } from '../record/record-id';
import type { Roster } from '../roster/roster';
import type { HazardDays } from '../risk/hazard-days';
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
  /** What the program opens with: the fleet, or the first page of the role. */
  readonly opensWith: 'fleet' | 'home';
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
  readonly kinds: Readonly<Partial<Record<PersonalKind | 'plan', number>>>;
  readonly fixed: number;
}

export interface DetailsFound {
  readonly found: readonly FoundDetail[];
  /** How many more there are. */
  readonly more: number;
}

/** What an erasure did; `entry` is null where they stood in the plan alone, which is no record. `isFinished` = false where the journal's file still has the texts until the next start. */
export interface ErasedReply {
  readonly entry: Entry | null;
  readonly details: number;
  readonly isFinished: boolean;
}

/** The entry that was written and flushed. */
/** People and firms on record. */
export interface RosterReply {
  readonly roster: Roster;
}

export interface Appended {
  readonly entry: Entry;
}

/** The entries of one act, in the order of what was asked. */
export interface AppendedTogether {
  readonly entries: readonly Entry[];
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

/** Of each visit asked about, in that order: which entry wrote it as it stands, that entry's hash, and the next turn. */
export interface VisitVersions {
  readonly versions: readonly (Pick<Confirmation, 'version' | 'hash' | 'turn'> & { readonly recordId: RecordId })[];
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

export interface AttachmentFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
