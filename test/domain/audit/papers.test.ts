import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { ElevatorAudit } from '../../../domain/audit/verdict';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { readRecords } from '../../../electron/import/read-records';
import { auditOf, CHINA_PACK, ruleOf, tableOf, type Told } from '../../support/clock-question';

const ASOF = '2026-11-23' as CivilDate;

/** The elevator of the example report, as its interval tables print it. */
const REPORTED: Told = {
  asOf: ASOF,
  recordsFrom: '2025-11-11',
  outages: [['2026-06-29', '2026-07-22']],
  visits: [
    '2025-11-11 year',
    ...['2025-11-26', '2025-12-12', '2025-12-27', '2026-01-11'],
    '2026-02-10 quarter',
    ...['2026-02-26', '2026-03-13', '2026-03-28', '2026-04-12', '2026-04-27'],
    '2026-05-13 half-year',
    ...['2026-05-28', '2026-06-12', '2026-06-27', '2026-07-28'],
    '2026-08-12 quarter',
    ...['2026-08-27', '2026-09-11', '2026-09-26', '2026-10-12', '2026-10-27'],
    '2026-11-11 year',
  ],
};

const LATE_ROWS = [
  ['2025-11-26', '2025-12-12', 16, 16, '2025-12-11', 1],
  ['2026-01-11', '2026-02-10', 30, 30, '2026-01-26', 15],
  ['2026-02-10', '2026-02-26', 16, 16, '2026-02-25', 1],
  ['2026-04-27', '2026-05-13', 16, 16, '2026-05-12', 1],
  ['2026-09-26', '2026-10-12', 16, 16, '2026-10-11', 1],
];

describe('the printed example report', () => {
  it('has the four rows of its verdict table', () => {
    const rows = auditOf(REPORTED).rules.map((rule) => [
      rule.met,
      rule.late,
      rule.daysOut,
      rule.lastDone,
      rule.dueOn,
      rule.status,
    ]);
    expect(rows).toEqual([
      [17, 5, 19, '2026-11-11', '2026-11-26', 'due-soon'],
      [3, 1, 3, '2026-11-11', '2027-02-11', 'met'],
      [1, 1, 2, '2026-11-11', '2027-05-11', 'met'],
      [1, 0, 0, '2026-11-11', '2027-11-11', 'met'],
    ]);
    expect(auditOf(REPORTED).verdict).toBe('lapsed');
  });

  it('has 23 half-month intervals, five of them late', () => {
    const table = tableOf(REPORTED);
    expect(table).toHaveLength(23);
    const late = table.filter(({ state }) => state === 'late');
    expect(
      late.map((row) => [row.from, row.to, row.calendarDays, row.serviceDays, row.deadline, row.daysLate]),
    ).toEqual(LATE_ROWS);
  });

  it('counts 8 service days in the 31 days around the outage and moves that deadline by 23 days', () => {
    expect(tableOf(REPORTED)[14]).toMatchObject({
      from: '2026-06-27',
      to: '2026-07-28',
      calendarDays: 31,
      serviceDays: 8,
      deadline: '2026-08-04',
      state: 'met',
    });
  });

  it('ends with a running interval of twelve days, three days before its deadline', () => {
    expect(tableOf(REPORTED).at(-1)).toMatchObject({
      from: '2026-11-11',
      to: null,
      serviceDays: 12,
      deadline: '2026-11-26',
      state: 'pending',
    });
  });

  it('has the intervals of the longer categories as printed', () => {
    const rows = (['quarter', 'half-year', 'year'] as const).flatMap((rule) =>
      tableOf(REPORTED, rule)
        .filter(({ to }) => to !== null)
        .map((row) => [rule, row.from, row.to, row.calendarDays, row.serviceDays, row.deadline, row.daysLate]),
    );
    expect(rows).toEqual([
      ['quarter', '2025-11-11', '2026-02-10', 91, 91, '2026-02-11', 0],
      ['quarter', '2026-02-10', '2026-05-13', 92, 92, '2026-05-10', 3],
      ['quarter', '2026-05-13', '2026-08-12', 91, 68, '2026-09-05', 0],
      ['quarter', '2026-08-12', '2026-11-11', 91, 91, '2026-11-12', 0],
      ['half-year', '2025-11-11', '2026-05-13', 183, 183, '2026-05-11', 2],
      ['half-year', '2026-05-13', '2026-11-11', 182, 159, '2026-12-06', 0],
      ['year', '2025-11-11', '2026-11-11', 365, 342, '2026-12-04', 0],
    ]);
  });
});

describe('the pictured elevator whose maintenance stopped', () => {
  const stopped: Told = {
    asOf: ASOF,
    recordsFrom: '2025-10-08',
    visits: ['2025-10-08 year', '2026-03-19 half-year', '2026-06-08 quarter', '2026-06-22'],
    outages: [['2026-09-15', '2026-10-08']],
  };

  // The picture says 7 missed; the text counts every deadline before the day of judgement, the first one too: 8.
  it.each([
    ['half-month', '2026-07-07', 116, 8],
    ['quarter', '2026-09-08', 53, 1],
    ['half-year', '2026-10-12', 42, 1],
    ['year', '2026-10-31', 23, 1],
  ] as const)('the %s rule was due on %s and is %i service days overdue', (rule, dueOn, daysOverdue, missed) => {
    const audit = ruleOf(stopped, rule);
    expect(audit).toMatchObject({ status: 'overdue', dueOn, daysOverdue });
    expect(audit.gaps.at(-1)).toMatchObject({ to: null, missed });
  });
});

describe('the sample fleet as pictured, with records from 2024-11-20', () => {
  const audits = new Map<string, ElevatorAudit>();

  beforeAll(async () => {
    const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'samples');
    const file = (name: string) => ({ name, bytes: readFileSync(join(folder, name)) });
    const { body } = await readRecords(
      {
        elevators: [file('register.xlsx')],
        visits: [file('visits-2025.csv'), file('visits-2026.csv')],
        outages: [file('outages.csv')],
        inspections: [],
      },
      { pack: CHINA_PACK, today: ASOF },
      new AbortController().signal,
    );
    const rules = compileRules(CHINA_PACK);
    for (const elevator of body.elevators) {
      const mine = <T extends { registrationNo: string }>(records: readonly T[]) =>
        records.filter(({ registrationNo }) => registrationNo === elevator.registrationNo);
      const history = packHistory(
        { ...elevator, recordsFrom: '2024-11-20' as CivilDate },
        mine(body.visits),
        mine(body.outages),
        [],
      );
      const subject = { registrationNo: elevator.registrationNo, kind: elevator.kind, history };
      audits.set(
        elevator.registrationNo,
        auditElevator(subject, rules, auditWindow(ASOF, defaultPeriod(ASOF), 'maintenance')),
      );
    }
  });

  it('has five elevators out of order, one that lapsed and 31 in order', () => {
    const count = (verdict: string) => [...audits.values()].filter((audit) => audit.verdict === verdict).length;
    expect([count('non-compliant'), count('lapsed'), count('compliant'), audits.size]).toEqual([5, 1, 31, 37]);
  });

  it.each([
    ['梯11浙A12154(12)', 3, '2026-11-20', 'cn.maintenance.quarter', '2025-02-20', 641],
    ['梯11浙A12126(12)', 2, '2026-11-15', 'cn.maintenance.year', '2026-05-28', 179],
    ['梯11浙A12028(04)', 4, '2026-06-22', 'cn.maintenance.half-month', '2026-07-07', 116],
    ['梯11浙A12070(04)', 17, '2026-11-05', 'cn.maintenance.half-month', '2026-11-20', 3],
    ['梯11浙A12056(04)', 7, '2026-11-11', 'cn.maintenance.half-month', '2026-11-26', 0],
    ['梯11浙A12014(04)', 0, '2026-11-11', 'cn.maintenance.half-month', '2026-11-26', 0],
  ])('%s has %i gaps, was last visited on %s and %s is due on %s', (no, gaps, lastDone, ruleId, dueOn, overdue) => {
    const audit = audits.get(no);
    const worst = audit?.rules.find((rule) => rule.ruleId === ruleId);
    expect(audit?.rules.reduce((sum, rule) => sum + rule.gaps.length, 0)).toBe(gaps);
    expect(audit?.rules[0]?.lastDone).toBe(lastDone);
    expect(worst).toMatchObject({ dueOn, daysOverdue: overdue });
  });
});
