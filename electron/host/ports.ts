import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Progress } from '../../domain/bridge/contract';
import type { AppInfo } from '../../domain/bridge/replies';
import type { EntryDraft, Entry } from '../../domain/record/entry';
import type { Attachments } from '../journal/attachments';
import type { Journal } from '../journal/journal';
import type { Ledger } from '../journal/ledger';
import type { Tied } from '../journal/tied-in-worker';
import type { ErrorLog } from '../log/error-log';
import type { LoadedPacks } from '../packs/load-packs';
import type { IdentityStore } from '../signing/identity-store';
import type { FileChecker } from '../verify/file-checker';
import type { TrustStore } from '../verify/trust-store';
import type { VerifierMemory } from '../verify/verifier-memory';
import type { ReportRenderer } from '../pdf/report-renderer';
import type { Importer } from '../import/importer';
import type { Backups } from './backups';
import type { MappingsStore } from './mappings-store';
import type { ReadElsewhere } from './read-elsewhere';
import type { PlanStore } from './plan-store';
import type { WorkCalendar } from '../../domain/plan/work-calendar';
import type { SettingsStore } from './settings-store';

/** One call in progress: whom to tell how far it is, and whether it was cancelled. */
export interface HandlerContext {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Everything handlers reach the world through; the hosts only choose folders and the clock. */
export interface Ports {
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly profile: AppInfo['profile'];
  readonly now: () => Date;
  /** Civil day in the pack's zone. */
  readonly today: () => CivilDate;
  readonly journal: Journal;
  /** Settles when the whole chain has been walked; never where the profile is closed before. */
  readonly walked: Promise<void>;
  /** What the journal says of each elevator; everything that is written goes through it. */
  readonly ledger: Ledger;
  /** Which elevators have visits that may be tied to others. */
  readonly tied: Tied;
  readonly append: (draft: EntryDraft) => Promise<Entry>;
  readonly attachments: Attachments;
  readonly settings: SettingsStore;
  readonly log: ErrorLog;
  readonly packs: LoadedPacks;
  readonly userPacksDir: string;
  readonly identities: IdentityStore;
  readonly trust: TrustStore;
  /** Certificates met in files whose signature was trusted, and those signed with here; they vouch for nothing. */
  readonly seen: TrustStore;
  /** The reports that were verified here. */
  readonly memory: VerifierMemory;
  readonly reportsDir: string;
  readonly renderer: ReportRenderer;
  /** Judges other people's files; apart, so that a file that takes too long holds up no paper of ours. */
  readonly checker: FileChecker;
  readonly importer: Importer;
  /** What people said of tables, for tables with the same headers. */
  readonly mappings: MappingsStore;
  /** What the house says of its plan of visits. */
  readonly plan: PlanStore;
  readonly calendars: readonly WorkCalendar[];
  readonly backups: Backups;
  /** Heads of journals in papers and backups, read apart from what a person waits for. */
  readonly readElsewhere: ReadElsewhere;
  /** Waits for what is being written. */
  readonly close: () => Promise<void>;
  /** Gives the profile free within this turn, for a host that is not waited for. */
  readonly closeAtOnce: () => void;
}
