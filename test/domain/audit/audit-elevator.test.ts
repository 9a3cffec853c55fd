import { describe, expect, it } from 'vitest';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { auditOf, ruleOf, type Told } from '../../support/clock-question';

const everyFifteenDays = (from: string, times: number): string[] =>
  Array.from({ length: times }, (_, i) => new Date(Date.parse(from) + i * 15 * 86_400_000).toISOString().slice(0, 10));

describe('the worked example of the formats', () => {
  const visits = [
    '2025-11-18',
    '2025-12-03',
    '2025-12-18',
    '2026-01-01',
    '2026-01-25',
    ...everyFifteenDays('2026-02-08', 19),
    '2026-11-15',
  ];

  it('an elevator that lapsed once says so in exactly these figures', () => {
    expect(ruleOf({ asOf: '2026-11-23', recordsFrom: '2025-11-18', visits })).toEqual({
      ruleId: 'cn.maintenance.half-month',
      status: 'met',
      lastDone: '2026-11-15',
      dueOn: '2026-11-30',
      daysOverdue: 0,
      met: 23,
      late: 1,
      missed: 1,
      daysOut: 9,
      weight: 'law',
      gaps: [
        {
          from: '2026-01-01',
          to: '2026-01-25',
          deadline: '2026-01-16',
          daysLate: 9,
          missed: 1,
          version: '2003-06-01',
          weight: 'law',
        },
      ],
    });
  });
});

describe('the audit period', () => {
  it('is the 365 days ending on the day of judgement unless another is asked for', () => {
    expect(defaultPeriod('2026-11-23' as CivilDate)).toEqual({ from: '2025-11-24', to: '2026-11-23' });
    expect(defaultPeriod('2024-02-29' as CivilDate)).toEqual({ from: '2023-03-02', to: '2024-02-29' });
  });

  const late: Told = { asOf: '2026-06-30', visits: ['2026-01-01', '2026-01-25', '2026-02-09'] };
  const inPeriod = (from: string, to: string) => ruleOf({ ...late, period: [from, to] });

  it('a met interval belongs to it by its closing visit alone', () => {
    expect(inPeriod('2026-02-09', '2026-02-09').met).toBe(1);
    expect(inPeriod('2026-01-26', '2026-02-08').met).toBe(0);
    expect(inPeriod('2026-02-10', '2026-02-20').met).toBe(0);
  });

  it('a late interval belongs to it by any day after its deadline up to the visit', () => {
    expect(inPeriod('2026-01-01', '2026-01-16')).toMatchObject({ late: 0, daysOut: 0, gaps: [] });
    expect(inPeriod('2026-01-01', '2026-01-17')).toMatchObject({ late: 1, daysOut: 1 });
    expect(inPeriod('2026-01-25', '2026-01-31')).toMatchObject({ late: 1, daysOut: 1 });
    expect(inPeriod('2026-01-26', '2026-01-31')).toMatchObject({ late: 0, daysOut: 0, gaps: [] });
  });

  it('clips the days out but not the late days of a gap', () => {
    expect(inPeriod('2026-01-20', '2026-01-22')).toMatchObject({ daysOut: 3, gaps: [{ daysLate: 9 }] });
  });

  it('an overdue interval is judged at the day of judgement and listed only where it reaches into the period', () => {
    expect(inPeriod('2026-02-01', '2026-02-24')).toMatchObject({ status: 'overdue', daysOverdue: 126, gaps: [] });
    expect(inPeriod('2026-02-01', '2026-02-25')).toMatchObject({
      status: 'overdue',
      daysOut: 1,
      late: 0,
      missed: 9,
      gaps: [{ from: '2026-02-09', to: null, deadline: '2026-02-24', daysLate: 126, missed: 9 }],
    });
  });
});

describe('the status of a rule', () => {
  const asOf = (day: string) => ruleOf({ asOf: day, recordsFrom: '2026-01-01' });

  it('is met until more than the warn days are left, due soon on the third day before, overdue the day after', () => {
    expect(asOf('2026-01-12').status).toBe('met');
    expect(asOf('2026-01-13').status).toBe('due-soon');
    expect(asOf('2026-01-16').status).toBe('due-soon');
    expect(asOf('2026-01-17').status).toBe('overdue');
  });

  it('counts the warn days in calendar days, also through an outage', () => {
    const outages = [['2026-01-14', '2026-01-20']] as const;
    expect(ruleOf({ asOf: '2026-01-13', recordsFrom: '2026-01-01', outages })).toMatchObject({
      status: 'met',
      dueOn: '2026-01-22',
    });
  });

  it('warns fifteen days before the deadline of the longer categories', () => {
    expect(ruleOf({ asOf: '2026-03-16', recordsFrom: '2026-01-01' }, 'quarter').status).toBe('met');
    expect(ruleOf({ asOf: '2026-03-17', recordsFrom: '2026-01-01' }, 'quarter').status).toBe('due-soon');
  });
});

describe('the verdict of an elevator', () => {
  const full = { recordsFrom: '2026-01-01', visits: ['2026-01-16', '2026-01-31'] };

  it('is compliant when every interval of the period was met', () => {
    expect(auditOf({ asOf: '2026-02-10', ...full }).verdict).toBe('compliant');
  });

  it('is non-compliant while some rule is overdue at the day of judgement', () => {
    expect(auditOf({ asOf: '2026-02-16', ...full }).verdict).toBe('non-compliant');
  });

  it('is lapsed when nothing is overdue now but some interval of the period was late', () => {
    expect(
      auditOf({ asOf: '2026-02-10', recordsFrom: '2026-01-01', visits: ['2026-01-17', '2026-02-01'] }).verdict,
    ).toBe('lapsed');
  });

  it('is compliant again once the late interval lies before the period', () => {
    const visits = ['2026-01-17', '2026-02-01'];
    const period = ['2026-01-18', '2026-02-10'] as const;
    expect(auditOf({ asOf: '2026-02-10', recordsFrom: '2026-01-01', visits, period }).verdict).toBe('compliant');
  });

  it('is not applicable without a service day in the period, whatever is overdue', () => {
    const outages = [['2025-03-01']] as const;
    const audit = auditOf({ asOf: '2026-03-31', recordsFrom: '2024-01-01', visits: ['2024-01-10'], outages });
    expect(audit.verdict).toBe('not-applicable');
    expect(audit.rules.map(({ status }) => status)).toEqual(Array(4).fill('not-applicable'));
  });

  it('is not applicable before the elevator went into service', () => {
    expect(auditOf({ asOf: '2026-03-31', inServiceOn: '2026-04-01' }).verdict).toBe('not-applicable');
    expect(auditOf({ asOf: '2026-04-01', inServiceOn: '2026-04-01' }).verdict).toBe('compliant');
  });

  it('is no data when no rule has any', () => {
    expect(auditOf({ asOf: '2026-03-31' }).verdict).toBe('no-data');
  });

  it('rests on the rules that have data when others have none', () => {
    const audit = auditOf({ asOf: '2026-03-31', visits: ['2026-03-20'] });
    expect(audit.verdict).toBe('compliant');
    expect(audit.rules.map(({ status }) => status)).toEqual(['met', 'no-data', 'no-data', 'no-data']);
  });
});
