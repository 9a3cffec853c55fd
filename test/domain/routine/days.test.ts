import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { countDays, mondayOf, routineDays, routineSince, type DayState } from '../../../domain/routine/days';
import { everyDay, routineDossier, type CheckWish } from '../../support/routine-story';

const D = (date: string): CivilDate => date as CivilDate;
const PERIOD = { from: D('2026-09-01'), to: D('2026-09-10') };
const TODAY = D('2026-09-08');
const states = (
  checks: readonly CheckWish[],
  more: Parameters<typeof routineDossier>[1] = {},
  since: CivilDate | null = D('2026-09-02'),
): DayState[] => routineDays(routineDossier(checks, more), PERIOD, { today: TODAY, since }).map(({ state }) => state);

describe('the days of an elevator in the routine', () => {
  it('are as the record of each says, else missing up to yesterday, and not asked before the first check of the place', () => {
    const checks: CheckWish[] = [
      { date: D('2026-09-03') },
      { date: D('2026-09-04'), result: 'found', found: '层门异响' },
      { date: D('2026-09-05'), result: 'not-done', reason: '全院停电' },
    ];
    expect(states(checks)).toEqual([
      ...['not-asked', 'missing', 'nothing-found', 'found', 'not-done', 'missing', 'missing'],
      ...['to-do', 'not-asked', 'not-asked'],
    ]);
  });

  it('out of use ask for nothing from the first day out to the day before the first day back; a record goes before', () => {
    const outages = [{ from: D('2026-09-03'), to: D('2026-09-06') }];
    expect(states([{ date: D('2026-09-04') }], { outages }).slice(2, 6)).toEqual([
      ...['out-of-use', 'nothing-found', 'out-of-use', 'missing'],
    ]);
  });

  it('before its service ask for nothing, and neither do those of a place without any check', () => {
    expect(states([], { elevator: { inServiceOn: D('2026-09-06') } }).slice(3, 7)).toEqual([
      ...['not-asked', 'not-asked', 'missing', 'missing'],
    ]);
    expect(states([], {}, null)).toEqual([...Array<string>(7).fill('not-asked'), 'to-do', 'not-asked', 'not-asked']);
  });

  it('after the end of its life ask for nothing', () => {
    const elevator = { status: 'scrapped' as const, endedOn: D('2026-09-05') };
    expect(states([], { elevator }).slice(3, 8)).toEqual([
      ...['missing', 'out-of-use', 'out-of-use', 'out-of-use', 'out-of-use'],
    ]);
  });

  it('with a withdrawn check stand as without one, and tell it', () => {
    const days = routineDays(routineDossier([{ date: D('2026-09-03'), withdrawn: true }]), PERIOD, {
      today: TODAY,
      since: D('2026-09-02'),
    });
    expect([days[2]?.state, days[2]?.withdrawn.length, days[3]?.withdrawn.length]).toEqual(['missing', 1, 0]);
  });

  it('tell a check entered later by how many days', () => {
    const days = routineDays(
      routineDossier([{ date: D('2026-09-03'), enteredOn: '2026-09-06' }, { date: D('2026-09-04') }]),
      PERIOD,
      { today: TODAY, since: D('2026-09-02') },
    );
    expect(days.slice(2, 4).map(({ lateDays }) => lateDays)).toEqual([3, 0]);
    expect(countDays(days)).toEqual({
      ...{ asked: 7, checked: 2, found: 0, explained: 0, late: 1 },
      missing: ['2026-09-02', '2026-09-05', '2026-09-06', '2026-09-07'],
    });
  });

  it('are asked for from the first check of any elevator there that stands', () => {
    const first = routineDossier([{ date: D('2026-09-05') }, { date: D('2026-09-01'), withdrawn: true }]);
    expect(routineSince([first, routineDossier([{ date: D('2026-09-04') }])])).toBe('2026-09-04');
    expect(routineSince([routineDossier([])])).toBeNull();
  });

  it('are each of one kind, and those asked for are checked, explained, missing or to do (seed 20261201)', () => {
    const day = fc.integer({ min: toEpochDay(PERIOD.from), max: toEpochDay(TODAY) });
    fc.assert(
      fc.property(fc.uniqueArray(day), day, day, (checked, out, since) => {
        const dossier = routineDossier(
          checked.map((one) => ({ date: toCivilDate(one) })),
          { outages: [{ from: toCivilDate(out), to: toCivilDate(out + 2) }] },
        );
        const days = routineDays(dossier, PERIOD, { today: TODAY, since: toCivilDate(since) });
        expect(days.map(({ date }) => date)).toEqual(everyDay(toEpochDay(PERIOD.from), toEpochDay(PERIOD.to)));
        const { asked, checked: done, explained, missing } = countDays(days);
        const toDo = days.filter(({ state }) => state === 'to-do').length;
        expect(asked).toBe(done + explained + missing.length + toDo);
        for (const date of missing) {
          const one = toEpochDay(date);
          expect([checked.includes(one), one >= since, one === out || one === out + 1]).toEqual([false, true, false]);
        }
      }),
      { seed: 20_261_201 },
    );
  });

  it('are of the week that begins on their Monday', () => {
    const week = everyDay(toEpochDay(D('2026-09-28')), toEpochDay(D('2026-10-04')));
    expect(new Set(week.map((date) => toCivilDate(mondayOf(toEpochDay(date)))))).toEqual(new Set(['2026-09-28']));
    expect(toCivilDate(mondayOf(toEpochDay(D('2026-10-05'))))).toBe('2026-10-05');
    expect(toCivilDate(mondayOf(-1))).toBe('1969-12-29');
  });
});
