import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Interval } from '../../../domain/calendar/interval';
import { calendarSpans } from '../../../domain/counting/calendar-span';
import { certificateExpiry } from '../../../domain/counting/certificate-expiry';
import { dueMonthChain } from '../../../domain/counting/due-month-chain';
import { midpoint } from '../../../domain/counting/midpoint';
import { deadlineInService, type CountingInput, type Obligation } from '../../../domain/counting/obligation';
import { rolling } from '../../../domain/counting/rolling';
import { serviceYearList, type InspectionsBeside } from '../../../domain/counting/service-year-list';
import { ageSwitched, limitFor, stricterOf } from '../../../domain/service-clock/limit-terms';
import { mergeOutages } from '../../../domain/service-clock/outages';
import { NO_DAY, packHistory } from '../../../domain/service-clock/packed-history';

const day = (date: string): number => toEpochDay(date as CivilDate);
const date = (of: number): string => (of === NO_DAY ? '—' : toCivilDate(of));
const months = (count: number): Interval => ({ count, unit: 'month' });
const years = (count: number): Interval => ({ count, unit: 'year' });

interface Told {
  readonly acts?: readonly string[];
  readonly base?: string;
  readonly start?: string;
  readonly asOf: string;
  readonly outages?: readonly (readonly [string, string | null])[];
}

function input({ acts = [], base, start, asOf, outages = [] }: Told): CountingInput {
  const days = acts.map(day);
  return {
    acts: days,
    onRecord: days,
    base: base === undefined ? NO_DAY : day(base),
    start: start === undefined ? (days[0] ?? NO_DAY) : day(start),
    since: NO_DAY,
    asOf: day(asOf),
    inServiceDay: NO_DAY,
    outages: mergeOutages(outages.map(([from, to]) => ({ from: day(from), to: to === null ? null : day(to) }))),
  };
}

/** `deadline ← act` for each demand. */
const read = (demands: readonly Obligation[]): string[] =>
  demands.map(({ deadline, answeredOn }) => `${date(deadline)} ← ${date(answeredOn)}`);

describe('rolling', () => {
  it('counts months from the act itself, clamped to the end of the month', () => {
    const demands = rolling(input({ acts: ['2026-01-31', '2026-02-28'], asOf: '2026-03-15' }), () => months(1));
    expect(read(demands)).toEqual(['2026-02-28 ← 2026-02-28', '2026-03-28 ← —']);
  });

  it('gives every deadline that passed before the act came', () => {
    const demands = rolling(input({ acts: ['2025-01-10', '2025-04-20'], asOf: '2025-05-01' }), () => months(1));
    expect(read(demands)).toEqual([
      '2025-02-10 ← 2025-04-20',
      '2025-03-10 ← 2025-04-20',
      '2025-04-10 ← 2025-04-20',
      '2025-05-20 ← —',
    ]);
  });

  it('runs on while the elevator is out of service, but falls due on the day of return', () => {
    const movedIn = (out: readonly [string, string | null], deadline: string) =>
      deadlineInService(input({ asOf: '2026-12-01', outages: [out] }), day(deadline));
    expect(date(movedIn(['2026-03-01', '2026-05-01'], '2026-03-20')!)).toBe('2026-05-01');
    expect(date(movedIn(['2026-03-01', '2026-05-01'], '2026-05-01')!)).toBe('2026-05-01');
    expect(movedIn(['2026-03-01', null], '2026-03-20')).toBeNull();
  });

  it('falls due on the first day of service where the deadline came before it', () => {
    const asked = { ...input({ asOf: '2026-12-01' }), inServiceDay: day('2026-04-10') };
    expect(date(deadlineInService(asked, day('2026-03-20'))!)).toBe('2026-04-10');
    const outages = mergeOutages([{ from: day('2026-04-01'), to: day('2026-05-01') }]);
    expect(date(deadlineInService({ ...asked, outages }, day('2026-03-20'))!)).toBe('2026-05-01');
  });
});

describe('calendar month', () => {
  it('asks for one act in each month, the first month only when it is whole', () => {
    const demands = calendarSpans(
      input({ acts: ['2026-02-28', '2026-03-01'], start: '2026-01-02', asOf: '2026-04-10' }),
      1,
    );
    expect(read(demands)).toEqual(['2026-02-28 ← 2026-02-28', '2026-03-31 ← 2026-03-01', '2026-04-30 ← —']);
  });

  it('accepts two acts nearly two months apart, which a rolling month would not', () => {
    const demands = calendarSpans(input({ acts: ['2026-02-01', '2026-03-31'], asOf: '2026-03-31' }), 1);
    expect(demands.every(({ answeredOn, deadline }) => answeredOn !== NO_DAY && answeredOn <= deadline)).toBe(true);
  });

  it('asks for nothing in a month without a day in service', () => {
    const told = { acts: ['2026-01-05', '2026-04-05'], asOf: '2026-04-30' };
    expect(read(calendarSpans(input({ ...told, outages: [['2026-02-01', '2026-04-01']] }), 1))).toEqual([
      '2026-01-31 ← 2026-01-05',
      '2026-04-30 ← 2026-04-05',
    ]);
    expect(calendarSpans(input({ ...told, outages: [['2026-02-01', '2026-03-31']] }), 1)).toHaveLength(3);
  });
});

describe('due-month chain', () => {
  const fixed = { graceMonths: 0, earlyResets: false, outageResets: false };

  it('that early acts do not move hangs on the acceptance, with a first period of its own', () => {
    const told = { acts: ['2024-05-20', '2025-04-02'], base: '2022-05-11', asOf: '2025-08-01' };
    expect(read(dueMonthChain(input(told), () => years(1), { ...fixed, first: years(2) }))).toEqual([
      '2024-05-31 ← 2024-05-20',
      '2025-05-31 ← 2025-04-02',
      '2026-05-31 ← —',
    ]);
  });

  it('skips a due month that nobody answered until the next one was due', () => {
    const told = { acts: ['2023-05-20', '2025-05-02'], base: '2021-05-11', asOf: '2025-06-01' };
    expect(read(dueMonthChain(input(told), () => years(1), fixed))).toEqual([
      '2023-05-31 ← 2023-05-20',
      '2024-05-31 ← —',
      '2025-05-31 ← 2025-05-02',
      '2026-05-31 ← —',
    ]);
  });

  it('starts anew at the inspection before return when out of service on the due date', () => {
    const terms = { graceMonths: 2, earlyResets: true, outageResets: true };
    const told = { acts: ['2022-03-10', '2024-09-20'], asOf: '2025-01-01' };
    const out: Told = { ...told, outages: [['2024-03-15', '2024-10-01']] };
    expect(date(dueMonthChain(input(out), () => months(24), terms).at(-1)!.dueOn)).toBe('2026-09-30');
    expect(date(dueMonthChain(input(told), () => months(24), terms).at(-1)!.dueOn)).toBe('2026-03-31');
  });
});

describe('certificate expiry', () => {
  it('an act on the last day of the window adds to the old expiry, a late one starts from its own day', () => {
    const expiry = (act: string) =>
      date(
        certificateExpiry(
          input({ acts: ['2025-06-01', act], asOf: '2026-12-31' }),
          () => months(12),
          months(2),
          new Map(),
        ).at(-1)!.deadline,
      );
    expect(expiry('2026-06-01')).toBe('2027-06-01');
    expect(expiry('2026-04-01')).toBe('2027-06-01');
    expect(expiry('2026-03-31')).toBe('2027-03-31');
    expect(expiry('2026-06-02')).toBe('2027-06-02');
  });

  it('without a window every act starts a term from its own day', () => {
    const demands = certificateExpiry(
      input({ acts: ['2025-06-01', '2026-05-20'], asOf: '2026-12-31' }),
      () => months(12),
      null,
      new Map(),
    );
    expect(date(demands.at(-1)!.deadline)).toBe('2027-05-20');
  });
});

describe('midpoint', () => {
  const mainOf = (told: Told) => {
    const asked = input(told);
    return { obligations: rolling(asked, () => years(1)), acts: asked.acts };
  };

  it('by days lies half way between an act and the next due day', () => {
    const main = mainOf({ acts: ['2026-01-10'], asOf: '2026-12-01' });
    const [demand] = midpoint(input({ asOf: '2026-12-01' }), main, { roundTo: 'day', graceMonths: 0 });
    expect(date(demand!.deadline)).toBe('2026-07-11');
  });

  it('an intermediate inspection of the period before does not answer this one', () => {
    const main = mainOf({ acts: ['2024-01-10', '2025-01-10'], asOf: '2025-12-01' });
    const told = input({ acts: ['2024-07-01'], asOf: '2025-12-01' });
    const demands = midpoint(told, main, { roundTo: 'month', graceMonths: 2 });
    expect(read(demands)).toEqual(['2024-09-30 ← 2024-07-01', '2025-09-30 ← —']);
  });
});

describe('service-year list', () => {
  const terms = {
    years: [1, 4, 7, 9, 11, 13, 15],
    thenEvery: true,
    earlyMonths: 2,
    beforeReturnAfter: years(1),
  };
  const always = { interval: years(1), fromDay: NO_DAY };
  const none: InspectionsBeside = { supervisions: [], alterations: [], main: null };
  const dues = (told: Told, beside: InspectionsBeside = none) =>
    serviceYearList(input({ start: told.base ?? told.asOf, ...told }), terms, always, beside).map(({ dueOn }) =>
      date(dueOn),
    );

  it('falls due in years 1, 4, 7, 9, 11, 13, 15 and then every year, by the end of the due month', () => {
    const told = { base: '2008-06-18', acts: [], asOf: '2025-12-31' };
    expect(dues(told)).toEqual(
      [2009, 2012, 2015, 2017, 2019, 2021, 2023, 2024, 2025, 2026].map((year) => `${year}-06-30`),
    );
  });

  it('an act two months early counts and moves nothing; a day earlier it does not count', () => {
    const answer = (act: string) =>
      read(
        serviceYearList(
          input({ base: '2020-06-18', start: '2020-06-18', acts: [act], asOf: '2021-12-31' }),
          terms,
          always,
          none,
        ),
      )[0];
    expect(answer('2021-04-01')).toBe('2021-06-30 ← 2021-04-01');
    expect(answer('2021-03-31')).toBe('2021-06-30 ← —');
    expect(answer('2021-09-02')).toBe('2021-06-30 ← 2021-09-02');
  });

  it('a supervision inspection after a major repair takes the place of the inspection of its year and sets the due month', () => {
    const repair = { ...none, supervisions: [day('2020-06-18'), day('2024-03-05')] };
    const told = { base: '2020-06-18', start: '2020-06-18', acts: ['2021-06-10', '2024-03-05'], asOf: '2027-12-31' };
    const demands = serviceYearList(input(told), terms, always, repair);
    expect(read(demands).slice(0, 3)).toEqual(['2021-06-30 ← 2021-06-10', '2024-06-30 ← 2024-03-05', '2027-03-31 ← —']);
  });

  it('after an alteration the years count from its supervision inspection', () => {
    const altered = {
      ...none,
      supervisions: [day('2010-06-18'), day('2022-09-10')],
      alterations: [day('2022-09-10')],
    };
    const told = { base: '2010-06-18', start: '2020-01-01', acts: [], asOf: '2026-12-31' };
    expect(dues(told, altered)).toEqual(['2021-06-30', '2023-09-30', '2026-09-30', '2029-09-30']);
  });

  it('a stop of a year or more asks for an inspection before return, a shorter one does not', () => {
    const returns = (to: string) =>
      serviceYearList(
        input({
          base: '2020-06-18',
          start: '2021-06-10',
          acts: ['2021-06-10'],
          asOf: '2023-12-31',
          outages: [['2022-02-01', to]],
        }),
        terms,
        always,
        none,
      ).filter(({ anchor }) => anchor === day('2022-02-01'));
    expect(read(returns('2023-02-01'))).toEqual(['2023-02-01 ← —']);
    expect(returns('2023-01-31')).toEqual([]);
  });

  it('after the list of self-tests nothing more is asked for', () => {
    const selfTest = { years: [2, 3, 5], thenEvery: false, earlyMonths: 1 };
    const told = input({ base: '2010-06-18', start: '2010-06-18', acts: [], asOf: '2026-01-01' });
    expect(serviceYearList(told, selfTest, always, none).map(({ dueOn }) => date(dueOn))).toEqual([
      '2012-06-30',
      '2013-06-30',
      '2015-06-30',
    ]);
  });

  it('demands that ended before the first record are not judged', () => {
    expect(dues({ base: '2008-06-18', start: '2024-05-02', acts: ['2024-05-02'], asOf: '2024-12-31' })).toEqual([
      '2024-06-30',
      '2025-06-30',
    ]);
  });

  it('without a day of acceptance nothing can be counted', () => {
    expect(dues({ acts: ['2024-05-02'], start: '2024-05-02', asOf: '2024-12-31' })).toEqual([]);
  });
});

describe('limits that depend on the elevator', () => {
  it('switch on the day of the birthday, not before; unknown age keeps the first', () => {
    const limit = (anchor: string, since: string | null) =>
      ageSwitched(day(anchor), since === null ? NO_DAY : day(since), 15, months(24), months(12));
    expect(limit('2026-02-28', '2011-03-01')).toEqual(months(24));
    expect(limit('2026-03-01', '2011-03-01')).toEqual(months(12));
    expect(limit('2026-02-28', '2012-02-29')).toEqual(months(24));
    expect(limit('2026-03-01', null)).toEqual(months(24));
  });

  it('the stricter of two is the one that ends first, counted from the anchor', () => {
    expect(stricterOf(day('2026-02-01'), months(1), { count: 30, unit: 'day' })).toEqual(months(1));
    expect(stricterOf(day('2026-03-01'), months(1), { count: 30, unit: 'day' })).toEqual({ count: 30, unit: 'day' });
  });

  const nominal: Interval = { count: 15, unit: 'day' };
  const onDemand = (regimeDays: number, permitted = true) =>
    packHistory(
      {
        regime: `on-demand:${regimeDays}`,
        ...(permitted && {
          regimeAuthority: '市监局',
          regimeDocument: '市监特〔2026〕1号',
          regimeMonitoring: '平台',
          regimeContract: '合同',
          regimeInsurance: '保单',
          regimeFrom: '2026-01-01' as CivilDate,
          regimeTo: '2026-12-31' as CivilDate,
        }),
      },
      [],
      [],
      [],
    );

  it('on-demand maintenance lengthens only where the pack allows it, within its days, never beyond the cap', () => {
    const terms = { onDemand: { cap: months(3) } };
    const anchor = day('2026-03-01');
    expect(limitFor(nominal, terms, onDemand(60), anchor)).toEqual({ count: 60, unit: 'day' });
    expect(limitFor(nominal, terms, onDemand(200), anchor)).toEqual(months(3));
    expect(limitFor(nominal, {}, onDemand(60), anchor)).toEqual(nominal);
    expect(limitFor(nominal, terms, onDemand(60), day('2025-12-31'))).toEqual(nominal);
    expect(limitFor(nominal, terms, onDemand(60), day('2027-01-01'))).toEqual(nominal);
    expect(limitFor(nominal, terms, onDemand(60, false), anchor)).toEqual(nominal);
    expect(limitFor(nominal, terms, onDemand(7), anchor)).toEqual(nominal);
  });

  it("the maker's interval holds where it is shorter", () => {
    const history = packHistory({ makerIntervalDays: 20 }, [], [], []);
    expect(limitFor(months(1), { strictlyMaker: true }, history, day('2026-03-01'))).toEqual({
      count: 20,
      unit: 'day',
    });
    expect(limitFor(nominal, { strictlyMaker: true }, history, day('2026-03-01'))).toEqual(nominal);
    expect(limitFor(months(1), {}, history, day('2026-03-01'))).toEqual(months(1));
  });
});
