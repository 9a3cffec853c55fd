import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityListed } from '../../../domain/bridge/paper-replies';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import { call } from '../../bridge/client';
import { TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { saveFile } from '../../components/save-file';
import { useRecordForm } from '../../components/use-record-form';
import { RecordDialog } from '../../features/record/record-dialog';
import { tidyDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { MIN_PASSPHRASE } from './identity-dialogs';

interface ActProps {
  readonly identity: IdentityListed;
  readonly onClose: () => void;
}

/** Another passphrase for the same key. */
export function ChangePassphrase({ identity: { identityId }, onClose }: ActProps) {
  const { t } = useTranslation();
  const state = useState({ passphrase: '', next: '', again: '' });
  const [{ passphrase, next, again }] = state;
  const form = useRecordForm({
    texts: state,
    problems: {
      ...(passphrase === '' ? { passphrase: 'missing' as const } : {}),
      ...(next.length < MIN_PASSPHRASE ? { next: 'short' as const } : {}),
      ...(again !== next ? { again: 'mismatch' as const } : {}),
    },
    words: (code) => t(`settings.${code}`),
    early: (field) => (field === 'next' ? next !== '' : field === 'again' && again !== ''),
    write: () => call('identity.passphrase', { identityId, passphrase, next }),
    onSaved: onClose,
  });
  const field = (name: 'passphrase' | 'next' | 'again', label: string, autoComplete: 'off' | 'new-password') => (
    <TextField
      label={label}
      type="password"
      autoComplete={autoComplete}
      value={form.texts[name]}
      onChange={(event) => form.typed(name)(event.target.value)}
      problem={form.told(name)}
    />
  );
  return (
    <RecordDialog
      title={t('settings.changePassphrase')}
      form={form}
      saveWord={t('settings.changeIt')}
      onClose={onClose}
    >
      {field('passphrase', t('settings.passphraseNow'), 'off')}
      {field('next', t('settings.passphraseNext'), 'new-password')}
      {field('again', t('settings.passphraseAgain'), 'new-password')}
      <p className="small muted">{t('settings.changeHint')}</p>
    </RecordDialog>
  );
}

function usePassphraseForm(write: (passphrase: string) => Promise<unknown>, onSaved: () => void) {
  const { t } = useTranslation();
  const state = useState({ passphrase: '' });
  const [{ passphrase }] = state;
  return useRecordForm({
    texts: state,
    problems: passphrase === '' ? { passphrase: 'missing' as const } : {},
    words: (code) => t(`settings.${code}`),
    write: () => write(passphrase),
    onSaved,
  });
}

function PassphraseField({ form }: { readonly form: ReturnType<typeof usePassphraseForm> }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('settings.passphraseNow')}
      type="password"
      autoComplete="off"
      value={form.texts.passphrase}
      onChange={(event) => form.set({ passphrase: event.target.value })}
      problem={form.told('passphrase')}
    />
  );
}

/** The .p12 for another machine, under its passphrase. */
export function ExportIdentity({ identity: { identityId, keepsRoot }, onClose }: ActProps) {
  const { t } = useTranslation();
  const [withRoot, setWithRoot] = useState(false);
  const form = usePassphraseForm(async (passphrase) => {
    const { fileName, bytes } = await call('identity.export', { identityId, passphrase, withRoot });
    saveFile(fileName, bytes, 'application/x-pkcs12');
  }, onClose);
  return (
    <RecordDialog title={t('settings.exportP12')} form={form} saveWord={t('settings.exportIt')} onClose={onClose}>
      <p>{t('settings.exportHint')}</p>
      <PassphraseField form={form} />
      {keepsRoot === true ? (
        <label>
          <input type="checkbox" checked={withRoot} onChange={(event) => setWithRoot(event.target.checked)} />{' '}
          {t('settings.withRoot')}
        </label>
      ) : null}
    </RecordDialog>
  );
}

/** A new certificate under the root that those who receive papers trust already. */
export function RenewIdentity({ identity: { identityId }, onClose }: ActProps) {
  const { t } = useTranslation();
  const { mutate } = useAppState();
  const form = usePassphraseForm((passphrase) => mutate('identity.renew', { identityId, passphrase }), onClose);
  return (
    <RecordDialog title={t('settings.renew')} form={form} saveWord={t('settings.renewIt')} onClose={onClose}>
      <p>{t('settings.renewHint')}</p>
      <PassphraseField form={form} />
    </RecordDialog>
  );
}

/** From a day on, what claims to be signed by the identity is told when it is verified here; it signs no more. */
export function WithdrawIdentity({ identity: { identityId }, onClose }: ActProps) {
  const { t } = useTranslation();
  const { asOf, mutate } = useAppState();
  const state = useState<{ readonly on: string; readonly reason: string }>({ on: asOf, reason: '' });
  const [{ on: typed, reason }] = state;
  const on = tidyDate(typed);
  const form = useRecordForm({
    texts: state,
    problems: {
      ...(isCivilDate(on) ? {} : { on: 'noDay' as const }),
      ...(reason.trim() === '' ? { reason: 'noReason' as const } : {}),
    },
    words: (code) => t(`settings.${code}`),
    write: async () => {
      if (isCivilDate(on)) await mutate('identity.withdraw', { identityId, on, reason: reason.trim() });
    },
    onSaved: onClose,
  });
  return (
    <RecordDialog title={t('settings.withdraw')} form={form} saveWord={t('settings.withdrawIt')} onClose={onClose}>
      <p>{t('settings.withdrawHint')}</p>
      <DateField
        label={t('settings.withdrawDay')}
        value={typed}
        onValue={(day) => form.set({ on: day })}
        problem={form.told('on')}
      />
      <TextArea
        label={t('settings.withdrawReason')}
        value={reason}
        onChange={(event) => form.set({ reason: event.target.value })}
        problem={form.told('reason')}
      />
    </RecordDialog>
  );
}
