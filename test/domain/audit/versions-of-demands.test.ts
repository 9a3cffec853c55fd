import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { InspectionKind } from '../../../domain/inspection/inspection';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { cnPack } from '../../support/cn-pack';

const day = (text: string) => text as CivilDate;

function periodic(
  acceptedOn: string,
  asOf: string,
  from: string,
  ...done: readonly (readonly [string, InspectionKind])[]
) {
  const history = packHistory(
    { acceptedOn: day(acceptedOn), inServiceOn: day(acceptedOn) },
    [],
    [],
    done.map(([date, kind]) => ({ date: day(date), kind, result: 'pass' as const })),
  );
  const window = auditWindow(day(asOf), { from: day(from), to: day(asOf) });
  const { rules } = auditElevator({ registrationNo: 'x', kind: '3110', history }, compileRules(cnPack), window);
  return rules.find(({ ruleId }) => ruleId === 'cn.inspection.periodic')!;
}

describe('periodic inspection across its versions', () => {
  it('was asked for every year until April 2023', () => {
    const audit = periodic(
      '2016-05-10',
      '2022-12-31',
      '2022-01-01',
      ['2016-05-10', 'supervision'],
      ['2021-05-08', 'periodic'],
    );
    expect(audit).toMatchObject({ status: 'overdue', dueOn: '2022-05-31' });
  });

  it('or self-tested in the year of transition, at choice', () => {
    const inspected = ['2022-05-08', 'periodic'] as const;
    const left = periodic('2016-05-10', '2024-04-01', '2023-04-02', inspected);
    expect(left).toMatchObject({ status: 'overdue', dueOn: '2023-05-31' });
    const tested = periodic('2016-05-10', '2024-04-01', '2023-04-02', inspected, ['2023-05-20', 'self-test']);
    expect(tested.status).not.toBe('overdue');
    expect(tested.late).toBe(0);
  });

  it('from April 2024 only in the listed years', () => {
    const done = [
      ['2022-05-08', 'periodic'],
      ['2023-05-20', 'self-test'],
    ] as const;
    // Accepted in May 2016: year 8 is not listed, year 9 is.
    expect(periodic('2016-05-10', '2025-05-31', '2024-06-01', ...done)).toMatchObject({ dueOn: '2025-05-31', late: 0 });
    expect(periodic('2016-05-10', '2025-06-01', '2024-06-02', ...done)).toMatchObject({
      status: 'overdue',
      daysOverdue: 1,
    });
  });

  it('what the ended versions asked for stays open until it is answered, each by its own version', () => {
    const skipped = periodic(
      '2013-12-05',
      '2026-11-23',
      '2025-11-24',
      ['2013-12-05', 'supervision'],
      ['2021-12-02', 'periodic'],
      ['2024-12-03', 'periodic'],
    );
    expect(skipped.gaps).toEqual([]);
    const seen = periodic(
      '2013-12-05',
      '2024-12-31',
      '2023-01-01',
      ['2021-12-02', 'periodic'],
      ['2024-12-03', 'periodic'],
    );
    expect(seen.gaps.map(({ deadline, daysLate }) => [deadline, daysLate])).toEqual([
      ['2022-12-31', 703],
      ['2023-12-31', 338],
    ]);
  });
});
