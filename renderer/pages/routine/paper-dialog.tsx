import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../domain/calendar/period';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { SiteRoutinePaper } from '../../../domain/record/paper-kind';
import { call } from '../../bridge/client';
import { TextArea, TextField } from '../../components/controls';
import { saveFile } from '../../components/save-file';
import { useRecordForm } from '../../components/use-record-form';
import { ErrorNotice } from '../../features/record/error-notice';
import { RecordDialog } from '../../features/record/record-dialog';
import { SigningFields } from '../../features/signing/signing-fields';
import { useSigning } from '../../features/signing/use-signing';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { paperProblems, saidOf, type PaperForm } from './paper-form';

export interface AskedPaper {
  readonly kind: SiteRoutinePaper;
  readonly period: Period;
  readonly site: string;
  readonly registrationNos: readonly RegistrationNo[];
}

/** Signs the week or month of a site, keeps it on record and hands out its file. */
export function PaperDialog({ asked, onClose }: { readonly asked: AskedPaper; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { form, signing } = usePaperForm(asked, onClose);
  const { kind, period } = asked;
  const { texts, typed, told } = form;
  return (
    <RecordDialog
      title={`${t(`reports.kinds.${kind}`)} ${asked.site}`}
      form={form}
      saveWord={t('routine.paper.run')}
      onClose={onClose}
    >
      <p>{t('routine.paper.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })}</p>
      <p className="muted small">{t('routine.paper.note')}</p>
      {kind === 'monthly-minutes' ? (
        <TextField
          label={t('routine.paper.present')}
          value={texts.present}
          onChange={(event) => typed('present')(event.target.value)}
          problem={told('present')}
        />
      ) : null}
      {(['summary', 'decisions'] as const).map((field) => (
        <TextArea
          key={field}
          label={t(`routine.paper.${field}`)}
          value={texts[field]}
          onChange={(event) => typed(field)(event.target.value)}
          problem={told(field)}
        />
      ))}
      <SigningFields form={signing} passphraseProblem={told('passphrase')} />
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
    </RecordDialog>
  );
}

function usePaperForm({ kind, period, site, registrationNos }: AskedPaper, onClose: () => void) {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const signing = useSigning();
  const { lacksPassphrase, secret } = signing;
  const texts = useState<PaperForm>({ present: '', summary: '', decisions: '' });
  const form = useRecordForm({
    texts,
    problems: { ...paperProblems(texts[0]), ...(lacksPassphrase ? { passphrase: 'needPassphrase' as const } : {}) },
    words: (code) => t(code === 'needPassphrase' ? 'reports.needPassphrase' : 'routine.paper.tooLong'),
    locked: readOnly || !signing.hasIdentity,
    write: async () => {
      const identityId = await signing.identityNow();
      const about = { kind, period, registrationNos: [...registrationNos], ...(site === '' ? {} : { site }) };
      const request = { ...about, said: saidOf(texts[0]), locale: signing.locale, identityId, ...secret };
      const { reportId } = await mutate('routine.paper', request).finally(signing.forgetPassphrase);
      const { fileName, bytes } = await call('report.read', { reportId });
      saveFile(fileName, bytes, 'application/pdf');
    },
    onSaved: onClose,
  });
  return { form, signing };
}
