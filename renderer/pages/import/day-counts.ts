import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { ShownTable } from '../../../domain/bridge/table-replies';

export interface DayCell {
  readonly label: string;
  readonly rows: number;
}

/** Weeks that are shown day by day; a longer span is shown month by month, of the last years. */
const MOST_WEEKS = 20;
const MOST_YEARS = 20;

/** The days of a table as columns of a week, Monday first, or, over a longer span, as columns of a year. */
export type DayGrid =
  | { readonly by: 'day'; readonly columns: readonly (readonly (DayCell | null)[])[] }
  | {
      readonly by: 'month';
      readonly columns: readonly { readonly year: string; readonly cells: readonly DayCell[] }[];
    };

export function dayGrid(days: ShownTable['days']): DayGrid {
  const counts = new Map(days.map(({ day, rows }) => [day as string, rows]));
  const [first, last] = [toEpochDay(days[0]!.day), toEpochDay(days.at(-1)!.day)];
  const start = first - ((first + 3) % 7); // epoch day 0 was a Thursday
  const weeks = Math.floor((last - start) / 7) + 1;
  if (weeks <= MOST_WEEKS) {
    const cell = (day: number): DayCell | null =>
      day < first || day > last ? null : cellOf(toCivilDate(day), counts.get(toCivilDate(day)) ?? 0);
    const columns = Array.from({ length: weeks }, (_, week) =>
      Array.from({ length: 7 }, (_, weekday) => cell(start + week * 7 + weekday)),
    );
    return { by: 'day', columns };
  }
  const months = new Map<string, number>();
  for (const { day, rows } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + rows);
  const [from, to] = [days[0]!, days.at(-1)!].map(({ day }) => Number(day.slice(0, 4))) as [number, number]; // two days
  const shown = Math.min(to - from + 1, MOST_YEARS);
  const years = Array.from({ length: shown }, (_, at) => String(to - shown + 1 + at));
  const columns = years.map((year) => ({
    year,
    cells: Array.from({ length: 12 }, (_, at) => {
      const month = `${year}-${String(at + 1).padStart(2, '0')}`;
      return { label: month, rows: months.get(month) ?? 0 };
    }),
  }));
  return { by: 'month', columns };
}

const cellOf = (label: CivilDate, rows: number): DayCell => ({ label, rows });

/** How dark a cell is, from 0 (no row) to 4, by its share of the most. */
export function shadeOf(rows: number, most: number): number {
  return rows === 0 ? 0 : Math.max(1, Math.ceil((rows / most) * 4));
}
