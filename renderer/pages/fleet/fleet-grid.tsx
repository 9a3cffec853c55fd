import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import { estateOf, placeOf } from '../../components/elevator-place';
import { MiniStrip } from '../../components/mini-strip';
import { USE_SHAPES } from '../../components/use-mark';
import { StatusMark, StatusShape, toneOf } from '../../components/status-mark';
import { axisOf, monthsOf, textWidth, type Axis } from '../../components/strip-geometry';
import { monthName, shortDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import type { AuditQuestion, FleetRow } from '../../data/fleet-protocol';
import type { SortKey } from './fleet-filter';
import { rowWords, type RowWords } from './row-words';
import { useStrips } from './use-fleet';

/** English words are longer; the strip gives way to them. */
const STRIP_WIDTHS = { 'zh-CN': 264, en: 168 } as const;
const AHEAD_DAYS = 14;

interface GridProps {
  readonly rows: readonly FleetRow[];
  readonly question: AuditQuestion;
  readonly current: number;
  readonly selected: ReadonlySet<RegistrationNo>;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: FleetRow) => void;
  readonly onSelect: (registrationNo: RegistrationNo) => void;
  readonly onSort: (key: SortKey) => void;
}

/** The fleet as an ARIA grid: only the rows in view are drawn, their strips fetched as they come into view. */
export function FleetGrid(props: GridProps) {
  const { rows, question, current } = props;
  const { t } = useTranslation();
  const { settings, locale } = useAppState();
  const stripWidth = STRIP_WIDTHS[locale];
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
    if (current >= 0) virtual.scrollToIndex(current);
  }, [current, virtual]);
  const items = virtual.getVirtualItems();
  const visible = items.flatMap(({ index }) => (rows[index] === undefined ? [] : [rows[index].registrationNo]));
  const strips = useStrips(question, visible);
  const axis = useMemo(
    () => axisOf(toEpochDay(question.period.from), toEpochDay(question.asOf) + AHEAD_DAYS, 0, stripWidth),
    [question, stripWidth],
  );
  return (
    <div
      className="fleet-grid"
      role="grid"
      aria-rowcount={rows.length + 1}
      aria-label={t('fleet.title')}
      style={{ ['--strip-width' as string]: `${stripWidth}px` }}
    >
      <Head axis={axis} asOf={question.asOf} onSort={props.onSort} />
      <div className="body" ref={body} tabIndex={0} aria-label={t('fleet.rows')} role="rowgroup">
        <div style={{ height: virtual.getTotalSize() }} />
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Line
              key={row.registrationNo}
              row={row}
              index={index}
              top={start}
              {...props}
              axis={axis}
              strip={strips.get(row.registrationNo)}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({
  axis,
  asOf,
  onSort,
}: {
  readonly axis: Axis;
  readonly asOf: string;
  readonly onSort: (key: SortKey) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const stripWidth = STRIP_WIDTHS[locale];
  const today = axis.x(toEpochDay(asOf as never));
  const sorter = (key: SortKey, word: string) => (
    <button type="button" onClick={() => onSort(key)} title={t('fleet.sortBy', { column: word })}>
      {word}
    </button>
  );
  return (
    <div className="line head" role="row">
      <span role="columnheader">
        <span className="visually-hidden">{t('fleet.select')}</span>
      </span>
      <span className="cell" role="columnheader">
        {sorter('urgency', t('fleet.columns.use'))}
      </span>
      <span className="cell" role="columnheader">
        {sorter('urgency', t('fleet.columns.verdict'))}
      </span>
      <span className="cell" role="columnheader">
        {sorter('registrationNo', t('fleet.columns.registrationNo'))}
      </span>
      <span className="cell" role="columnheader">
        {sorter('place', t('fleet.columns.place'))}
      </span>
      <span role="columnheader" aria-label={t('fleet.columns.strip')}>
        <svg className="strip" width={stripWidth} height={28} aria-hidden="true">
          {monthsOf(axis).map(({ day, month, year }, index) => (
            <g key={day}>
              <line className="month" x1={axis.x(day)} x2={axis.x(day)} y1={14} y2={28} />
              {index % 2 === 1 || axis.x(day) + 3 + textWidth(monthName(month, locale), 10) > stripWidth ? null : (
                <text x={axis.x(day) + 3} y={24}>
                  {monthName(month, locale)}
                </text>
              )}
              {(index === 0 && month < 11) || month === 1 ? (
                <text x={axis.x(day) + 3} y={11}>
                  {year}
                </text>
              ) : null}
            </g>
          ))}
          <text className="today-text" x={Math.min(today, stripWidth - 2)} y={11} textAnchor="end">
            {t('fleet.asOf', { date: shortDate(toEpochDay(asOf as never), asOf, locale) })}
          </text>
        </svg>
      </span>
      <span className="cell number" role="columnheader">
        {sorter('gaps', t('fleet.columns.gaps'))}
      </span>
      <span className="cell number" role="columnheader">
        {sorter('lastVisit', t('fleet.columns.lastVisit'))}
      </span>
      <span className="cell number" role="columnheader">
        {t('fleet.columns.due')}
      </span>
      <span className="cell number" role="columnheader">
        {sorter('urgency', `${t('fleet.columns.left')} ↑`)}
      </span>
    </div>
  );
}

interface LineProps extends GridProps {
  readonly row: FleetRow;
  readonly index: number;
  readonly top: number;
  readonly axis: Axis;
  readonly strip: Parameters<typeof MiniStrip>[0]['strip'] | undefined;
}

function Line({ row, index, top, axis, strip, current, selected, question, onCurrent, onOpen, onSelect }: LineProps) {
  const { t } = useTranslation();
  const { locale, pack, say } = useAppState();
  const stripWidth = STRIP_WIDTHS[locale];
  const { elevator, pressing } = row;
  const words = rowWords(row, locale);
  const rule = pressing === null ? undefined : pack.rules[pressing.rule];
  return (
    <div
      className={`line ${index === current ? 'current' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected.has(row.registrationNo)}
      style={{ top }}
      onClick={() => onCurrent(index)}
      onDoubleClick={() => onOpen(row)}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          aria-label={t('fleet.selectOne', { registrationNo: row.registrationNo })}
          checked={selected.has(row.registrationNo)}
          onChange={() => onSelect(row.registrationNo)}
        />
      </span>
      <span className="cell" role="gridcell" title={[words.use, words.because].filter(Boolean).join('\n')}>
        <UseMark row={row} words={words} />
      </span>
      <span
        className="cell"
        role="gridcell"
        title={[words.verdict, words.byLaw, words.late].filter(Boolean).join('\n')}
      >
        <StatusMark shape={row.verdict} word={words.verdict} />
        {words.byLaw === '' ? null : <span className="visually-hidden"> {words.byLaw}</span>}
      </span>
      <span className="cell no-space" role="gridcell">
        <a href={`#/elevator/${encodeURIComponent(row.registrationNo)}`}>{row.registrationNo}</a>
      </span>
      <span className="cell place" role="gridcell" title={placeOf(elevator)}>
        {row.late === null ? null : <span className="late-mark warn small">{t('fleet.late')}</span>}
        {elevator.sample === true ? <span className="sample-mark">{t('fleet.sample')}</span> : null}
        <span className="address">{estateOf(elevator.address)}</span>
        <span className="strong unit">{elevator.internalNo}</span>
      </span>
      <span className="cell strip-cell" role="gridcell">
        {strip === undefined ? null : (
          <MiniStrip
            strip={strip}
            axis={axis}
            width={stripWidth}
            label={t('fleet.stripLabel', { registrationNo: row.registrationNo, gaps: row.gaps })}
          />
        )}
      </span>
      <span className={`cell number ${row.gaps > 0 ? `strong ${toneOf(row.verdict)}` : 'muted'}`} role="gridcell">
        {row.gaps}
      </span>
      <span className="cell number" role="gridcell">
        {row.lastVisit === null ? '—' : shortDate(row.lastVisit, question.asOf, locale)}
      </span>
      <span className="cell number" role="gridcell" title={rule === undefined ? undefined : say(rule.title)}>
        {pressing === null ? '—' : shortDate(pressing.due, question.asOf, locale)}{' '}
        <span className="muted small">{rule === undefined ? '' : say(rule.shortTitle)}</span>
      </span>
      <span className="cell number" role="gridcell">
        {pressing === null ? '—' : <DaysLeft pressing={pressing} />}
      </span>
    </div>
  );
}

/** Only what forbids use, or has ended it, is marked; the rest is there to be asked for. */
function UseMark({ row: { use, scope }, words }: { readonly row: FleetRow; readonly words: RowWords }) {
  const isQuiet = use.state === 'may-run' || (use.state === 'cannot-tell' && scope === 'maintenance');
  if (isQuiet)
    return (
      <span className="muted">
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{words.use}</span>
      </span>
    );
  if (use.state === 'cannot-tell')
    return (
      <span className="status muted">
        <StatusShape shape="no-data" />
        <span className="visually-hidden">{words.use}</span>
      </span>
    );
  return <StatusMark shape={USE_SHAPES[use.state]} word={words.use} />;
}

function DaysLeft({ pressing }: { readonly pressing: NonNullable<FleetRow['pressing']> }) {
  const { t } = useTranslation();
  if (pressing.status === 'met') return <>{t('fleet.left', { count: pressing.daysLeft })}</>;
  const overdue = pressing.daysLeft < 0;
  return (
    <span className={`status strong ${toneOf(pressing.status)}`}>
      <StatusShape shape={pressing.status} />
      {overdue ? t('fleet.over', { count: -pressing.daysLeft }) : t('fleet.left', { count: pressing.daysLeft })}
    </span>
  );
}
