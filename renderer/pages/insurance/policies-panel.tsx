import { useTranslation } from 'react-i18next';
import type { PolicyGroup } from '../../../domain/fleet/insurance-rows';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { groupKey, policyShape, policyStatus } from './policy-status';

interface PanelProps {
  readonly policies: readonly PolicyGroup[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
}

const ROW_HEIGHT = 44;

/** Every policy on record, those that end last first. */
export function PoliciesPanel({ policies, current, onCurrent }: PanelProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <section className="panel policies-panel">
      <header>
        <h2>{t('insurance.policies')}</h2>
        <span className="muted small">{t('insurance.policiesHint')}</span>
      </header>
      {policies.length === 0 ? (
        <p className="muted none">{t('insurance.noPolicies')}</p>
      ) : (
        <RowGrid
          label={t('insurance.policies')}
          rows={policies}
          columns={columns}
          keyOf={groupKey}
          rowHeight={ROW_HEIGHT}
          current={current}
          onCurrent={onCurrent}
        />
      )}
    </section>
  );
}

function useColumns(): readonly GridColumn<PolicyGroup>[] {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  return [
    {
      id: 'policy',
      head: t('insurance.columns.policy'),
      width: 'minmax(132px, 1.3fr)',
      cell: ({ insurer, policyNo }) => (
        <>
          <strong title={insurer}>{insurer}</strong>
          <div className="small muted no-space">{policyNo}</div>
        </>
      ),
    },
    {
      id: 'span',
      head: t('insurance.columns.span'),
      width: '106px',
      cell: ({ from, to }) => (
        <>
          {longDate(from, locale)}
          <div>{longDate(to, locale)}</div>
        </>
      ),
    },
    {
      id: 'status',
      head: t('insurance.columns.status'),
      width: locale === 'en' ? '118px' : '104px',
      cell: (policy) => {
        const status = policyStatus(policy, asOf);
        return <StatusMark shape={policyShape(status)} word={t(`insurance.status.${status}`)} />;
      },
    },
    {
      id: 'elevators',
      head: t('insurance.columns.elevators'),
      width: '60px',
      className: 'number',
      cell: ({ elevators }) => elevators,
    },
    {
      id: 'premium',
      head: t('insurance.columns.premium'),
      width: '84px',
      className: 'number',
      cell: ({ premium, premiumMissing, elevators }) =>
        premiumMissing === elevators ? '—' : `${premiumMissing > 0 ? '≥ ' : ''}${yuan(premium, locale)}`,
    },
    {
      id: 'claims',
      head: t('insurance.columns.claims'),
      width: '54px',
      className: 'number',
      cell: ({ claims }) => (claims === 0 ? <span className="muted">0</span> : claims),
    },
  ];
}
