import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { termsOf } from '../../../domain/terms/terms-of';
import { nameOfUse } from '../../../domain/terms/name-of-use';
import { Button } from '../../components/controls';
import { placeOf } from '../../components/elevator-place';
import { StatusMark } from '../../components/status-mark';
import { USE_SHAPES } from '../../components/use-mark';
import type { StockQuestion, StockRow } from '../../../domain/fleet/stock-rows';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { saveTable, type TableFormat } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { ErrorNotice } from '../../features/record/error-notice';
import { usePageKeys } from '../../session/page-keys';
import { passportPath } from '../../features/elevator/passport-path';
import { useMatches, useOnceSettled } from '../../session/use-elevators';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { BudgetPanel } from './budget-panel';
import { ScoreLine } from './score-line';
import { costOf } from './stock-costs';
import { filterStock, inStock, NO_STOCK_FILTER, rankStock, type StockFilter } from './stock-filter';
import { StockFilters } from './stock-filters';
import { StockGrid } from './stock-grid';
import './stock-page.css';
import { useBudget } from './use-budget';
import { useTypedCosts } from './use-typed-costs';

/** The stock ranked by an explained score, and the best use of a budget. */
export function StockPage() {
  const { t } = useTranslation();
  const { answer, failure, progress } = useFleetAnswer('stock', useStockQuestion());
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null)
    return (
      <div className="empty" role="status">
        {t('stock.ranking')}
        {progress !== null && progress.total > 0 ? <progress value={progress.done} max={progress.total} /> : null}
      </div>
    );
  return <Stock rows={answer.rows} />;
}

function useStockQuestion(): StockQuestion {
  const { asOf, period, pack, settings, inspectionsKept: kept } = useAppState();
  const days = settings.hazardDays;
  return useMemo(() => {
    const { rules, requirements, hazards } = pack;
    return { asOf, period, pack: { rules, requirements, ...(hazards && { hazards }) }, days, kept };
  }, [asOf, period, pack, days, kept]);
}

function Stock({ rows }: { readonly rows: readonly StockRow[] }) {
  const { t } = useTranslation();
  const { pack, asOf, locale } = useAppState();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useState<StockFilter>(NO_STOCK_FILTER);
  const [current, setCurrent] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const budgetField = useRef<HTMLInputElement>(null);
  const { matches, settled } = useMatches(filter.text, rows.length);
  const places = useMemo(() => rankStock(rows), [rows]);
  const shown = useMemo(() => filterStock(rows, places, filter, matches), [rows, places, filter, matches]);
  const stock = useMemo(() => inStock(rows), [rows]);
  const { costs, setCost } = useTypedCosts();
  const budget = useBudget(shown, costs);
  const at = Math.min(current, shown.length - 1);
  const row = shown[at];
  const open = (wanted: StockRow | undefined): void => {
    if (wanted !== undefined) navigate(passportPath(wanted.registrationNo));
  };
  const exportShown = useExport(shown, costs, budget.chosen);
  const act = useOnceSettled(settled, {
    open: () => open(row),
    cost: () => row !== undefined && focusCost(row.registrationNo),
  });
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setCurrent(Math.min(at + 1, shown.length - 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setCurrent(Math.max(0, at - 1)) },
    { keys: 'Enter', word: t('stock.keys.passport'), run: () => act('open') },
    { keys: 'E', word: t('stock.keys.cost'), run: () => act('cost') },
    { keys: 'B', word: t('stock.keys.budget'), run: () => budgetField.current?.focus() },
    { keys: '/', word: t('keys.find'), run: () => search.current?.focus() },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <>
      <div className="page-head">
        <h1>{t('stock.title')}</h1>
        <span className="muted">
          {t('stock.sum', {
            date: longDate(asOf, locale),
            old: stock.filter(({ old }) => old?.reached === true).length,
            all: stock.length,
          })}
        </span>
        <MustNotRun rows={stock} />
        <span className="actions">
          <ExportButton
            disabled={shown.length === 0}
            choices={[{ name: t('export.shownElevators', { count: shown.length }), save: exportShown, asShown: true }]}
          />
        </span>
      </div>
      {pack.hazards === undefined ? <div className="notice warn">{t('stock.noCriteria')}</div> : null}
      <StockFilters
        rows={stock}
        filter={filter}
        searchRef={search}
        onChange={(part) => {
          setFilter((before) => ({ ...before, ...part }));
          setCurrent(0);
        }}
      />
      <BudgetPanel budget={budget} fieldRef={budgetField} />
      {shown.length === 0 ? (
        <div className="panel empty">
          {t(rows.length === 0 ? 'stock.empty' : 'fleet.noneMatch')}
          {rows.length === 0 ? null : (
            <Button onClick={() => setFilter({ ...NO_STOCK_FILTER, group: 'all' })}>{t('fleet.clearFilter')}</Button>
          )}
        </div>
      ) : (
        <StockGrid
          rows={shown}
          current={at}
          costs={costs}
          chosen={budget.chosen}
          onCurrent={setCurrent}
          onOpen={open}
          onCost={setCost}
        />
      )}
      {row === undefined ? null : <ScoreLine row={row} />}
    </>
  );
}

/** How many must not be used: they stand first. */
function MustNotRun({ rows }: { readonly rows: readonly StockRow[] }) {
  const { locale } = useAppState();
  const count = rows.filter(({ use }) => use === 'must-not-run').length;
  if (count === 0) return null;
  return (
    <StatusMark shape={USE_SHAPES['must-not-run']} word={`${capital(termsOf(locale).use['must-not-run'])} ${count}`} />
  );
}

function focusCost(registrationNo: string): void {
  document.querySelector<HTMLElement>(`[data-cost="${CSS.escape(registrationNo)}"]`)?.focus();
}

function useExport(
  rows: readonly StockRow[],
  costs: Readonly<Record<string, string>>,
  chosen: ReadonlySet<string> | null,
): (format: TableFormat) => Promise<void> {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  return (format) => {
    const head = ['rank', 'registrationNo', 'place', 'district', 'use', 'years', 'points', 'I', 'II', 'III', 'unrated'];
    const more = ['overdue', 'late', 'cost', 'chosen'];
    const lines = rows.map((row, index) => [
      ...[index + 1, row.registrationNo, placeOf(row.elevator), row.elevator.district ?? ''],
      ...[nameOfUse(row.use, row.elevator, locale), row.age?.years ?? ''],
      ...[row.priority.points, row.open.I, row.open.II, row.open.III, row.open.none],
      ...[row.overdue, row.late, costOf(row, costs) ?? ''],
      chosen?.has(row.registrationNo) === true ? t('stock.chosen') : '',
    ]);
    const table = [[...head, ...more].map((column) => t(`stock.csv.${column}`)), ...lines];
    return saveTable(`${t('stock.title')}_${asOf}`, table, format);
  };
}
