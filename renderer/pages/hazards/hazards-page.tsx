import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { RISK_GROUPS } from '../../../domain/hazard/hazard';
import { recordIdOf } from '../../../domain/record/entry';
import { Button, SelectField } from '../../components/controls';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import type { FleetAnswer } from '../../../domain/fleet/questions';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import { ExportButton } from '../../features/tables/export-button';
import { saveRecords } from '../../features/tables/save-records';
import { FindHazardDialog } from '../../features/hazard/find-hazard-dialog';
import { hazardPath } from '../../features/hazard/hazard-path';
import { usePageKeys } from '../../session/page-keys';
import {
  CLOCK_FILTERS,
  columnsOf,
  facetsOf,
  filterBoard,
  isFiltered,
  NO_FILTER,
  toggled,
  type BoardFilter,
} from '../../features/hazard/board';
import { BoardFilters } from './board-filters';
import { BoardColumns } from './board-columns';
import './hazards-page.css';
import { NextStep } from './next-step';
import { askedAmong, useAsked } from '../../session/use-asked';
import { useBoardPlace, type BoardPlace } from './use-board-place';
import { CLOSED_SPANS, useFleetHazards, type ClosedSpan } from '../../features/hazard/use-fleet-hazards';

/** The hazards of the whole fleet by state: what must stop now, whose clock runs out, who may close it. */
export function HazardsPage() {
  const { t } = useTranslation();
  const { pack, isFollowing } = useAppState();
  const [span, setSpan] = useState<ClosedSpan>('30');
  const { answer, failure } = useFleetHazards(span);
  if (pack.hazards === undefined)
    return (
      <>
        <h1>{t('hazards.title')}</h1>
        <div className="panel empty">
          <p>{t('hazard.noCriteria')}</p>
          <Link href="/settings">{t('nav.settings')}</Link>
        </div>
      </>
    );
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null || (answer.rows.length === 0 && isFollowing)) return null;
  return <Board hazards={answer} span={span} onSpan={setSpan} />;
}

/** Before the first cards are drawn. */
const NOT_YET: readonly HazardCard[] = [];

interface BoardProps {
  readonly hazards: FleetAnswer<'hazards'>;
  readonly span: ClosedSpan;
  readonly onSpan: (span: ClosedSpan) => void;
}

function Board({ hazards, span, onSpan }: BoardProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { locale, readOnly } = useAppState();
  const [filter, setFilter] = useBoardFilter();
  const [finding, setFinding] = useState(false);
  const [advancing, setAdvancing] = useState(false);
  // The page and a key show at once; the cards of a large fleet follow, in slices.
  const settled = useDeferredValue(filter);
  const rows = useDeferredValue(hazards.rows, NOT_YET);
  const shown = useMemo(() => filterBoard(rows, settled), [rows, settled]);
  const columns = useMemo(() => columnsOf(shown), [shown]);
  const facets = useMemo(() => facetsOf(rows, settled), [rows, settled]);
  const place = useBoardPlace(columns);
  const change = (part: Partial<BoardFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const find = (): void => {
    if (!readOnly) setFinding(true);
  };
  const print = (): void =>
    navigate(
      place.card === null
        ? '/reports'
        : `/reports?for=${encodeURIComponent(place.card.registrationNo)}&kind=old-elevator`,
    );
  useBoardKeys({
    place,
    filter,
    onFilter: setFilter,
    onFind: find,
    onPrint: print,
    onAdvance: () => setAdvancing(!readOnly),
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('hazards.title')}</h1>
        <span className="muted">{t('hazards.sum', { ...hazards.rest.sum })}</span>
        <span className="actions">
          <ExportButton
            choices={[
              {
                name: t('export.hazards'),
                save: (format) => saveRecords(['hazards', 'hazard_steps'], format, locale),
              },
            ]}
          />
          <Button keys="P" onClick={print}>
            {t('hazards.print')}
          </Button>
          <Button look="primary" keys="N" disabled={readOnly} onClick={find}>
            {t('hazard.record')}
          </Button>
        </span>
      </div>
      {hazards.rows.length + hazards.rest.earlier + hazards.rest.retired === 0 ? (
        <div className="panel empty">
          <p>{t('hazards.empty')}</p>
          <span className="actions">
            <Button look="primary" disabled={readOnly} onClick={find}>
              {t('hazard.record')}
            </Button>
            <Link href="/import">{t('nav.import')}</Link>
          </span>
        </div>
      ) : (
        <div className="board">
          <div className="aside">
            <BoardFilters filter={filter} facets={facets} onChange={change} />
            <ClosedField span={span} earlier={hazards.rest.earlier} onSpan={onSpan} />
            {hazards.rest.retired === 0 ? null : (
              <p className="small">{t('hazards.retired', { count: hazards.rest.retired })}</p>
            )}
            <p className="small muted">{t('hazards.note')}</p>
          </div>
          {rows === NOT_YET ? null : shown.length === 0 ? (
            <div className="panel empty">
              <p>{t('hazards.noneMatch')}</p>
              <Button onClick={() => setFilter(NO_FILTER)}>{t('fleet.clearFilter')}</Button>
            </div>
          ) : (
            <BoardColumns columns={columns} place={place} span={span} />
          )}
        </div>
      )}
      {finding ? (
        <FindHazardDialog
          elevator={null}
          finding={null}
          onClose={() => setFinding(false)}
          onFound={(entry) =>
            navigate(hazardPath({ registrationNo: entry.subject as never, id: recordIdOf(entry, 0) }))
          }
        />
      ) : null}
      {advancing && place.card !== null ? <NextStep card={place.card} onClose={() => setAdvancing(false)} /> : null}
    </>
  );
}

/** What was asked for by the address, else everything. */
function useBoardFilter() {
  const asked = useAsked();
  return useState<BoardFilter>({ ...NO_FILTER, clock: askedAmong(asked('clock'), CLOCK_FILTERS) });
}

interface KeysProps {
  readonly place: BoardPlace;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onFind: () => void;
  readonly onPrint: () => void;
  readonly onAdvance: () => void;
}

function useBoardKeys({ place, filter, onFilter, onFind, onPrint, onAdvance }: KeysProps): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { card } = place;
  usePageKeys([
    { keys: 'ArrowRight', word: t('hazards.keys.column'), run: () => place.side(1) },
    { keys: 'ArrowLeft', word: '', unshown: true, run: () => place.side(-1) },
    { keys: 'ArrowDown', also: ['J'], word: t('hazards.keys.card'), run: () => place.step(1) },
    { keys: 'ArrowUp', also: ['K'], word: '', unshown: true, run: () => place.step(-1) },
    { keys: 'Enter', word: t('keys.open'), run: () => card !== null && navigate(hazardPath(card)) },
    { keys: 'M', word: t('hazards.keys.advance'), run: () => card !== null && onAdvance() },
    ...RISK_GROUPS.map((group, index) => ({
      keys: String(index + 1),
      word: index === 0 ? t('hazards.keys.group') : '',
      ...(index === 0 ? { caption: '1 2 3' } : { unshown: true as const }),
      run: () => onFilter({ ...filter, groups: toggled(filter.groups, group) }),
    })),
    { keys: 'N', word: t('hazards.keys.find'), run: onFind },
    { keys: 'P', word: t('keys.print'), run: onPrint },
    {
      keys: 'Escape',
      word: t(isFiltered(filter) ? 'hazards.keys.clear' : 'keys.back'),
      run: () => (isFiltered(filter) ? onFilter(NO_FILTER) : navigate('/')),
    },
  ]);
}

function ClosedField({ span, earlier, onSpan }: Omit<BoardProps, 'hazards'> & { readonly earlier: number }) {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('hazards.closedSpan.label')}
      hint={earlier === 0 ? undefined : t('hazards.closedSpan.earlier', { count: earlier })}
      value={span}
      onChange={(event) => onSpan(event.target.value as ClosedSpan)}
      options={CLOSED_SPANS.map((value) => ({ value, text: t(`hazards.closedSpan.${value}`) }))}
    />
  );
}
