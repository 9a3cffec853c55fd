import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import { stepRefusal, type StepRefusal } from '../../../domain/hazard/lifecycle';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { classed, lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { SelectField } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { failureWords } from '../../../domain/bridge/failure-words';
import { RecordDialog } from '../record/record-dialog';
import { EvidenceFields } from './evidence-fields';
import './hazard.css';
import { possibleActs } from '../../../domain/risk/possible-acts';
import { StepFields } from './step-fields';
import { stepForm, stepOf, stepProblems, type StepForm } from './step-form';
import { useTerm } from '../../i18n/use-term';

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
  const term = useTerm();
  const { form, act, acts, choose, refusal } = useStepForm(props);
  const { texts, set, told } = form;
  return (
    <RecordDialog title={`${no} ${term('stepAct', act)}`} form={form} saveWord={t('hazard.saveStep')} onClose={onClose}>
      <p className="small muted">{record.value.what}</p>
      <SelectField
        label={t('hazard.step')}
        value={act}
        onChange={(event) => choose(event.target.value as StepAct)}
        options={acts.map((one) => ({ value: one, text: term('stepAct', one) }))}
      />
      <StepFields
        act={act}
        form={texts}
        elevator={props.elevator}
        papers={props.papers ?? []}
        told={told}
        onChange={set}
      />
      <EvidenceFields act={act} form={texts} told={told} onChange={set} />
      <p className="small muted">{t(`hazard.effects.${act}`)}</p>
      {refusal === null ? null : <Refusal refusal={refusal} tried={form.tried} />}
    </RecordDialog>
  );
}

function Refusal({ refusal, tried }: { readonly refusal: StepRefusal; readonly tried: boolean }) {
  const { locale } = useAppState();
  const words = failureWords(`step-${refusal}`, {}, locale);
  return (
    <div className={`notice ${tried ? 'error' : 'warn'}`} role={tried ? 'alert' : 'status'}>
      <div>
        <StatusMark shape={tried ? 'refused' : 'lapsed'} word={words.what} />
        <div className="small">{words.do}</div>
      </div>
    </div>
  );
}

function useStepForm({ elevator, record, act: first, onClose }: StepProps) {
  const { t } = useTranslation();
  const { mutate, info, asOf, settings, pack, readOnly } = useAppState();
  const { value, id: hazardId } = record;
  const { registrationNo } = value;
  const life = lifeOfRecorded(record, pack.hazards?.classes ?? []);
  const day = asOf <= info.today ? asOf : info.today;
  const [act, setAct] = useState(first);
  const state = useState<StepForm>(() => stepForm(first, life, elevator, day, settings.author));
  const [typed, change] = state;
  const rules = lifecycleRulesOf(pack.hazards);
  const acts = possibleActs(value, life, rules).possible;
  const problems = stepProblems(typed, act, info.today);
  const datesSound = problems.on === undefined && problems.time === undefined;
  const refusal = datesSound
    ? stepRefusal(value, life, classed(stepOf(typed, act), pack.hazards?.classes ?? []), rules)
    : null;
  const form = useRecordForm({
    texts: state,
    problems,
    words: (code) => t(`hazard.problems.${code}`),
    isHeld: refusal !== null,
    locked: readOnly,
    write: () => mutate('hazard.advance', { registrationNo, hazardId, step: stepOf(typed, act) }),
    onSaved: onClose,
  });
  const choose = (next: StepAct): void => {
    const { on, time, by, note, photos, documents } = typed;
    setAct(next);
    change({ ...stepForm(next, life, elevator, day, settings.author), on, time, by, note, photos, documents });
    form.untry();
  };
  return { form, act, acts: acts.includes(act) ? acts : [act, ...acts], choose, refusal };
}
