import { join } from 'node:path';
import type { AppInfo } from '../../domain/bridge/replies';
import { ensureFolder } from '../fs/files';
import { importInWorker } from '../import/import-runner';
import { openAttachments } from '../journal/attachments';
import { loadFeedKey } from '../journal/feed-key';
import { openJournal } from '../journal/journal';
import { Ledger } from '../journal/ledger';
import { openErrorLog } from '../log/error-log';
import { loadPacks, SCHEMA_FILE } from '../packs/load-packs';
import { reportRenderer } from '../pdf/report-renderer';
import { openIdentityStore } from '../signing/identity-store';
import { fileChecker } from '../verify/file-checker';
import { openTrustStore } from '../verify/trust-store';
import { openVerifierMemory } from '../verify/verifier-memory';
import { chosenPack } from './chosen-pack';
import type { InstalledPaths } from './installed-paths';
import { civilDayIn, instantIn } from './local-time';
import type { Ports } from './ports';
import type { ProfilePlace } from './profile-folder';
import { openSettings } from './settings-store';

export interface ProfileOptions {
  readonly place: ProfilePlace;
  readonly paths: InstalledPaths;
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly now: () => Date;
}

const FALLBACK_ZONE = 'Asia/Shanghai';

/** Opens one profile folder: everything the program keeps lies below it. Throws ProfileLocked when it is in use. */
export async function openProfile({ place, paths, host, version, now }: ProfileOptions): Promise<Ports> {
  const { folder: profileDir, elsewhere, synchronisedBy } = place;
  await ensureFolder(profileDir);
  const userPacksDir = join(profileDir, 'packs');
  const packs = await loadPacks(join(paths.regulationsDir, SCHEMA_FILE), [paths.regulationsDir, userPacksDir]);
  const settings = await openSettings(join(profileDir, 'settings.json'));
  const zone = (): string => chosenPack({ packs, settings })?.pack.zone ?? FALLBACK_ZONE;
  const journalDir = join(profileDir, 'journal');
  const key = await loadFeedKey(journalDir);
  const journal = await openJournal({
    folder: journalDir,
    headsFolder: join(profileDir, 'heads'),
    key,
    now: () => instantIn(zone(), now()),
  });
  const renderer = reportRenderer(join(paths.workersDir, 'report-worker.js'));
  const checker = fileChecker(join(paths.workersDir, 'check-worker.js'), {
    packs: packs.packs.map(({ pack, sha256 }) => ({ pack, sha256 })),
    program: `Elevator Audit ${version}`,
  });
  const ledger = new Ledger(journal);
  return {
    host,
    version,
    profile: { folder: profileDir, elsewhere, synchronisedBy },
    now,
    today: () => civilDayIn(zone(), now()),
    journal,
    ledger,
    append: (draft) => ledger.append(draft),
    attachments: openAttachments(join(profileDir, 'attachments')),
    settings,
    log: openErrorLog(join(profileDir, 'logs'), { version, host, now }),
    packs,
    userPacksDir,
    identities: openIdentityStore(join(profileDir, 'identities')),
    trust: openTrustStore(join(profileDir, 'trust')),
    seen: openTrustStore(join(profileDir, 'certificates-seen')),
    memory: openVerifierMemory(join(profileDir, 'verified.ndjson')),
    reportsDir: join(profileDir, 'reports'),
    renderer,
    checker,
    importer: importInWorker(join(paths.workersDir, 'import-worker.js')),
    close: async () => {
      await renderer.close();
      await checker.close();
      await journal.close();
    },
    closeAtOnce: () => journal.closeAtOnce(),
  };
}
