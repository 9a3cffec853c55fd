import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import { stepRefusal, type StepRefusal } from '../../../domain/hazard/lifecycle';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { classed, lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { Button, SelectField } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { StatusMark } from '../../components/status-mark';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../app-state';
import { ErrorNotice } from '../error-notice';
import { EvidenceFields } from './evidence-fields';
import './hazard.css';
import { possibleActs } from './possible-acts';
import { StepFields } from './step-fields';
import { stepForm, stepOf, stepProblems, type StepField, type StepForm } from './step-form';

interface StepProps {
  readonly elevator: Elevator;
  readonly no: string;
  /** With every step on record: what is possible next is asked of the whole life, whatever the day of judgement. */
  readonly record: RecordedHazard;
  readonly act: StepAct;
  readonly onClose: () => void;
  /** Numbers of papers made about this hazard, offered where a step names its paper. */
  readonly papers?: readonly string[];
}

/** One step in the life of a hazard. Why it would be refused is told in words before it is tried. */
export function StepDialog(props: StepProps) {
  const { no, record, onClose } = props;
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const step = useStepSaving(props);
  const { act, form, set, told } = step;
  return (
    <Dialog
      title={`${no} ${t(`hazard.acts.${act}`)}`}
      onClose={onClose}
      onSubmit={step.submit}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" keys="Ctrl Enter" disabled={readOnly} busy={step.busy}>
            {t('hazard.saveStep')}
          </Button>
        </>
      }
    >
      <p className="small muted">{record.value.what}</p>
      <SelectField
        label={t('hazard.step')}
        value={act}
        onChange={(event) => step.choose(event.target.value as StepAct)}
        options={step.acts.map((one) => ({ value: one, text: t(`hazard.acts.${one}`) }))}
      />
      <StepFields
        act={act}
        form={form}
        elevator={props.elevator}
        papers={props.papers ?? []}
        told={told}
        onChange={set}
      />
      <EvidenceFields act={act} form={form} told={told} onChange={set} />
      <p className="small muted">{t(`hazard.effects.${act}`)}</p>
      {step.refusal === null ? null : <Refusal refusal={step.refusal} tried={step.tried} />}
      {step.failure === null ? null : <ErrorNotice error={step.failure} />}
    </Dialog>
  );
}

function Refusal({ refusal, tried }: { readonly refusal: StepRefusal; readonly tried: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={`notice ${tried ? 'error' : 'warn'}`} role={tried ? 'alert' : 'status'}>
      <div>
        <StatusMark shape={tried ? 'refused' : 'lapsed'} word={t(`errors.step-${refusal}.what`)} />
        <div className="small">{t(`errors.step-${refusal}.do`)}</div>
      </div>
    </div>
  );
}

function useStepSaving({ elevator, record, act: first, onClose }: StepProps) {
  const { t } = useTranslation();
  const { mutate, info, asOf, settings, pack } = useAppState();
  const { value, id } = record;
  const life = lifeOfRecorded(record, pack.hazards?.classes ?? []);
  const day = asOf <= info.today ? asOf : info.today;
  const [act, setAct] = useState(first);
  const [form, setForm] = useState<StepForm>(() => stepForm(first, life, elevator, day, settings.author));
  const { save, busy, tried, failure, untry } = useSaving();
  const rules = lifecycleRulesOf(pack.hazards);
  const acts = possibleActs(value, life, rules).possible;
  const problems = stepProblems(form, act, info.today);
  const sound = Object.keys(problems).length === 0;
  const datesSound = problems.on === undefined && problems.time === undefined;
  const refusal = datesSound
    ? stepRefusal(value, life, classed(stepOf(form, act), pack.hazards?.classes ?? []), rules)
    : null;
  const choose = (next: StepAct): void => {
    const { on, time, by, note, photos, documents } = form;
    setAct(next);
    setForm({ ...stepForm(next, life, elevator, day, settings.author), on, time, by, note, photos, documents });
    untry();
  };
  const submit = (): void => {
    if (!sound || refusal !== null) {
      save(null);
      requestAnimationFrame(() => document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]')?.focus());
      return;
    }
    const request = { registrationNo: value.registrationNo, hazardId: id, step: stepOf(form, act) };
    save(() => mutate('hazard.advance', request), onClose);
  };
  const told = (field: StepField): string | undefined => {
    const problem = tried ? problems[field] : undefined;
    return problem === undefined ? undefined : t(`hazard.problems.${problem}`);
  };
  return {
    act,
    acts: acts.includes(act) ? acts : [act, ...acts],
    choose,
    form,
    refusal,
    busy,
    tried,
    failure,
    told,
    submit,
    set: (change: Partial<StepForm>) => setForm((before) => ({ ...before, ...change })),
  };
}
