import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RISK_GROUPS, type RiskGroup } from '../../../domain/hazard/hazard';
import { WeightTag } from '../../components/weight-tag';
import { SelectField } from '../../components/controls';
import { RiskMark } from '../../components/risk-mark';
import { RiskMatrix } from '../../components/risk-matrix';
import { StatusShape, toneOf, type Shape } from '../../components/status-mark';
import { estateOf } from '../../components/elevator-place';
import { useAppState } from '../../session/app-state';
import { CLOCK_FILTERS, toggled, type BoardFilter, type ClockFilter, type Facets } from '../../features/hazard/board';

interface FilterProps {
  readonly filter: BoardFilter;
  readonly facets: Facets;
  readonly onChange: (change: Partial<BoardFilter>) => void;
}

/** Matrix, groups, clocks and places; each is a filter, and all of them together. */
export function BoardFilters(props: FilterProps) {
  return (
    <div className="board-filters">
      <MatrixPanel {...props} />
      <GroupPanel {...props} />
      <ClockPanel {...props} />
      <PlacePanel {...props} />
    </div>
  );
}

function MatrixPanel({ filter, facets, onChange }: FilterProps) {
  const { t } = useTranslation();
  const { pack, locale, say } = useAppState();
  const matrix = pack.hazards?.matrix;
  if (matrix === undefined) return null;
  return (
    <section className="panel">
      <header>
        <h2>{t('risk.title')}</h2>
        <WeightTag weight={matrix.confidence} />
        <span className="muted small right">{t('hazards.matrixHint')}</span>
      </header>
      <RiskMatrix
        matrix={matrix}
        locale={locale}
        label={t('hazards.matrixLabel')}
        counts={facets.cells}
        chosen={filter.cell}
        onChoose={(cell) => onChange({ cell: cell === filter.cell ? null : cell })}
      />
      <details className="small muted">
        <summary>{t('hazards.matrixNote')}</summary>
        {say(matrix.note)}
      </details>
    </section>
  );
}

function GroupPanel({ filter, facets, onChange }: FilterProps) {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  return (
    <section className="panel">
      <header>
        <h2>{t('hazards.groups')}</h2>
        <span className="muted small right">
          {facets.noGroup === 0 ? '' : t('hazards.noEstimateCount', { count: facets.noGroup })}
        </span>
      </header>
      {RISK_GROUPS.map((group, index) => (
        <Choice
          key={group}
          chosen={filter.groups.includes(group)}
          count={facets.groups[group]}
          keys={String(index + 1)}
          onChoose={() => onChange({ groups: toggled(filter.groups, group) })}
        >
          <RiskMark group={group} />
          <span>{groupSays(group)}</span>
        </Choice>
      ))}
    </section>
  );

  function groupSays(group: RiskGroup): string {
    const known = pack.hazards?.matrix.groups.find(({ id }) => id === group);
    return known === undefined ? '' : say(known.says);
  }
}

const CLOCK_SHAPES: Readonly<Record<ClockFilter, Shape>> = {
  overdue: 'overdue',
  soon: 'due-soon',
  now: 'refused',
  stopped: 'not-applicable',
};

function ClockPanel({ filter, facets, onChange }: FilterProps) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <header>
        <h2>{t('hazards.clocks.title')}</h2>
      </header>
      {CLOCK_FILTERS.map((clock) => (
        <Choice
          key={clock}
          chosen={filter.clock === clock}
          count={facets.clocks[clock]}
          onChoose={() => onChange({ clock: filter.clock === clock ? null : clock })}
        >
          <span className={`status ${facets.clocks[clock] === 0 ? 'muted' : toneOf(CLOCK_SHAPES[clock])}`}>
            <StatusShape shape={CLOCK_SHAPES[clock]} />
            {t(`hazards.clocks.${clock}`)}
          </span>
        </Choice>
      ))}
    </section>
  );
}

/** Places shown one by one; the rest stand in a list. */
const SHOWN_PLACES = 6;

/** A fleet has thousands of places: they are listed once somebody goes to the list. */
function PlacePanel({ filter: { place: chosen }, facets: { places }, onChange }: FilterProps) {
  const { t } = useTranslation();
  const shown = places.slice(0, SHOWN_PLACES);
  const listed = chosen !== null && !shown.some(([place]) => place === chosen) ? chosen : '';
  const rest = places.slice(SHOWN_PLACES);
  const [isOpen, setOpen] = useState(false);
  const stray = listed === '' || rest.some(([place]) => place === listed) ? [] : [{ value: listed, text: listed }];
  return (
    <section className="panel">
      <header>
        <h2>{t('hazards.places')}</h2>
      </header>
      {shown.map(([place, count]) => (
        <Choice
          key={place}
          chosen={chosen === place}
          count={count}
          onChoose={() => onChange({ place: chosen === place ? null : place })}
        >
          <span title={place}>{estateOf(place)}</span>
        </Choice>
      ))}
      {rest.length + stray.length === 0 ? null : (
        <SelectField
          label={t('hazards.otherPlaces', { count: rest.length })}
          value={listed}
          onFocus={() => setOpen(true)}
          onPointerDown={() => setOpen(true)}
          onChange={(event) => onChange({ place: event.target.value === '' ? null : event.target.value })}
          options={[
            { value: '', text: t('hazards.allPlaces') },
            ...stray,
            ...(isOpen || listed !== '' ? rest : []).map(([place, count]) => ({
              value: place,
              text: `${place} (${count})`,
            })),
          ]}
        />
      )}
    </section>
  );
}

function Choice({
  chosen,
  count,
  keys,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly count: number;
  readonly keys?: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="choice" aria-pressed={chosen} onClick={onChoose}>
      {children}
      {keys === undefined ? null : <kbd aria-hidden="true">{keys}</kbd>}
      <span className="count">{count}</span>
    </button>
  );
}
