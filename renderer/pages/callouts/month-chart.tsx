import { useTranslation } from 'react-i18next';
import type { MonthFigures } from '../../../domain/response/monthly-figures';
import { monthName } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { axisOf, nameEvery } from './chart-scale';

const WIDTH = 760;
const HEIGHT = 190;
const LEFT = 34;
const TOP = 14;
const BOTTOM = 26;
const NAME_WIDTH = 44;

/** Bars by month: entrapments at the foot, those reached too late hatched, faults above. The table beside it says the same. */
export function MonthChart({ months }: { readonly months: readonly MonthFigures[] }) {
  const { t } = useTranslation();
  const { step, top } = axisOf(Math.max(0, ...months.map(({ calls }) => calls)));
  const slot = (WIDTH - LEFT) / Math.max(1, months.length);
  const y = (calls: number): number => HEIGHT - BOTTOM - (calls / top) * (HEIGHT - TOP - BOTTOM);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  const span = { from: months[0]?.month ?? '', to: months.at(-1)?.month ?? '' };
  const every = nameEvery(months.length, WIDTH - LEFT, NAME_WIDTH);
  return (
    <svg
      className="month-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('callouts.chartLabel', span)}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'base' : 'rule'} x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {months.map((figures, index) => (
        <MonthBar
          key={figures.month}
          figures={figures}
          left={LEFT + index * slot}
          slot={slot}
          y={y}
          named={(months.length - 1 - index) % every === 0}
        />
      ))}
    </svg>
  );
}

interface BarProps {
  readonly figures: MonthFigures;
  readonly left: number;
  readonly slot: number;
  readonly y: (calls: number) => number;
  readonly named: boolean;
}

function MonthBar({ figures, left, slot, y, named }: BarProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { month, calls, entrapments, late } = figures;
  const width = Math.min(30, slot * 0.62);
  const x = left + (slot - width) / 2;
  const part = (kind: string, from: number, to: number) =>
    to === from ? null : <rect className={kind} x={x} width={width} y={y(to)} height={y(from) - y(to)} />;
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  return (
    <g>
      <title>{t('callouts.bar', { month, calls, entrapments, late })}</title>
      {part('entrapments', 0, entrapments)}
      {part('late', 0, late)}
      {part('faults', entrapments, calls)}
      {calls === 0 || slot < 16 ? null : (
        <text x={x + width / 2} y={y(calls) - 4} textAnchor="middle">
          {calls}
        </text>
      )}
      {named ? (
        <text x={x + width / 2} y={HEIGHT - BOTTOM + 14} textAnchor="middle">
          {monthName(number, locale)}
          {number === 1 ? ` ${year}` : ''}
        </text>
      ) : null}
    </g>
  );
}
