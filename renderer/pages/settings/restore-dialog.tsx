import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupListed, BackupPreview, BackupRestored } from '../../../domain/bridge/backup-replies';
import { call } from '../../bridge/client';
import { Button, TextField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

/** What a restored backup would lack, before it is restored beside the records that are open. */
export function RestoreDialog({ backup, onClose }: { readonly backup: BackupListed; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { save, busy, failure, fail } = useSaving();
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [restored, setRestored] = useState<BackupRestored | null>(null);
  useEffect(() => {
    call('backup.preview', { name: backup.name }).then(setPreview, fail);
  }, [backup, fail]);
  const submit = (): void =>
    save(async () => {
      const by = passphrase === '' ? {} : { passphrase };
      setRestored(await call('backup.restore', { name: backup.name, ...by }));
    });
  return (
    <Dialog
      title={t('backup.restoreTitle')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        restored === null ? (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" type="submit" busy={busy} disabled={preview === null}>
              {t('backup.doRestore')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {restored === null ? (
        preview === null ? null : (
          <Facts preview={preview} />
        )
      ) : (
        <p role="status">{t('backup.restored', { folder: restored.folder, seq: count(restored.seq, locale) })}</p>
      )}
      {backup.sealed && restored === null ? (
        <TextField
          label={t('backup.otherPassphrase')}
          hint={t('backup.otherPassphraseHint')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      ) : null}
      <p>{t('backup.onePlace')}</p>
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

function Facts({ preview: { folder, missing, fits } }: { readonly preview: BackupPreview }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <>
      <p style={{ overflowWrap: 'anywhere' }}>{t('backup.restoreInto', { folder })}</p>
      <p>
        {missing === null
          ? t('backup.foreignHint')
          : missing === 0
            ? t('backup.nothingMissing')
            : t('backup.missing', { missing: count(missing, locale) })}
      </p>
      {fits === null ? null : <p>{t(fits ? 'backup.fits' : 'backup.fitsNot')}</p>}
    </>
  );
}
