import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { EnteredAt } from '../../../domain/calendar/entered-at';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import type { Visit } from '../../../domain/visit/visit';
import { entryLines } from '../../../electron/cli/headline-words';
import { nameOfUse } from '../../../domain/terms/name-of-use';
import { judgeFleet } from '../../../electron/cli/judge-fleet';
import { countedOf, totalsOf } from '../../../electron/cli/totals';
import { cnPack } from '../../support/cn-pack';

const day = (text: string) => text as CivilDate;
const asOf = day('2026-11-23');
const days = { asOf, period: defaultPeriod(asOf) };
const elevator = (no: string, rest: Partial<Elevator> = {}): Elevator => ({
  registrationNo: no as RegistrationNo,
  kind: '3110',
  regime: 'standard',
  recordsFrom: day('2026-10-01'),
  ...rest,
});
const visit = (no: string, date: string, task: Visit['task'], enteredAt?: string): Visit => ({
  registrationNo: no as RegistrationNo,
  date: day(date),
  task,
  technicians: [],
  ...(enteredAt !== undefined && { enteredAt: enteredAt as EnteredAt }),
});
const judge = (elevators: readonly Elevator[], visits: readonly Visit[]) =>
  judgeFleet({ elevators, visits, outages: [], inspections: [], hazards: [] }, cnPack, days, 'maintenance');

describe('rows of tables', () => {
  it('are imported without entered_at, and counted by their days with it', () => {
    const [judged] = judge(
      [elevator('梯A')],
      [
        visit('梯A', '2026-10-01', 'year'),
        visit('梯A', '2026-10-10', 'half-month', '2026-11-22'),
        visit('梯A', '2026-10-25', 'half-month', '2026-10-28'),
        visit('梯A', '2026-11-09', 'half-month'),
      ],
    );
    expect(judged?.audit.verdict).toBe('compliant');
    expect(judged?.entry).toEqual({
      direct: 1,
      late: 1,
      imported: 2,
      worstDaysLate: 43,
      verdictWithoutLate: 'lapsed',
    });
    expect(entryLines(judged!.entry, 'zh-CN')).toEqual([
      '录入：当期录入 1，导入 2',
      '录入：补录 1 次，最迟 43 天（据来表）；不计补录则为曾超期',
    ]);
    expect(entryLines(judged!.entry, 'en')[1]).toBe(
      'Entry: 1 late, the latest by 43 days, as the source table says; without them: lapsed',
    );
  });
});

describe('a retired elevator', () => {
  const ended = { status: 'scrapped', endedOn: day('2026-11-20') } as const;
  const fleet = judge(
    [elevator('梯A'), elevator('梯B', ended)],
    [visit('梯A', '2026-10-01', 'year'), visit('梯B', '2026-10-01', 'year')],
  );

  it('counts as that alone; the six verdicts add up to the others', () => {
    const totals = totalsOf(fleet.map(countedOf));
    expect(totals).toEqual({
      elevators: 2,
      compliant: 0,
      lapsed: 0,
      'non-compliant': 1,
      'not-shown': 0,
      'not-applicable': 0,
      'no-data': 0,
      mustNotRun: 0,
      cannotTell: 1,
      outOfUse: 0,
      retired: 1,
    });
    expect(Object.keys(totals).join()).toBe(
      'elevators,compliant,lapsed,non-compliant,not-shown,not-applicable,no-data,mustNotRun,cannotTell,outOfUse,retired',
    );
  });

  it('is called by which end it was', () => {
    expect(fleet[1]?.use.state).toBe('retired');
    expect(nameOfUse(fleet[1]!.use.state, ended, 'zh-CN')).toBe('已报废');
  });
});
