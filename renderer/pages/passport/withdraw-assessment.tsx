import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../../domain/assessment/assessment';
import type { Recorded } from '../../../domain/record/dossier';
import { Button, TextArea } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';

interface WithdrawProps {
  readonly record: Recorded<Assessment>;
  readonly onClose: () => void;
}

/** An assessment entered by mistake counts no longer; it stays to be seen with the reason, as do the hazards found in it. */
export function WithdrawAssessment({ record: { id, value }, onClose }: WithdrawProps) {
  const { t } = useTranslation();
  const { mutate, locale } = useAppState();
  const [reason, setReason] = useState('');
  const { save, busy, tried, failure } = useSaving();
  const submit = (): void => {
    const request = { registrationNo: value.registrationNo, recordId: id, reason: reason.trim() };
    save(request.reason === '' ? null : () => mutate('assessment.withdraw', request), onClose);
  };
  return (
    <Dialog
      title={t('passport.withdrawTitle', { date: longDate(value.date, locale) })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy}>
            {t('passport.withdraw')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('passport.withdrawHint')}</p>
      <TextArea
        label={t('common.reason')}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={tried && reason.trim() === '' ? t('hazard.problems.reason-missing') : undefined}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
