import { useState } from 'react';
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
import type { RecordId } from '../../../domain/record/record-id';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { Dialog } from '../../components/dialog';
import { useSaving } from '../../components/use-saving';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { AmendEffect } from '../../state/late/amend-effect';
import { focusLate, LateFields } from '../../state/late/late-fields';
import { useLateSaving } from '../../state/late/use-saving-effect';
import { useActName } from '../../state/use-act-name';
import type { FailedInspection } from './failed-inspection';
import {
  inspectionChanges,
  inspectionForm,
  inspectionOf,
  inspectionProblems,
  type InspectionForm,
} from './inspection-form';

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
  const { locale } = useAppState();
  const actName = useActName();
  const { form, set, told, ...saving } = useInspectionSaving(props);
  const title =
    record === null
      ? t('inspection.recordTitle')
      : t('inspection.correctTitle', { date: longDate(record.value.date, locale), kind: actName(record.value.kind) });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={saving.submit}
      actions={
        <>
          {record === null ? null : <Button onClick={saving.withdraw}>{t('inspection.withdraw')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={saving.busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t(record === null ? 'inspection.hint' : 'inspection.correctHint')}</p>
      <div className="form-grid">
        <SelectField
          label={t('inspectionFields.kind')}
          value={form.kind}
          autoFocus={record === null}
          onChange={(event) => set('kind')(event.target.value)}
          options={saving.kinds.map((kind) => ({ value: kind, text: actName(kind) }))}
        />
        <SelectField
          label={t('inspectionFields.result')}
          value={form.result}
          onChange={(event) => set('result')(event.target.value)}
          options={INSPECTION_RESULTS.map((result) => ({ value: result, text: t(`inspection.${result}`) }))}
        />
        <DateField label={t('inspectionFields.date')} value={form.date} onValue={set('date')} problem={told('date')} />
        <DateField
          label={t('inspectionFields.validUntil')}
          value={form.validUntil}
          onValue={set('validUntil')}
          hint={t('inspection.validHint')}
          problem={told('validUntil')}
        />
        {(['reportNo', 'by'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`inspectionFields.${field}`)}
            value={form[field]}
            onChange={(event) => set(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      {record === null ? null : (
        <TextArea
          label={t('common.reason')}
          value={form.reason}
          onChange={(event) => set('reason')(event.target.value)}
          problem={told('reason')}
        />
      )}
      <LateFields {...saving.late} tried={saving.tried} />
      <AmendEffect registrationNo={props.registrationNo} {...saving.amending} />
      {saving.nothingChanged ? <div className="notice warn">{t('inspection.problems.nothing-changed')}</div> : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
  );
}

function useInspectionSaving({ registrationNo, record, onClose, onFailed }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info, pack } = useAppState();
  const named = pack.inspections.map(({ id }) => id);
  const offered: readonly InspectionKind[] = named.length === 0 ? INSPECTION_KINDS : named;
  const kinds = record === null || offered.includes(record.value.kind) ? offered : [record.value.kind, ...offered];
  const [form, setForm] = useState<InspectionForm>(() =>
    inspectionForm(record?.value ?? null, kinds.find((kind) => kind === 'periodic') ?? kinds[0] ?? '', info.today),
  );
  const { save, busy, tried, failure } = useSaving();
  const problems = inspectionProblems(form, record?.value ?? null, info.today);
  const reason = form.reason.trim();
  const isSound = Object.keys(problems).every((field) => field === 'reason');
  const amended = record === null ? null : ({ list: 'inspections', recordId: record.id } as const);
  const late = useLateSaving(
    registrationNo,
    isSound && record === null
      ? { act: 'record', list: 'inspections', value: inspectionOf(registrationNo, form) }
      : null,
  );
  return {
    late,
    tried,
    amending: {
      correction:
        record !== null && amended !== null && isSound
          ? ({ act: 'correct', ...amended, set: inspectionChanges(record.value, form) } as const)
          : null,
      withdrawal: amended === null ? null : ({ act: 'withdraw', ...amended } as const),
    },
    form,
    kinds,
    busy,
    failure,
    nothingChanged: tried && problems.all !== undefined,
    set: (field: keyof InspectionForm) => (text: string) => setForm((before) => ({ ...before, [field]: text })),
    told: (field: keyof InspectionForm): string | undefined =>
      problems[field] !== undefined && (tried || field !== 'reason')
        ? t(`inspection.problems.${problems[field]}`)
        : undefined,
    submit: (): void => {
      if (Object.keys(problems).length > 0 || focusLate(late.problems)) {
        save(null);
        return;
      }
      if (record !== null) {
        const set = inspectionChanges(record.value, form);
        save(() => mutate('inspection.correct', { registrationNo, recordId: record.id, set, reason }), onClose);
        return;
      }
      const inspection = inspectionOf(registrationNo, form);
      let id: RecordId | null = null;
      save(
        async () => {
          id = recordIdOf((await mutate('inspection.record', { inspection, ...late.request })).entry);
        },
        () => {
          if (id !== null && inspection.result === 'fail' && onFailed !== undefined)
            onFailed({ id, value: inspection });
          else onClose();
        },
      );
    },
    withdraw: (): void => {
      if (record === null) return;
      const request = { registrationNo, recordId: record.id, reason };
      save(reason === '' ? null : () => mutate('inspection.withdraw', request), onClose);
    },
  };
}
