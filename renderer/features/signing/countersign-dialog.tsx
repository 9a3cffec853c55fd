import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNTERSIGN_ROLES, MAX_REMARK, type CountersignRole } from '../../../domain/record/countersignature';
import { SIGNATURE_TERMS } from '../../../domain/terms/signatures';
import { call } from '../../bridge/client';
import { Segments, TextField } from '../../components/controls';
import { saveFile } from '../../components/save-file';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../record/error-notice';
import { RecordDialog } from '../record/record-dialog';
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
  const { locale, mutate, readOnly } = useAppState();
  const signing = useSigning();
  const [role, setRole] = useState<CountersignRole>('receipt');
  const texts = useState({ remark: '' });
  const remark = texts[0].remark.trim();
  const { lacksPassphrase, secret } = signing;
  const form = useRecordForm({
    texts,
    problems: lacksPassphrase ? { passphrase: 'missing' } : {},
    words: () => t('countersign.noPassphrase'),
    locked: readOnly || !signing.hasIdentity,
    write: async () => {
      const identityId = await signing.identityNow();
      const said = remark === '' ? {} : { remark };
      const request = { name, bytes: await read(), role, ...said, locale: signing.locale, identityId, ...secret };
      const { fileSha256 } = await mutate('countersign.make', request);
      const { fileName, bytes } = await call('report.read', { reportId: fileSha256 });
      saveFile(fileName, bytes, 'application/pdf');
    },
    onSaved: onClose,
  });
  return (
    <RecordDialog title={t('countersign.title')} form={form} saveWord={t('countersign.run')} onClose={onClose}>
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
        value={form.texts.remark}
        onChange={(event) => form.set({ remark: event.target.value })}
      />
      <SigningFields form={signing} localeLabel={t('countersign.locale')} passphraseProblem={form.told('passphrase')} />
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
    </RecordDialog>
  );
}
