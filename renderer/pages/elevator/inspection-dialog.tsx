import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import {
  INSPECTION_KINDS,
  INSPECTION_RESULTS,
  type Inspection,
  type InspectionKind,
} from '../../../domain/inspection/inspection';
import type { Recorded } from '../../../domain/record/dossier';
import { recordIdOf } from '../../../domain/record/entry';
import { Button, SelectField, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../../features/record/record-dialog';
import { AmendEffect } from '../../features/late/amend-effect';
import { LateFields } from '../../features/late/late-fields';
import { useLateSaving } from '../../features/late/use-saving-effect';
import { useActName } from '../../session/use-act-name';
import { ReasonField } from '../../features/record/reason-field';
import type { FailedInspection } from './failed-inspection';
import { inspectionChanges, inspectionForm, inspectionOf, inspectionProblems } from './inspection-form';
import { useTerm } from '../../i18n/use-term';

interface DialogProps {
  readonly registrationNo: RegistrationNo;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<Inspection> | null;
  readonly onClose: () => void;
  /** A new one was recorded that was not passed. */
  readonly onFailed?: (failed: FailedInspection) => void;
}

/** Records an inspection, test or check, corrects one, or withdraws it. */
export function InspectionDialog(props: DialogProps) {
  const { record, onClose } = props;
  const { t } = useTranslation();
  const term = useTerm();
  const { locale } = useAppState();
  const actName = useActName();
  const { form, kinds, late, amending, withdraw } = useInspectionForm(props);
  const { texts, typed, told } = form;
  const title =
    record === null
      ? t('inspection.recordTitle')
      : t('inspection.correctTitle', { date: longDate(record.value.date, locale), kind: actName(record.value.kind) });
  return (
    <RecordDialog
      title={title}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('inspection.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? 'inspection.hint' : 'inspection.correctHint')}</p>
      <div className="form-grid">
        <SelectField
          label={t('inspectionFields.kind')}
          value={texts.kind}
          autoFocus={record === null}
          onChange={(event) => typed('kind')(event.target.value)}
          options={kinds.map((kind) => ({ value: kind, text: actName(kind) }))}
        />
        <SelectField
          label={t('inspectionFields.result')}
          value={texts.result}
          onChange={(event) => typed('result')(event.target.value)}
          options={INSPECTION_RESULTS.map((result) => ({ value: result, text: term('inspectionResult', result) }))}
        />
        <DateField
          label={t('inspectionFields.date')}
          value={texts.date}
          onValue={typed('date')}
          problem={told('date')}
        />
        <DateField
          label={t('inspectionFields.validUntil')}
          value={texts.validUntil}
          onValue={typed('validUntil')}
          hint={t('inspection.validHint')}
          problem={told('validUntil')}
        />
        {(['reportNo', 'by'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`inspectionFields.${field}`)}
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
      <LateFields {...late} tried={form.tried} />
      <AmendEffect registrationNo={props.registrationNo} {...amending} />
    </RecordDialog>
  );
}

function useInspectionForm({ registrationNo, record, onClose, onFailed }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info, pack } = useAppState();
  const named = pack.inspections.map(({ id }) => id);
  const offered: readonly InspectionKind[] = named.length === 0 ? INSPECTION_KINDS : named;
  const kinds = record === null || offered.includes(record.value.kind) ? offered : [record.value.kind, ...offered];
  const texts = useState(() =>
    inspectionForm(record?.value ?? null, kinds.find((kind) => kind === 'periodic') ?? kinds[0] ?? '', info.today),
  );
  const [typed] = texts;
  const problems = inspectionProblems(typed, record?.value ?? null, info.today);
  const reason = typed.reason.trim();
  const isSound = Object.keys(problems).every((field) => field === 'reason');
  const late = useLateSaving(
    registrationNo,
    isSound && record === null
      ? { act: 'record', list: 'inspections', value: inspectionOf(registrationNo, typed) }
      : null,
  );
  const failed = useRef<FailedInspection | null>(null);
  const form = useRecordForm({
    texts,
    problems,
    words: (code) => t(`inspection.problems.${code}`),
    early: (field) => field !== 'reason' && field !== 'all',
    isHeld: late.isOpen,
    write: async () => {
      if (record !== null) {
        const set = inspectionChanges(record.value, typed);
        await mutate('inspection.correct', { registrationNo, recordId: record.id, set, reason });
        return;
      }
      const value = inspectionOf(registrationNo, typed);
      const { entry } = await mutate('inspection.record', { inspection: value, ...late.request });
      if (value.result === 'fail') failed.current = { id: recordIdOf(entry), value };
    },
    onSaved: () => {
      if (failed.current !== null && onFailed !== undefined) onFailed(failed.current);
      else onClose();
    },
  });
  const amended = record === null ? null : ({ list: 'inspections', recordId: record.id } as const);
  return {
    form,
    kinds,
    late,
    amending: {
      correction:
        record !== null && amended !== null && isSound
          ? ({ act: 'correct', ...amended, set: inspectionChanges(record.value, typed) } as const)
          : null,
      withdrawal: amended === null ? null : ({ act: 'withdraw', ...amended } as const),
    },
    withdraw: (): void => {
      if (record !== null)
        form.act(['reason'], () => mutate('inspection.withdraw', { registrationNo, recordId: record.id, reason }));
    },
  };
}
