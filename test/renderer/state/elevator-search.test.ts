import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import { elevatorsFound } from '../../../renderer/state/elevator-picker';
import { elevatorNumbered, isFoundBy, searchWords } from '../../../renderer/state/elevator-search';

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
      const words = searchWords(typed);
      expect(isFoundBy(PLAIN, words)).toBe(true);
      expect(isFoundBy(OLD, words)).toBe(true);
    },
  );

  it('by address and codes does not mind full-width signs and spaces', () => {
    for (const typed of ['翠柏苑(二期)', '翠柏苑 二期', '3301']) expect(isFoundBy(OLD, searchWords(typed))).toBe(true);
    expect(isFoundBy(OLD, searchWords('翠柏苑 三期'))).toBe(false);
  });

  it('by its number prefers the very spelling, then any', () => {
    expect(elevatorNumbered([PLAIN, OLD], OLD.registrationNo)).toBe(OLD);
    expect(elevatorNumbered([OLD], ' 梯11浙A12345(24)')).toBe(OLD);
    expect(elevatorNumbered([OLD], '梯11浙A12345')).toBeUndefined();
  });
});

describe('choosing elevators', () => {
  const ended = { ...PLAIN, registrationNo: '梯2', status: 'scrapped', endedOn: '2026-11-23' } as Elevator;
  const found = (text: string, day: string) =>
    elevatorsFound([PLAIN, ended], text, day as CivilDate).map(({ registrationNo }) => registrationNo);

  it('offers no retired one, and finds it by its name', () => {
    expect(found('', '2026-11-22')).toEqual([PLAIN.registrationNo, '梯2']);
    expect(found('', '2026-11-23')).toEqual([PLAIN.registrationNo]);
    expect(found('梯2', '2026-11-23')).toEqual(['梯2']);
  });
});
