import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import {
  filterFleet,
  NO_FILTER,
  sortFleet,
  type ListedRow,
  type SortKey,
} from '../../../../renderer/features/fleet/fleet-filter';
import { rowWords } from '../../../../renderer/features/fleet/row-words';

const asOf = '2026-11-23' as CivilDate;

function row(registrationNo: string, part: object): ListedRow {
  return {
    ...{ registrationNo, elevator: { registrationNo, kind: '3110', regime: 'standard' } },
    ...{ verdict: 'compliant', weight: null, verdictByLaw: 'compliant', scope: 'all', late: null, gaps: 0 },
    use: { state: 'may-run', reason: null },
    ...{ lastVisit: null, pressing: null, visitPressing: null, doubts: null },
    ...part,
  } as ListedRow;
}

const READING = row('梯2', { verdict: 'non-compliant', weight: 'reading', verdictByLaw: 'lapsed' });
const LAW = row('梯3', { verdict: 'non-compliant', weight: 'law', verdictByLaw: 'non-compliant' });
const reason = { kind: 'hazard-must-stop', on: '2026-11-20' };
const FORBIDDEN = row('梯4', { use: { state: 'must-not-run', reason } });
const LATE = row('梯1', { late: { count: 1, worstDays: 52, verdictWithoutLate: 'non-compliant' } });
const RETIRED = row('梯5', { use: { state: 'retired', reason: null } });
const FLEET = [LATE, READING, LAW, FORBIDDEN, RETIRED];
const inOrder = { rows: FLEET, places: Int32Array.of(0, 1, 2, 3, 4) };
const shown = (part: object, matches: Uint8Array | null = null) =>
  filterFleet(inOrder, { ...NO_FILTER, ...part }, asOf, matches).map(({ registrationNo }) => registrationNo);

describe('the list of the fleet', () => {
  it('begins with what must not run, then a breach of a text, then one by a reading alone; what is retired ends it', () => {
    const ordered = sortFleet(FLEET, 'urgency');
    expect(filterFleet(ordered, NO_FILTER, asOf, Uint8Array.of(1, 1, 1, 1, 1))).toEqual([
      FORBIDDEN,
      LAW,
      READING,
      LATE,
      RETIRED,
    ]);
  });

  it('leaves out what is retired unless it is asked for or searched', () => {
    expect(shown({})).toEqual(['梯1', '梯2', '梯3', '梯4']);
    expect(shown({ quick: 'retired' })).toEqual(['梯5']);
    expect(shown({ text: '梯5' }, Uint8Array.of(0, 0, 0, 0, 1))).toEqual(['梯5']);
  });

  it('is filtered by what must not run and by what was entered late', () => {
    expect(shown({ quick: 'must-not-run' })).toEqual(['梯4']);
    expect(shown({ quick: 'late' })).toEqual(['梯1']);
  });

  it('is filtered and sorted by the doubts that ask for an answer, those of what is retired too', () => {
    const rows = [
      { ...LATE, doubts: 0 },
      { ...READING, doubts: 2 },
      { ...RETIRED, doubts: 5 },
    ];
    const listed = filterFleet(sortFleet(rows, 'doubts'), { ...NO_FILTER, quick: 'doubts' }, asOf, null);
    expect(listed.map(({ registrationNo }) => registrationNo)).toEqual(['梯5', '梯2']);
  });

  it('calls a verdict that rests on a reading one, and says what the text alone finds', () => {
    expect(rowWords(READING, 'zh-CN')).toMatchObject({ verdict: '不合规（通行读法）', byLaw: '法定：曾超期' });
    expect(rowWords(LAW, 'zh-CN')).toMatchObject({ verdict: '不合规', byLaw: '' });
    expect(rowWords(LATE, 'zh-CN').late).toBe('补录，迟 52 天');
    expect(rowWords(FORBIDDEN, 'en').because).toBe('a hazard must stop it at once: 2026-11-20');
  });
});

describe('the order of the list', () => {
  const VERDICTS = ['non-compliant', 'lapsed', 'not-shown', 'no-data', 'compliant', 'not-applicable'];
  const RANKS: Readonly<Record<string, number>> = { 'must-not-run': 0, retired: 2 };
  const day = fc.option(fc.integer({ min: -40_000, max: 40_000 }));
  const rows = fc
    .uniqueArray(
      fc.record({
        no: fc.integer({ min: 1, max: 500 }),
        ...{ state: fc.constantFrom('must-not-run', 'may-run', 'cannot-tell', 'out-of-use', 'retired') },
        ...{ verdict: fc.constantFrom(...VERDICTS), weight: fc.constantFrom('law', 'reading', null), left: day },
        ...{
          lastVisit: day,
          gaps: fc.nat(3),
          doubts: fc.option(fc.nat(3)),
          address: fc.constantFrom('甲', '乙', '丙'),
        },
      }),
      { selector: ({ no }) => no },
    )
    .map((all) =>
      all.map(({ no, state, left, address, ...figures }) => {
        const pressing = left === null ? null : { rule: 0, status: 'met', due: 0, daysLeft: left };
        const elevator = { registrationNo: String(no), kind: '3110', regime: 'standard', address };
        return row(String(no), { ...figures, elevator, use: { state, reason: null }, pressing });
      }),
    );
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const rank = ({ use }: ListedRow): number => RANKS[use.state] ?? 1;
  const asSaid: Readonly<Record<SortKey, (a: ListedRow, b: ListedRow) => number>> = {
    urgency: (a, b) =>
      rank(a) - rank(b) ||
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      Number(b.weight === 'law') - Number(a.weight === 'law') ||
      (a.pressing?.daysLeft ?? 1e9) - (b.pressing?.daysLeft ?? 1e9),
    registrationNo: () => 0,
    place: (a, b) => text(a.elevator.address!, b.elevator.address!),
    lastVisit: (a, b) => (a.lastVisit ?? -1e9) - (b.lastVisit ?? -1e9),
    gaps: (a, b) => b.gaps - a.gaps,
    doubts: (a, b) => (b.doubts ?? 0) - (a.doubts ?? 0),
  };

  it.each(Object.keys(asSaid) as SortKey[])('by %s is that of its comparison, part by part', (key) => {
    fc.assert(
      fc.property(rows, (fleet) => {
        const { places } = sortFleet(fleet, key);
        const sorted = fleet.toSorted((a, b) => asSaid[key](a, b) || text(a.registrationNo, b.registrationNo));
        expect([...places].map((place) => fleet[place])).toEqual(sorted);
      }),
    );
  });

  it('reads the address of each elevator once, however many there are', () => {
    let read = 0;
    const fleet = Array.from({ length: 1000 }, (_, index) => {
      const place = (index * 7919) % 1000;
      const elevator = {
        get address() {
          read += 1;
          return `街道${place}号`;
        },
      };
      return row(String(index), { elevator });
    });
    sortFleet(fleet, 'place');
    expect(read).toBe(1000);
  });
});
