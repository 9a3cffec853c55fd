import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditSubject } from '../../../domain/audit/audit-elevator';
import { compareAudits } from '../../../domain/audit/compare-audits';
import { compareFleet } from '../../../domain/fleet/compare-fleet';
import { judgeBy, readyMeasure, type ReadyMeasure } from '../../../domain/audit/judge-by';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { packHistory } from '../../../domain/service-clock/packed-history';
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

describe('a fleet with what is retired or not kept', () => {
  const cn = shippedPack('cn');
  const visited = { visits: [{ date: '2026-01-01', task: 'half-month' }], outages: [] } as const;
  const ended = (registrationNo: string, endedOn: string): AuditSubject => ({
    registrationNo,
    kind: '3110',
    history: packHistory({ status: 'scrapped', endedOn: endedOn as CivilDate }, visited.visits as never, [], []),
  });

  it('counts a retired elevator in no verdict from its last day on, and compares it on no two days behind it', () => {
    const sides = [ready(cn, '2026-01-10'), ready(cn, '2026-02-20')] as const;
    const { elevators, retired, verdicts, otherVerdict, differing } = compareFleet(
      [ended('梯A', '2026-02-20'), ended('梯B', '2026-01-10'), ended('梯C', '2026-02-21')],
      ...sides,
    );
    expect({ elevators, retired }).toEqual({ elevators: 3, retired: { left: 1, right: 2 } });
    for (const side of ['left', 'right'] as const)
      expect(Object.values(verdicts[side]).reduce((sum, count) => sum + count, 0)).toBe(elevators - retired[side]);
    expect(differing.map(({ registrationNo }) => registrationNo)).not.toContain('梯B');
    expect(otherVerdict).toBe(differing.filter(({ verdict }) => verdict.left !== verdict.right).length);
  });

  it('judges each elevator in its own scope', () => {
    const inspected = packHistory(
      { acceptedOn: '2010-01-01' as CivilDate },
      [],
      [],
      [{ date: '2020-01-01' as CivilDate, kind: 'periodic', result: 'pass' }],
    );
    const one = { registrationNo: '梯A', kind: '3110', history: inspected };
    const measure = ready(cn, '2026-02-20');
    const verdictIn = (scope: 'maintenance' | 'all') =>
      compareFleet([{ ...one, scope }], measure, measure).verdicts.left;
    expect(verdictIn('maintenance')).toMatchObject({ 'no-data': 1 });
    expect(verdictIn('all')).toMatchObject({ 'non-compliant': 1 });
    expect(judgeBy({ ...one, scope: 'maintenance' }, measure).audit.verdict).toBe('no-data');
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
