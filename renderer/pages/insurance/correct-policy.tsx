import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyGroup, PolicyRecord } from '../../data/insurance-protocol';
import { call } from '../../bridge/client';
import { Button, TextArea } from '../../components/controls';
import { Dialog } from '../../components/dialog';
import { placeOf } from '../../components/elevator-place';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { PolicyFields } from '../../state/policy-fields';
import { policyForm, policyProblems, type PolicyForm } from '../../state/policy-form';
import { correctionsOf } from './policy-corrections';

interface CorrectProps {
  readonly policy: PolicyGroup;
  readonly records: readonly PolicyRecord[];
  readonly onClose: () => void;
}

/** Corrects or withdraws a policy for all of its elevators, or for those that are chosen: one record after the other. */
export function CorrectPolicy({ policy, records, onClose }: CorrectProps) {
  const { t } = useTranslation();
  const saving = useCorrecting({ policy, records, onClose });
  const { form, problems, running } = saving;
  return (
    <Dialog
      title={t('insurance.correctTitle', { policyNo: policy.policyNo })}
      onClose={running === null ? onClose : saving.cancel}
      onSubmit={saving.correct}
      actions={
        running === null ? (
          <>
            <Button onClick={saving.withdraw}>{t('insurance.withdraw')}</Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" type="submit" keys="Ctrl Enter">
              {t('insurance.correctFor', { count: saving.chosen.size })}
            </Button>
          </>
        ) : (
          <>
            <span role="status">{t('insurance.correcting', { done: running, total: saving.chosen.size })}</span>
            <progress value={running} max={saving.chosen.size} />
            <Button onClick={saving.cancel}>{t('common.cancel')}</Button>
          </>
        )
      }
    >
      <p className="small muted">{t('insurance.correctHint')}</p>
      <PolicyFields form={form} problems={saving.tried ? problems : {}} onChange={saving.change} />
      <Chosen records={records} chosen={saving.chosen} onToggle={saving.toggle} />
      <TextArea
        label={t('common.reason')}
        value={form.reason}
        onChange={(event) => saving.change({ reason: event.target.value })}
        problem={saving.tried && problems.reason !== undefined ? t('policy.problems.reason') : undefined}
      />
      {saving.told === null ? null : <div className="notice warn">{t(`insurance.told.${saving.told}`)}</div>}
      {saving.failure === null ? null : <ErrorNotice error={saving.failure} />}
    </Dialog>
  );
}

function Chosen({
  records,
  chosen,
  onToggle,
}: {
  readonly records: readonly PolicyRecord[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (recordId: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('insurance.correctWhich', { count: chosen.size, all: records.length })}</summary>
      <div className="correct-which">
        {records.map(({ elevator, record }) => (
          <label key={record.id}>
            <input type="checkbox" checked={chosen.has(record.id)} onChange={() => onToggle(record.id)} />{' '}
            {placeOf(elevator)} <span className="muted small no-space">{elevator.registrationNo}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

function useCorrecting({ policy, records, onClose }: CorrectProps) {
  const { catchUp } = useAppState();
  const [form, setForm] = useState<PolicyForm>(() => policyForm(policy.first));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(records.map(({ record }) => record.id)));
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<'nothing-changed' | 'none-chosen' | 'stopped' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [running, setRunning] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  const problems = policyProblems(form, policy.first);
  const reason = form.reason.trim();
  /** Each is kept once it is written; what was not reached stays as it was. */
  const run = async (works: readonly (() => Promise<unknown>)[]): Promise<void> => {
    if (stop.current !== null) return; // one run at a time
    const { signal } = (stop.current = new AbortController());
    setFailure(null);
    setTold(null);
    setRunning(0);
    try {
      for (const [index, work] of works.entries()) {
        if (signal.aborted) break;
        await work();
        setRunning(index + 1);
      }
      await catchUp();
      if (signal.aborted) setTold('stopped');
      else onClose();
    } catch (error) {
      const behind = await catchUp().catch((late: unknown) => late); // what was written before it failed is shown
      setFailure(behind ?? error);
    } finally {
      stop.current = null;
      setRunning(null);
    }
  };
  const those = records.filter(({ record }) => chosen.has(record.id));
  return {
    form,
    chosen,
    tried,
    told,
    failure,
    running,
    problems,
    change: (change: Partial<PolicyForm>) => setForm((before) => ({ ...before, ...change })),
    toggle: (recordId: string): void =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(recordId)) next.add(recordId);
        return next;
      }),
    cancel: (): void => stop.current?.abort(),
    correct: (): void => {
      setTried(true);
      if (Object.keys(problems).some((field) => field !== 'all')) return;
      const corrections = correctionsOf(policy.first, form, those);
      if (corrections.length === 0) setTold(those.length === 0 ? 'none-chosen' : 'nothing-changed');
      else void run(corrections.map((correction) => () => call('policy.correct', { ...correction, reason })));
    },
    withdraw: (): void => {
      setTried(true);
      if (reason === '') return;
      if (those.length === 0) setTold('none-chosen');
      else
        void run(
          those.map(
            ({ elevator: { registrationNo }, record }) =>
              () =>
                call('policy.withdraw', { registrationNo, recordId: record.id, reason }),
          ),
        );
    },
  };
}
