import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import { call } from '../../bridge/client';
import { SelectField, TextField } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';

/** Of a passphrase that is chosen here. */
export const MIN_PASSPHRASE = 8;

interface CreateProps {
  /** The identity whose place the new one takes. */
  readonly follows?: IdentityListed;
  readonly onClose: () => void;
}

/** A new key and certificate; one that takes the place of another names it in the record. */
export function CreateIdentity({ follows, onClose }: CreateProps) {
  const { t } = useTranslation();
  const { settings, mutate } = useAppState();
  const state = useState({
    organisation: follows?.organisation ?? settings.organisation,
    kind: 'own-ca' as 'own-ca' | 'self-signed',
    passphrase: '',
    again: '',
  });
  const [{ organisation, kind, passphrase, again }] = state;
  const form = useRecordForm({
    texts: state,
    problems: {
      ...(organisation.trim() === '' ? { organisation: 'noOrganisation' as const } : {}),
      ...(passphrase.length < MIN_PASSPHRASE ? { passphrase: 'short' as const } : {}),
      ...(again !== passphrase ? { again: 'mismatch' as const } : {}),
    },
    words: (code) => t(`settings.${code}`),
    early: (field) => (field === 'passphrase' ? passphrase !== '' : field === 'again' && again !== ''),
    write: async () => {
      const wish = { organisation, kind, passphrase };
      if (follows === undefined) await call('identity.create', wish);
      else await mutate('identity.create', { ...wish, follows: follows.identityId });
    },
    onSaved: onClose,
  });
  const { texts, set, told } = form;
  return (
    <RecordDialog title={t('settings.create')} form={form} saveWord={t('settings.makeIt')} onClose={onClose}>
      {follows === undefined ? null : (
        <p>{t('settings.followsHint', { fingerprint: follows.fingerprint.slice(0, 8) })}</p>
      )}
      <TextField
        label={t('settings.organisation')}
        value={texts.organisation}
        onChange={(event) => set({ organisation: event.target.value })}
        problem={told('organisation')}
        required
      />
      <SelectField
        label={t('settings.kind')}
        value={texts.kind}
        onChange={(event) => set({ kind: event.target.value as typeof kind })}
        options={(['own-ca', 'self-signed'] as const).map((value) => ({ value, text: t(`settings.kinds.${value}`) }))}
      />
      <TextField
        label={t('settings.passphrase')}
        type="password"
        autoComplete="new-password"
        value={texts.passphrase}
        onChange={(event) => set({ passphrase: event.target.value })}
        problem={told('passphrase')}
      />
      <TextField
        label={t('settings.passphraseAgain')}
        type="password"
        autoComplete="new-password"
        value={texts.again}
        onChange={(event) => set({ again: event.target.value })}
        problem={told('again')}
      />
    </RecordDialog>
  );
}

/** An identity brought along as a .p12. */
export function ImportIdentity({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const state = useState<{ readonly file: File | null; readonly passphrase: string }>({ file: null, passphrase: '' });
  const [{ file, passphrase }] = state;
  const form = useRecordForm({
    texts: state,
    problems: file === null ? { file: 'noFile' as const } : {},
    words: (code) => t(`settings.${code}`),
    write: async () => {
      if (file !== null) await call('identity.import', { bytes: new Uint8Array(await file.arrayBuffer()), passphrase });
    },
    onSaved: onClose,
  });
  return (
    <RecordDialog title={t('settings.import')} form={form} saveWord={t('settings.importIt')} onClose={onClose}>
      <TextField
        label={t('settings.file')}
        type="file"
        accept=".p12,.pfx"
        onChange={(event) => form.set({ file: event.target.files?.[0] ?? null })}
        problem={form.told('file')}
      />
      <TextField
        label={t('settings.passphrase')}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={(event) => form.set({ passphrase: event.target.value })}
      />
    </RecordDialog>
  );
}
