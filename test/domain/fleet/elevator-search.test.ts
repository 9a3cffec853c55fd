import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import {
  elevatorNumbered,
  foundIn,
  isFoundBy,
  matchesIn,
  neighboursIn,
  soughtBy,
} from '../../../domain/fleet/elevator-search';
import type { Fleet } from '../../../domain/fleet/elevator-history';
import { elevatorsFound } from '../../../renderer/features/elevator/elevator-picker';

const fleetOf = (...elevators: readonly Elevator[]): Fleet =>
  new Map(elevators.map((elevator) => [elevator.registrationNo, { elevator }])) as unknown as Fleet;

const PLAIN = { registrationNo: '梯11浙A12345(24)', kind: '3110', regime: 'standard' } as Elevator;
const OLD = {
  ...PLAIN,
  registrationNo: '梯11浙A12345（24）',
  address: '翠柏苑（二期）',
  rescueCode: ' 33 01',
} as Elevator;

describe('finding an elevator', () => {
  it.each(['梯11浙A12345(24)', '梯11浙A12345（24）', '梯１１浙ａ12345', '梯11 浙A12345\u200b', 'A12345(24', '（24）'])(
    'by %j finds the number in either spelling',
    (typed) => {
      const sought = soughtBy(typed, () => []);
      expect(isFoundBy(PLAIN, sought)).toBe(true);
      expect(isFoundBy(OLD, sought)).toBe(true);
    },
  );

  it('by address and codes does not mind full-width signs and spaces', () => {
    for (const typed of ['翠柏苑(二期)', '翠柏苑 二期', '3301'])
      expect(
        isFoundBy(
          OLD,
          soughtBy(typed, () => []),
        ),
      ).toBe(true);
    expect(
      isFoundBy(
        OLD,
        soughtBy('翠柏苑 三期', () => []),
      ),
    ).toBe(false);
  });

  it('by its number prefers the very spelling, then any', () => {
    expect(elevatorNumbered([PLAIN, OLD], OLD.registrationNo)).toBe(OLD);
    expect(elevatorNumbered([OLD], ' 梯11浙A12345(24)')).toBe(OLD);
    expect(elevatorNumbered([OLD], '梯11浙A12345')).toBeUndefined();
  });
});

describe('the fleet, searched', () => {
  const other = { ...PLAIN, registrationNo: '梯11浙A1', address: '梯11浙A12345(24) 旁' } as Elevator;
  const fleet = fleetOf(other, PLAIN);

  it('names the one with that number first, and no more than are wanted', () => {
    expect(foundIn(fleet, { text: PLAIN.registrationNo, most: 12 }, () => [])).toEqual([PLAIN, other]);
    expect(foundIn(fleet, { text: PLAIN.registrationNo, most: 1 }, () => [])).toEqual([PLAIN]);
    expect(foundIn(fleet, { text: '浙A1', most: 12 }, () => [])).toEqual([other, PLAIN]);
    expect(foundIn(fleet, { text: ' ', most: 12 }, () => [])).toEqual([]);
  });

  it('marks in its order who is found', () => {
    expect([...matchesIn(fleet, '旁', () => [])]).toEqual([1, 0]);
    expect([...matchesIn(fleet, '浙A1', () => [])]).toEqual([1, 1]);
  });

  it('knows who stands beside', () => {
    const order = [...fleet.keys()];
    expect(neighboursIn(order, PLAIN.registrationNo)).toEqual({ previous: other.registrationNo, next: null });
    expect(neighboursIn(order, OLD.registrationNo)).toEqual({ previous: null, next: null });
  });
});

describe('choosing elevators', () => {
  const ended = { ...PLAIN, registrationNo: '梯2', status: 'scrapped', endedOn: '2026-11-23' } as Elevator;
  const found = (text: string, day: string) =>
    elevatorsFound(
      [PLAIN, ended],
      text === '' ? null : matchesIn(fleetOf(PLAIN, ended), text, () => []),
      day as CivilDate,
    ).map(({ registrationNo }) => registrationNo);

  it('offers no retired one, and finds it by its name', () => {
    expect(found('', '2026-11-22')).toEqual([PLAIN.registrationNo, '梯2']);
    expect(found('', '2026-11-23')).toEqual([PLAIN.registrationNo]);
    expect(found('梯2', '2026-11-23')).toEqual(['梯2']);
  });
});
