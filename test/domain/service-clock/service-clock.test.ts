import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { limitDays, shortestDays } from '../../../domain/service-clock/limit';
import { CHINA_PACK, ruleOf, type Told } from '../../support/clock-question';

const ASOF = '2026-03-31';
const told = (visits: readonly string[], rest: Partial<Told> = {}): Told => ({ asOf: ASOF, visits, ...rest });
const only = (question: Told) => ruleOf(question).gaps[0];

describe('the deadline of the half-month rule', () => {
  it('a visit on the deadline day is met', () => {
    expect(ruleOf(told(['2026-03-01', '2026-03-16', '2026-03-31']))).toMatchObject({ met: 2, late: 0, gaps: [] });
  });

  it('a visit on the day after the deadline is one day late and has missed one deadline', () => {
    expect(ruleOf(told(['2026-03-01', '2026-03-17', '2026-03-31']))).toMatchObject({
      met: 1,
      late: 1,
      missed: 1,
      daysOut: 1,
      gaps: [{ from: '2026-03-01', to: '2026-03-17', deadline: '2026-03-16', daysLate: 1, missed: 1 }],
    });
  });

  it('an early visit starts the next interval on its own day', () => {
    expect(ruleOf(told(['2026-03-01', '2026-03-10', '2026-03-26']))).toMatchObject({
      late: 1,
      gaps: [{ from: '2026-03-10', deadline: '2026-03-25', daysLate: 1 }],
    });
  });

  it('several visits on one day count once', () => {
    expect(ruleOf(told(['2026-03-01', '2026-03-16', '2026-03-16 year', '2026-03-31']))).toMatchObject({ met: 2 });
  });

  it('a yearly visit satisfies all four rules, a half-yearly three, a quarterly two', () => {
    const rules = (task: string) =>
      (['half-month', 'quarter', 'half-year', 'year'] as const).map(
        (rule) => ruleOf(told([`2026-03-31 ${task}`]), rule).lastDone !== null,
      );
    expect(rules('year')).toEqual([true, true, true, true]);
    expect(rules('half-year')).toEqual([true, true, true, false]);
    expect(rules('quarter')).toEqual([true, true, false, false]);
    expect(rules('half-month')).toEqual([true, false, false, false]);
  });

  it('a visit after the day of judgement is not known to it', () => {
    expect(ruleOf({ asOf: '2026-03-20', visits: ['2026-03-01', '2026-03-21'] })).toMatchObject({
      status: 'overdue',
      lastDone: '2026-03-01',
      daysOverdue: 4,
    });
  });
});

describe('out of service', () => {
  it('a deadline that falls into an outage waits until the elevator is back', () => {
    const question = told(['2026-03-01', '2026-03-26'], { outages: [['2026-03-10', '2026-03-20']] });
    expect(ruleOf(question)).toMatchObject({ met: 1, late: 0 });
    expect(ruleOf({ ...question, visits: ['2026-03-01', '2026-03-27'] })).toMatchObject({
      late: 1,
      gaps: [{ deadline: '2026-03-26', daysLate: 1 }],
    });
  });

  it('the first day of an outage is out, the day that ends it is in service', () => {
    const outages = [['2026-03-16', '2026-03-17']] as const;
    expect(only(told(['2026-03-01', '2026-03-18'], { outages }))).toMatchObject({
      deadline: '2026-03-17',
      daysLate: 1,
    });
  });

  it('an outage that starts the day after the deadline leaves the deadline where it is', () => {
    const outages = [['2026-03-17', '2026-03-20']] as const;
    expect(only(told(['2026-03-01', '2026-03-20'], { outages }))).toMatchObject({
      deadline: '2026-03-16',
      daysLate: 1,
    });
  });

  it('a visit that comes late on a day out of service is late without a late day', () => {
    const outages = [['2026-03-17', '2026-03-25']] as const;
    expect(ruleOf(told(['2026-03-01', '2026-03-18', '2026-03-31'], { outages }))).toMatchObject({
      late: 1,
      daysOut: 0,
      gaps: [{ deadline: '2026-03-16', to: '2026-03-18', daysLate: 0, missed: 1 }],
    });
  });

  it('a visit on a day out of service counts and starts the clock anew', () => {
    const outages = [['2026-03-05', '2026-03-25']] as const;
    expect(ruleOf(told(['2026-03-01', '2026-03-10'], { outages }))).toMatchObject({
      met: 1,
      lastDone: '2026-03-10',
      dueOn: '2026-04-08',
    });
  });

  it('overlapping and touching outages take a day out once', () => {
    const merged = told(['2026-03-01'], { outages: [['2026-03-05', '2026-03-15']] });
    const pieces = told(['2026-03-01'], {
      outages: [
        ['2026-03-10', '2026-03-15'],
        ['2026-03-05', '2026-03-08'],
        ['2026-03-07', '2026-03-10'],
        ['2026-03-06', '2026-03-09'],
      ],
    });
    expect(ruleOf(merged).dueOn).toBe('2026-03-26');
    expect(ruleOf(pieces)).toEqual(ruleOf(merged));
  });

  it('an outage that ends before it starts takes no day out', () => {
    expect(ruleOf(told(['2026-03-20'], { outages: [['2026-03-25', '2026-03-22']] })).dueOn).toBe('2026-04-04');
  });

  it('while an open outage keeps it from coming there is no deadline, and the rule is met', () => {
    expect(ruleOf(told(['2026-03-01'], { outages: [['2026-03-10']] }))).toMatchObject({ status: 'met', dueOn: null });
  });

  it('a deadline that passed before an open outage began stays overdue, and its late days stop growing', () => {
    expect(ruleOf(told(['2026-03-01'], { outages: [['2026-03-20']] }))).toMatchObject({
      status: 'overdue',
      dueOn: '2026-03-16',
      daysOverdue: 3,
    });
  });

  it('an outage known beyond the day of judgement moves the running deadline', () => {
    expect(ruleOf(told(['2026-03-25'], { outages: [['2026-04-02', '2026-04-12']] })).dueOn).toBe('2026-04-19');
  });

  it('a month of the quarter rule is counted in calendar days first and then walked in service days', () => {
    const question = told(['2025-11-30 quarter'], {
      outages: [['2026-01-10', '2026-01-20']],
      recordsFrom: '2025-11-30',
    });
    expect(ruleOf(question, 'quarter').dueOn).toBe('2026-03-10');
  });
});

describe('the clock start', () => {
  it('the later of start of service and start of records starts the clock', () => {
    const handOver = { inServiceOn: '2010-05-01', recordsFrom: '2026-03-10' };
    expect(ruleOf(told([], handOver))).toMatchObject({ status: 'overdue', dueOn: '2026-03-25', lastDone: null });
    expect(ruleOf(told([], { inServiceOn: '2026-03-20', recordsFrom: '2010-01-01' })).dueOn).toBe('2026-04-04');
  });

  it('visits before the clock start are ignored', () => {
    expect(ruleOf(told(['2026-03-09', '2026-03-20'], { recordsFrom: '2026-03-10' }))).toMatchObject({
      met: 1,
      lastDone: '2026-03-20',
    });
    expect(ruleOf(told(['2026-03-09'], { recordsFrom: '2026-03-10' })).lastDone).toBeNull();
  });

  it('a visit on the clock start takes its place and closes no interval', () => {
    expect(ruleOf(told(['2026-03-20'], { recordsFrom: '2026-03-20' }))).toMatchObject({
      met: 0,
      lastDone: '2026-03-20',
    });
  });

  it('with neither date the first visit starts the clock and closes no interval', () => {
    expect(ruleOf(told(['2026-03-16', '2026-03-31']))).toMatchObject({ met: 1, late: 0 });
  });

  it('with neither date and no visit there is no data', () => {
    expect(ruleOf(told([]))).toMatchObject({ status: 'no-data', lastDone: null, dueOn: null, missed: 0, gaps: [] });
  });

  it('the first visit after the clock start is late when it comes after the first deadline', () => {
    expect(only(told(['2026-03-20'], { recordsFrom: '2026-03-01' }))).toMatchObject({
      from: '2026-03-01',
      daysLate: 4,
    });
  });
});

describe('missed deadlines', () => {
  it.each([
    ['2026-01-16', 0, 0],
    ['2026-01-17', 1, 1],
    ['2026-01-31', 15, 1],
    ['2026-02-01', 16, 2],
    ['2026-02-15', 30, 2],
    ['2026-02-16', 31, 3],
  ])('a visit on %s after one on 2026-01-01 is %i days late and missed %i', (day, daysLate, missed) => {
    const gap = only(told(['2026-01-01', day, '2026-03-02', '2026-03-17']));
    expect(gap?.from === '2026-01-01' ? [gap.daysLate, gap.missed] : [0, 0]).toEqual([daysLate, missed]);
  });

  it('deadlines of months are each counted from the anchor, not from one another', () => {
    const question = { asOf: '2026-12-31', visits: ['2025-11-30 quarter', '2026-08-31 quarter'] };
    // 2026-02-28, 2026-05-30 and 2026-08-30 passed; chained months would have given 28 May and 28 August.
    expect(ruleOf(question, 'quarter').gaps[0]).toMatchObject({ deadline: '2026-02-28', missed: 3 });
  });
});

describe('months and leap days', () => {
  const due = (anchor: string, rule: 'quarter' | 'half-year' | 'year', asOf = anchor) =>
    ruleOf({ asOf, recordsFrom: anchor }, rule).dueOn;

  it.each([
    ['usual', '2026-01-15', 'quarter', '2026-04-15'],
    ['month end', '2025-11-30', 'quarter', '2026-02-28'],
    ['month end before a leap day', '2023-11-30', 'quarter', '2024-02-29'],
    ['31st', '2026-08-31', 'half-year', '2027-02-28'],
    ['leap day', '2024-02-29', 'year', '2025-02-28'],
    ['over a leap day', '2023-03-01', 'year', '2024-03-01'],
    ['a century without a leap day', '2099-11-30', 'quarter', '2100-02-28'],
    ['far past', '1582-10-15', 'half-year', '1583-04-15'],
  ] as const)('%s: from %s the %s deadline is %s', (_, anchor, rule, expected) => {
    expect(due(anchor, rule)).toBe(expected);
  });

  it('a leap day inside the fifteen days counts as a day', () => {
    expect(ruleOf({ asOf: '2024-02-20', recordsFrom: '2024-02-20' }).dueOn).toBe('2024-03-06');
    expect(ruleOf({ asOf: '2023-02-20', recordsFrom: '2023-02-20' }).dueOn).toBe('2023-03-07');
  });
});

describe('rule versions', () => {
  const [halfMonth] = CHINA_PACK.rules;
  const version = (effectiveFrom: string, count: number, effectiveTo: string | null = null): RuleVersion => ({
    ...halfMonth!.versions[0]!,
    effectiveFrom: effectiveFrom as CivilDate,
    effectiveTo: effectiveTo as CivilDate | null,
    interval: { count, unit: 'day' },
  });
  const packOf = (...versions: RuleVersion[]) => ({ rules: [{ ...halfMonth!, versions }] });
  const changed = packOf(version('2020-01-01', 15, '2026-02-28'), version('2026-03-01', 30));

  it('the version in force on the anchor day sets the limit, also when the interval runs into the next version', () => {
    expect(ruleOf(told(['2026-02-28'], { pack: changed })).dueOn).toBe('2026-03-15');
    expect(ruleOf(told(['2026-03-01'], { pack: changed })).dueOn).toBe('2026-03-31');
  });

  it('an anchor older than the rule is judged by its first version', () => {
    expect(ruleOf(told(['2026-03-10'], { pack: packOf(version('2026-06-01', 15)) })).dueOn).toBe('2026-03-25');
  });

  it('an anchor after the last version has ended has no deadline', () => {
    const ended = packOf(version('2020-01-01', 15, '2026-03-09'));
    expect(ruleOf(told(['2026-03-09'], { pack: ended })).dueOn).toBe('2026-03-24');
    expect(ruleOf(told(['2026-03-10'], { pack: ended }))).toMatchObject({ status: 'met', dueOn: null });
  });

  it('an unverified number judges nobody', () => {
    const unverified = packOf({ ...version('2020-01-01', 15), confidence: 'unverified' });
    expect(ruleOf(told(['2026-01-01'], { pack: unverified })).status).toBe('not-applicable');
  });
});

describe('the shortest length of an interval', () => {
  it.each([1, 2, 3, 4, 6, 11, 12, 18, 24, 36])(
    'of %i months is undercut by no anchor in four hundred years',
    (count) => {
      const bound = shortestDays({ count, unit: 'month' });
      let shortest = Number.POSITIVE_INFINITY;
      for (let anchor = 0; anchor < 146_097; anchor++)
        shortest = Math.min(shortest, limitDays({ count, unit: 'month' }, anchor));
      expect(bound).toBeLessThanOrEqual(shortest);
      expect(bound).toBeGreaterThanOrEqual(shortest - 2);
    },
  );

  it('of days, weeks and years is what it says', () => {
    expect(shortestDays({ count: 15, unit: 'day' })).toBe(15);
    expect(shortestDays({ count: 2, unit: 'week' })).toBe(14);
    expect(shortestDays({ count: 1, unit: 'year' })).toBe(363);
  });
});
