import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { estateOf, placeOf } from '../../components/elevator-place';
import { MiniStrip } from '../../components/mini-strip';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { USE_SHAPES } from '../../components/use-mark';
import { StatusMark, StatusShape, toneOf } from '../../components/status-mark';
import { axisOf, monthsOf, textWidth, type Axis } from '../../components/strip-geometry';
import { monthName, shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import type { AuditQuestion } from '../../../domain/fleet/fleet-row';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { RulePack } from '../../../domain/pack/rule-pack';
import type { StripModel } from '../../../domain/report/strip';
import type { ListedRow, SortKey } from '../../features/fleet/fleet-filter';
import { rowWords, type RowWords } from '../../features/fleet/row-words';
import { useStrips } from '../../features/fleet/use-fleet';

/** English words are longer; the strip gives way to them. */
const STRIP_WIDTHS = { 'zh-CN': 204, en: 92 } as const;
const AHEAD_DAYS = 14;

interface GridProps {
  readonly rows: readonly ListedRow[];
  readonly question: AuditQuestion;
  readonly current: number;
  readonly selected: ReadonlySet<RegistrationNo>;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: ListedRow) => void;
  readonly onSelect: (registrationNo: RegistrationNo) => void;
  readonly onSort: (key: SortKey) => void;
}

/** The fleet, one line each; the strips are fetched as they come into view. */
export function FleetGrid({ rows, question, current, selected, onCurrent, onOpen, onSelect, onSort }: GridProps) {
  const { t } = useTranslation();
  const { settings, locale, pack } = useAppState();
  const [drawn, setDrawn] = useState({ first: 0, last: -1 });
  const onDrawn = useCallback((first: number, last: number) => setDrawn({ first, last }), []);
  const strips = useStrips(
    question,
    rows.slice(drawn.first, drawn.last + 1).map(({ registrationNo }) => registrationNo),
  );
  const axis = useMemo(
    () => axisOf(toEpochDay(question.period.from), toEpochDay(question.asOf) + AHEAD_DAYS, 0, STRIP_WIDTHS[locale]),
    [question, locale],
  );
  const columns = useMemo(() => {
    const sorts: SortsBy = (key, head) => ({
      head,
      onSort: () => onSort(key),
      sortTitle: t('fleet.sortBy', { column: head }),
    });
    const words = { t, locale, sorts };
    return [
      selectColumn(t, onSelect),
      ...judgementColumns(words),
      ...placeColumns(words),
      {
        id: 'strip',
        head: <StripHead axis={axis} asOf={question.asOf} />,
        width: `${STRIP_WIDTHS[locale]}px`,
        className: 'strip-cell',
        cell: (row: ListedRow) => <StripCell row={row} axis={axis} width={STRIP_WIDTHS[locale]} />,
      },
      ...dueColumns(words, question.asOf, pack),
    ];
  }, [t, locale, pack, axis, question, onSort, onSelect]);
  return (
    <Strips value={strips}>
      <RowGrid
        label={t('fleet.title')}
        rows={rows}
        columns={columns}
        keyOf={({ registrationNo }) => registrationNo}
        rowHeight={settings.comfortable ? 34 : 26}
        current={current}
        onCurrent={onCurrent}
        onOpen={onOpen}
        isSelected={({ registrationNo }) => selected.has(registrationNo)}
        onDrawn={onDrawn}
      />
    </Strips>
  );
}

/** Those that are there; another object whenever more are. A line is not drawn anew for the strip of another. */
const Strips = createContext<{ readonly of: ReadonlyMap<RegistrationNo, StripModel> }>({ of: new Map() });

function StripCell({ row, axis, width }: { readonly row: ListedRow; readonly axis: Axis; readonly width: number }) {
  const { t } = useTranslation();
  const { registrationNo, gaps } = row;
  const strip = useContext(Strips).of.get(registrationNo);
  const label = useMemo(() => t('fleet.stripLabel', { registrationNo, gaps }), [t, registrationNo, gaps]);
  return strip === undefined ? null : <MiniStrip strip={strip} axis={axis} width={width} label={label} />;
}

type SortsBy = (key: SortKey, head: string) => Pick<GridColumn<ListedRow>, 'head' | 'onSort' | 'sortTitle'>;

interface ColumnWords {
  readonly t: TFunction;
  readonly locale: Locale;
  readonly sorts: SortsBy;
}

function selectColumn(t: TFunction, onSelect: GridProps['onSelect']): GridColumn<ListedRow> {
  return {
    id: 'select',
    head: <span className="visually-hidden">{t('fleet.select')}</span>,
    width: '28px',
    cell: ({ registrationNo }, isSelected) => (
      <input
        type="checkbox"
        aria-label={t('fleet.selectOne', { registrationNo })}
        checked={isSelected}
        onChange={() => onSelect(registrationNo)}
      />
    ),
  };
}

function judgementColumns({ t, locale, sorts }: ColumnWords): readonly GridColumn<ListedRow>[] {
  const wide = locale === 'en';
  return [
    {
      id: 'use',
      ...sorts('urgency', t('fleet.columns.use')),
      width: wide ? '130px' : '84px',
      cell: (row) => <UseMark row={row} words={rowWords(row, locale)} />,
      title: (row) => {
        const { use, because } = rowWords(row, locale);
        return [use, because].filter(Boolean).join('\n');
      },
    },
    {
      id: 'verdict',
      ...sorts('urgency', t('fleet.columns.verdict')),
      width: wide ? '166px' : '142px',
      cell: (row) => {
        const { verdict, byLaw } = rowWords(row, locale);
        return (
          <>
            <StatusMark shape={row.verdict} word={verdict} />
            {byLaw === '' ? null : <span className="visually-hidden"> {byLaw}</span>}
          </>
        );
      },
      title: (row) => {
        const { verdict, byLaw, late } = rowWords(row, locale);
        return [verdict, byLaw, late].filter(Boolean).join('\n');
      },
    },
  ];
}

function placeColumns({ t, locale, sorts }: ColumnWords): readonly GridColumn<ListedRow>[] {
  return [
    {
      id: 'registrationNo',
      ...sorts('registrationNo', t('fleet.columns.registrationNo')),
      width: locale === 'en' ? '124px' : '128px',
      className: 'no-space',
      cell: ({ registrationNo }) => <a href={`#/elevator/${encodeURIComponent(registrationNo)}`}>{registrationNo}</a>,
    },
    {
      id: 'place',
      ...sorts('place', t('fleet.columns.place')),
      width: locale === 'en' ? 'minmax(112px, 1fr)' : 'minmax(120px, 1fr)',
      className: 'place',
      cell: ({ late, elevator }) => (
        <>
          {late === null ? null : <span className="late-mark warn small">{t('fleet.late')}</span>}
          {elevator.sample === true ? <span className="sample-mark">{t('fleet.sample')}</span> : null}
          <span className="address">{estateOf(elevator.address)}</span>
          <span className="strong unit">{elevator.internalNo}</span>
        </>
      ),
      title: ({ elevator }) => placeOf(elevator),
    },
  ];
}

function dueColumns(
  { t, locale, sorts }: ColumnWords,
  asOf: CivilDate,
  pack: RulePack,
): readonly GridColumn<ListedRow>[] {
  const ruleOf = ({ pressing }: ListedRow) => (pressing === null ? undefined : pack.rules[pressing.rule]);
  const wide = locale === 'en';
  return [
    {
      id: 'gaps',
      ...sorts('gaps', t('fleet.columns.gaps')),
      width: '36px',
      className: 'number',
      cell: ({ gaps, verdict }) => <span className={gaps > 0 ? `strong ${toneOf(verdict)}` : 'muted'}>{gaps}</span>,
    },
    {
      id: 'doubts',
      ...sorts('doubts', t('fleet.columns.doubts')),
      width: wide ? '46px' : '36px',
      className: 'number',
      cell: ({ doubts }) => (doubts === null ? '—' : <span className={doubts > 0 ? 'strong' : 'muted'}>{doubts}</span>),
      title: ({ doubts }) => (doubts === null || doubts === 0 ? undefined : t('doubts.head', { count: doubts })),
    },
    {
      id: 'lastVisit',
      ...sorts('lastVisit', t('fleet.columns.lastVisit')),
      width: wide ? '58px' : '60px',
      className: 'number',
      cell: ({ lastVisit }) => (lastVisit === null ? '—' : shortDate(lastVisit, asOf, locale)),
    },
    {
      id: 'due',
      head: t('fleet.columns.due'),
      width: wide ? '142px' : '116px',
      className: 'number',
      cell: (row) => {
        const rule = ruleOf(row);
        return (
          <>
            {row.pressing === null ? '—' : shortDate(row.pressing.due, asOf, locale)}{' '}
            <span className="muted small">{rule?.shortTitle[locale]}</span>
          </>
        );
      },
      title: (row) => {
        const rule = ruleOf(row);
        return rule?.title[locale];
      },
    },
    {
      id: 'left',
      ...sorts('urgency', `${t('fleet.columns.left')} ↑`),
      width: wide ? '104px' : '96px',
      className: 'number',
      cell: ({ pressing }) => (pressing === null ? '—' : <DaysLeft pressing={pressing} />),
    },
  ];
}

/** The months of the strips, and the day they are judged on. */
function StripHead({ axis, asOf }: { readonly axis: Axis; readonly asOf: CivilDate }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const width = STRIP_WIDTHS[locale];
  const day = toEpochDay(asOf);
  const today = t('fleet.asOf', { date: shortDate(day, asOf, locale) });
  const todayEnd = Math.min(axis.x(day), width - 2);
  const months = monthsOf(axis);
  const named = (month: number): number => textWidth(monthName(month, locale), 10) + 8;
  // So many months apart that no name runs into the next.
  const apart = Math.max(2, Math.ceil((Math.max(...months.map(({ month }) => named(month))) * months.length) / width));
  return (
    <>
      <span className="visually-hidden">{t('fleet.columns.strip')}</span>
      <svg className="strip" width={width} height={28} aria-hidden="true">
        {months.map(({ day: start, month, year }, index) => (
          <g key={start}>
            <line className="month" x1={axis.x(start)} x2={axis.x(start)} y1={14} y2={28} />
            {index % apart !== 0 || axis.x(start) + named(month) - 5 > width ? null : (
              <text x={axis.x(start) + 3} y={24}>
                {monthName(month, locale)}
              </text>
            )}
            {((index === 0 && month < 11) || month === 1) &&
            axis.x(start) + 3 + textWidth(String(year), 11) + 6 < todayEnd - textWidth(today, 11) ? (
              <text x={axis.x(start) + 3} y={11}>
                {year}
              </text>
            ) : null}
          </g>
        ))}
        <text className="today-text" x={todayEnd} y={11} textAnchor="end">
          {today}
        </text>
      </svg>
    </>
  );
}

/** Only what forbids use, or has ended it, is marked; the rest is there to be asked for. */
function UseMark({ row: { use, scope }, words }: { readonly row: ListedRow; readonly words: RowWords }) {
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

function DaysLeft({ pressing }: { readonly pressing: NonNullable<ListedRow['pressing']> }) {
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
