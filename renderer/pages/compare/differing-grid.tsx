import { useTranslation } from 'react-i18next';
import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { StatusMark } from '../../components/status-mark';
import type { DifferingRow } from '../../../domain/fleet/compare-fleet';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { DiffersSign } from './difference-mark';

interface GridProps {
  readonly rows: readonly DifferingRow[];
  readonly measures: Sides<Measure>;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: DifferingRow) => void;
}

/** The elevators that differ, one line each. */
export function DifferingGrid({ rows, measures, current, onCurrent, onOpen }: GridProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  return (
    <RowGrid
      label={t('compare.differing')}
      rows={rows}
      columns={useColumns(measures, onOpen)}
      keyOf={({ registrationNo }) => registrationNo}
      rowHeight={settings.comfortable ? 34 : 26}
      current={current}
      onCurrent={onCurrent}
      onOpen={onOpen}
      isSelected={(row) => row === rows[current]}
    />
  );
}

function useColumns(measures: GridProps['measures'], onOpen: GridProps['onOpen']): readonly GridColumn<DifferingRow>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const placeIn = ({ elevator: { address, internalNo } }: DifferingRow): string =>
    [address, internalNo].filter((part) => part !== undefined).join(' ');
  return [
    {
      id: 'registrationNo',
      head: t('compare.columns.registrationNo'),
      width: '136px',
      className: 'no-space',
      cell: (row) => (
        <a
          href={`#/compare/${encodeURIComponent(row.registrationNo)}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(row);
          }}
        >
          {row.registrationNo}
        </a>
      ),
    },
    { id: 'place', head: t('compare.columns.place'), width: 'minmax(140px, 1fr)', cell: placeIn, title: placeIn },
    ...(['left', 'right'] as const).map((side) => ({
      id: side,
      head: t(`compare.columns.${side}`),
      width: side === 'left' ? '118px' : '138px',
      cell: ({ verdict }: DifferingRow) => (
        <>
          {side === 'right' && verdict.left !== verdict.right ? <DiffersSign /> : null}{' '}
          <StatusMark shape={verdict[side]} word={verdictWord(verdict[side], locale)} />
        </>
      ),
    })),
    ...(['left', 'right'] as const).map((side) => ({
      id: `${side}Due`,
      head: t(`compare.columns.${side}Due`),
      width: side === 'left' ? '178px' : '196px',
      cell: ({ firstDue }: DifferingRow) => (
        <>
          {side === 'right' && firstDue.left?.dueOn !== firstDue.right?.dueOn ? <DiffersSign /> : null}{' '}
          <FirstDueWords {...{ firstDue, measures, side }} />
        </>
      ),
    })),
    {
      id: 'rules',
      head: t('compare.columns.rules'),
      width: '92px',
      className: 'number',
      cell: ({ rulesDueOtherwise }) => rulesDueOtherwise,
    },
  ];
}

function FirstDueWords({
  firstDue,
  measures,
  side,
}: Pick<DifferingRow, 'firstDue'> & Pick<GridProps, 'measures'> & { readonly side: Side }) {
  const { locale, say } = useAppState();
  const first = firstDue[side];
  if (first === null) return <>—</>;
  const rule = measures[side].pack.rules.find(({ id }) => id === first.ruleId);
  return (
    <>
      {longDate(first.dueOn, locale)} <span className="muted">{rule === undefined ? '' : say(rule.shortTitle)}</span>
    </>
  );
}
