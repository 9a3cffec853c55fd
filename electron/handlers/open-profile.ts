import { join } from 'node:path';
import type { AppInfo } from '../../domain/bridge/replies';
import { backupInWorker } from '../backup/backup-runner';
import { isBackup } from '../backup/manifest';
import { ensureFolder } from '../fs/files';
import { importInWorker } from '../import/import-runner';
import { openAttachments } from '../journal/attachments';
import { keyOfProfile } from '../journal/feed-key';
import { hasEntries, openJournal } from '../journal/open-journal';
import type { Journal } from '../journal/journal';
import { tiedInWorker } from '../journal/tied-in-worker';
import { walkInWorker } from '../journal/walk-chain';
import { Ledger } from '../journal/ledger';
import { openErrorLog, type ErrorLog } from '../log/error-log';
import { loadPacks, SCHEMA_FILE, type LoadedPacks } from '../packs/load-packs';
import { reportRenderer } from '../pdf/report-renderer';
import { openIdentityStore } from '../signing/identity-store';
import { fileChecker } from '../verify/file-checker';
import { openTrustStore } from '../verify/trust-store';
import { memoryOfRun, openVerifierMemory } from '../verify/verifier-memory';
import { Backups } from '../host/backups';
import { chosenPack } from '../host/chosen-pack';
import { inTurn } from '../host/in-turn';
import type { InstalledPaths } from '../host/installed-paths';
import { civilDayIn, FALLBACK_ZONE, instantIn } from '../host/local-time';
import type { Ports } from '../host/ports';
import type { ProfilePlace } from './profile-folder';
import { elsewhereInWorker } from '../host/read-elsewhere';
import { loadCalendars } from '../host/load-calendars';
import { openPlan } from '../host/plan-store';
import { openMappings } from '../host/mappings-store';
import { openSettings } from '../host/settings-store';

export interface ProfileOptions {
  readonly place: ProfilePlace;
  readonly paths: InstalledPaths;
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly now: () => Date;
  /** For reading alone: nothing in the folder is written. */
  readonly readOnly?: boolean;
}

/** What a start waits for is done by then on most machines. */
const WALK_AFTER_MS = 3_000;
/** Of a profile that is only read: errors are told where they happen. */
const NO_LOG: ErrorLog = { file: '', write: () => undefined };

/** Opens one profile folder: everything the program keeps lies below it. Throws ProfileLocked when it is in use. */
export async function openProfile({
  place,
  paths,
  host,
  version,
  now,
  readOnly = false,
}: ProfileOptions): Promise<Ports> {
  const { folder: profileDir, elsewhere, synchronisedBy } = place;
  const toRead = await readingOf(profileDir, readOnly);
  const userPacksDir = join(profileDir, 'packs');
  const packs = await loadPacks(join(paths.regulationsDir, SCHEMA_FILE), [paths.regulationsDir, userPacksDir]);
  let mayWrite = toRead === false;
  const settings = await openSettings(join(profileDir, 'settings.json'), () => mayWrite);
  const mappings = await openMappings(join(profileDir, 'mappings.json'), () => mayWrite);
  const plans = await plansOf(profileDir, paths, () => mayWrite);
  const zone = (): string => chosenPack({ packs, settings })?.pack.zone ?? FALLBACK_ZONE;
  const journalDir = join(profileDir, 'journal');
  const key = await keyOfProfile(journalDir, await hasEntries(journalDir), mayWrite);
  const journal = await openJournal({
    folder: journalDir,
    headsFolder: join(profileDir, 'heads'),
    key,
    now: () => instantIn(zone(), now()),
    readOnly: toRead,
  });
  mayWrite = journal.access === 'write';
  const engines = enginesOf(paths, packs, version);
  const closing = new AbortController();
  const ledger = new Ledger(journal);
  const log = mayWrite ? openErrorLog(join(profileDir, 'logs'), { version, host, now }) : NO_LOG;
  const backups = await backupsOf(
    profileDir,
    { journal, version, runner: join(paths.workersDir, 'backup-worker.js') },
    () => instantIn(zone(), now()),
  );
  if (mayWrite) backups.start((error) => log.write({ event: 'backup', error }));
  return {
    host,
    version,
    profile: { folder: profileDir, elsewhere, synchronisedBy },
    now,
    today: () => civilDayIn(zone(), now()),
    journal,
    walked: journal.walk(walkInWorker(join(paths.workersDir, 'chain-worker.js'), WALK_AFTER_MS, closing.signal)),
    ledger,
    append: (draft) => ledger.append(draft),
    ...storesBelow(profileDir, mayWrite, () => settings.read().keepUnlocked),
    settings,
    mappings,
    ...plans,
    log,
    packs,
    userPacksDir,
    ...engines,
    backups,
    readElsewhere: elsewhereInWorker(join(paths.workersDir, 'heads-worker.js'), WALK_AFTER_MS, closing.signal),
    ...closingOf({ closing, backups, engines, journal }),
  };
}

/** Why a folder is opened for reading alone; false of one that is written, which is there then. */
async function readingOf(folder: string, asked: boolean): Promise<'asked' | 'backup' | false> {
  if (asked) return 'asked';
  if (await isBackup(folder)) return 'backup';
  await ensureFolder(folder);
  return false;
}

function backupsOf(
  profile: string,
  { journal, version, runner }: { readonly journal: Journal; readonly version: string; readonly runner: string },
  now: () => string,
): Promise<Backups> {
  return Backups.open({
    profile,
    program: programOf(version),
    run: backupInWorker(runner),
    now,
    head: () => journal.head,
    known: async ({ name, seq, hash }) => {
      await journal.heads.meet({ feed: journal.head.feed, seq, hash, from: 'backup', where: name });
    },
    mayWrite: journal.access === 'write',
  });
}

async function plansOf(
  profileDir: string,
  { calendarsDir }: Pick<InstalledPaths, 'calendarsDir'>,
  mayWrite: () => boolean,
): Promise<Pick<Ports, 'plan' | 'calendars'>> {
  const plan = await openPlan(join(profileDir, 'plan.json'), mayWrite);
  return { plan, calendars: await loadCalendars(calendarsDir) };
}

/** What is kept below a profile beside the journal and the settings. */
function storesBelow(
  profileDir: string,
  mayWrite: boolean,
  minutesUnlocked: () => number,
): Pick<Ports, 'attachments' | 'identities' | 'trust' | 'seen' | 'memory' | 'reportsDir'> {
  return {
    attachments: openAttachments(join(profileDir, 'attachments')),
    identities: openIdentityStore(join(profileDir, 'identities'), minutesUnlocked),
    trust: openTrustStore(join(profileDir, 'trust')),
    seen: openTrustStore(join(profileDir, 'certificates-seen')),
    memory: mayWrite ? openVerifierMemory(join(profileDir, 'verified.ndjson')) : memoryOfRun(),
    reportsDir: join(profileDir, 'reports'),
  };
}

/** What works in threads of its own. */
function enginesOf(
  { workersDir }: InstalledPaths,
  { packs }: LoadedPacks,
  version: string,
): Pick<Ports, 'renderer' | 'checker' | 'importer' | 'tied'> {
  return {
    tied: tiedInWorker(join(workersDir, 'tied-worker.js')),
    renderer: reportRenderer(join(workersDir, 'report-worker.js')),
    checker: fileChecker(join(workersDir, 'check-worker.js'), () => ({
      packs: packs.map(({ pack, sha256 }) => ({ pack, sha256 })),
      program: programOf(version),
    })),
    importer: importInWorker(join(workersDir, 'import-worker.js'), inTurn()),
  };
}

function closingOf({
  closing,
  backups,
  engines,
  journal,
}: {
  readonly closing: AbortController;
  readonly backups: Backups;
  readonly engines: Pick<Ports, 'renderer' | 'checker' | 'importer' | 'tied'>;
  readonly journal: Journal;
}): Pick<Ports, 'close' | 'closeAtOnce'> {
  return {
    close: async () => {
      closing.abort();
      backups.stop();
      await engines.renderer.close();
      await engines.checker.close();
      await engines.tied.close();
      await engines.importer.close();
      await journal.close();
    },
    closeAtOnce: () => {
      closing.abort();
      journal.closeAtOnce();
    },
  };
}

function programOf(version: string): string {
  return `Elevator Audit ${version}`;
}
