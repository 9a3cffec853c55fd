import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../../domain/bridge/backup-replies';
import { backupFaultWords } from '../../../domain/terms/backup-fault';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import { useAppState } from '../../session/app-state';

/** The records leave this machine: an entry says so, and the backup that holds it is what goes on elsewhere. */
export function MoveDialog({
  folder,
  onMoved,
  onClose,
}: {
  readonly folder: string;
  readonly onMoved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const { save, busy, failure } = useSaving();
  const [made, setMade] = useState<BackupStatus | null>(null);
  const submit = (): void =>
    save(async () => {
      setMade((await mutate('backup.move', {})).backup);
      await onMoved();
    });
  return (
    <Dialog
      title={t('backup.moveTitle')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        made === null ? (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" type="submit" busy={busy}>
              {t('backup.doMove')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {made === null ? (
        <>
          <p>{t('backup.moveWhat')}</p>
          <p style={{ overflowWrap: 'anywhere' }}>{t('backup.moveInto', { folder })}</p>
        </>
      ) : (
        <Outcome made={made} />
      )}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

function Outcome({ made: { failed, proved } }: { readonly made: BackupStatus }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (failed !== null)
    return (
      <p role="status" className="notice error">
        {t('backup.movedUnproved')} {backupFaultWords(locale, failed.code, failed.what)}
      </p>
    );
  return (
    <p role="status" style={{ overflowWrap: 'anywhere' }}>
      {t('backup.moved', { name: proved?.name ?? '' })}
    </p>
  );
}
