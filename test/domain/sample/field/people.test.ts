import { describe, expect, it } from 'vitest';
import { toEpochDay, type CivilDate } from '../../../../domain/calendar/civil-date';
import { isClosed, nextWorkingDay } from '../../../../domain/sample/field/closed-days';
import { hiring } from '../../../../domain/sample/field/people';
import { seededRandom } from '../../../../domain/sample/random';

const day = (date: string): number => toEpochDay(date as CivilDate);

describe('people of a fleet with rough edges', () => {
  it('have names of their own but for one in 150, who has that of somebody of another firm', () => {
    const staff = hiring(day('2023-11-23'), day('2026-11-23'), seededRandom(1));
    const people = Array.from({ length: 12_000 }, (_, nth) => staff.hire(`firm ${Math.floor(nth / 9) % 4}`));
    const byName = new Map<string, typeof people>();
    for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
    const shared = [...byName.values()].filter((same) => same.length > 1);
    expect(shared.map((same) => same[0]!.name).sort()).toEqual([...staff.namesakes].sort());
    expect(shared).toHaveLength(80);
    for (const same of shared) expect(new Set(same.map(({ firm }) => firm)).size).toBe(2);
    expect(new Set(people.map(({ certificateNo }) => certificateNo)).size).toBe(12_000);
    expect(people.every(({ validUntil, from }) => validUntil > '2026-11-23' && from < '2023-11-23')).toBe(true);
  });
});

describe('closed days', () => {
  it.each([
    ['2026-11-22', true], // Sunday
    ['2026-11-23', false],
    ['2026-02-15', true],
    ['2026-02-23', true],
    ['2026-02-24', false],
    ['2026-02-28', false], // Saturday that is worked
    ['2026-09-20', false], // Sunday that is worked
    ['2024-10-01', true],
    ['2024-02-12', false], // no notice is kept for that year
    ['1969-12-28', true], // a Sunday before the epoch
  ])('%s closed: %s', (date, closed) => {
    expect(isClosed(day(date))).toBe(closed);
  });

  it('the next working day is the first that is not closed', () => {
    expect(nextWorkingDay(day('2026-02-14'))).toBe(day('2026-02-24'));
    expect(nextWorkingDay(day('2026-11-21'))).toBe(day('2026-11-23'));
  });
});
