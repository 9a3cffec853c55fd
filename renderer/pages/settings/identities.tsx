import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityInfo } from '../../../domain/bridge/replies';
import { call } from '../../bridge/client';
import { Button, SelectField, TextField } from '../../components/controls';
import { Fingerprint } from '../../components/fingerprint';
import { Dialog } from '../../components/dialog';
import { saveFile } from '../../components/save-file';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';

const MIN_PASSPHRASE = 8;

/** The identities that sign reports: made here, or brought along as a .p12. */
export function Identities() {
  const { t } = useTranslation();
  const [identities, setIdentities] = useState<readonly IdentityInfo[]>([]);
  const [dialog, setDialog] = useState<'create' | 'import' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const reload = useCallback(() => {
    call('identity.list', {}).then(setIdentities, setFailure);
  }, []);
  useEffect(reload, [reload]);
  const close = (): void => {
    setDialog(null);
    reload();
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('settings.identities')}</h2>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 8 }}>
          <Button onClick={() => setDialog('import')}>{t('settings.import')}</Button>
          <Button look="primary" onClick={() => setDialog('create')}>
            {t('settings.create')}
          </Button>
        </span>
      </header>
      <div className="body">
        <p className="small muted">{t('settings.identitiesHint')}</p>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {identities.length === 0 ? <p>{t('settings.noIdentities')}</p> : null}
        {identities.map((identity) => (
          <div key={identity.identityId} className="notice">
            <div>
              <strong>{identity.organisation}</strong> • {identity.algorithm} •{' '}
              {t('settings.validUntil', { date: identity.notAfter.slice(0, 10) })}
              <div className="small">
                SHA-256 <Fingerprint of={identity.fingerprint} />
              </div>
            </div>
            <Button
              look="small"
              title={t('settings.savePemHint')}
              onClick={() =>
                saveFile(
                  `${identity.organisation}.pem`,
                  new TextEncoder().encode(identity.certificatePem),
                  'application/x-pem-file',
                )
              }
            >
              {t('settings.savePem')}
            </Button>
          </div>
        ))}
      </div>
      {dialog === 'create' ? <CreateIdentity onClose={close} /> : null}
      {dialog === 'import' ? <ImportIdentity onClose={close} /> : null}
    </section>
  );
}

function CreateIdentity({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const [organisation, setOrganisation] = useState(settings.organisation);
  const [kind, setKind] = useState<'own-ca' | 'self-signed'>('own-ca');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { save, busy, failure } = useSaving();
  const sound = organisation.trim() !== '' && passphrase.length >= MIN_PASSPHRASE && passphrase === again;
  const submit = (): void => {
    if (sound) save(() => call('identity.create', { organisation, kind, passphrase }), onClose);
  };
  return (
    <Dialog
      title={t('settings.create')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!sound} busy={busy}>
            {t('settings.makeIt')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('settings.organisation')}
        value={organisation}
        onChange={(event) => setOrganisation(event.target.value)}
        required
      />
      <SelectField
        label={t('settings.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as typeof kind)}
        options={(['own-ca', 'self-signed'] as const).map((value) => ({ value, text: t(`settings.kinds.${value}`) }))}
      />
      <TextField
        label={t('settings.passphrase')}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        problem={passphrase !== '' && passphrase.length < MIN_PASSPHRASE ? t('settings.short') : undefined}
      />
      <TextField
        label={t('settings.passphraseAgain')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        problem={again !== '' && again !== passphrase ? t('settings.mismatch') : undefined}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

function ImportIdentity({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { save, busy, failure } = useSaving();
  const submit = (): void => {
    if (file === null) return;
    save(async () => {
      await call('identity.import', { bytes: new Uint8Array(await file.arrayBuffer()), passphrase });
    }, onClose);
  };
  return (
    <Dialog
      title={t('settings.import')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" disabled={file === null} busy={busy}>
            {t('settings.importIt')}
          </Button>
        </>
      }
    >
      <label className="field">
        <span className="label">{t('settings.file')}</span>
        <input type="file" accept=".p12,.pfx" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </label>
      <TextField
        label={t('settings.passphrase')}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
