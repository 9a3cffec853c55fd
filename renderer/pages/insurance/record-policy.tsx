import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import { Button } from '../../components/controls';
import { useSaving } from '../../components/use-saving';
import { elevatorsOnRecord } from '../../data/elevators-on-record';
import type { PolicyGroup } from '../../data/insurance-protocol';
import { useAppState } from '../../state/app-state';
import { ElevatorPicker } from '../../state/elevator-picker';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import { PolicyFields } from '../../state/policy-fields';
import { policyForm, policyOf, policyProblems, type PolicyForm } from '../../state/policy-form';
import { useFleetAnswer } from '../../state/use-fleet-answer';
import { renewedForm } from './renewed-form';

interface RecordProps {
  /** The policy that is renewed; null records one from nothing. */
  readonly like: PolicyGroup | null;
  readonly wanted: readonly RegistrationNo[];
  readonly known: readonly PolicyGroup[];
  readonly onClose: () => void;
}

/** Records one policy over the elevators chosen, in one entry. */
export function RecordPolicy(props: RecordProps) {
  const { like, known, onClose } = props;
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const saving = useRecording(props);
  const { form, problems, elevators, chosen } = saving;
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.save },
    { keys: 'Escape', word: t('keys.back'), run: onClose },
  ]);
  const insurers = [...new Set(known.map(({ insurer }) => insurer))].sort();
  const payers = [...new Set(known.flatMap(({ first: { paidBy } }) => (paidBy === undefined ? [] : [paidBy])))].sort();
  return (
    // Escape leaves from a field too; the page's own keys stay out of fields.
    <div
      className="record-policy"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="page-head">
        <h1>{t(like === null ? 'insurance.recordTitle' : 'insurance.renewTitle')}</h1>
        <span className="muted">{t('insurance.recordHint')}</span>
        <span className="actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" keys="Ctrl Enter" disabled={readOnly} busy={saving.busy} onClick={saving.save}>
            {t('insurance.save', { count: chosen.size })}
          </Button>
        </span>
      </div>
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
      <section className="panel">
        <div className="body">
          <PolicyFields
            form={form}
            problems={saving.tried ? problems : {}}
            insurers={insurers}
            payers={payers}
            onChange={saving.change}
          />
        </div>
      </section>
      <ElevatorPicker
        elevators={elevators}
        chosen={chosen}
        onChosen={saving.setChosen}
        problem={saving.tried && chosen.size === 0 ? t('insurance.noneChosen') : undefined}
      />
    </div>
  );
}

function useRecording({ like, wanted, onClose }: RecordProps) {
  const { mutate, readOnly, revision } = useAppState();
  const [elevators, setElevators] = useState<readonly Elevator[]>([]);
  const [form, setForm] = useState<PolicyForm>(() => (like === null ? policyForm(null) : renewedForm(like)));
  const [chosen, setChosen] = useState<ReadonlySet<RegistrationNo>>(new Set(wanted));
  const { save, fail, ...saving } = useSaving();
  const covered = useFleetAnswer(
    'policy-records',
    useMemo(() => (like === null ? null : { insurer: like.insurer, policyNo: like.policyNo }), [like]),
  ).answer;
  useEffect(() => {
    if (revision > 0) elevatorsOnRecord().then(setElevators, fail);
  }, [revision, fail]);
  useEffect(() => {
    if (covered !== null) setChosen(new Set(covered.rows.map(({ elevator }) => elevator.registrationNo)));
  }, [covered]);
  const problems = policyProblems(form, null);
  return {
    elevators,
    form,
    chosen,
    setChosen,
    ...saving,
    problems,
    change: (change: Partial<PolicyForm>) => setForm((before) => ({ ...before, ...change })),
    save: (): void => {
      if (readOnly) return;
      const sound = Object.keys(problems).length === 0 && chosen.size > 0;
      const policies = sound ? [...chosen].map((registrationNo) => policyOf(registrationNo, form)) : [];
      save(sound ? () => mutate('policy.record', { policies }) : null, onClose);
    },
  };
}
