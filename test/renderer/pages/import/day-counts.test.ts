import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate } from '../../../../domain/calendar/civil-date';
import { dayGrid, shadeOf } from '../../../../renderer/pages/import/day-counts';

describe('the days of a table as a small calendar', () => {
  it('loses no row and shows every day of the span, on the line of its weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 }),
        (start, offsets) => {
          const days = [...offsets]
            .sort((a, b) => a - b)
            .map((offset) => ({ day: toCivilDate(start + offset), rows: 1 + (offset % 3) }));
          const grid = dayGrid(days);
          const cells = grid.by === 'day' ? grid.columns.flat() : grid.columns.flatMap(({ cells }) => cells);
          const shown = cells.reduce((sum, cell) => sum + (cell?.rows ?? 0), 0);
          expect(shown).toBe(days.reduce((sum, { rows }) => sum + rows, 0));
          if (grid.by === 'month') return;
          const span = Math.max(...offsets) - Math.min(...offsets) + 1;
          expect(cells.filter((cell) => cell !== null)).toHaveLength(span);
          for (const column of grid.columns)
            for (const [weekday, cell] of column.entries())
              if (cell !== null) expect((new Date(cell.label).getUTCDay() + 6) % 7).toBe(weekday);
        },
      ),
    );
  });

  it('a day without a row is blank, and the fullest is darkest', () => {
    expect([0, 1, 5, 10].map((rows) => shadeOf(rows, 10))).toEqual([0, 1, 2, 4]);
  });
});
