import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import type { AuditQuestion, FleetRow } from '../../data/fleet-protocol';
import { useAuditQuestion } from '../../state/use-audit-question';
import { EmptyFleet } from './empty-fleet';
import { saveFleetCsv } from './export-fleet';
import {
  choicesOf,
  filterFleet,
  mustNotRunToggled,
  NO_FILTER,
  sortFleet,
  type FleetFilter,
  type SortKey,
} from './fleet-filter';
import { FleetGrid } from './fleet-grid';
import { FilterBar, VerdictCounts } from './fleet-filters';
import './fleet-page.css';
import { Legend } from './fleet-legend';
import { useFleetRows } from './use-fleet';

export function FleetPage() {
  const question = useAuditQuestion();
  const rows = useFleetRows(question);
  const { following } = useAppState();
  if (rows === null || (rows.length === 0 && following !== null)) return <LoadingFleet />;
  return rows.length === 0 ? <EmptyFleet /> : <Fleet rows={rows} question={question} />;
}

function LoadingFleet() {
  const { t } = useTranslation();
  const { following, loading } = useAppState();
  const progress = following ?? loading;
  return (
    <div className="empty" role="status">
      {t('fleet.reading')}
      {progress !== null && progress.total > 0 ? <progress value={progress.done} max={progress.total} /> : null}
    </div>
  );
}

function Fleet({ rows, question }: { readonly rows: readonly FleetRow[]; readonly question: AuditQuestion }) {
  const { t } = useTranslation();
  const { asOf, locale, period, shownOrder } = useAppState();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<FleetFilter>(NO_FILTER);
  const [sort, setSort] = useState<SortKey>('urgency');
  const [current, setCurrent] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<RegistrationNo>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const search = useRef<HTMLInputElement>(null);
  const filters = useRef<HTMLSelectElement>(null);
  const shown = useMemo(() => sortFleet(filterFleet(rows, filter, asOf), sort), [rows, filter, sort, asOf]);
  useEffect(() => {
    shownOrder.current = shown.map(({ registrationNo }) => registrationNo);
  }, [shown, shownOrder]);
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
    { keys: 'F', word: t('keys.filter'), run: () => filters.current?.focus() },
    { keys: 'U', word: termsOf(locale).use['must-not-run'], run: () => change(mustNotRunToggled(filter)) },
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
          <Button onClick={() => saveFleetCsv(shown, t, { asOf, locale }).catch(setFailure)}>
            {t('fleet.export')}
          </Button>
          <Button onClick={() => navigate(`/notice?for=${chosen.map(encodeURIComponent).join(',')}`)}>
            {t('nav.notice')}
          </Button>
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
      <FilterBar rows={rows} filter={filter} searchRef={search} filterRef={filters} onChange={change} />
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
      <Legend
        shown={shown.length}
        all={rows.filter(({ use }) => use.state !== 'retired').length}
        selected={selected.size}
      />
    </>
  );
}
