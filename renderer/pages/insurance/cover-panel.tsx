import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import { COVER_STATES, type CoverRow, type CoverState } from '../../../domain/fleet/insurance-rows';
import { Button } from '../../components/controls';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { StatusMark, toneOf } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { coverShape } from './policy-status';

export type CoverFilter = CoverState | null;

interface Filtering {
  readonly rows: readonly CoverRow[];
  readonly filter: CoverFilter;
}

/** How many elevators stand how; each count filters the list. */
export function CoverCounts({
  rows,
  filter,
  onFilter,
}: Filtering & { readonly onFilter: (filter: CoverFilter) => void }) {
  const { t } = useTranslation();
  return (
    <div className="verdict-counts" role="group" aria-label={t('insurance.cover')}>
      {COVER_STATES.map((state) => {
        const figure = rows.filter((row) => row.state === state).length;
        return (
          <button
            key={state}
            type="button"
            className={figure > 0 ? `some ${toneOf(coverShape(state))}` : 'muted'}
            aria-pressed={filter === state}
            onClick={() => onFilter(filter === state ? null : state)}
          >
            <StatusMark shape={coverShape(state)} word={t(`insurance.covers.${state}`)} />
            <span className="figure">{figure}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The elevators that stand that way, those without the cover they had first, with the days they went without. */
export function CoverPanel({ rows, filter, onClear }: Filtering & { readonly onClear: () => void }) {
  const { t } = useTranslation();
  const { settings, locale, period } = useAppState();
  const [current, setCurrent] = useState(-1);
  const shown = filter === null ? rows : rows.filter(({ state }) => state === filter);
  const columns = useColumns();
  return (
    <section className="panel cover-panel">
      <header>
        <h2>{t('insurance.coverOf')}</h2>
        <span className="muted small">
          {t('insurance.coverHint', { from: longDate(period.from, locale), to: longDate(period.to, locale) })}
        </span>
        {filter === null ? null : (
          <Button className="right" look="small" onClick={onClear}>
            {t('insurance.allElevators')}
          </Button>
        )}
      </header>
      <RowGrid
        label={t('insurance.coverOf')}
        rows={shown}
        columns={columns}
        keyOf={(row) => row.registrationNo}
        rowHeight={settings.comfortable ? 34 : 26}
        current={Math.min(current, shown.length - 1)}
        onCurrent={setCurrent}
      />
    </section>
  );
}

function useColumns(): readonly GridColumn<CoverRow>[] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const daysOf = ({ gaps }: CoverRow): number =>
    gaps.reduce((days, { from, to }) => days + toEpochDay(to) - toEpochDay(from) + 1, 0);
  return [
    {
      id: 'state',
      head: t('insurance.columns.cover'),
      width: locale === 'en' ? '100px' : '92px',
      cell: ({ state }) => <StatusMark shape={coverShape(state)} word={t(`insurance.covers.${state}`)} />,
    },
    {
      id: 'elevator',
      head: t('fleet.columns.place'),
      width: 'minmax(110px, 1fr)',
      cell: ({ registrationNo, elevator }) => <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />,
    },
    {
      id: 'until',
      head: t('insurance.columns.until'),
      width: '88px',
      cell: ({ until }) => (until === null ? '—' : longDate(until, locale)),
    },
    {
      id: 'gaps',
      head: t('insurance.columns.gaps'),
      width: '72px',
      className: 'number',
      cell: (row) =>
        row.gaps.length === 0 ? (
          <span className="muted">—</span>
        ) : (
          <span
            className="warn strong"
            title={row.gaps
              .map(({ from, to }) => t('insurance.gap', { from: longDate(from, locale), to: longDate(to, locale) }))
              .join('\n')}
          >
            {t('insurance.gapDays', { count: daysOf(row) })}
          </span>
        ),
    },
  ];
}
