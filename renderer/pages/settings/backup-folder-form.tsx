import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../../domain/bridge/backup-replies';
import { call } from '../../bridge/client';
import { Button, TextField } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';

const MIN_PASSPHRASE = 8;

/** Where backups go, and whether they are encrypted. What is typed as a passphrase is forgotten with the form. */
export function BackupFolderForm({
  status,
  onSaved,
}: {
  readonly status: BackupStatus;
  readonly onSaved: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { save, busy, failure } = useSaving();
  const { lookAtJournal } = useAppState();
  const [folder, setFolder] = useState(status.folder ?? '');
  const [sealed, setSealed] = useState(status.sealed);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [saved, setSaved] = useState(false);
  const keeps = sealed && status.sealed && passphrase === '' && again === '';
  const short = passphrase !== '' && passphrase.length < MIN_PASSPHRASE;
  const differs = again !== '' && again !== passphrase;
  const isSound = !sealed || keeps || (passphrase.length >= MIN_PASSPHRASE && again === passphrase);
  const submit = (): void => {
    setSaved(false);
    const wanted = folder.trim() === '' ? null : folder.trim();
    save(async () => {
      const chosen = sealed ? (keeps ? {} : { passphrase }) : { passphrase: null };
      await call('backup.choose', { folder: wanted, ...chosen });
      setPassphrase('');
      setAgain('');
      setSaved(true);
      await onSaved();
      // The folder may hold backups that the journal contradicts; many papers may be read before that is known.
      void call('journal.met', {}).then(lookAtJournal, () => undefined);
    });
  };
  return (
    <form
      className="form-grid"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) submit();
      }}
    >
      <TextField
        label={t('backup.folder')}
        hint={t('backup.folderHint')}
        value={folder}
        maxLength={1024}
        onChange={(event) => setFolder(event.target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={sealed} onChange={(event) => setSealed(event.target.checked)} />{' '}
        {t('backup.seal')}
        <span className="small muted" style={{ display: 'block' }}>
          {t('backup.sealHint')}
        </span>
      </label>
      {sealed ? (
        <>
          <TextField
            label={t('backup.passphrase')}
            type="password"
            autoComplete="new-password"
            hint={status.sealed ? t('backup.keepPassphrase') : undefined}
            value={passphrase}
            problem={short ? t('backup.short') : undefined}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <TextField
            label={t('backup.again')}
            type="password"
            autoComplete="new-password"
            value={again}
            problem={differs ? t('backup.differs') : undefined}
            onChange={(event) => setAgain(event.target.value)}
          />
        </>
      ) : null}
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Button type="submit" busy={busy} disabled={!isSound}>
          {t('backup.save')}
        </Button>
        <span role="status">{saved && !busy ? t('backup.saved') : ''}</span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
    </form>
  );
}
