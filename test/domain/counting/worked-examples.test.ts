import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Interval } from '../../../domain/calendar/interval';
import { anniversaryMonth } from '../../../domain/counting/anniversary-month';
import { calendarSpans } from '../../../domain/counting/calendar-span';
import { certificateExpiry } from '../../../domain/counting/certificate-expiry';
import { dueMonthChain } from '../../../domain/counting/due-month-chain';
import { filingDeadline } from '../../../domain/counting/filing';
import { midpoint } from '../../../domain/counting/midpoint';
import type { CountingInput, Obligation } from '../../../domain/counting/obligation';
import { rolling } from '../../../domain/counting/rolling';
import { ageSwitched } from '../../../domain/service-clock/limit-terms';
import { NO_OUTAGES } from '../../../domain/service-clock/outages';
import { NO_DAY } from '../../../domain/service-clock/packed-history';

const day = (date: string): number => toEpochDay(date as CivilDate);
const date = (of: number): string | null => (of === NO_DAY ? null : toCivilDate(of));
const months = (count: number): Interval => ({ count, unit: 'month' });

function input(acts: readonly string[], asOf: string): CountingInput {
  const days = acts.map(day);
  return {
    acts: days,
    onRecord: days,
    base: NO_DAY,
    start: days[0] ?? NO_DAY,
    since: NO_DAY,
    asOf: day(asOf),
    inServiceDay: NO_DAY,
    outages: NO_OUTAGES,
  };
}

const answered = (demands: readonly Obligation[], on: string) =>
  demands.filter(({ answeredOn }) => answeredOn === day(on));

/** Every worked example of the collected schedules, by the mode its rule names. */
describe('the worked examples', () => {
  const chain = { graceMonths: 2, earlyResets: true, outageResets: true };
  // Due June 2025 = 24 months after an inspection of June 2023.
  const germanMain = (...acts: string[]) =>
    dueMonthChain(input(['2023-06-10', ...acts], '2025-12-31'), () => months(24), chain);

  it('EX-DE-1: due June 2025, done 20 August 2025 is on time; the next is due June 2027', () => {
    const demands = germanMain('2025-08-20');
    const [done] = answered(demands, '2025-08-20');
    expect(date(done!.dueOn)).toBe('2025-06-30');
    expect(date(done!.deadline)).toBe('2025-08-31');
    expect(date(demands.at(-1)!.dueOn)).toBe('2027-06-30');
  });

  it('EX-DE-2: due June 2025, done 15 September 2025 is late; the next is still due June 2027', () => {
    const demands = germanMain('2025-09-15');
    const [done] = answered(demands, '2025-09-15');
    expect(done!.answeredOn).toBeGreaterThan(done!.deadline);
    expect(date(demands.at(-1)!.dueOn)).toBe('2027-06-30');
  });

  it('EX-DE-3: due June 2025, done April 2025 is on time and early; the next is due April 2027', () => {
    const demands = germanMain('2025-04-11');
    const [done] = answered(demands, '2025-04-11');
    expect(done!.answeredOn).toBeLessThan(done!.dueOn);
    expect(date(demands.at(-1)!.dueOn)).toBe('2027-04-30');
  });

  it('EX-DE-4: main inspections due June 2025 and June 2027 put the intermediate into June 2026, grace to August 2026', () => {
    const main = { obligations: germanMain('2025-06-17'), acts: [day('2025-06-17')] };
    const between = midpoint(input(['2024-06-01'], '2025-12-31'), main, { roundTo: 'month', graceMonths: 2 });
    expect(date(between.at(-1)!.dueOn)).toBe('2026-06-30');
    expect(date(between.at(-1)!.deadline)).toBe('2026-08-31');
  });

  // Permit lapsing 31 May 2026 = printed on the certificate of an examination a year before.
  const hongKong = (examined: string) =>
    certificateExpiry(
      input(['2025-05-20', examined], '2026-06-30'),
      () => months(12),
      months(2),
      new Map([[day('2025-05-20'), day('2026-05-31')]]),
    );

  it('EX-HK-1: permit lapses 31 May 2026, examined 10 April 2026: the new permit runs to 31 May 2027', () => {
    expect(date(hongKong('2026-04-10').at(-1)!.deadline)).toBe('2027-05-31');
  });

  it('EX-HK-2: examined 15 March 2026, before the window: the new permit counts from 15 March 2026, one year', () => {
    expect(date(hongKong('2026-03-15').at(-1)!.deadline)).toBe('2027-03-15');
  });

  it('EX-NYC-1: last Category 5 on any day of March 2021: test by 31 March 2026, filing never after 21 April 2026', () => {
    for (const last of ['2021-03-01', '2021-03-17', '2021-03-31']) {
      const [demand] = anniversaryMonth(input([last], '2025-12-31'), () => ({ count: 5, unit: 'year' }));
      expect(date(demand!.deadline)).toBe('2026-03-31');
      const filing = { withinDays: 21, latestDayOfNextMonth: 21 };
      expect(date(filingDeadline(filing, day('2026-03-05'), demand!.dueOn))).toBe('2026-03-26');
      expect(date(filingDeadline(filing, day('2026-03-31'), demand!.dueOn))).toBe('2026-04-21');
      expect(date(filingDeadline(filing, day('2026-04-15'), demand!.dueOn))).toBe('2026-04-21');
    }
  });

  it('EX-NYC-2: tested 3 February 2025 and 20 December 2026: both years met, though a rolling check would be late', () => {
    const tests = input(['2025-02-03', '2026-12-20'], '2026-12-31');
    const years = calendarSpans(tests, 12);
    expect(years.map(({ answeredOn }) => date(answeredOn))).toEqual(['2025-02-03', '2026-12-20']);
    expect(years.every(({ answeredOn, deadline }) => answeredOn <= deadline)).toBe(true);
    const [rolled] = rolling(tests, () => months(12));
    expect(rolled!.answeredOn).toBeGreaterThan(rolled!.deadline);
  });

  it('EX-TW-1: completion inspection 1 September 2010: permits from 1 September 2025 on are for six months', () => {
    const term = (issued: string) =>
      ageSwitched(day(issued), day('2010-09-01'), 15, { count: 1, unit: 'year' }, months(6));
    expect(term('2025-08-31')).toEqual({ count: 1, unit: 'year' });
    expect(term('2025-09-01')).toEqual(months(6));
    const issuedBefore = certificateExpiry(
      input(['2025-08-20'], '2026-01-10'),
      (anchor) => term(toCivilDate(anchor)),
      null,
      new Map([[day('2025-08-20'), day('2026-08-31')]]),
    );
    expect(date(issuedBefore.at(-1)!.deadline), 'a permit already issued runs to its printed date').toBe('2026-08-31');
  });

  it('EX-FR-1: visits on 2 March and 15 April are 44 days apart, two over the ceiling of 42', () => {
    const [demand] = rolling(input(['2026-03-02', '2026-04-15'], '2026-04-20'), () => ({ count: 6, unit: 'week' }));
    expect(demand!.answeredOn - demand!.anchor).toBe(44);
    expect(demand!.answeredOn - demand!.deadline).toBe(2);
  });
});
