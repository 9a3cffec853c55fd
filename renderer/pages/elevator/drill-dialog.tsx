import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRILL_SCENARIOS, type Drill } from '../../../domain/drill/drill';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { RecordDialog } from '../../features/record/record-dialog';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { ReasonField } from '../../features/record/reason-field';
import { drillChanges, drillForm, drillOf, drillProblems } from './drill-form';

interface DialogProps {
  readonly registrationNo: RegistrationNo;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<Drill> | null;
  readonly onClose: () => void;
}

/** Records a drill of the user unit, corrects one, or withdraws it. */
export function DrillDialog(props: DialogProps) {
  const { record, onClose } = props;
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { form, withdraw } = useDrillForm(props);
  const { texts, typed, told } = form;
  const title =
    record === null ? t('drill.recordTitle') : t('drill.correctTitle', { date: longDate(record.value.date, locale) });
  return (
    <RecordDialog
      title={title}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('drill.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? 'drill.hint' : 'inspection.correctHint')}</p>
      <div className="form-grid">
        <DateField
          label={t('drillFields.date')}
          value={texts.date}
          autoFocus={record === null}
          onValue={typed('date')}
          problem={told('date')}
        />
        <SelectField
          label={t('drillFields.scenario')}
          value={texts.scenario}
          onChange={(event) => typed('scenario')(event.target.value)}
          options={DRILL_SCENARIOS.map((scenario) => ({
            value: scenario,
            text: capital(termsOf(locale).drillScenario[scenario]),
          }))}
        />
        {(['startedAt', 'endedAt', 'participants', 'plan'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`drillFields.${field}`)}
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      {(['course', 'problems', 'measures', 'note'] as const).map((field) => (
        <TextArea
          key={field}
          label={t(`drillFields.${field}`)}
          value={texts[field]}
          onChange={(event) => typed(field)(event.target.value)}
          problem={told(field)}
        />
      ))}
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
    </RecordDialog>
  );
}

function useDrillForm({ registrationNo, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const texts = useState(() => drillForm(record?.value ?? null, info.today));
  const [typed] = texts;
  const reason = typed.reason.trim();
  const form = useRecordForm({
    texts,
    problems: drillProblems(typed, record?.value ?? null, info.today),
    words: (code) => t(`drill.problems.${code}`),
    write: () =>
      record === null
        ? mutate('drill.record', { drill: drillOf(registrationNo, typed) })
        : mutate('drill.correct', {
            registrationNo,
            recordId: record.id,
            set: drillChanges(record.value, typed),
            reason,
          }),
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null)
      form.act(['reason'], () => mutate('drill.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, withdraw };
}
