import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { neighbourOf } from '../../../../renderer/components/risk-cell';
import { inBoardOrder, sumOf } from '../../../../domain/fleet/board-order';
import type { HazardCard } from '../../../../domain/fleet/hazard-card';
import {
  columnBeside,
  columnsOf,
  facetsOf,
  filterBoard,
  NO_FILTER,
  toggled,
  usedShare,
} from '../../../../renderer/features/hazard/board';

const clock = (daysLeft: number | null, part: object = {}) => ({
  step: 'rectify',
  status: daysLeft === null ? 'no-deadline' : daysLeft < 0 ? 'overdue' : 'running',
  daysLeft,
  dueOn: daysLeft === null ? null : '2026-11-30',
  ...part,
});

let next = 0;
const card = (part: Readonly<Record<string, unknown>> = {}): HazardCard => {
  const daysLeft = (part['daysLeft'] ?? null) as number | null;
  next += 1;
  return {
    id: `0123abcd/${next}`,
    registrationNo: `梯${next}`,
    state: 'found',
    open: true,
    stopped: false,
    mustStop: false,
    late: daysLeft !== null && daysLeft < 0,
    nextDays: daysLeft !== null && daysLeft >= 0 ? daysLeft : null,
    pressing: clock(daysLeft),
    group: null,
    risk: null,
    foundOn: '2026-11-01',
    since: '2026-11-01',
    place: { address: '翠柏苑' },
    ...part,
  } as unknown as HazardCard;
};

const at = (severity: number, probability: string, group: string) => ({ risk: { severity, probability }, group });

describe('the board of hazards', () => {
  it('has a column for what is to be re-checked or closed, and one for what is closed or not upheld', () => {
    const states = ['found', 'notified', 'in-rectification', 'rectified', 'rechecked', 'closed', 'refused'];
    const columns = columnsOf(states.map((state) => card({ state })));
    expect(Object.values(columns).map((cards) => cards.length)).toEqual([1, 1, 1, 2, 2]);
  });

  it('puts first what must stop, then what is late or due next, then the graver group; done ones by day', () => {
    const [later, none, now, late, soon] = [
      card({ daysLeft: 9 }),
      card(),
      card({ mustStop: true, daysLeft: 30 }),
      card({ daysLeft: -2 }),
      card({ daysLeft: 1 }),
    ];
    const ordered = (...cards: HazardCard[]) => columnsOf(inBoardOrder(cards));
    expect(ordered(later, none, now, late, soon).found).toEqual([now, late, soon, later, none]);
    const [grave, light] = [card(at(1, 'A', 'I')), card(at(4, 'F', 'III'))];
    expect(ordered(none, light, grave).found).toEqual([grave, light, none]);
    const [first, second] = [
      card({ state: 'closed', open: false, since: '2026-11-02' }),
      card({ state: 'closed', open: false, since: '2026-11-09' }),
    ];
    expect(ordered(first, second).done).toEqual([second, first]);
  });

  it('keeps the cards that pass every part of the filter', () => {
    const cards = [
      card({ ...at(1, 'C', 'I'), daysLeft: -1 }),
      card({ ...at(1, 'C', 'I'), daysLeft: 3, place: { address: '江汇' } }),
      card({ ...at(3, 'C', 'II'), daysLeft: 5 }),
      card({ daysLeft: 6 }),
    ];
    const kept = (filter: object) => filterBoard(cards, { ...NO_FILTER, ...filter }).map((one) => cards.indexOf(one));
    expect(kept({})).toEqual([0, 1, 2, 3]);
    expect(kept({ cell: '1C' })).toEqual([0, 1]);
    expect(kept({ groups: ['I', 'II'] })).toEqual([0, 1, 2]);
    expect(kept({ clock: 'overdue' })).toEqual([0]);
    expect(kept({ clock: 'soon' })).toEqual([1, 2]);
    expect(kept({ place: '翠柏苑', groups: ['I'] })).toEqual([0]);
    expect(kept({ cell: '4F' })).toEqual([]);
  });

  it('counts what each choice would leave, given the other choices', () => {
    const cards = [
      card({ ...at(1, 'C', 'I'), daysLeft: -1 }),
      card({ ...at(1, 'C', 'I'), place: { address: '江汇' } }),
      card({ ...at(3, 'C', 'II'), stopped: true }),
      card(),
      card({ state: 'closed', open: false, ...at(3, 'C', 'II') }),
    ];
    const all = facetsOf(cards, NO_FILTER);
    expect([...all.cells]).toEqual([
      ['1C', 2],
      ['3C', 1],
    ]);
    expect([all.groups, all.noGroup]).toEqual([{ I: 2, II: 1, III: 0 }, 1]);
    expect(all.clocks).toEqual({ overdue: 1, soon: 0, now: 0, stopped: 1 });
    expect(all.places).toEqual([
      ['翠柏苑', 3],
      ['江汇', 1],
    ]);
    const grave = facetsOf(cards, { ...NO_FILTER, groups: ['I'] });
    expect(grave.groups).toEqual({ I: 2, II: 1, III: 0 });
    expect(grave.places).toEqual([
      ['江汇', 1],
      ['翠柏苑', 1],
    ]);
  });

  it('adds up elevators, not hazards, where it speaks of elevators', () => {
    const same = { registrationNo: '梯A' };
    expect(
      sumOf([
        card({ ...same, stopped: true }),
        card({ ...same, stopped: true, daysLeft: -1 }),
        card({ mustStop: true }),
        card({ state: 'closed', open: false }),
      ]),
    ).toEqual({ open: 3, stopped: 1, mustStop: 1, overdue: 1 });
  });

  it('the keys pass over columns without cards and stop at the last', () => {
    const columns = columnsOf([card(), card({ state: 'rectified' })]);
    expect(columnBeside(columns, 'found', 1)).toBe('recheck');
    expect(columnBeside(columns, 'recheck', 1)).toBe('recheck');
    expect(columnBeside(columns, 'recheck', -1)).toBe('found');
    expect(columnBeside(columns, 'found', -1)).toBe('found');
  });

  it('a bar is as long as the part of the time that is used', () => {
    const asOf = '2026-11-11' as CivilDate;
    expect(usedShare(card({ daysLeft: 10 }), asOf)).toBe(0.5);
    expect(usedShare(card({ daysLeft: -1 }), asOf)).toBe(1);
    expect(usedShare(card({ pressing: clock(null, { status: 'now' }) }), asOf)).toBe(1);
    expect(usedShare(card(), asOf)).toBeNull();
    expect(usedShare(card({ daysLeft: 0, foundOn: '2026-11-11', since: '2026-11-11' }), asOf)).toBe(1);
    expect(usedShare(card({ pressing: clock(5, { step: 'recheck' }), since: '2026-11-06' }), asOf)).toBe(0.5);
  });

  it('a group is added once and taken away again', () => {
    expect(toggled(['I'], 'II')).toEqual(['I', 'II']);
    expect(toggled(['I', 'II'], 'I')).toEqual(['II']);
  });
});

describe('the cells of the matrix', () => {
  it('are gone through by the arrow keys and end at the edge', () => {
    expect([neighbourOf('2B', 'ArrowUp'), neighbourOf('2B', 'ArrowRight')]).toEqual(['1B', '2C']);
    expect([neighbourOf('1A', 'ArrowUp'), neighbourOf('4F', 'ArrowRight')]).toEqual([null, null]);
    expect(neighbourOf('2B', 'Enter')).toBeNull();
  });
});
