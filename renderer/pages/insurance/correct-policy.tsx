import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyGroup, PolicyRecord } from '../../../domain/fleet/insurance-rows';
import { call } from '../../bridge/client';
import { Button } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { placeOf } from '../../components/elevator-place';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { ReasonField } from '../../features/record/reason-field';
import { PolicyFields } from './policy-fields';
import { policyForm, policyProblems, type PolicyProblems } from './policy-form';
import { correctionsOf } from './policy-corrections';

interface CorrectProps {
  readonly policy: PolicyGroup;
  readonly records: readonly PolicyRecord[];
  readonly onClose: () => void;
}

/** Corrects or withdraws a policy for all of its elevators, or for those that are chosen: one record after the other. */
export function CorrectPolicy({ policy, records, onClose }: CorrectProps) {
  const { t } = useTranslation();
  const { form, chosen, setChosen, done, withdraw } = useCorrecting({ policy, records, onClose });
  const { texts, told, set, failure } = form;
  const whole = told('chosen') ?? told('all');
  return (
    <Dialog
      title={t('insurance.correctTitle', { policyNo: policy.policyNo })}
      onClose={form.busy ? form.cancel : onClose}
      onSubmit={form.submit}
      actions={
        form.busy ? (
          <>
            <span role="status">{t('insurance.correcting', { done, total: chosen.size })}</span>
            <progress value={done} max={chosen.size} />
            <Button onClick={form.cancel}>{t('common.cancel')}</Button>
          </>
        ) : (
          <>
            <Button onClick={withdraw}>{t('insurance.withdraw')}</Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" type="submit" keys="Ctrl Enter">
              {t('insurance.correctFor', { count: chosen.size })}
            </Button>
          </>
        )
      }
    >
      <p className="small muted">{t('insurance.correctHint')}</p>
      <PolicyFields form={texts} told={told} onChange={set} />
      <Chosen records={records} chosen={chosen} onChosen={setChosen} />
      <ReasonField value={texts.reason} onValue={(reason) => set({ reason })} problem={told('reason')} />
      {whole === undefined ? null : <div className="notice warn">{whole}</div>}
      {failure instanceof Stopped ? <div className="notice warn">{t('insurance.stopped')}</div> : null}
      {failure === null || failure instanceof Stopped ? null : <ErrorNotice error={failure} />}
    </Dialog>
  );
}

/** Somebody ended the run between two records. */
class Stopped extends Error {}

function Chosen({
  records,
  chosen,
  onChosen,
}: {
  readonly records: readonly PolicyRecord[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation();
  const toggle = (recordId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(recordId)) next.add(recordId);
    onChosen(next);
  };
  return (
    <details>
      <summary>{t('insurance.correctWhich', { count: chosen.size, all: records.length })}</summary>
      <div className="correct-which">
        {records.map(({ elevator, record }) => (
          <label key={record.id}>
            <input type="checkbox" checked={chosen.has(record.id)} onChange={() => toggle(record.id)} />{' '}
            {placeOf(elevator)} <span className="muted small no-space">{elevator.registrationNo}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

function useCorrecting({ policy, records, onClose }: CorrectProps) {
  const { t } = useTranslation();
  const { catchUp, ensureAuthor } = useAppState();
  const texts = useState(() => policyForm(policy.first));
  const [typed] = texts;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(records.map(({ record }) => record.id)));
  const [done, setDone] = useState(0);
  const those = records.filter(({ record }) => chosen.has(record.id));
  const corrections = correctionsOf(policy.first, typed, those);
  const reason = typed.reason.trim();
  const problems: PolicyProblems & { chosen?: 'none-chosen' } = { ...policyProblems(typed, policy.first) };
  if (those.length === 0) problems.chosen = 'none-chosen';
  else if (corrections.length === 0) problems.all = 'nothing-changed';
  /** Each is kept once it is written; what was not reached stays as it was, and what was written is shown. */
  const run = async (works: readonly (() => Promise<unknown>)[], signal: AbortSignal): Promise<void> => {
    setDone(0);
    await ensureAuthor();
    try {
      for (const [index, work] of works.entries()) {
        if (signal.aborted) throw new Stopped();
        await work();
        setDone(index + 1);
      }
    } finally {
      await catchUp();
    }
  };
  const form = useRecordForm({
    texts,
    problems,
    words: (code) => t(`policy.problems.${code}`),
    write: (signal) =>
      run(
        corrections.map((correction) => () => call('policy.correct', { ...correction, reason })),
        signal,
      ),
    onSaved: onClose,
  });
  const withdraw = (): void =>
    form.act(['reason', 'chosen'], (signal) =>
      run(
        those.map(({ elevator: { registrationNo }, record: { id: recordId } }) => () => {
          return call('policy.withdraw', { registrationNo, recordId, reason });
        }),
        signal,
      ),
    );
  return { form, chosen, setChosen, done, withdraw };
}
