import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { InspectionKind } from '../../../domain/inspection/inspection';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { shippedPack } from '../../support/shipped-packs';

type Act = readonly [date: string, kind: InspectionKind];

function ruleOf(
  packId: string,
  ruleId: string,
  {
    acceptedOn,
    acts = [],
    asOf = '2026-11-29',
    kind = '3110',
    outages = [],
  }: {
    readonly acceptedOn?: string;
    readonly acts?: readonly Act[];
    readonly asOf?: string;
    readonly kind?: string;
    readonly outages?: readonly (readonly [from: string, to: string])[];
  },
) {
  const pack = shippedPack(packId);
  const history = packHistory(
    acceptedOn === undefined ? {} : { acceptedOn: acceptedOn as CivilDate },
    [],
    outages.map(([from, to]) => ({ from: from as CivilDate, to: to as CivilDate })),
    acts.map(([date, of]) => ({ date: date as CivilDate, kind: of, result: 'pass' })),
  );
  const from = toCivilDate(toEpochDay(asOf as CivilDate) - 364);
  const window = auditWindow(asOf as CivilDate, { from, to: asOf as CivilDate });
  const audit = auditElevator({ registrationNo: '', kind, history }, compileRules(pack), window);
  return audit.rules.find((rule) => rule.ruleId === ruleId)!;
}

const statusOf = (...question: Parameters<typeof ruleOf>) => ruleOf(...question).status;
const PERIODIC = 'cn.inspection.periodic';
const BRAKE = 'cn.test.brake-125';

describe('owed by the register itself', () => {
  it('accepted long ago and never inspected: not shown, and nothing is called late', () => {
    expect(ruleOf('cn', PERIODIC, { acceptedOn: '2004-12-10' })).toMatchObject({
      status: 'not-shown',
      late: 0,
      missed: 0,
      daysOverdue: 0,
      gaps: [],
    });
  });

  it('without a day of acceptance nothing is proved: no data', () => {
    expect(statusOf('cn', PERIODIC, {})).toBe('no-data');
  });

  it('accepted so lately that nothing was due yet: no data', () => {
    expect(statusOf('cn', PERIODIC, { acceptedOn: '2026-03-01' })).toBe('no-data');
  });

  it('the acceptance itself on record is no inspection since: leaving it out or in changes nothing', () => {
    const question = { acceptedOn: '2004-12-10', acts: [['2004-12-10', 'supervision']] as const };
    expect(statusOf('cn', PERIODIC, question)).toBe('not-shown');
    expect(statusOf('cn', PERIODIC, { acts: question.acts })).toBe('not-shown');
  });

  it('one inspection since answers it', () => {
    expect(ruleOf('cn', PERIODIC, { acceptedOn: '2004-12-10', acts: [['2025-12-10', 'periodic']] })).toMatchObject({
      status: 'met',
      dueOn: '2026-12-31',
    });
  });

  it('the supervision inspection of 2004 makes the verdict of a later one no worse, and no remedy names 2005', () => {
    const later = [['2025-12-10', 'periodic']] as const;
    const without = ruleOf('cn', PERIODIC, { acceptedOn: '2004-12-10', acts: later });
    const withIt = ruleOf('cn', PERIODIC, {
      acceptedOn: '2004-12-10',
      acts: [['2004-12-10', 'supervision'], ...later],
    });
    expect(withIt).toEqual(without);
  });

  it('an outage over the only deadline proves nothing while it lasts', () => {
    const shut = { acceptedOn: '2025-03-01', outages: [['2025-06-01', '2026-11-01']] as const, asOf: '2026-10-01' };
    expect(statusOf('cn', PERIODIC, shut)).toBe('not-applicable');
  });
});

describe('the brake test on its grid of six years', () => {
  it.each([
    ['no test at all', '2004-12-10', [], 'not-shown'],
    ['the first grid day still to come', '2021-05-01', [], 'no-data'],
    ['the grid day is the day of judgement', '2020-11-29', [], 'no-data'],
    ['a test in the year before the grid day', '2004-12-10', [['2022-01-05', 'brake-125']], 'met'],
    ['a test more than a year before it', '2004-12-10', [['2021-12-01', 'brake-125']], 'not-shown'],
    ['a test after it', '2004-12-10', [['2023-06-01', 'brake-125']], 'met'],
    ['a test so old that its own six years are over', '2004-12-10', [['2018-05-01', 'brake-125']], 'overdue'],
  ] as const)('%s', (_, acceptedOn, acts, status) => {
    expect(statusOf('cn', BRAKE, { acceptedOn, acts })).toBe(status);
  });

  it('is a reading of our own', () => {
    expect(ruleOf('cn', BRAKE, { acceptedOn: '2004-12-10' }).weight).toBe('reading');
  });
});

describe('main inspections and never the one between (Germany)', () => {
  const kind = 'passenger-lift';
  const main = (...days: string[]): Act[] => days.map((day) => [day, 'periodic'] as const);

  it('is not shown once a middle has passed', () => {
    const question = { kind, acts: main('2021-05-10', '2023-05-08', '2025-05-12') };
    expect(statusOf('de', 'de.intermediate-inspection', question)).toBe('not-shown');
  });

  it('has no data before the first middle', () => {
    const question = { kind, acts: main('2026-03-10') };
    expect(statusOf('de', 'de.intermediate-inspection', question)).toBe('no-data');
  });
});

describe('leaving records out never pays', () => {
  it('no act taken away turns a rule of an accepted elevator into no data or not applicable (seed 20261129)', () => {
    const day = (offset: number): string => toCivilDate(toEpochDay('2015-01-01' as CivilDate) + offset);
    fc.assert(
      fc.property(
        fc.nat(2_500),
        fc.array(fc.nat(4_300), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<readonly [string, InspectionKind]>(
          [PERIODIC, 'periodic'],
          ['cn.test.governor.traction', 'governor'],
          [BRAKE, 'brake-125'],
        ),
        (accepted, offsets, [ruleId, kind]) => {
          const acts = offsets.map((offset) => [day(accepted + offset), kind] as const);
          const whole = statusOf('cn', ruleId, { acceptedOn: day(accepted), acts });
          if (whole !== 'overdue' && whole !== 'not-shown') return;
          for (const left of acts.keys()) {
            const status = statusOf('cn', ruleId, {
              acceptedOn: day(accepted),
              acts: acts.filter((_, index) => index !== left),
            });
            expect(['overdue', 'not-shown']).toContain(status);
          }
        },
      ),
      { seed: 20_261_129, numRuns: 300 },
    );
  });
});
