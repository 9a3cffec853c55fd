import { basename, dirname, join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { BackupMoved, BackupPreview, RecoverySheet } from '../../domain/bridge/backup-replies';
import type { Locale } from '../../domain/pack/legal-basis';
import { describeBackup } from '../backup/automatic';
import { BackupFault } from '../backup/backup-fault';
import { recoverySheet } from '../backup/recovery-sheet';
import { restoreToGoOn } from '../backup/restore-to-go-on';
import { chosenPack } from '../host/chosen-pack';
import { FALLBACK_ZONE, instantIn } from '../host/local-time';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';
import { recordTurn } from './record-turn';

type Group = Pick<
  Handlers,
  | 'backup.status'
  | 'backup.choose'
  | 'backup.run'
  | 'backup.move'
  | 'backup.sheet'
  | 'backup.list'
  | 'backup.preview'
  | 'backup.restore'
>;

export function backupHandlers(ports: Ports): Group {
  const { backups } = ports;
  return {
    'backup.status': () => Promise.resolve(backups.status),
    'backup.choose': ({ folder, passphrase }) => backups.choose(folder, passphrase),
    'backup.run': () => backups.run(),
    'backup.move': () => moveAway(ports),
    'backup.sheet': ({ locale }) => sheetOf(ports, locale),
    'backup.list': async () =>
      (await backups.list()).map((one) => ({ ...one, own: ports.journal.heads.isOwn(one.feed) })),
    'backup.preview': ({ name }) => preview(ports, name),
    'backup.restore': async ({ name, passphrase }) => {
      const path = await backups.pathOf(name);
      const folder = restoredFolder(ports, name);
      try {
        const { author } = ports.settings.read();
        const going = { by: passphrase ?? backups.key ?? undefined, author, now: () => instantOf(ports) };
        const { head } = await restoreToGoOn(path, folder, going);
        return { folder, seq: head.seq };
      } catch (error) {
        if (error instanceof BackupFault)
          throw new BridgeError('backup-failed', { code: error.code, what: error.what });
        throw error;
      }
    },
  };
}

/** Closed first, then backed up: what is restored holds the entry that says so. */
async function moveAway(ports: Ports): Promise<BackupMoved> {
  const { backups, journal } = ports;
  await backups.requireReady();
  const entry = await recordTurn(ports).alone(() => journal.leave(ports.settings.read().author, 'moved'));
  const first = await backups.run();
  const isBefore = first.failed === null && first.proved?.hash !== entry.hash; // one was under way
  return { entry, backup: isBefore ? await backups.run() : first };
}

async function sheetOf(ports: Ports, locale: Locale): Promise<RecoverySheet> {
  const { backups, identities, journal, profile, settings, version } = ports;
  const on = ports.today();
  const facts = {
    on,
    program: `Elevator Audit ${version}`,
    organisation: settings.read().organisation,
    head: journal.head,
    profile: profile.folder,
    backups: backups.status,
    identities: await identities.list(),
  };
  return { fileName: `recovery-sheet-${on}.html`, html: recoverySheet(facts, locale) };
}

function instantOf(ports: Ports): string {
  return instantIn(chosenPack(ports)?.pack.zone ?? FALLBACK_ZONE, ports.now());
}

/** What stands in the backup and what would not be in the restored records. */
async function preview(ports: Ports, name: string): Promise<BackupPreview> {
  const { journal, backups } = ports;
  const found = await describeBackup(await backups.pathOf(name));
  const { head } = journal;
  const own = journal.heads.isOwn(found.feed);
  const fits = found.hash === null || !own ? null : journal.heads.hashIn(found.feed, found.seq) === found.hash;
  return {
    ...found,
    own,
    fits,
    missing: own ? Math.max(0, head.seq - found.seq) : null,
    folder: restoredFolder(ports, name),
  };
}

/** Beside the profile: what is open stays as it is. */
function restoredFolder({ profile }: Ports, name: string): string {
  const stem = name.replace(/\.eab$/, '').replace(/^elevator-audit-/, '');
  return join(dirname(profile.folder), `${basename(profile.folder)}-restored-${stem}`);
}
