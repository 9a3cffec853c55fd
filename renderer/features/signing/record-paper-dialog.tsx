import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RecordPaper } from '../../../domain/record/paper-kind';
import type { RecordId } from '../../../domain/record/record-id';
import { call } from '../../bridge/client';
import { saveFile } from '../../components/save-file';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../record/error-notice';
import { RecordDialog } from '../record/record-dialog';
import { SigningFields } from './signing-fields';
import { useSigning } from './use-signing';

interface RecordPaperDialogProps {
  readonly kind: RecordPaper;
  readonly registrationNo: RegistrationNo;
  readonly record: RecordId;
  readonly onClose: () => void;
}

/** Signs the paper of one record, keeps it on record and hands out its file. */
export function RecordPaperDialog({ kind, registrationNo, record, onClose }: RecordPaperDialogProps) {
  const { t } = useTranslation();
  const { asOf, period, mutate, readOnly } = useAppState();
  const signing = useSigning();
  const { lacksPassphrase, secret, passphrase } = signing;
  const form = useRecordForm({
    texts: [{ passphrase }, () => undefined], // the fields keep their own
    problems: lacksPassphrase ? { passphrase: 'needPassphrase' } : {},
    words: () => t('reports.needPassphrase'),
    locked: readOnly || !signing.hasIdentity,
    write: async () => {
      const identityId = await signing.identityNow();
      const request = { registrationNo, kind, paper: { record }, asOf, period, locale: signing.locale };
      const made = await mutate('report.make', { ...request, identityId, ...secret }).finally(signing.forgetPassphrase);
      const { fileName, bytes } = await call('report.read', { reportId: made.reportId });
      saveFile(fileName, bytes, 'application/pdf');
    },
    onSaved: onClose,
  });
  return (
    <RecordDialog title={t(`reports.kinds.${kind}`)} form={form} saveWord={t('recordPaper.run')} onClose={onClose}>
      <p className="muted">{t('recordPaper.note')}</p>
      <SigningFields form={signing} passphraseProblem={form.told('passphrase')} />
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
    </RecordDialog>
  );
}
