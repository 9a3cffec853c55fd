import { describe, expect, it } from 'vitest';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Fleet } from '../../../domain/fleet/elevator-history';
import { findIn, type FindQuestion, type FoundThing } from '../../../domain/fleet/find';
import type { FleetRow, JudgedRows } from '../../../domain/fleet/fleet-row';
import { pinyinSounds } from '../../../renderer/workers/pinyin-sounds';

const soundsOf = await pinyinSounds();
const hazard = (id: string, what: string, foundOn: string, refused = false) => ({
  id,
  value: { what, foundOn, foundBy: ['王海'], component: 'door' },
  steps: refused ? [{ step: { step: 'refuse', on: foundOn, by: ['李明'] } }] : [],
});
const elevators = [
  {
    registrationNo: '梯11浙A1',
    address: '翠柏苑',
    internalNo: '1#',
    userUnit: '翠柏苑业主委员会',
    hazards: [hazard('1', '门锁回路短接', '2026-01-02'), hazard('2', '轿门变形', '2026-03-02')],
  },
  { registrationNo: '梯11浙A2', address: '翠柏苑', internalNo: '2#', maintainer: '恒升电梯', hazards: [] },
  {
    registrationNo: '梯11浙A3',
    address: '江汇商务',
    maintainer: '恒升电梯',
    hazards: [hazard('3', '轿门异响', '2026-02-02')],
  },
  {
    registrationNo: '梯11浙A4',
    address: '江汇商务',
    status: 'scrapped',
    endedOn: '2026-05-01',
    hazards: [hazard('4', '轿门松动', '2026-02-03')],
  },
];
const fleet = new Map(
  elevators.map(({ hazards, ...elevator }) => [
    elevator.registrationNo,
    { registrationNo: elevator.registrationNo, elevator, hazards },
  ]),
) as unknown as Fleet;
const judged = {
  by:
    () =>
    ({ elevator }: { elevator: Elevator }) =>
      ({ registrationNo: elevator.registrationNo }) as FleetRow,
} as unknown as JudgedRows;
const PAGES = ['老旧排序', '隐患', '导入'];

function found(text: string, most = 5) {
  const question = { text, most, pages: PAGES, asOf: '2026-06-01' } as unknown as FindQuestion;
  const { things, counts } = findIn(fleet, question, judged, soundsOf);
  const told = (thing: FoundThing): string =>
    thing.kind === 'elevator' ? `${thing.kind} ${thing.row.registrationNo}` : `${thing.kind} ${thing.name}`;
  return {
    things: things.map(told),
    counts,
    marked: things.map(({ name, marks }) => marks.map(([a, b]) => name.slice(a, b))),
  };
}

describe('what of the fleet and the program a text finds', () => {
  it('by letters: elevators of the site, its firm, its hazards', () => {
    const { things, counts, marked } = found('cby');
    expect(things).toEqual([
      'elevator 梯11浙A1',
      'elevator 梯11浙A2',
      'firm 翠柏苑业主委员会',
      'hazard 轿门变形',
      'hazard 门锁回路短接',
    ]);
    expect(counts).toEqual({ elevator: 2, page: 0, firm: 1, hazard: 2 });
    expect(marked.slice(0, 3)).toEqual([['翠柏苑'], ['翠柏苑'], ['翠柏苑']]);
  });

  it('counts all and shows so many of each kind', () => {
    const { things, counts } = found('cby', 1);
    expect(things).toEqual(['elevator 梯11浙A1', 'firm 翠柏苑业主委员会', 'hazard 轿门变形']);
    expect(counts.elevator).toBe(2);
  });

  it('a firm with how many elevators name it, the larger first', () => {
    expect(found('恒升').things).toEqual(['elevator 梯11浙A2', 'elevator 梯11浙A3', 'firm 恒升电梯']);
  });

  it('pages by name and sound', () => {
    expect(found('ljpx').things).toEqual(['page 老旧排序']);
    expect(found('老旧').things).toEqual(['page 老旧排序']);
  });

  it('hazards by what they are, none of an elevator whose life has ended', () => {
    expect(found('轿门').things).toEqual(['hazard 轿门变形', 'hazard 轿门异响']);
  });

  it('every word counts, and nothing is found by nothing', () => {
    expect(found('cby 2#').things).toEqual(['elevator 梯11浙A2']);
    expect(found('  ').things).toEqual([]);
    expect(found('查无此处').counts).toEqual({ elevator: 0, page: 0, firm: 0, hazard: 0 });
  });
});
