import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { TASKS, type Visit } from '../../../domain/visit/visit';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { AmendEffect } from '../../state/late/amend-effect';
import { correctionForm, correctionOf, correctionProblems, type CorrectionForm } from './visit-correction';

interface DialogProps {
  readonly record: Recorded<Visit>;
  readonly registrationNo: RegistrationNo;
  readonly onClose: () => void;
}

/** The fields of a visit as they stand, to be corrected with a reason. */
export function CorrectVisit({ record, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info, locale } = useAppState();
  const { value } = record;
  const [form, setForm] = useState<CorrectionForm>(() => correctionForm(value));
  const { save, busy, tried, failure } = useSaving();
  const problems = correctionProblems(value, form, info.today);
  const told = (field: keyof typeof problems): string | undefined =>
    problems[field] !== undefined && (tried || field !== 'reason') ? t(`correction.${problems[field]}`) : undefined;
  const set = (field: keyof CorrectionForm) => (text: string) => setForm((before) => ({ ...before, [field]: text }));
  const text = (field: 'startedAt' | 'endedAt' | 'technicians' | 'confirmedBy' | 'note') => (
    <TextField
      label={t(`visitFields.${field}`)}
      value={form[field]}
      onChange={(event) => set(field)(event.target.value)}
      problem={told(field)}
    />
  );
  const submit = (): void => {
    const change = { registrationNo, recordId: record.id, set: correctionOf(value, form), reason: form.reason.trim() };
    save(Object.keys(problems).length > 0 ? null : () => mutate('visit.correct', change), onClose);
  };
  return (
    <Dialog
      title={t('visitDetail.correctTitle', { date: longDate(value.date, locale) })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy}>
            {t('visitDetail.saveCorrection')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('visitDetail.correctHint')}</p>
      <div className="form-grid">
        <DateField label={t('visitFields.date')} value={form.date} onValue={set('date')} problem={told('date')} />
        <SelectField
          label={t('visitFields.task')}
          value={form.task}
          onChange={(event) => set('task')(event.target.value)}
          options={TASKS.map((task) => ({ value: task, text: t(`task.${task}`) }))}
        />
        {text('startedAt')}
        {text('endedAt')}
        {text('technicians')}
        {text('confirmedBy')}
      </div>
      {text('note')}
      <TextArea
        label={t('common.reason')}
        value={form.reason}
        onChange={(event) => set('reason')(event.target.value)}
        problem={told('reason')}
      />
      <AmendEffect
        registrationNo={registrationNo}
        correction={
          Object.keys(problems).some((field) => field !== 'reason')
            ? null
            : { act: 'correct', list: 'visits', recordId: record.id, set: correctionOf(value, form) }
        }
        withdrawal={null}
      />
      {tried && problems.all !== undefined ? (
        <div className="notice warn">{t(`correction.${problems.all}`)}</div>
      ) : null}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

/** Takes a visit out of all intervals; its record and the reason stay visible. */
export function WithdrawVisit({ record, registrationNo, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, locale } = useAppState();
  const [reason, setReason] = useState('');
  const { save, busy, tried, failure } = useSaving();
  const submit = (): void => {
    const request = { registrationNo, recordId: record.id, reason: reason.trim() };
    save(request.reason === '' ? null : () => mutate('visit.withdraw', request), onClose);
  };
  return (
    <Dialog
      title={t('visitDetail.withdrawTitle', { date: longDate(record.value.date, locale) })}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy}>
            {t('visitDetail.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('visitDetail.withdrawHint')}</p>
      <AmendEffect
        registrationNo={registrationNo}
        correction={null}
        withdrawal={{ act: 'withdraw', list: 'visits', recordId: record.id }}
      />
      <TextArea
        label={t('common.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        problem={tried && reason.trim() === '' ? t('correction.reason-missing') : undefined}
      />
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}
