import { join } from 'node:path';
import { openProfile } from '../../electron/handlers/open-profile';
import type { Ports } from '../../electron/handlers/ports';
import { dryRun } from '../../electron/import/preview';
import { inProcessRenderer } from './in-process-renderer';

const root = join(import.meta.dirname, '..', '..');

/** A profile on disk, opened at one moment; what is worked on in threads stays in the thread of the test. */
export async function openedProfile(profileDir: string, now = '2026-11-23T10:00:00+08:00'): Promise<Ports> {
  const ports = await openProfile({
    place: { folder: profileDir, by: 'switch', isNew: false, elsewhere: [], synchronisedBy: null },
    paths: {
      rootDir: root,
      rendererDir: '',
      preloadPath: '',
      regulationsDir: join(root, 'resources', 'regulations'),
      iconPath: '',
      workersDir: '',
    },
    host: 'loopback',
    version: '0.0.0',
    now: () => new Date(now),
  });
  return {
    ...ports,
    renderer: inProcessRenderer,
    importer: ({ dossiers, ...job }) => dryRun({ ...job, lookup: (no) => dossiers.get(no) }),
  };
}
