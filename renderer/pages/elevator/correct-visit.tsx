import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { TASKS, type Visit } from '../../../domain/visit/visit';
import { SelectField, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';
import { WithdrawDialog } from '../../features/record/withdraw-dialog';
import { AmendEffect } from '../../features/late/amend-effect';
import { ReasonField } from '../../features/record/reason-field';
import { correctionForm, correctionOf, correctionProblems } from './visit-correction';

interface DialogProps {
  readonly record: Recorded<Visit>;
  readonly registrationNo: RegistrationNo;
  readonly onClose: () => void;
}

/** The fields of a visit as they stand, to be corrected with a reason. */
export function CorrectVisit({ record, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info, locale } = useAppState();
  const { id: recordId, value } = record;
  const state = useState(() => correctionForm(value));
  const problems = correctionProblems(value, state[0], info.today);
  const set = correctionOf(value, state[0]);
  const form = useRecordForm({
    texts: state,
    problems,
    words: (code) => t(`correction.${code}`),
    early: (field) => field !== 'reason' && field !== 'all',
    write: () => mutate('visit.correct', { registrationNo, recordId, set, reason: state[0].reason.trim() }),
    onSaved: onClose,
  });
  const { texts, told, typed } = form;
  const text = (field: 'startedAt' | 'endedAt' | 'technicians' | 'confirmedBy' | 'note') => (
    <TextField
      label={t(`visitFields.${field}`)}
      value={texts[field]}
      onChange={(event) => typed(field)(event.target.value)}
      problem={told(field)}
    />
  );
  const isSound = Object.keys(problems).every((field) => field === 'reason');
  return (
    <RecordDialog
      title={t('visitDetail.correctTitle', { date: longDate(value.date, locale) })}
      form={form}
      whole={told('all')}
      saveWord={t('visitDetail.saveCorrection')}
      onClose={onClose}
    >
      <p className="small muted">{t('visitDetail.correctHint')}</p>
      <div className="form-grid">
        <DateField label={t('visitFields.date')} value={texts.date} onValue={typed('date')} problem={told('date')} />
        <SelectField
          label={t('visitFields.task')}
          value={texts.task}
          onChange={(event) => typed('task')(event.target.value)}
          options={TASKS.map((task) => ({ value: task, text: t(`task.${task}`) }))}
        />
        {text('startedAt')}
        {text('endedAt')}
        {text('technicians')}
        {text('confirmedBy')}
      </div>
      {text('note')}
      <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />
      <AmendEffect
        registrationNo={registrationNo}
        correction={isSound ? { act: 'correct', list: 'visits', recordId, set } : null}
        withdrawal={null}
      />
    </RecordDialog>
  );
}

/** Takes a visit out of all intervals; its record and the reason stay visible. */
export function WithdrawVisit({ record: { id: recordId, value }, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, locale } = useAppState();
  return (
    <WithdrawDialog
      title={t('visitDetail.withdrawTitle', { date: longDate(value.date, locale) })}
      word={t('visitDetail.withdraw')}
      write={(reason) => mutate('visit.withdraw', { registrationNo, recordId, reason })}
      onClose={onClose}
    >
      <p>{t('visitDetail.withdrawHint')}</p>
      <AmendEffect
        registrationNo={registrationNo}
        correction={null}
        withdrawal={{ act: 'withdraw', list: 'visits', recordId }}
      />
    </WithdrawDialog>
  );
}
