import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEVICE_EVENT_KINDS, type DeviceEvent } from '../../../domain/device-event/device-event';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { ReasonField } from '../../features/record/reason-field';
import { RecordDialog } from '../../features/record/record-dialog';
import { longMinute } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { deviceEventChanges, deviceEventForm, deviceEventOf, deviceEventProblems } from './device-event-form';

interface DialogProps {
  readonly registrationNo: RegistrationNo;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<DeviceEvent> | null;
  readonly onClose: () => void;
}

/** Records an event of a second source, corrects one, or withdraws it. */
export function DeviceEventDialog(props: DialogProps) {
  const { record, onClose } = props;
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { form, withdraw } = useDeviceEventForm(props);
  const { texts, typed, told } = form;
  const title =
    record === null
      ? t('secondSource.recordTitle')
      : t('secondSource.correctTitle', { date: longMinute(record.value.startedAt.replace('T', ' '), locale) });
  return (
    <RecordDialog
      title={title}
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('secondSource.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? 'secondSource.hint' : 'inspection.correctHint')}</p>
      <div className="form-grid">
        <SelectField
          label={t('deviceEventFields.kind')}
          value={texts.kind}
          onChange={(event) => typed('kind')(event.target.value)}
          options={DEVICE_EVENT_KINDS.map((kind) => ({
            value: kind,
            text: capital(termsOf(locale).deviceEventKind[kind]),
          }))}
        />
        {(['source', 'startedAt', 'endedAt', 'clockAhead', 'count', 'faultCode'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`deviceEventFields.${field}`)}
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('deviceEventFields.note')}
        value={texts.note}
        onChange={(event) => typed('note')(event.target.value)}
        problem={told('note')}
      />
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
    </RecordDialog>
  );
}

function useDeviceEventForm({ registrationNo, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const texts = useState(() => deviceEventForm(record?.value ?? null));
  const [typed] = texts;
  const reason = typed.reason.trim();
  const form = useRecordForm({
    texts,
    problems: deviceEventProblems(typed, record?.value ?? null, info.today),
    words: (code) => t(`secondSource.problems.${code}`),
    write: () =>
      record === null
        ? mutate('device-event.record', { deviceEvent: deviceEventOf(registrationNo, typed, info.today) })
        : mutate('device-event.correct', {
            registrationNo,
            recordId: record.id,
            set: deviceEventChanges(record.value, typed, info.today),
            reason,
          }),
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null)
      form.act(['reason'], () => mutate('device-event.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, withdraw };
}
