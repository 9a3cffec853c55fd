import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CALLOUT_KINDS, CALLOUT_TIMES, type CallOut } from '../../../domain/callout/callout';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { Button, Segments, SelectField, TextArea, TextField } from '../../components/controls';
import { MinuteField } from '../../components/minute-field';
import { useRecordForm } from '../../components/use-record-form';
import { longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ArrivalMark } from '../../features/elevator/arrival-mark';
import { RecordDialog } from '../../features/record/record-dialog';
import { LateFields } from '../../features/late/late-fields';
import { useLateSaving } from '../../features/late/use-saving-effect';
import {
  callOutChanges,
  callOutForm,
  callOutOf,
  callOutProblems,
  tidiedCallOut,
  type CallOutForm,
} from './callout-form';
import { useTerm } from '../../i18n/use-term';
import { ReasonField } from '../../features/record/reason-field';

interface DialogProps {
  readonly elevator: Elevator;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<CallOut> | null;
  readonly onClose: () => void;
}

/** Records a call-out, corrects one, or withdraws it. Its arrival is judged while it is typed. */
export function CallOutDialog(props: DialogProps) {
  const { elevator, record, onClose } = props;
  const { t } = useTranslation();
  const term = useTerm();
  const { info, locale, pack } = useAppState();
  const { form, late, withdraw } = useCallOutForm(props);
  const { texts, typed, told } = form;
  const sound = Object.keys(form.problems).every((field) => field === 'reason' || field === 'all');
  return (
    <RecordDialog
      title={
        record === null
          ? t('callout.recordTitle')
          : t('callout.correctTitle', { time: longMinute(record.value.reportedAt, locale) })
      }
      form={form}
      whole={told('all')}
      acts={record === null ? null : <Button onClick={withdraw}>{t('callout.withdraw')}</Button>}
      onClose={onClose}
    >
      <p className="small muted">{t(record === null ? 'callout.hint' : 'callout.correctHint')}</p>
      <div className="field">
        <span className="label">{t('calloutFields.kind')}</span>
        <Segments
          label={t('calloutFields.kind')}
          value={texts.kind}
          options={CALLOUT_KINDS.map((kind) => ({ value: kind, text: term('callOutKind', kind) }))}
          onChange={typed('kind')}
        />
      </div>
      <div className="form-grid">
        {CALLOUT_TIMES.map((field) => (
          <MinuteField
            key={field}
            label={t(`calloutFields.${field}`)}
            value={texts[field]}
            day={field === 'reportedAt' ? info.today : tidiedCallOut(texts, info.today).reportedAt.slice(0, 10)}
            autoFocus={field === 'reportedAt'}
            onValue={typed(field)}
            problem={told(field)}
          />
        ))}
        <CauseField value={texts.cause} onChange={typed('cause')} />
        <TextField
          label={t('calloutFields.by')}
          value={texts.by}
          onChange={(event) => typed('by')(event.target.value)}
          problem={told('by')}
        />
        {(['trapped', 'injured'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`calloutFields.${field}`)}
            inputMode="numeric"
            maxLength={3}
            value={texts[field]}
            onChange={(event) => typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('calloutFields.note')}
        value={texts.note}
        onChange={(event) => typed('note')(event.target.value)}
        problem={told('note')}
      />
      {sound && texts.kind === 'entrapment' ? (
        <ArrivalMark arrival={judgeArrival(callOutOf(elevator.registrationNo, texts, info.today), elevator, pack)} />
      ) : null}
      <LateFields {...late} tried={form.tried} />
      {record === null ? null : <ReasonField value={texts.reason} onValue={typed('reason')} problem={told('reason')} />}
    </RecordDialog>
  );
}

/** The cause classes of the pack; a cause it does not know stays as it is until another is chosen. */
function CauseField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const known = pack.causes.map(({ id, title }) => ({ value: id, text: say(title) }));
  const stray = value === '' || known.some((cause) => cause.value === value) ? [] : [{ value, text: value }];
  return (
    <SelectField
      label={t('calloutFields.cause')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: '', text: t('callout.noCause') }, ...stray, ...known]}
    />
  );
}

function useCallOutForm({ elevator: { registrationNo }, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const texts = useState<CallOutForm>(() => callOutForm(record?.value ?? null));
  const [typed] = texts;
  const problems = callOutProblems(typed, record?.value ?? null, info.today);
  const isSound = Object.keys(problems).length === 0;
  const reason = typed.reason.trim();
  const late = useLateSaving(
    registrationNo,
    isSound && record === null
      ? { act: 'record', list: 'callouts', value: callOutOf(registrationNo, typed, info.today) }
      : null,
  );
  const form = useRecordForm({
    texts,
    problems,
    words: (code) => t(`callout.problems.${code}`),
    /** An empty report is wrong from the start, but is told only once somebody tried to save. */
    early: (field) => field !== 'all' && typed[field].length >= TELLING_LENGTH,
    isHeld: late.isOpen,
    write: () =>
      record === null
        ? mutate('callout.record', { callOut: callOutOf(registrationNo, typed, info.today), ...late.request })
        : mutate('callout.correct', {
            registrationNo,
            recordId: record.id,
            set: callOutChanges(record.value, typed, info.today),
            reason,
          }),
    onSaved: onClose,
  });
  const withdraw = (): void => {
    if (record !== null)
      form.act(['reason'], () => mutate('callout.withdraw', { registrationNo, recordId: record.id, reason }));
  };
  return { form, late, withdraw };
}

/** A time is not called wrong while it is still being typed. */
const TELLING_LENGTH = 16;
