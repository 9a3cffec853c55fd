import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CALLOUT_KINDS, CALLOUT_TIMES, type CallOut } from '../../../domain/callout/callout';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Recorded } from '../../../domain/record/dossier';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { Button, Segments, SelectField, TextArea, TextField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { MinuteField } from '../../components/minute-field';
import { useSaving } from '../../components/use-saving';
import { longMinute } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ArrivalMark } from '../../state/arrival-mark';
import { ErrorNotice } from '../../state/error-notice';
import { focusLate, LateFields } from '../../state/late/late-fields';
import { useLateSaving } from '../../state/late/use-saving-effect';
import {
  callOutChanges,
  callOutForm,
  callOutOf,
  callOutProblems,
  tidiedCallOut,
  type CallOutForm,
} from './callout-form';

interface DialogProps {
  readonly elevator: Elevator;
  /** What is corrected or withdrawn; null records a new one. */
  readonly record: Recorded<CallOut> | null;
  readonly onClose: () => void;
}

/** Records a call-out, corrects one, or withdraws it. Its arrival is judged while it is typed. */
export function CallOutDialog({ elevator, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { info, locale, pack } = useAppState();
  const saving = useCallOutSaving({ elevator, record, onClose });
  const { form, set, told, problems } = saving;
  const sound = Object.keys(problems).every((field) => field === 'reason' || field === 'all');
  return (
    <Dialog
      title={
        record === null
          ? t('callout.recordTitle')
          : t('callout.correctTitle', { time: longMinute(record.value.reportedAt, locale) })
      }
      onClose={onClose}
      onSubmit={saving.submit}
      actions={
        <>
          {record === null ? null : <Button onClick={saving.withdraw}>{t('callout.withdraw')}</Button>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" busy={saving.busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t(record === null ? 'callout.hint' : 'callout.correctHint')}</p>
      <div className="field">
        <span className="label">{t('calloutFields.kind')}</span>
        <Segments
          label={t('calloutFields.kind')}
          value={form.kind}
          options={CALLOUT_KINDS.map((kind) => ({ value: kind, text: t(`callout.kinds.${kind}`) }))}
          onChange={set('kind')}
        />
      </div>
      <div className="form-grid">
        {CALLOUT_TIMES.map((field) => (
          <MinuteField
            key={field}
            label={t(`calloutFields.${field}`)}
            value={form[field]}
            day={field === 'reportedAt' ? info.today : tidiedCallOut(form, info.today).reportedAt.slice(0, 10)}
            autoFocus={field === 'reportedAt'}
            onValue={set(field)}
            problem={told(field)}
          />
        ))}
        <CauseField value={form.cause} onChange={set('cause')} />
        <TextField
          label={t('calloutFields.by')}
          value={form.by}
          onChange={(event) => set('by')(event.target.value)}
          problem={told('by')}
        />
        {(['trapped', 'injured'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`calloutFields.${field}`)}
            inputMode="numeric"
            maxLength={3}
            value={form[field]}
            onChange={(event) => set(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t('calloutFields.note')}
        value={form.note}
        onChange={(event) => set('note')(event.target.value)}
        problem={told('note')}
      />
      {sound && form.kind === 'entrapment' ? (
        <ArrivalMark arrival={judgeArrival(callOutOf(elevator.registrationNo, form, info.today), elevator, pack)} />
      ) : null}
      <LateFields {...saving.late} tried={saving.tried} />
      {record === null ? null : (
        <TextArea
          label={t('common.reason')}
          value={form.reason}
          onChange={(event) => set('reason')(event.target.value)}
          problem={told('reason')}
        />
      )}
      {saving.tried && problems.all !== undefined ? (
        <div className="notice warn">{t(`callout.problems.${problems.all}`)}</div>
      ) : null}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
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

function useCallOutSaving({ elevator: { registrationNo }, record, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { mutate, info } = useAppState();
  const [form, setForm] = useState<CallOutForm>(() => callOutForm(record?.value ?? null));
  const { save, busy, tried, failure } = useSaving();
  const problems = callOutProblems(form, record?.value ?? null, info.today);
  const reason = form.reason.trim();
  const isSound = Object.keys(problems).length === 0;
  const late = useLateSaving(
    registrationNo,
    isSound && record === null
      ? { act: 'record', list: 'callouts', value: callOutOf(registrationNo, form, info.today) }
      : null,
  );
  return {
    late,
    form,
    tried,
    busy,
    failure,
    problems,
    set: (field: keyof CallOutForm) => (text: string) => setForm((before) => ({ ...before, [field]: text })),
    /** An empty report is wrong from the start, but is told only once somebody tried to save. */
    told: (field: keyof CallOutForm): string | undefined =>
      problems[field] !== undefined && (tried || form[field].length >= TELLING_LENGTH)
        ? t(`callout.problems.${problems[field]}`)
        : undefined,
    submit: (): void => {
      if (!isSound || focusLate(late.problems)) {
        save(null);
        return;
      }
      const write = () =>
        record === null
          ? mutate('callout.record', { callOut: callOutOf(registrationNo, form, info.today), ...late.request })
          : mutate('callout.correct', {
              registrationNo,
              recordId: record.id,
              set: callOutChanges(record.value, form, info.today),
              reason,
            });
      save(write, onClose);
    },
    withdraw: (): void => {
      if (record === null) return;
      const request = { registrationNo, recordId: record.id, reason };
      save(reason === '' ? null : () => mutate('callout.withdraw', request), onClose);
    },
  };
}

/** A time is not called wrong while it is still being typed. */
const TELLING_LENGTH = 16;
