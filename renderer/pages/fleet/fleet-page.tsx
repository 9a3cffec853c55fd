import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { VERDICTS } from '../../../domain/audit/verdict';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { Button } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { StatusMark, toneOf } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import type { FleetRow } from '../../workers/fleet-protocol';
import { EmptyFleet } from './empty-fleet';
import { saveFleetCsv } from './export-fleet';
import {
  choicesOf,
  filterFleet,
  NO_FILTER,
  quickMatches,
  sortFleet,
  type FleetFilter,
  type Quick,
  type SortKey,
} from './fleet-filter';
import { FleetGrid } from './fleet-grid';
import './fleet-page.css';
import { useFleetRows, useQuestion } from './use-fleet';

const QUICK: readonly Quick[] = ['all', 'soon', 'old', 'out'];

export function FleetPage() {
  const question = useQuestion();
  const rows = useFleetRows(question);
  const { following } = useAppState();
  if (rows === null || (rows.length === 0 && following !== null)) return <LoadingFleet />;
  return rows.length === 0 ? <EmptyFleet /> : <Fleet rows={rows} question={question} />;
}

function LoadingFleet() {
  const { t } = useTranslation();
  const { following } = useAppState();
  return (
    <div className="empty" role="status">
      {t('fleet.reading')}
      {following !== null && following.total > 0 ? <progress value={following.done} max={following.total} /> : null}
    </div>
  );
}

function Fleet({
  rows,
  question,
}: {
  readonly rows: readonly FleetRow[];
  readonly question: ReturnType<typeof useQuestion>;
}) {
  const { t } = useTranslation();
  const { asOf, locale, period } = useAppState();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<FleetFilter>(NO_FILTER);
  const [sort, setSort] = useState<SortKey>('urgency');
  const [current, setCurrent] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<RegistrationNo>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => sortFleet(filterFleet(rows, filter, asOf), sort), [rows, filter, sort, asOf]);
  const at = Math.min(current, shown.length - 1);
  const row = shown[at];
  const chosen = selected.size > 0 ? [...selected] : row === undefined ? [] : [row.registrationNo];
  const open = (wanted: FleetRow | undefined): void => {
    if (wanted !== undefined) navigate(`/elevator/${encodeURIComponent(wanted.registrationNo)}`);
  };
  const logVisit = (): void =>
    navigate(row === undefined ? '/visit' : `/visit/${encodeURIComponent(row.registrationNo)}`);
  const print = (): void => navigate(`/reports?for=${chosen.map(encodeURIComponent).join(',')}`);
  const toggle = (registrationNo: RegistrationNo): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(registrationNo)) next.add(registrationNo);
      return next;
    });
  const change = (part: Partial<FleetFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
    setCurrent(0);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => open(row) },
    { keys: '/', word: t('keys.find'), run: () => search.current?.focus() },
    { keys: 'Space', word: t('keys.select'), run: () => row !== undefined && toggle(row.registrationNo) },
    { keys: 'N', word: t('keys.visit'), run: logVisit },
    { keys: 'P', word: t('keys.print'), run: print },
  ]);
  const places = new Set(rows.map(({ elevator }) => elevator.address)).size;
  return (
    <>
      <HatchPattern />
      <div className="page-head">
        <h1>{t('fleet.title')}</h1>
        <span className="muted">
          {t('fleet.period', { from: longDate(period.from, locale), to: longDate(period.to, locale) })} •{' '}
          {t('fleet.places', { count: places })} •{' '}
          {t('fleet.maintainers', { count: choicesOf(rows, 'maintainer').length })}
        </span>
        <span className="actions">
          <Button onClick={() => navigate('/register')}>{t('fleet.register')}</Button>
          <Button onClick={() => saveFleetCsv(shown, t, asOf).catch(setFailure)}>{t('fleet.export')}</Button>
          <Button keys="P" onClick={print}>
            {t('fleet.print')}
          </Button>
          <Button look="primary" keys="N" onClick={logVisit}>
            {t('fleet.logVisit')}
          </Button>
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <VerdictCounts rows={rows} filter={filter} onChange={change} />
      <div className="filters">
        <input
          ref={search}
          className="input search"
          type="search"
          placeholder={t('fleet.search')}
          aria-label={t('fleet.search')}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Choice
          label={t('fleet.filters.district')}
          value={filter.district}
          values={choicesOf(rows, 'district')}
          onChange={(district) => change({ district })}
        />
        <Choice
          label={t('fleet.filters.maintainer')}
          value={filter.maintainer}
          values={choicesOf(rows, 'maintainer')}
          onChange={(maintainer) => change({ maintainer })}
        />
        <KindChoice rows={rows} value={filter.kind} onChange={(kind) => change({ kind })} />
        <div className="quick" role="group" aria-label={t('fleet.quick.label')}>
          {QUICK.map((quick) => (
            <button key={quick} type="button" aria-pressed={filter.quick === quick} onClick={() => change({ quick })}>
              {t(`fleet.quick.${quick}`)} {rows.filter((each) => quickMatches(each, quick, asOf)).length}
            </button>
          ))}
        </div>
      </div>
      {shown.length === 0 ? (
        <div className="panel empty">
          {t('fleet.noneMatch')}
          <Button onClick={() => setFilter(NO_FILTER)}>{t('fleet.clearFilter')}</Button>
        </div>
      ) : (
        <FleetGrid
          rows={shown}
          question={question}
          current={at}
          selected={selected}
          onCurrent={setCurrent}
          onOpen={open}
          onSelect={toggle}
          onSort={setSort}
        />
      )}
      <Legend shown={shown.length} all={rows.length} selected={selected.size} />
    </>
  );
}

interface Filtering {
  readonly filter: FleetFilter;
  readonly onChange: (part: Partial<FleetFilter>) => void;
}

function VerdictCounts({ rows, filter, onChange }: Filtering & { readonly rows: readonly FleetRow[] }) {
  const { t } = useTranslation();
  const counts = useMemo(
    () => new Map(VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])),
    [rows],
  );
  const soon = rows.filter(({ pressing }) => pressing?.status === 'due-soon').length;
  return (
    <div className="verdict-counts" role="group" aria-label={t('fleet.filters.verdict')}>
      {VERDICTS.map((verdict) => {
        const figure = counts.get(verdict) ?? 0;
        return (
          <button
            key={verdict}
            type="button"
            className={figure > 0 ? `some ${toneOf(verdict)}` : 'muted'}
            aria-pressed={filter.verdict === verdict}
            onClick={() => onChange({ verdict: filter.verdict === verdict ? null : verdict })}
          >
            <StatusMark shape={verdict} word={t(`verdict.${verdict}`)} />
            <span className="figure">{figure}</span>
          </button>
        );
      })}
      <span className="sum">
        {t('fleet.sum.inOrder', { all: rows.length, count: counts.get('compliant') ?? 0 })}
        {(counts.get('non-compliant') ?? 0) > 0 ? (
          <strong className="bad">{t('fleet.sum.now', { count: counts.get('non-compliant') ?? 0 })}</strong>
        ) : null}
        {t('fleet.sum.soon', { count: soon })}
      </span>
    </div>
  );
}

function Choice({
  label,
  value,
  values,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('fleet.filters.all', { what: label })}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  );
}

function KindChoice({
  rows,
  value,
  onChange,
}: {
  readonly rows: readonly FleetRow[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  const label = t('fleet.filters.kind');
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('fleet.filters.all', { what: label })}</option>
      {choicesOf(rows, 'kind').map((code) => {
        const kind = pack.kinds.find((each) => each.code === code);
        return (
          <option key={code} value={code}>
            {kind === undefined ? code : say(kind.title)}
          </option>
        );
      })}
    </select>
  );
}

function Legend({ shown, all, selected }: { readonly shown: number; readonly all: number; readonly selected: number }) {
  const { t } = useTranslation();
  const signs = ['quarter', 'halfYear', 'year', 'window', 'gap', 'outage', 'next', 'longer'] as const;
  return (
    <div className="fleet-foot">
      <span className="muted">{t('fleet.legend.title')}</span>
      {signs.map((sign) => (
        <span key={sign} className="status">
          <LegendSign sign={sign} />
          {t(`fleet.legend.${sign}`)}
        </span>
      ))}
      <span className="range">
        {selected > 0 ? `${t('fleet.selected', { count: selected })} • ` : ''}
        {shown} / {all}
      </span>
    </div>
  );
}

function LegendSign({ sign }: { readonly sign: string }) {
  const tick = (head: number) => (
    <>
      <line className="visit" x1="6" x2="6" y1="4" y2="13" />
      <rect className="head" x="4" y={4 - head / 2} width="4" height={head} />
    </>
  );
  const parts: Readonly<Record<string, React.ReactNode>> = {
    quarter: tick(1.4),
    halfYear: tick(2.6),
    year: tick(4),
    window: <rect className="band" x="0" y="4" width="18" height="8" />,
    gap: <rect className="gap" fill="url(#hatch)" x="1" y="3" width="17" height="10" />,
    outage: <rect className="outage" x="0" y="3" width="18" height="10" />,
    next: <rect className="next" x="1" y="4" width="16" height="8" />,
    longer: <rect className="gap-thin" x="0" y="7" width="18" height="3" />,
  };
  return (
    <svg
      className="strip"
      style={{ width: sign.length < 5 || sign === 'quarter' || sign === 'halfYear' ? 12 : 20, height: 15 }}
      aria-hidden="true"
    >
      {parts[sign]}
    </svg>
  );
}
