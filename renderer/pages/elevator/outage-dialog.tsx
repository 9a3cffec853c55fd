import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import { Button, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { tidyDate } from '../../i18n/dates';
import { outageChanges, outageOf, outageProblems, type OutageForm } from './outage-problems';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';
import { AmendEffect } from '../../features/late/amend-effect';
import { LateFields } from '../../features/late/late-fields';
import { useLateSaving } from '../../features/late/use-saving-effect';

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
export function OutageDialog(props: DialogProps) {
  const { registrationNo, record, proposed, onClose } = props;
  const { t } = useTranslation();
  const { form, ends, late, amending, withdraw } = useOutageForm(props);
  const { texts, told, typed } = form;
  return (
    <RecordDialog
      title={t(record === null ? 'outage.title' : ends ? 'outage.endTitle' : 'outage.correctTitle')}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('outage.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">
        {t('outage.hint')}
        {proposed === undefined ? '' : ` ${t('head.outageDayHint')}`}
      </p>
      <div className="form-grid">
        <DateField label={t('outage.from')} value={texts.from} onValue={typed('from')} problem={told('from')} />
        <DateField
          label={t('outage.to')}
          value={texts.to}
          onValue={typed('to')}
          hint={t('outage.toHint')}
          problem={told('to')}
          autoFocus={ends}
        />
      </div>
      <TextField
        label={t('outage.reason')}
        value={texts.cause}
        onChange={(event) => typed('cause')(event.target.value)}
      />
      {record === null ? null : (
        <TextArea
          label={t('outage.correctionReason')}
          value={texts.reason}
          onChange={(event) => typed('reason')(event.target.value)}
          problem={told('reason')}
        />
      )}
      <LateFields {...late} tried={form.tried} />
      <AmendEffect registrationNo={registrationNo} {...amending} />
    </RecordDialog>
  );
}

function useOutageForm({ registrationNo, record, proposed, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const ends = record !== null && record.value.to === undefined && record.value.from <= info.today;
  const texts = useState<OutageForm>({
    from: record?.value.from ?? proposed?.from ?? info.today,
    to: record?.value.to ?? (ends ? info.today : ''),
    cause: record?.value.reason ?? proposed?.cause ?? '',
    reason: ends ? t('outage.endReason') : '',
  });
  const [typed] = texts;
  const tidy = { ...typed, from: tidyDate(typed.from), to: tidyDate(typed.to) };
  const problems = outageProblems(tidy, record?.value ?? null);
  const isSound = problems.from === undefined && problems.to === undefined;
  const late = useLateSaving(
    registrationNo,
    isSound && record === null ? { act: 'record', list: 'outages', value: outageOf(tidy) } : null,
  );
  const reason = tidy.reason.trim();
  const set = record !== null && isSound ? outageChanges(record.value, tidy) : [];
  const form = useRecordForm({
    texts,
    problems,
    words: (code) => t(`correction.${code}`),
    early: (field) => field === 'from' || field === 'to',
    isHeld: late.isOpen,
    write: () =>
      record === null
        ? mutate('outage.record', { registrationNo, outage: outageOf(tidy), ...late.request })
        : mutate('outage.correct', { registrationNo, recordId: record.id, reason, set }),
    onSaved: onClose,
  });
  const amended = record === null ? null : ({ list: 'outages', recordId: record.id } as const);
  return {
    form,
    ends,
    late,
    amending: {
      correction: amended !== null && isSound ? ({ act: 'correct', ...amended, set } as const) : null,
      withdrawal: amended === null ? null : ({ act: 'withdraw', ...amended } as const),
    },
    withdraw: (): void => {
      if (record !== null)
        form.act(['reason'], () => mutate('outage.withdraw', { registrationNo, recordId: record.id, reason }));
    },
  };
}
