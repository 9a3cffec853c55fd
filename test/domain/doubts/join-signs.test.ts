import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { joinSigns, likelihoodAtMost, likelihoodRatio } from '../../../domain/doubts/join-signs';
import type { Visit } from '../../../domain/visit/visit';
import { elevator, tables, visit } from '../../support/doubt-tables';

const FIRST = toEpochDay('2026-01-05' as CivilDate);
const ELEVATORS = Array.from({ length: 12 }, (_, n) => elevator(`E${n}`, `路${n}号`));

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A visit every fortnight at each elevator, no two alike, written down that evening; `as` changes one of them. */
function fleet(as: (no: number, nth: number) => object = () => ({})): Visit[] {
  return ELEVATORS.flatMap((_, no) =>
    Array.from({ length: 24 }, (_none, nth) => {
      const day = toCivilDate(FIRST + nth * 14);
      const start = 480 + ((no * 37 + nth * 61) % 400);
      const [from, to] = [clock(start), clock(start + 35 + ((no * 7 + nth * 11) % 25))];
      const usual = {
        technicians: [`甲${no}`, `乙${no}`],
        enteredAt: `${day}T19:${String(10 + nth).padStart(2, '0')}`,
      };
      return visit(`E${no}`, day, from, to, { ...usual, ...as(no, nth) });
    }),
  );
}

const joined = (visits: readonly Visit[]) => joinSigns(tables(visits, { elevators: ELEVATORS }));
const isCopied = (no: number, nth: number): boolean => no === 3 && nth >= 4 && nth <= 10;
const sameHours = { startedAt: '09:03', endedAt: '09:41' };
const sameSitting = (nth: number): object => ({ enteredAt: `2026-06-20T20:${String(nth).padStart(2, '0')}` });

describe('weak signs joined', () => {
  it('raise nothing where nobody does anything unusual', () => {
    expect(joined(fleet())).toEqual([]);
  });

  it('one sign alone raises nothing, however often it stands there', () => {
    expect(joined(fleet((no, nth) => (isCopied(no, nth) ? sameHours : {})))).toEqual([]);
  });

  it('several at the same elevator are listed, each term shown, and the terms make the sum', () => {
    const list = joined(fleet((no, nth) => (isCopied(no, nth) ? { ...sameHours, ...sameSitting(nth) } : {})));
    const [first] = list;
    expect(first).toMatchObject({
      unit: { type: 'elevator', registrationNo: 'E3' },
      from: '2026-01-01',
      to: '2026-06-30',
    });
    expect(new Set(first!.terms.map(({ sign }) => sign))).toEqual(
      new Set(['same-hours', 'entered-after-days', 'entered-in-one-go', 'entered-out-of-order']),
    );
    const sum = first!.terms.reduce((whole, { value }) => whole + value, 0);
    expect(Math.abs(sum - first!.sum)).toBeLessThan(0.3);
    for (const { value, hits, of, usual } of first!.terms) {
      expect(value).toBeLessThanOrEqual(likelihoodAtMost);
      expect(hits / of).toBeGreaterThan(usual);
    }
  });

  it('a habit that the people have all year is none, though the fleet does not have it', () => {
    const always = (no: number): object => (no === 3 ? { ...sameHours, note: '正常' } : {});
    expect(joined(fleet((no) => always(no)))).toEqual([]);
  });

  it('is the list of the strongest first, and the order of rows changes nothing', () => {
    const visits = fleet((no, nth) => {
      if (isCopied(no, nth)) return { ...sameHours, ...sameSitting(nth), note: '同上' };
      return no === 7 && nth > 4 && nth < 9 ? { ...sameHours, ...sameSitting(nth) } : {};
    });
    const list = joined(visits);
    expect(list.map(({ sum }) => sum)).toEqual(list.map(({ sum }) => sum).sort((a, b) => b - a));
    expect(joined(visits.toReversed())).toEqual(list);
  });

  it('of records without times, people and entries nothing is said', () => {
    const bare = { startedAt: undefined, endedAt: undefined, technicians: [], enteredAt: undefined };
    expect(joined(fleet(() => bare))).toEqual([]);
  });
});

describe('the likelihood ratio', () => {
  it.each([
    [5, 10, 0.5, 0],
    [2, 10, 0.5, 0],
    [10, 10, 0.5, 10 * Math.log(2)],
    [5, 10, 0.1, 5 * Math.log(5) + 5 * Math.log(5 / 9)],
  ])('of %i in %i, where %d is usual, is %d', (hits, of, usual, value) => {
    expect(likelihoodRatio(hits, of, usual)).toBeCloseTo(value, 10);
  });
});
