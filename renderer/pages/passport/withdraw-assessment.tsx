import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../../domain/assessment/assessment';
import type { Recorded } from '../../../domain/record/dossier';
import { WithdrawDialog } from '../../features/record/withdraw-dialog';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

interface WithdrawProps {
  readonly record: Recorded<Assessment>;
  readonly onClose: () => void;
}

/** An assessment entered by mistake counts no longer; it stays to be seen with the reason, as do the hazards found in it. */
export function WithdrawAssessment({ record: { id: recordId, value }, onClose }: WithdrawProps) {
  const { t } = useTranslation();
  const { mutate, locale } = useAppState();
  const { registrationNo, date } = value;
  return (
    <WithdrawDialog
      title={t('passport.withdrawTitle', { date: longDate(date, locale) })}
      word={t('passport.withdraw')}
      write={(reason) => mutate('assessment.withdraw', { registrationNo, recordId, reason })}
      onClose={onClose}
    >
      <p className="small muted">{t('passport.withdrawHint')}</p>
    </WithdrawDialog>
  );
}
