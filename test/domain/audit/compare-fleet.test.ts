import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditSubject } from '../../../domain/audit/audit-elevator';
import { compareAudits } from '../../../domain/audit/compare-audits';
import { compareFleet } from '../../../domain/audit/compare-fleet';
import { judgeBy, readyMeasure, type ReadyMeasure } from '../../../domain/audit/judge-by';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { packedFrom, questions } from '../../support/random-history';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';

const ready = (pack: RulePack, asOf: string): ReadyMeasure =>
  readyMeasure({ pack, asOf: asOf as CivilDate, period: defaultPeriod(asOf as CivilDate) });

const subject = (registrationNo: string, ...days: string[]): AuditSubject => ({
  registrationNo,
  kind: '3110',
  history: packedFrom({ visits: days.map((date) => ({ date, task: 'half-month' })), outages: [] }),
});

describe('a fleet on two days', () => {
  const cn = shippedPack('cn');
  const kept = subject('梯A', '2026-01-01', '2026-01-15');
  const empty = subject('梯B');
  const { elevators, verdicts, otherVerdict, differing } = compareFleet(
    [kept, empty],
    ready(cn, '2026-01-20'),
    ready(cn, '2026-02-20'),
  );

  it('counts the verdicts of both days over all elevators', () => {
    expect(elevators).toBe(2);
    expect(verdicts.left).toMatchObject({ compliant: 1, 'no-data': 1, 'non-compliant': 0 });
    expect(verdicts.right).toMatchObject({ compliant: 0, 'no-data': 1, 'non-compliant': 1 });
    expect(otherVerdict).toBe(1);
  });

  it('lists the elevators that differ and no other', () => {
    expect(differing).toMatchObject([
      {
        registrationNo: '梯A',
        verdict: { left: 'compliant', right: 'non-compliant' },
        firstDue: {
          left: { ruleId: 'cn.maintenance.half-month', dueOn: '2026-01-30' },
          right: { ruleId: 'cn.maintenance.half-month', dueOn: '2026-01-30' },
        },
      },
    ]);
  });
});

describe('random fleets', () => {
  const measures = fc
    .record({ pack: fc.constantFrom(...shippedPacks), asOf: fc.constantFrom('2024-03-01', '2026-03-20', '2017-09-01') })
    .map(({ pack, asOf }) => ready(pack, asOf));
  const fleets = fc
    .array(questions, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(({ history }, index) => ({ registrationNo: String(index), kind: '3110', history: packedFrom(history) })),
    );

  it('are counted as their elevators are judged one by one (seed 20261125)', () => {
    fc.assert(
      fc.property(fleets, measures, measures, (fleet, left, right) => {
        const found = compareFleet(fleet, left, right);
        const each = fleet.map((one) => compareAudits(judgeBy(one, left), judgeBy(one, right)));
        for (const side of ['left', 'right'] as const)
          for (const [verdict, count] of Object.entries(found.verdicts[side]))
            expect(count).toBe(each.filter((comparison) => comparison.verdict[side] === verdict).length);
        expect(found.otherVerdict).toBe(each.filter(({ verdict }) => verdict.left !== verdict.right).length);
        const due = each.filter(
          ({ verdict, rules }) =>
            verdict.left !== verdict.right ||
            rules.some(({ differences }) => differences.some(({ what }) => what === 'due')),
        );
        const listed = new Set(found.differing.map(({ registrationNo }) => registrationNo));
        expect(due.filter(({ registrationNo }) => !listed.has(registrationNo))).toEqual([]);
      }),
      { seed: 20261125, numRuns: 100 },
    );
  });

  it('by one measure twice nobody differs (seed 20261126)', () => {
    fc.assert(
      fc.property(fleets, measures, (fleet, only) => {
        expect(compareFleet(fleet, only, only).differing).toEqual([]);
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });
});
