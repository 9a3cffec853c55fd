import { describe, expect, it } from 'vitest';
import type { CallOut, LocalMinute } from '../../../domain/callout/callout';
import { timeOutOfOrder } from '../../../domain/callout/callout';
import { isLocalMinute, minutesBetween } from '../../../domain/callout/local-minute';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { monthlyFigures, monthsEnding } from '../../../domain/response/monthly-figures';
import { cnPack } from '../../support/cn-pack';

const at = (text: string) => text as LocalMinute;

function call(part: Partial<Record<keyof CallOut, unknown>> = {}): CallOut {
  const base = { registrationNo: 'x' as RegistrationNo, kind: 'entrapment', reportedAt: '2026-11-03T08:10' };
  return { ...base, ...part } as CallOut;
}

const somewhere: Pick<Elevator, 'kind' | 'area'> = { kind: '3110' };
const urban: Pick<Elevator, 'kind' | 'area'> = { kind: '3110', area: 'urban' };
const other: Pick<Elevator, 'kind' | 'area'> = { kind: '3110', area: 'other' };

describe('arrival at an entrapment', () => {
  it('is counted from the dispatch: 30 minutes in the city is in time, 31 is late', () => {
    const arrived = (time: string) =>
      judgeArrival(call({ dispatchedAt: '2026-11-03T08:15', arrivedAt: time }), urban, cnPack);
    expect(arrived('2026-11-03T08:45')).toEqual({
      status: 'in-time',
      reason: null,
      minutes: 30,
      countedFrom: 'dispatched',
      dispatchMissing: false,
      limit: 30,
      requirementId: 'cn.response.urban',
    });
    expect(arrived('2026-11-03T08:46')).toMatchObject({ status: 'late', minutes: 31, limit: 30 });
  });

  it('elsewhere may take an hour', () => {
    const arrived = (time: string) =>
      judgeArrival(call({ dispatchedAt: '2026-11-03T08:15', arrivedAt: time }), other, cnPack);
    expect(arrived('2026-11-03T09:15').status).toBe('in-time');
    expect(arrived('2026-11-03T09:16').status).toBe('late');
  });

  it('is counted from the report where nobody wrote the dispatch down', () => {
    const judged = judgeArrival(call({ arrivedAt: '2026-11-03T08:45' }), urban, cnPack);
    expect(judged).toMatchObject({ status: 'late', minutes: 35, countedFrom: 'reported', dispatchMissing: true });
  });

  it('between the limits of two areas stays undecided while the register does not say in which it stands', () => {
    const arrived = (time: string) => judgeArrival(call({ arrivedAt: time }), somewhere, cnPack);
    expect(arrived('2026-11-03T08:40').status).toBe('in-time');
    expect(arrived('2026-11-03T08:41')).toMatchObject({ status: 'undecided', reason: 'area-unknown', limit: 30 });
    expect(arrived('2026-11-03T09:10').status).toBe('undecided');
    expect(arrived('2026-11-03T09:11')).toMatchObject({
      status: 'late',
      limit: 60,
      requirementId: 'cn.response.other',
    });
  });

  it('where the pack has a limit for one area only, passing it decides nothing about an elevator without an area', () => {
    const cityAlone = { requirements: cnPack.requirements.filter(({ id }) => id !== 'cn.response.other') };
    const arrived = (time: string, at: typeof somewhere) =>
      judgeArrival(call({ arrivedAt: time }), at, cityAlone).status;
    expect(arrived('2026-11-03T08:40', somewhere)).toBe('in-time');
    expect(arrived('2026-11-03T12:00', somewhere)).toBe('undecided');
    expect(arrived('2026-11-03T12:00', urban)).toBe('late');
    expect(arrived('2026-11-03T12:00', other)).toBe('not-applicable');
  });

  it('of two limits for one place the stricter decides', () => {
    const stricter = cnPack.requirements
      .filter(({ id }) => id === 'cn.response.urban')
      .map((one) => ({ ...one, id: 'city', maxMinutes: 20 }));
    const both = { requirements: [...cnPack.requirements, ...stricter] };
    const arrived = (time: string) => judgeArrival(call({ arrivedAt: time }), urban, both);
    expect(arrived('2026-11-03T08:30')).toMatchObject({ status: 'in-time', limit: 20, requirementId: 'city' });
    expect(arrived('2026-11-03T08:31')).toMatchObject({ status: 'late', limit: 20, requirementId: 'city' });
  });

  it('over midnight goes on counting', () => {
    const judged = judgeArrival(call({ reportedAt: '2026-12-31T23:50', arrivedAt: '2027-01-01T00:20' }), urban, cnPack);
    expect(judged).toMatchObject({ minutes: 30, status: 'in-time' });
  });

  it('without an arrival on record says so, at a fault asks for nothing', () => {
    expect(judgeArrival(call(), urban, cnPack)).toMatchObject({ status: 'not-recorded', reason: 'no-arrival' });
    expect(judgeArrival(call({ kind: 'fault', arrivedAt: '2026-11-03T12:00' }), urban, cnPack).status).toBe(
      'not-applicable',
    );
  });

  it('no limit in force or verified: nothing is found', () => {
    const late = call({ reportedAt: '2016-11-03T08:10', arrivedAt: '2016-11-03T12:00' });
    expect(judgeArrival(late, urban, cnPack).status).toBe('not-applicable');
    const unverified: Pick<RulePack, 'requirements'> = {
      requirements: cnPack.requirements.map((one) => ({ ...one, confidence: 'unverified' as const })),
    };
    expect(judgeArrival(call({ arrivedAt: '2026-11-03T12:00' }), urban, unverified).status).toBe('not-applicable');
  });
});

describe('the times of a call', () => {
  it.each([
    ['2026-11-03T08:15', true],
    ['2026-11-03T24:00', false],
    ['2026-11-03 08:15', false],
    ['2026-02-30T08:15', false],
    ['2026-11-03T8:15', false],
  ])('%s is a local minute: %s', (text, is) => expect(isLocalMinute(text)).toBe(is));

  it('must follow each other; equal minutes are in order, and times nobody wrote down are skipped', () => {
    const times = {
      reportedAt: at('2026-11-03T08:10'),
      arrivedAt: at('2026-11-03T08:10'),
      freedAt: at('2026-11-03T08:30'),
    };
    expect(timeOutOfOrder(times)).toBeNull();
    expect(timeOutOfOrder({ ...times, freedAt: at('2026-11-03T08:09') })).toBe('freedAt');
    expect(timeOutOfOrder({ ...times, dispatchedAt: at('2026-11-03T08:20') })).toBe('arrivedAt');
  });

  it('a leap day has its minutes', () => {
    expect(minutesBetween(at('2028-02-28T23:59'), at('2028-03-01T00:01'))).toBe(1442);
  });
});

describe('the figures of a month', () => {
  const judged = (callOut: CallOut) => ({ callOut, arrival: judgeArrival(callOut, urban, cnPack) });

  it('count calls, entrapments, late arrivals, injured and causes; months between have noughts', () => {
    const figures = monthlyFigures(
      [
        call({ arrivedAt: '2026-11-03T08:20', cause: 'door-system' }),
        call({ arrivedAt: '2026-11-03T08:50', cause: 'door-system', injured: 1 }),
        call({ kind: 'fault', cause: 'human' }),
        call({ reportedAt: '2026-09-30T23:59', arrivedAt: '2026-10-01T00:20' }),
      ].map(judged),
    );
    expect(figures.map(({ month, calls }) => [month, calls])).toEqual([
      ['2026-09', 1],
      ['2026-10', 0],
      ['2026-11', 3],
    ]);
    expect(figures[2]).toEqual({
      month: '2026-11',
      calls: 3,
      faults: 1,
      entrapments: 2,
      injured: 1,
      late: 1,
      undecided: 0,
      medianArrival: 10,
      longestArrival: 40,
      causes: [
        ['door-system', 2],
        ['human', 1],
      ],
    });
  });

  it('of no calls are none', () => expect(monthlyFigures([])).toEqual([]));

  it('over a span have all its months, and calls outside it do not count', () => {
    const calls = ['2025-11-30T08:00', '2025-12-01T08:00', '2026-11-30T23:59', '2026-12-01T00:00'];
    const figures = monthlyFigures(
      calls.map((reportedAt) => judged(call({ reportedAt }))),
      monthsEnding('2026-11', 12),
    );
    expect(figures.map(({ month }) => month)).toEqual([
      '2025-12',
      ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
    ]);
    expect(figures.reduce((sum, month) => sum + month.calls, 0)).toBe(2);
    expect(monthsEnding('2026-11', 1)).toEqual({ from: '2026-11', to: '2026-11' });
    expect(monthsEnding('2026-01', 24)).toEqual({ from: '2024-02', to: '2026-01' });
  });
});
