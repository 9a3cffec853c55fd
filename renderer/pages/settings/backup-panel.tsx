import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupListed, BackupStatus } from '../../../domain/bridge/backup-replies';
import { backupFaultWords } from '../../../domain/terms/backup-fault';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { saveFile } from '../../components/save-file';
import { useSaving } from '../../components/use-saving';
import { useBackupWatch } from '../../features/backup/backup-watch';
import { ErrorNotice } from '../../features/record/error-notice';
import { count, longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { BackupFolderForm } from './backup-folder-form';
import { MoveDialog } from './move-dialog';
import { RestoreDialog } from './restore-dialog';

/** Automatic backups: where they go, how they stand, one now, and the way back from one. */
export function BackupPanel() {
  const { t } = useTranslation();
  const { status, look } = useBackupWatch();
  const { save, busy, failure } = useSaving();
  const [backups, setBackups] = useState<readonly BackupListed[]>([]);
  const [restoring, setRestoring] = useState<BackupListed | null>(null);
  const [moves, setMoves] = useState(false);
  const { readOnly, locale } = useAppState();
  const reload = useCallback(async () => {
    setBackups(await call('backup.list', {}));
    await look();
  }, [look]);
  const [unread, setUnread] = useState<unknown>(null);
  useEffect(() => {
    reload().catch(setUnread);
  }, [reload]);
  const run = (): void =>
    save(async () => {
      const running = call('backup.run', {});
      await look();
      await running;
      await reload();
    });
  const saveSheet = (): void =>
    save(async () => {
      const { fileName, html } = await call('backup.sheet', { locale });
      saveFile(fileName, new TextEncoder().encode(html), 'text/html');
    });
  if (status === null) return null;
  return (
    <section className="panel" id="backups">
      <header>
        <h2>{t('backup.title')}</h2>
        <span style={{ marginLeft: 'auto' }}>
          <Button look="primary" busy={busy || status.running} disabled={status.folder === null} onClick={run}>
            {t('backup.run')}
          </Button>
        </span>
      </header>
      <div className="body" style={{ display: 'grid', gap: 12 }}>
        <p className="small muted" style={{ margin: 0 }}>
          {t('backup.what')}
        </p>
        <Standing status={status} busy={busy || status.running} />
        {failure === null ? null : <ErrorNotice error={failure} />}
        {unread === null ? null : <ErrorNotice error={unread} />}
        <BackupFolderForm key={String(status.folder)} status={status} onSaved={reload} />
        {status.folder === null ? null : (
          <>
            <BackupList backups={backups} onRestore={setRestoring} />
            <div>
              <Button disabled={readOnly || status.running} onClick={() => setMoves(true)}>
                {t('backup.move')}
              </Button>
            </div>
          </>
        )}
        <div>
          <Button busy={busy} onClick={saveSheet}>
            {t('backup.sheet')}
          </Button>
          <span className="small muted"> {t('backup.sheetHint')}</span>
        </div>
      </div>
      {status.folder === null || !moves ? null : (
        <MoveDialog folder={status.folder} onMoved={reload} onClose={() => setMoves(false)} />
      )}
      {restoring === null ? null : <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}

const BYTES_A_MEGABYTE = 1_000_000;

function Standing({ status, busy }: { readonly status: BackupStatus; readonly busy: boolean }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { proved, failed, folder } = status;
  if (folder === null) return null;
  const size = (bytes: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
      bytes / BYTES_A_MEGABYTE,
    );
  return (
    <div role="status">
      {busy ? <p style={{ margin: 0 }}>{t('backup.running')}</p> : null}
      <p style={{ margin: 0 }}>
        {proved === null
          ? t('backup.never')
          : t('backup.proved', {
              day: longMinute(proved.at.slice(0, 16), locale),
              seq: count(proved.seq, locale),
              elevators: count(proved.elevators, locale),
              photos: count(proved.photos, locale),
              files: count(proved.files, locale),
              size: size(proved.bytes),
            })}
      </p>
      {failed === null ? null : (
        <p className="notice error" style={{ margin: 0 }}>
          {t('backup.failed', { day: longMinute(failed.at.slice(0, 16), locale) })}{' '}
          {backupFaultWords(locale, failed.code, failed.what)}
        </p>
      )}
    </div>
  );
}

function BackupList({
  backups,
  onRestore,
}: {
  readonly backups: readonly BackupListed[];
  readonly onRestore: (backup: BackupListed) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (backups.length === 0) return <p style={{ margin: 0 }}>{t('backup.none')}</p>;
  return (
    <table className="list">
      <caption className="small muted" style={{ textAlign: 'start' }}>
        {t('backup.list')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('backup.made')}</th>
          <th scope="col">{t('backup.entries')}</th>
          <th scope="col">{t('backup.kind')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name}>
            <td>{longMinute(backup.madeAt.slice(0, 16), locale)}</td>
            <td>{count(backup.seq, locale)}</td>
            <td>
              {t(backup.sealed ? 'backup.sealed' : 'backup.plain')}
              {backup.own ? '' : ` • ${t('backup.foreign')}`}
            </td>
            <td>
              <Button look="small" onClick={() => onRestore(backup)}>
                {t('backup.restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
