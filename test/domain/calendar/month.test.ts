import { describe, expect, it } from 'vitest';
import { daysInMonth, epochDayOf } from '../../../domain/calendar/civil-date';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../../../domain/calendar/month';

describe('the first and the last day of a month', () => {
  it('are those of the calendar in every month of the years 1800–2300, kept or counted', () => {
    for (let year = 1800; year <= 2300; year++)
      for (let month = 1; month <= 12; month++) {
        const index = year * 12 + month - 1;
        expect(firstDayOfMonth(index)).toBe(epochDayOf(year, month, 1));
        expect(lastDayOfMonth(index)).toBe(epochDayOf(year, month, daysInMonth(year, month)));
        expect(monthIndexOf(lastDayOfMonth(index))).toBe(index);
      }
  });
});
