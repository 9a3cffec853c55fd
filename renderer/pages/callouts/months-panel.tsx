import { useTranslation } from 'react-i18next';
import type { CallOutFigures, MonthFigures } from '../../../domain/response/monthly-figures';
import { MonthChart } from './month-chart';

const COLUMNS = ['calls', 'faults', 'entrapments', 'injured', 'late', 'undecided'] as const;

/** The months as bars, and the same figures as a table, newest first. */
export function MonthsPanel({
  months,
  total,
}: {
  readonly months: readonly MonthFigures[];
  readonly total: CallOutFigures;
}) {
  const { t } = useTranslation();
  const newestFirst = [...months].reverse();
  return (
    <section className="panel">
      <header>
        <h2>{t('callouts.chart')}</h2>
        <ChartLegend />
      </header>
      <div className="body">
        <MonthChart months={months} />
      </div>
      <div className="month-table" tabIndex={0} role="region" aria-label={t('callouts.chart')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('callouts.columns.month')}</th>
              {[...COLUMNS, 'median', 'longest'].map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`callouts.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <FigureRow name={t('callouts.total')} figures={total} className="strong" />
            {newestFirst.map((figures) => (
              <FigureRow key={figures.month} name={figures.month} figures={figures} className="" />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function FigureRow({
  name,
  figures,
  className,
}: {
  readonly name: string;
  readonly figures: CallOutFigures;
  readonly className: string;
}) {
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td
          key={column}
          className={`number ${figures[column] === 0 ? 'muted' : column === 'late' || column === 'injured' ? 'bad' : ''}`}
        >
          {figures[column]}
        </td>
      ))}
      <td className="number">{figures.medianArrival ?? '—'}</td>
      <td className="number">{figures.longestArrival ?? '—'}</td>
    </tr>
  );
}

function ChartLegend() {
  const { t } = useTranslation();
  return (
    <span className="chart-legend small">
      {(['entrapments', 'late', 'faults'] as const).map((part) => (
        <span key={part}>
          <svg viewBox="0 0 12 12" className="month-chart" aria-hidden="true">
            {part === 'late' ? <rect className="entrapments" width="12" height="12" /> : null}
            <rect className={part} width="12" height="12" />
          </svg>
          {t(`callouts.legend.${part}`)}
        </span>
      ))}
    </span>
  );
}
