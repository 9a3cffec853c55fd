import { basename, dirname, join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { BackupPreview } from '../../domain/bridge/backup-replies';
import { describeBackup } from '../backup/automatic';
import { BackupFault } from '../backup/backup-fault';
import { restoreAny } from '../backup/restore-backup';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

type Group = Pick<
  Handlers,
  'backup.status' | 'backup.choose' | 'backup.run' | 'backup.list' | 'backup.preview' | 'backup.restore'
>;

export function backupHandlers(ports: Ports): Group {
  const { backups } = ports;
  return {
    'backup.status': () => Promise.resolve(backups.status),
    'backup.choose': ({ folder, passphrase }) => backups.choose(folder, passphrase),
    'backup.run': () => backups.run(),
    'backup.list': () => backups.list(),
    'backup.preview': ({ name }) => preview(ports, name),
    'backup.restore': async ({ name, passphrase }) => {
      const path = await backups.pathOf(name);
      const folder = restoredFolder(ports, name);
      try {
        const { head } = await restoreAny(path, folder, passphrase ?? backups.key ?? undefined);
        return { folder, seq: head.seq };
      } catch (error) {
        if (error instanceof BackupFault)
          throw new BridgeError('backup-failed', { code: error.code, what: error.what });
        throw error;
      }
    },
  };
}

/** What stands in the backup and what would not be in the restored records. */
async function preview(ports: Ports, name: string): Promise<BackupPreview> {
  const found = await describeBackup(await ports.backups.pathOf(name));
  const { head } = ports.journal;
  const isOwn = found.feed === head.feed;
  const here = isOwn ? ports.journal.hashOf(found.seq) : null;
  const fits = found.hash === null || !isOwn ? null : here === found.hash;
  return {
    ...found,
    fits,
    missing: isOwn ? Math.max(0, head.seq - found.seq) : null,
    folder: restoredFolder(ports, name),
  };
}

/** Beside the profile: what is open stays as it is. */
function restoredFolder({ profile }: Ports, name: string): string {
  const stem = name.replace(/\.eab$/, '').replace(/^elevator-audit-/, '');
  return join(dirname(profile.folder), `${basename(profile.folder)}-restored-${stem}`);
}
