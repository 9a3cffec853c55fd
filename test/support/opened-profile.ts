import { join } from 'node:path';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import type { Ledger } from '../../electron/journal/ledger';
import { openProfile } from '../../electron/handlers/open-profile';
import { readElsewhere } from '../../electron/host/read-elsewhere';
import type { Ports } from '../../electron/host/ports';
import { inProcessImporter } from './in-process-importer';
import { inProcessChecker } from './in-process-checker';
import { inProcessTied } from './in-process-tied';
import { inProcessRenderer } from './in-process-renderer';

const root = join(import.meta.dirname, '..', '..');

/** A profile on disk, opened at one moment; what is worked on in threads stays in the thread of the test. */
export async function openedProfile(
  profileDir: string,
  now = '2026-11-23T10:00:00+08:00',
  readOnly = false,
): Promise<Ports> {
  const ports = await openProfile({
    place: { folder: profileDir, by: 'switch', isNew: false, elsewhere: [], synchronisedBy: null },
    paths: {
      rootDir: root,
      rendererDir: '',
      preloadPath: '',
      regulationsDir: join(root, 'resources', 'regulations'),
      calendarsDir: join(root, 'resources', 'calendars'),
      iconPath: '',
      workersDir: '',
    },
    host: 'loopback',
    version: '0.0.0',
    now: () => new Date(now),
    readOnly,
  });
  return {
    ...ports,
    renderer: inProcessRenderer,
    readElsewhere,
    tied: inProcessTied(),
    checker: inProcessChecker(ports.packs.packs, ports.version),
    importer: inProcessImporter(),
  };
}

/** All dossiers on record, by number. */
export async function everyDossier(ledger: Ledger): Promise<ReadonlyMap<RegistrationNo, Dossier>> {
  const found = new Map<RegistrationNo, Dossier>();
  for await (const dossier of ledger.all()) found.set(dossier.registrationNo, dossier);
  return found;
}
