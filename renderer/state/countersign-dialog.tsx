import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTERSIGN_ROLES, MAX_REMARK, type CountersignRole } from '../../domain/record/countersignature';
import { SIGNATURE_TERMS } from '../../domain/terms/signatures';
import { call } from '../bridge/client';
import { Button, Segments, TextField } from '../components/controls';
import { Dialog } from '../components/dialog';
import { saveFile } from '../components/save-file';
import { useSaving } from '../components/use-saving';
import { useAppState } from './app-state';
import { ErrorNotice } from './error-notice';
import { SigningFields } from './signing-fields';
import { useSigning } from './use-signing';

interface CountersignDialogProps {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  readonly onClose: () => void;
}

/** Signs a receipt, or as a witness, into a paper; the signed file is a new one, is kept on record and handed out. */
export function CountersignDialog({ name, read, onClose }: CountersignDialogProps) {
  const { t } = useTranslation();
  const { locale, mutate } = useAppState();
  const signing = useSigning();
  const [role, setRole] = useState<CountersignRole>('receipt');
  const [remark, setRemark] = useState('');
  const { busy, failure, save, tried } = useSaving();
  const isReady = signing.hasIdentity && signing.passphrase !== '';
  const sign = async (): Promise<void> => {
    const { passphrase } = signing;
    const identityId = await signing.identityNow();
    const said = remark.trim() === '' ? {} : { remark };
    const request = { name, bytes: await read(), role, ...said, locale: signing.locale, identityId, passphrase };
    const { fileSha256 } = await mutate('countersign.make', request);
    const { fileName, bytes } = await call('report.read', { reportId: fileSha256 });
    saveFile(fileName, bytes, 'application/pdf');
  };
  return (
    <Dialog
      title={t('countersign.title')}
      onClose={onClose}
      onSubmit={() => save(isReady ? sign : null, onClose)}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy} disabled={!signing.hasIdentity}>
            {t('countersign.run')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('countersign.note', { file: name })}</p>
      <div className="field">
        <span className="label">{t('countersign.role')}</span>
        <Segments
          label={t('countersign.role')}
          value={role}
          onChange={setRole}
          options={COUNTERSIGN_ROLES.map((value) => ({ value, text: SIGNATURE_TERMS[locale].role[value] }))}
        />
      </div>
      <TextField
        label={t('countersign.remark')}
        hint={t('countersign.remarkHint', { most: MAX_REMARK })}
        maxLength={MAX_REMARK}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <SigningFields
        form={signing}
        localeLabel={t('countersign.locale')}
        passphraseProblem={tried && !busy && signing.passphrase === '' ? t('countersign.noPassphrase') : undefined}
      />
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
