import { useTranslation } from 'react-i18next';
import type { ShownTable } from '../../../domain/bridge/table-replies';
import { dayGrid, shadeOf } from './day-counts';

/** How many rows lie on each day, or in each month: a hole shows at once. */
export function DayCalendar({ days }: { readonly days: ShownTable['days'] }) {
  const { t } = useTranslation();
  const grid = dayGrid(days);
  const cells = grid.by === 'day' ? grid.columns : grid.columns.map(({ cells }) => cells);
  const most = Math.max(1, ...cells.flat().map((cell) => cell?.rows ?? 0));
  return (
    <section className="panel day-calendar" aria-label={t('mapping.days.title')}>
      <header>
        <h2>{t('mapping.days.title')}</h2>
        <span className="muted small">{t('mapping.days.span', { from: days[0]!.day, to: days.at(-1)!.day })}</span>
      </header>
      <div className={`body grid-of-days ${grid.by}`} role="list" tabIndex={0} aria-label={t('mapping.days.title')}>
        {cells.map((column, at) => (
          <div key={at} className="column">
            <span className="head">{grid.by === 'month' ? grid.columns[at]!.year : monthAt(column)}</span>
            {column.map((cell, index) =>
              cell === null ? (
                <span key={index} />
              ) : (
                <span
                  key={cell.label}
                  role="listitem"
                  className={`cell shade-${shadeOf(cell.rows, most)}`}
                  title={t(grid.by === 'day' ? 'mapping.days.cell' : 'mapping.days.month', {
                    day: cell.label,
                    month: cell.label,
                    count: cell.rows,
                  })}
                >
                  {cell.rows === 0 ? '' : cell.rows}
                </span>
              ),
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The month's number, above the week in which it begins. */
function monthAt(column: readonly ({ readonly label: string } | null)[]): string {
  const begins = column.find(
    (cell) => cell !== null && Number(cell.label.slice(8)) <= 7 && Number(cell.label.slice(8)) >= 1,
  );
  const first = column.find((cell) => cell !== null);
  return begins !== undefined && begins === first ? String(Number(begins.label.slice(5, 7))) : '';
}
