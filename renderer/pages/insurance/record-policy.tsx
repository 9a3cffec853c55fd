import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { Button } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import type { PolicyGroup } from '../../../domain/fleet/insurance-rows';
import { useAppState } from '../../session/app-state';
import { ElevatorPicker } from '../../features/elevator/elevator-picker';
import { ErrorNotice } from '../../features/record/error-notice';
import { usePageKeys } from '../../session/page-keys';
import { PolicyFields } from './policy-fields';
import { policyForm, policyOf, policyProblems, type PolicyForm } from './policy-form';
import { useFleetAnswer } from '../../session/use-fleet-answer';
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
  const { form, chosen, setChosen } = usePolicyForm(props);
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('common.save'), run: form.submit },
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
          <Button look="primary" keys="Ctrl Enter" disabled={form.locked} busy={form.busy} onClick={form.submit}>
            {t('insurance.save', { count: chosen.size })}
          </Button>
        </span>
      </div>
      {form.failure === null ? null : <ErrorNotice error={form.failure} />}
      <section className="panel">
        <div className="body">
          <PolicyFields form={form.texts} told={form.told} insurers={insurers} payers={payers} onChange={form.set} />
        </div>
      </section>
      <ElevatorPicker
        chosen={chosen}
        onChosen={setChosen}
        problem={form.tried && chosen.size === 0 ? t('insurance.noneChosen') : undefined}
      />
    </div>
  );
}

function usePolicyForm({ like, wanted, onClose }: RecordProps) {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const texts = useState<PolicyForm>(() => (like === null ? policyForm(null) : renewedForm(like)));
  const [chosen, setChosen] = useState<ReadonlySet<RegistrationNo>>(new Set(wanted));
  const covered = useFleetAnswer(
    'policy-records',
    useMemo(() => (like === null ? null : { insurer: like.insurer, policyNo: like.policyNo }), [like]),
  ).answer;
  const form = useRecordForm({
    texts,
    problems: policyProblems(texts[0], null),
    words: (code) => t(`policy.problems.${code}`),
    isHeld: chosen.size === 0,
    locked: readOnly,
    write: () =>
      mutate('policy.record', { policies: [...chosen].map((registrationNo) => policyOf(registrationNo, texts[0])) }),
    onSaved: onClose,
  });
  useEffect(() => {
    if (covered !== null) setChosen(new Set(covered.rows.map(({ elevator }) => elevator.registrationNo)));
  }, [covered]);
  return { form, chosen, setChosen };
}
