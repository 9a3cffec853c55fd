import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { ElevatorName } from '../../components/elevator-name';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { StatusMark, StatusShape } from '../../components/status-mark';
import { UseMark } from '../../components/use-mark';
import type { StockRow } from '../../../domain/fleet/stock-rows';
import { yuan } from '../../i18n/money';
import { useAppState } from '../../session/app-state';
import { passportPath } from '../../features/elevator/passport-path';
import { ScoreBar } from '../../features/elevator/score-bar';
import { costOf, type TypedCosts } from './stock-costs';

interface GridProps {
  readonly rows: readonly StockRow[];
  readonly current: number;
  readonly costs: TypedCosts;
  readonly chosen: ReadonlySet<string> | null;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: StockRow) => void;
  readonly onCost: (registrationNo: RegistrationNo, cost: string) => void;
}

/** The ranked elevators, one line each; the cost can be typed in place. */
export function StockGrid({ rows, current, costs, chosen, onCurrent, onOpen, onCost }: GridProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const ranks = new Map(rows.map((row, index) => [row.registrationNo, index + 1]));
  const most = Math.max(1, ...rows.slice(0, 1).map(({ priority }) => priority.points));
  const columns: readonly GridColumn<StockRow>[] = [
    {
      id: 'rank',
      head: t('stock.columns.rank'),
      width: '52px',
      className: 'number',
      cell: ({ registrationNo }) => ranks.get(registrationNo),
    },
    ...useFactColumns(),
    {
      id: 'score',
      head: t('stock.columns.score'),
      width: '190px',
      cell: ({ priority }) => <ScoreBar priority={priority} most={most} />,
    },
    ...useHazardColumns(),
    {
      id: 'cost',
      head: t('stock.columns.cost'),
      width: '112px',
      cell: (row) => <CostField row={row} costs={costs} onCost={onCost} />,
    },
    {
      id: 'chosen',
      head: t('stock.columns.chosen'),
      width: '66px',
      cell: ({ registrationNo }) =>
        chosen?.has(registrationNo) === true ? <StatusMark shape="met" word={t('stock.chosen')} /> : null,
    },
  ];
  return (
    <RowGrid
      label={t('stock.title')}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.registrationNo}
      rowHeight={settings.comfortable ? 34 : 28}
      current={current}
      onCurrent={onCurrent}
      onOpen={onOpen}
      classOf={({ registrationNo }) => (chosen?.has(registrationNo) === true ? 'stock-chosen' : '')}
    />
  );
}

function useFactColumns(): readonly GridColumn<StockRow>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return [
    {
      id: 'place',
      head: t('fleet.columns.place'),
      width: 'minmax(132px, 1fr)',
      cell: ({ elevator }) => <ElevatorName elevator={elevator} href={`#${passportPath(elevator.registrationNo)}`} />,
    },
    {
      id: 'registrationNo',
      head: t('fleet.columns.registrationNo'),
      width: '126px',
      className: 'no-space',
      cell: ({ registrationNo }) => registrationNo,
    },
    {
      id: 'use',
      head: t('stock.columns.use'),
      width: locale === 'en' ? '136px' : '88px',
      cell: ({ use, elevator }) => <UseMark state={use} elevator={elevator} locale={locale} />,
    },
    {
      id: 'age',
      head: t('stock.columns.age'),
      width: '92px',
      className: 'number',
      cell: ({ age, old }) =>
        age === null ? (
          '—'
        ) : (
          <span className={old?.reached === true ? 'warn strong' : ''}>
            {t('stock.age', { years: age.years, months: age.months })}
          </span>
        ),
    },
  ];
}

function useHazardColumns(): readonly GridColumn<StockRow>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'open',
      head: t('stock.columns.open'),
      width: '100px',
      cell: ({ open }) => (
        <span className="open-groups">
          {(['I', 'II', 'III', 'none'] as const).map((group) =>
            open[group] === 0 ? null : (
              <span key={group} title={t(`stock.open.${group}`)}>
                <span className="small muted">{t(`stock.openShort.${group}`)}</span> <strong>{open[group]}</strong>
              </span>
            ),
          )}
        </span>
      ),
    },
    {
      id: 'overdue',
      head: t('stock.columns.overdue'),
      width: '72px',
      className: 'number',
      cell: ({ overdue, late }) =>
        overdue + late === 0 ? (
          <span className="muted">—</span>
        ) : (
          <span className="open-groups">
            {overdue === 0 ? null : (
              <span className="status bad strong" title={t('stock.overdue')}>
                <StatusShape shape="overdue" />
                {overdue}
              </span>
            )}
            {late === 0 ? null : (
              <span className="status warn" title={t('stock.late')}>
                <StatusShape shape="lapsed" />
                {late}
              </span>
            )}
          </span>
        ),
    },
  ];
}

function CostField({ row, costs, onCost }: Pick<GridProps, 'costs' | 'onCost'> & { readonly row: StockRow }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const typed = costs[row.registrationNo] ?? '';
  const proposal = row.cost === 0 ? '' : `${row.costMissing > 0 ? '≥ ' : ''}${yuan(row.cost, locale)}`;
  const wrong = typed !== '' && costOf(row, costs) === null;
  return (
    <input
      className="input cost"
      data-cost={row.registrationNo}
      inputMode="decimal"
      maxLength={16}
      aria-label={t('stock.costOf', { registrationNo: row.registrationNo })}
      aria-invalid={wrong ? true : undefined}
      title={wrong ? t('stock.budget.wrong') : t('stock.costHint')}
      placeholder={proposal}
      value={typed}
      onChange={(event) => onCost(row.registrationNo, event.target.value)}
      onKeyDown={(event) => (event.key === 'Escape' || event.key === 'Enter') && event.currentTarget.blur()}
    />
  );
}
