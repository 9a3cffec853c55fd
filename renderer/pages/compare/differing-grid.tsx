import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import { StatusMark } from '../../components/status-mark';
import type { DifferingRow } from '../../data/fleet-protocol';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../state/app-state';
import { DiffersSign } from './difference-mark';

interface GridProps {
  readonly rows: readonly DifferingRow[];
  readonly measures: Sides<Measure>;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: DifferingRow) => void;
}

const COLUMNS = ['registrationNo', 'place', 'left', 'right', 'leftDue', 'rightDue', 'rules'] as const;

/** The elevators that differ as an ARIA grid; only the rows in view are drawn. */
export function DifferingGrid({ rows, measures, current, onCurrent, onOpen }: GridProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const body = useRef<HTMLDivElement>(null);
  const rowHeight = settings.comfortable ? 34 : 26;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  useEffect(() => {
    virtual.scrollToIndex(current);
  }, [current, virtual]);
  return (
    <div className="compare-grid" role="grid" aria-rowcount={rows.length + 1} aria-label={t('compare.differing')}>
      <div className="line head" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <span key={column} className="cell" role="columnheader">
            {t(`compare.columns.${column}`)}
          </span>
        ))}
      </div>
      <div className="body" ref={body} tabIndex={0} role="rowgroup" aria-label={t('compare.differing')}>
        <div style={{ height: virtual.getTotalSize() }} />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={row.registrationNo}
              className={`line ${index === current ? 'current' : ''}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === current}
              style={{ top: start }}
              onClick={() => onCurrent(index)}
              onDoubleClick={() => onOpen(row)}
            >
              <Cells row={row} measures={measures} onOpen={onOpen} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells({ row, measures, onOpen }: Pick<GridProps, 'measures' | 'onOpen'> & { readonly row: DifferingRow }) {
  const { locale } = useAppState();
  const { registrationNo, elevator, verdict, firstDue, rulesDueOtherwise } = row;
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  const otherDue = firstDue.left?.dueOn !== firstDue.right?.dueOn;
  return (
    <>
      <span className="cell no-space" role="gridcell">
        <a
          href={`#/compare/${encodeURIComponent(registrationNo)}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(row);
          }}
        >
          {registrationNo}
        </a>
      </span>
      <span className="cell" role="gridcell" title={place}>
        {place}
      </span>
      {(['left', 'right'] as const).map((side) => (
        <span key={side} className="cell" role="gridcell">
          {side === 'right' && verdict.left !== verdict.right ? <DiffersSign /> : null}{' '}
          <StatusMark shape={verdict[side]} word={verdictWord(verdict[side], locale)} />
        </span>
      ))}
      {(['left', 'right'] as const).map((side) => (
        <span key={side} className="cell" role="gridcell">
          {side === 'right' && otherDue ? <DiffersSign /> : null} <FirstDueWords {...{ firstDue, measures, side }} />
        </span>
      ))}
      <span className="cell number" role="gridcell">
        {rulesDueOtherwise}
      </span>
    </>
  );
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
