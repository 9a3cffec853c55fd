import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PolicyGroup } from '../../../domain/fleet/insurance-rows';
import type { FleetAnswer } from '../../../domain/fleet/questions';
import { Button } from '../../components/controls';
import { longDate } from '../../i18n/dates';
import { ExportButton } from '../../features/tables/export-button';
import { saveRecords } from '../../features/tables/save-records';
import { useAppState } from '../../session/app-state';
import { ClaimDialog, type ClaimSubject } from './claim-dialog';
import { ErrorNotice } from '../../features/record/error-notice';
import { usePageKeys } from '../../session/page-keys';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useForParameter } from '../../session/use-for-parameter';
import { ClaimsPanel } from './claims-panel';
import { CoverCounts, CoverPanel, type CoverFilter } from './cover-panel';
import './insurance-page.css';
import { PoliciesPanel } from './policies-panel';
import { PolicyDetail } from './policy-detail';
import { RecordPolicy } from './record-policy';

/** What the page is busy with besides showing: a policy being recorded, alike another, or corrected. */
export type Task =
  | { readonly kind: 'record'; readonly like: PolicyGroup | null }
  | { readonly kind: 'claim'; readonly of: ClaimSubject };

/** Policies over the fleet, the elevators without the cover they had, and claims. */
export function InsurancePage() {
  const { asOf, period } = useAppState();
  const wanted = useForParameter();
  const [task, setTask] = useState<Task | null>(wanted.length === 0 ? null : { kind: 'record', like: null });
  const question = useMemo(() => ({ asOf, period }), [asOf, period]);
  const { answer, failure } = useFleetAnswer('insurance', question);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null) return null;
  if (task?.kind === 'record')
    return <RecordPolicy like={task.like} wanted={wanted} known={answer.rest.policies} onClose={() => setTask(null)} />;
  return <Insurance answer={answer} task={task} onTask={setTask} />;
}

interface InsuranceProps {
  readonly answer: FleetAnswer<'insurance'>;
  readonly task: Task | null;
  readonly onTask: (task: Task | null) => void;
}

function Insurance({ answer, task, onTask }: InsuranceProps) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<CoverFilter>(null);
  const [current, setCurrent] = useState(0);
  const { policies, claims } = answer.rest;
  const at = Math.min(current, policies.length - 1);
  const policy = policies[at];
  const record = (like: PolicyGroup | null) => (): void => {
    if (!readOnly) onTask({ kind: 'record', like });
  };
  const claim = (): void => {
    if (!readOnly && policy !== undefined) onTask({ kind: 'claim', of: { policy } });
  };
  usePageKeys([
    {
      keys: 'ArrowDown',
      also: ['J'],
      word: t('insurance.keys.policy'),
      run: () => setCurrent(Math.min(at + 1, policies.length - 1)),
    },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'N', word: t('insurance.keys.record'), run: record(null) },
    ...(policy === undefined
      ? []
      : [
          { keys: 'R', word: t('insurance.keys.renew'), run: record(policy) },
          { keys: 'C', word: t('insurance.keys.claim'), run: claim },
        ]),
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <>
      <InsuranceHead answer={answer} onRecord={record(null)} />
      {answer.rows.length === 0 ? null : <CoverCounts rows={answer.rows} filter={filter} onFilter={setFilter} />}
      <div className="insurance-columns">
        <div className="insurance-left">
          <PoliciesPanel policies={policies} current={at} onCurrent={setCurrent} />
          {policy === undefined ? null : (
            <PolicyDetail
              key={`${policy.insurer}\n${policy.policyNo}`}
              policy={policy}
              onRenew={record(policy)}
              onClaim={claim}
            />
          )}
        </div>
        <CoverPanel rows={answer.rows} filter={filter} onClear={() => setFilter(null)} />
      </div>
      <ClaimsPanel claims={claims} onOpen={(row) => onTask({ kind: 'claim', of: { claim: row } })} />
      {task?.kind === 'claim' ? <ClaimDialog subject={task.of} onClose={() => onTask(null)} /> : null}
    </>
  );
}

function InsuranceHead({
  answer: { rows, rest },
  onRecord,
}: Pick<InsuranceProps, 'answer'> & { readonly onRecord: () => void }) {
  const { t } = useTranslation();
  const { asOf, locale, readOnly } = useAppState();
  const covered = rows.filter(({ state }) => state !== 'none' && state !== 'ended').length;
  return (
    <div className="page-head">
      <h1>{t('insurance.title')}</h1>
      <span className="muted">
        {t('insurance.sum', {
          date: longDate(asOf, locale),
          policies: rest.policies.length,
          covered,
          elevators: rows.length,
        })}
      </span>
      <span className="actions">
        <ExportButton
          choices={[
            { name: t('export.insurance'), save: (format) => saveRecords(['policies', 'claims'], format, locale) },
          ]}
        />
        <Button look="primary" keys="N" disabled={readOnly || rows.length === 0} onClick={onRecord}>
          {t('insurance.record')}
        </Button>
      </span>
    </div>
  );
}
