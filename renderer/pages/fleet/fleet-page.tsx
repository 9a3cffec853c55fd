import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { useAppState, useSessionProgress } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import type { AuditQuestion, FleetRow } from '../../../domain/fleet/fleet-row';
import { useMatches, useOnceSettled } from '../../session/use-elevators';
import { useAsked } from '../../session/use-asked';
import { useFindParameter } from '../../session/use-find-parameter';
import { useAuditQuestion } from '../../session/use-audit-question';
import { EmptyFleet } from './empty-fleet';
import {
  choicesOf,
  filterAsked,
  filterFleet,
  mustNotRunToggled,
  NO_FILTER,
  sortFleet,
  type FleetFilter,
  type ListedRow,
  type SortKey,
} from '../../features/fleet/fleet-filter';
import { FleetGrid } from './fleet-grid';
import { FilterBar, VerdictCounts } from './fleet-filters';
import { FleetHead, type FleetFacts } from './fleet-head';
import './fleet-page.css';
import { Legend } from './fleet-legend';
import { ErrorNotice } from '../../features/record/error-notice';
import { useFleetRows, useListedRows } from '../../features/fleet/use-fleet';

export function FleetPage() {
  const question = useAuditQuestion();
  const { rows, failure } = useFleetRows(question);
  const { isFollowing } = useAppState();
  if (failure !== null) return <ErrorNotice error={failure} />; // rows of before would pass for today's
  if (rows === null || (rows.length === 0 && isFollowing)) return <LoadingFleet />;
  return rows.length === 0 ? <EmptyFleet /> : <Fleet rows={rows} question={question} />;
}

function LoadingFleet() {
  const { t } = useTranslation();
  const { following, loading } = useSessionProgress();
  const progress = following ?? loading;
  return (
    <div className="empty" role="status">
      {t('fleet.reading')}
      {progress !== null && progress.total > 0 ? <progress value={progress.done} max={progress.total} /> : null}
    </div>
  );
}

/** What the page says of all rows, whatever is shown of them. */
function factsOf(rows: readonly FleetRow[]): FleetFacts {
  return {
    places: new Set(rows.map(({ elevator }) => elevator.address)).size,
    maintainers: choicesOf(rows, 'maintainer').length,
    standing: rows.filter(({ use }) => use.state !== 'retired').length,
  };
}

function Fleet({ rows: judged, question }: { readonly rows: readonly FleetRow[]; readonly question: AuditQuestion }) {
  const { t } = useTranslation();
  const { asOf, locale, shownOrder } = useAppState();
  const { rows, tooMany, failure: uncounted } = useListedRows(judged);
  const [, navigate] = useLocation();
  const asked = useAsked();
  const [filter, setFilter] = useState<FleetFilter>(() => filterAsked(asked));
  useFindParameter((text) => {
    setFilter({ ...NO_FILTER, text });
    setCurrent(0);
  });
  const [sort, setSort] = useState<SortKey>('urgency');
  const [current, setCurrent] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<RegistrationNo>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const filters = useRef<HTMLSelectElement>(null);
  const { matches, settled } = useMatches(filter.text, rows.length);
  const ordered = useMemo(() => sortFleet(rows, sort), [rows, sort]);
  const shown = useMemo(() => filterFleet(ordered, filter, asOf, matches), [ordered, filter, asOf, matches]);
  useEffect(() => {
    shownOrder.current = shown.map(({ registrationNo }) => registrationNo);
  }, [shown, shownOrder]);
  const at = Math.min(current, shown.length - 1);
  const row = shown[at];
  const chosen = selected.size > 0 ? [...selected] : row === undefined ? [] : [row.registrationNo];
  const open = (wanted: ListedRow | undefined): void => {
    if (wanted !== undefined) navigate(`/elevator/${encodeURIComponent(wanted.registrationNo)}`);
  };
  const logVisit = (): void =>
    navigate(row === undefined ? '/visit' : `/visit/${encodeURIComponent(row.registrationNo)}`);
  const print = (): void => navigate(`/reports?for=${chosen.map(encodeURIComponent).join(',')}`);
  const toggle = useCallback(
    (registrationNo: RegistrationNo): void =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(registrationNo)) next.add(registrationNo);
        return next;
      }),
    [],
  );
  const change = (part: Partial<FleetFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
    setCurrent(0);
  };
  const act = useOnceSettled(settled, {
    open: () => open(row),
    select: () => row !== undefined && toggle(row.registrationNo),
    logVisit,
    print,
  });
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('keys.open'), run: () => act('open') },
    { keys: '/', word: t('keys.find'), run: () => search.current?.focus() },
    { keys: 'F', word: t('keys.filter'), run: () => filters.current?.focus() },
    { keys: 'U', word: termsOf(locale).use['must-not-run'], run: () => change(mustNotRunToggled(filter)) },
    { keys: 'Space', word: t('keys.select'), run: () => act('select') },
    { keys: 'N', word: t('keys.visit'), run: () => act('logVisit') },
    { keys: 'P', word: t('keys.print'), run: () => act('print') },
  ]);
  const facts = useMemo(() => factsOf(rows), [rows]);
  return (
    <>
      <HatchPattern />
      <FleetHead facts={facts} shown={shown} chosen={chosen} onPrint={print} onLogVisit={logVisit} />
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
      {uncounted === null ? null : <ErrorNotice error={uncounted} />}
      {tooMany === null ? null : <p className="small muted">{t('doubts.tooMany', { count: tooMany })}</p>}
      <Legend shown={shown.length} all={facts.standing} selected={selected.size} />
    </>
  );
}
