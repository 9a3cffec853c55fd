import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import { Button, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { tidyDate } from '../../i18n/dates';
import { outageChanges, outageOf, outageProblems, type OutageForm } from './outage-problems';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { AmendEffect } from '../../state/late/amend-effect';
import { focusLate, LateFields } from '../../state/late/late-fields';
import { useLateSaving, type LateSaving } from '../../state/late/use-saving-effect';

/** What calls for taking it out of use, and from which day. */
export interface ProposedOutage {
  readonly from: CivilDate;
  readonly cause: string;
}

interface DialogProps {
  readonly registrationNo: RegistrationNo;
  readonly record: Dossier['outages'][number] | null;
  /** Filled in for a new one. */
  readonly proposed?: ProposedOutage;
  readonly onClose: () => void;
}

/** Records an outage, gives the elevator back, corrects what was recorded, or withdraws it. */
export function OutageDialog({ registrationNo, record, proposed, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const ends = record !== null && record.value.to === undefined && record.value.from <= info.today;
  const [form, setForm] = useState<OutageForm>({
    from: record?.value.from ?? proposed?.from ?? info.today,
    to: record?.value.to ?? (ends ? info.today : ''),
    cause: record?.value.reason ?? proposed?.cause ?? '',
    reason: ends ? t('outage.endReason') : '',
  });
  const { save, busy, tried, failure } = useSaving();
  const tidy = { ...form, from: tidyDate(form.from), to: tidyDate(form.to) };
  const problems = outageProblems(tidy, record?.value ?? null);
  const isSound = problems.from === undefined && problems.to === undefined;
  const amended = record === null ? null : ({ list: 'outages', recordId: record.id } as const);
  const late = useLateSaving(
    registrationNo,
    isSound && record === null ? { act: 'record', list: 'outages', value: outageOf(tidy) } : null,
  );
  const told = (field: keyof typeof problems): string | undefined =>
    problems[field] !== undefined && (tried || field !== 'reason') ? t(`correction.${problems[field]}`) : undefined;
  const set = (field: keyof OutageForm) => (text: string) => setForm((before) => ({ ...before, [field]: text }));
  const submit = (): void => {
    const sound = Object.keys(problems).length === 0;
    if (sound && focusLate(late.problems)) save(null);
    else save(sound ? () => write(mutate, registrationNo, record, { ...tidy, ...late.request }) : null, onClose);
  };
  const withdraw = (): void => {
    if (record === null) return;
    const request = { registrationNo, recordId: record.id, reason: form.reason.trim() };
    save(request.reason === '' ? null : () => mutate('outage.withdraw', request), onClose);
  };
  return (
    <Dialog
      title={t(record === null ? 'outage.title' : ends ? 'outage.endTitle' : 'outage.correctTitle')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          {record === null ? null : <Button onClick={withdraw}>{t('outage.withdraw')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">
        {t('outage.hint')}
        {proposed === undefined ? '' : ` ${t('head.outageDayHint')}`}
      </p>
      <div className="form-grid">
        <DateField label={t('outage.from')} value={form.from} onValue={set('from')} problem={told('from')} />
        <DateField
          label={t('outage.to')}
          value={form.to}
          onValue={set('to')}
          hint={t('outage.toHint')}
          problem={told('to')}
          autoFocus={ends}
        />
      </div>
      <TextField label={t('outage.reason')} value={form.cause} onChange={(event) => set('cause')(event.target.value)} />
      {record === null ? null : (
        <TextArea
          label={t('outage.correctionReason')}
          value={form.reason}
          onChange={(event) => set('reason')(event.target.value)}
          problem={told('reason')}
        />
      )}
      <LateFields {...late} tried={tried} />
      <AmendEffect
        registrationNo={registrationNo}
        correction={
          record !== null && amended !== null && isSound
            ? { act: 'correct', ...amended, set: outageChanges(record.value, tidy) }
            : null
        }
        withdrawal={amended === null ? null : { act: 'withdraw', ...amended }}
      />
      {tried && problems.all !== undefined ? (
        <div className="notice warn">{t(`correction.${problems.all}`)}</div>
      ) : null}
      {failure === null ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

async function write(
  mutate: ReturnType<typeof useAppState>['mutate'],
  registrationNo: RegistrationNo,
  record: DialogProps['record'],
  form: OutageForm & LateSaving['request'],
): Promise<void> {
  if (record === null) {
    const late = form.late === undefined ? {} : { late: form.late };
    await mutate('outage.record', { registrationNo, outage: outageOf(form), ...late });
  } else
    await mutate('outage.correct', {
      registrationNo,
      recordId: record.id,
      reason: form.reason.trim(),
      set: outageChanges(record.value, form),
    });
}
