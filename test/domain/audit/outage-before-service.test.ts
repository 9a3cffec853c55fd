import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { InspectionKind, InspectionResult } from '../../../domain/inspection/inspection';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory, type PackedElevator } from '../../../domain/service-clock/packed-history';
import { shippedPack } from '../../support/shipped-packs';

const RULES = compileRules(shippedPack('cn'));
const on = (date: string): CivilDate => date as CivilDate;

interface Told {
  readonly register: Partial<PackedElevator>;
  readonly acts?: readonly (readonly [date: string, kind: InspectionKind, result?: InspectionResult])[];
  readonly outages?: readonly (readonly [from: string, to: string])[];
  readonly asOf: string;
  readonly from?: string;
}

/** The periodic inspection of one elevator, over the year that ends on `asOf` unless told otherwise. */
function periodic({ register, acts = [], outages = [], asOf, from }: Told) {
  const history = packHistory(
    register,
    [],
    outages.map(([from, to]) => ({ from: on(from), to: on(to) })),
    acts.map(([date, kind, result = 'pass']) => ({ date: on(date), kind, result })),
  );
  const begins = from === undefined ? toCivilDate(toEpochDay(on(asOf)) - 364) : on(from);
  const window = auditWindow(on(asOf), { from: begins, to: on(asOf) });
  const { rules } = auditElevator({ registrationNo: '', kind: '3110', history }, RULES, window);
  return rules.find(({ ruleId }) => ruleId === 'cn.inspection.periodic')!;
}

describe('an outage of a year or more', () => {
  it('that ends before the start of service asks for nothing: nothing is owed before the first due month', () => {
    const outages = [['2023-03-05', '2024-12-16']] as const;
    const register = { acceptedOn: on('2024-12-04'), inServiceOn: on('2025-01-16') };
    expect(periodic({ register, outages, asOf: '2025-04-27' }).status).toBe('no-data');
    expect(periodic({ register, outages, asOf: '2025-12-31' }).status).toBe('no-data'); // due on that day
    expect(periodic({ register, outages, asOf: '2026-01-01' })).toMatchObject({ status: 'not-shown', weight: 'law' });
  });

  it('that ends after the start of service asks for the inspection before return', () => {
    const outages = [['2023-03-05', '2025-02-16']] as const;
    const register = { acceptedOn: on('2024-12-04'), inServiceOn: on('2025-01-16') };
    expect(periodic({ register, outages, asOf: '2025-04-27' }).status).toBe('not-shown');
  });

  const register = { acceptedOn: on('2024-01-27') };
  const outages = [['2023-10-31', '2024-11-01']] as const;
  const inspected = [
    ['1996-02-21', 'supervision'],
    ['2024-01-18', 'periodic', 'recheck'],
  ] as const;
  const tested = ['2025-01-17', 'self-test'] as const;

  it('inspected while it lasted is answered, though the registered acceptance came after that inspection', () => {
    expect(periodic({ register, outages, acts: [...inspected, tested], asOf: '2025-01-21' })).toMatchObject({
      status: 'due-soon',
      dueOn: '2025-01-31',
      late: 0,
      gaps: [],
    });
  });

  it('the same, with nothing on record since: the return is not what is not shown', () => {
    expect(periodic({ register, outages, acts: inspected, asOf: '2025-01-21' }).status).not.toBe('not-shown');
    expect(periodic({ register, outages, acts: inspected, asOf: '2025-02-01' }).status).toBe('not-shown');
  });

  it('not inspected while it lasted is overdue from the return on', () => {
    expect(periodic({ register, outages, acts: [inspected[0], tested], asOf: '2025-01-21' })).toMatchObject({
      status: 'overdue',
      dueOn: '2024-11-01',
      daysOverdue: 81,
    });
  });
});

describe('what a text asks for and is not shown', () => {
  it('is law, also where a failure of the period is told as a reading', () => {
    const acts = [
      ['1996-07-02', 'supervision'],
      ['2020-04-16', 'periodic', 'fail'],
      ['2022-04-16', 'periodic'],
    ] as const;
    const audit = periodic({
      register: { acceptedOn: on('2022-09-19') },
      acts,
      asOf: '2024-04-19',
      from: '2022-02-28',
    });
    expect(audit).toMatchObject({ status: 'not-shown', weight: 'law', failures: [{ weight: 'reading' }] });
  });
});
