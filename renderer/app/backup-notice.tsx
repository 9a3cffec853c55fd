import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { backupFaultWords } from '../../domain/terms/backup-fault';
import { StatusMark } from '../components/status-mark';
import { backupStateOf, daysTooMany } from '../features/backup/backup-state';
import { useBackupWatch } from '../features/backup/backup-watch';
import { longDate } from '../i18n/dates';
import { useAppState } from '../session/app-state';

/** On every page: an automatic backup that failed, or none proved for long. */
export function BackupNotice() {
  const { t } = useTranslation();
  const { info, locale } = useAppState();
  const { status } = useBackupWatch();
  if (status === null) return null;
  const state = backupStateOf(status, info.today);
  const days = daysTooMany(state);
  if (state.kind !== 'failed' && days === null) return null;
  return (
    <div className="notice warn" role="status">
      <div>
        {days === null ? null : <p>{t('backup.notice.old', { days })}</p>}
        {state.kind === 'failed' ? (
          <p>
            {t('backup.notice.failed')} {backupFaultWords(locale, state.failed.code, state.failed.what)}
          </p>
        ) : null}
      </div>
      <Link href="/settings">{t('backup.notice.look')}</Link>
    </div>
  );
}

/** The day of the last proof, in the bar at the bottom. */
export function BackupMark() {
  const { t } = useTranslation();
  const { info, locale } = useAppState();
  const { status } = useBackupWatch();
  if (status === null) return null;
  const state = backupStateOf(status, info.today);
  const days = daysTooMany(state);
  const word =
    state.kind === 'failed'
      ? t('backup.bar.failed')
      : state.kind === 'proved'
        ? state.days === 0
          ? t('backup.bar.today')
          : t('backup.bar.proved', { day: longDate(state.day, locale) })
        : t(state.kind === 'none' ? 'backup.bar.never' : 'backup.never');
  return (
    <Link href="/settings">
      <StatusMark
        shape={state.kind === 'failed' || days !== null ? 'late' : state.kind === 'proved' ? 'met' : 'no-data'}
        word={word}
      />
    </Link>
  );
}
