import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Outage } from '../../../domain/elevator/elevator';
import type { Inspection, InspectionKind } from '../../../domain/inspection/inspection';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { CHINA_PACK } from '../../support/clock-question';
import { rounds } from '../../support/length';
import { literalFailures, type ToldAct } from '../../support/literal-failures';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';

const PERIODIC = 'cn.inspection.periodic';
const ONE_RULE = { rules: CHINA_PACK.rules.filter(({ id }) => id === PERIODIC) };

interface Told {
  readonly inspections: readonly (readonly [date: string, kind: InspectionKind, result: Inspection['result']])[];
  readonly outages?: readonly (readonly [from: string, to?: string])[];
  readonly asOf?: string;
  readonly from?: string;
  readonly pack?: Pick<RulePack, 'rules'>;
  readonly kind?: string;
}

function judged({ inspections, outages = [], asOf = '2026-11-23', from = '2025-11-24', pack, kind = '3110' }: Told) {
  const history = packHistory(
    { inServiceOn: '2010-01-01' as CivilDate },
    [],
    outages.map(([out, to]) => ({ from: out, ...(to && { to }) }) as Outage),
    inspections.map(([date, of, result]) => ({ date: date as CivilDate, kind: of, result })),
  );
  const rules = compileRules(pack ?? ONE_RULE);
  const period = { from: from as CivilDate, to: asOf as CivilDate };
  const audit = auditElevator({ registrationNo: '', kind, history }, rules, auditWindow(asOf as CivilDate, period));
  return { ...audit, of: (ruleId: string) => audit.rules.find((rule) => rule.ruleId === ruleId)! };
}

const PASSED = ['2025-11-10', 'periodic', 'pass'] as const;

describe('an inspection that failed', () => {
  it('leaves its rule failed and the elevator non-compliant while it goes on in use', () => {
    const audit = judged({ inspections: [PASSED, ['2026-10-28', 'periodic', 'fail']] });
    expect(audit.of(PERIODIC)).toMatchObject({
      status: 'failed',
      failures: [{ on: '2026-10-28', to: null, serviceDays: 26, weight: 'law' }],
    });
    expect(audit).toMatchObject({ verdict: 'non-compliant', weight: 'law', verdictByLaw: 'non-compliant' });
  });

  it('answers no demand: the deadline before it still runs', () => {
    const audit = judged({ inspections: [PASSED, ['2026-10-28', 'periodic', 'fail']], asOf: '2026-12-15' });
    expect(audit.of(PERIODIC)).toMatchObject({ status: 'failed', lastDone: '2025-11-10' });
  });

  it('is told and is no breach where the elevator was taken out of use the same day', () => {
    const audit = judged({
      inspections: [PASSED, ['2026-10-28', 'periodic', 'fail']],
      outages: [['2026-10-28']],
    });
    expect(audit.of(PERIODIC)).toMatchObject({ status: 'failed', failures: [{ to: null, serviceDays: 0 }] });
    expect(audit.verdict).not.toBe('non-compliant');
  });

  it('counts from the day on which it is given back without a re-check', () => {
    const audit = judged({
      inspections: [PASSED, ['2026-10-28', 'periodic', 'fail']],
      outages: [['2026-10-28', '2026-11-22']],
    });
    expect(audit.of(PERIODIC).failures).toMatchObject([{ serviceDays: 2 }]);
    expect(audit.verdict).toBe('non-compliant');
  });

  it('is told and is no breach where it was re-checked the same day or the next', () => {
    for (const day of ['2026-10-28', '2026-10-29']) {
      const audit = judged({
        inspections: [PASSED, ['2026-10-28', 'periodic', 'fail'], [day, 'periodic', 'recheck']],
      });
      expect(audit.of(PERIODIC)).toMatchObject({
        status: 'met',
        failures: [{ on: '2026-10-28', to: day, serviceDays: 0 }],
      });
      expect(audit.verdict).toBe('compliant');
    }
  });

  it('in use until it was re-checked, the elevator has lapsed', () => {
    const audit = judged({
      inspections: [PASSED, ['2026-10-20', 'periodic', 'fail'], ['2026-11-05', 'periodic', 'recheck']],
    });
    expect(audit.of(PERIODIC)).toMatchObject({
      status: 'met',
      failures: [{ on: '2026-10-20', to: '2026-11-05', serviceDays: 15 }],
    });
    expect(audit).toMatchObject({ verdict: 'lapsed', weight: 'law' });
  });

  it('a pass of the same day contradicts it and clears nothing; a later one does', () => {
    const same = judged({
      inspections: [PASSED, ['2026-10-28', 'periodic', 'fail'], ['2026-10-28', 'periodic', 'pass']],
    });
    expect(same.of(PERIODIC).status).toBe('failed');
    const later = judged({
      inspections: [PASSED, ['2026-10-28', 'periodic', 'fail'], ['2026-11-02', 'periodic', 'pass']],
    });
    expect(later.of(PERIODIC).status).toBe('met');
  });

  it('another kind that answers the rule clears it; one that does not, does not', () => {
    const failed = ['2026-10-28', 'periodic', 'fail'] as const;
    const altered = judged({ inspections: [PASSED, failed, ['2026-11-10', 'supervision-alteration', 'pass']] });
    expect(altered.of(PERIODIC).status).not.toBe('failed');
    const calibrated = judged({ inspections: [PASSED, failed, ['2026-11-10', 'governor', 'pass']] });
    expect(calibrated.of(PERIODIC).status).toBe('failed');
  });

  it('is one finding, not one for each rule that a passed one would have served', () => {
    const { rules } = judged({ inspections: [PASSED, ['2026-10-28', 'periodic', 'fail']], pack: CHINA_PACK });
    expect(rules.filter(({ status }) => status === 'failed').map(({ ruleId }) => ruleId)).toEqual([PERIODIC]);
  });

  it.each([
    ['2012-12-16', 'met'],
    ['2012-12-17', 'failed'],
  ] as const)('before there was a rule is its breach only where it was still open, on %s: %s', (asOf, status) => {
    const pack = { rules: shippedPack('hk').rules.filter(({ id }) => id === 'hk.lift.examination') };
    const acts = [
      ['2011-10-08', 'periodic', 'pass'],
      ['2011-11-09', 'periodic', 'fail'],
    ] as const;
    const told = { inspections: acts, pack, kind: 'passenger-lift', from: '2011-12-18', asOf };
    expect(judged(told).of('hk.lift.examination').status).toBe(status);
    const cleared = judged({ ...told, inspections: [...acts, ['2012-01-09', 'periodic', 'recheck']] });
    expect(cleared.of('hk.lift.examination').failures).toBeUndefined();
  });

  it('alone on record leaves its rule failed, not without data', () => {
    expect(judged({ inspections: [['2026-10-28', 'periodic', 'fail']] }).of(PERIODIC).status).toBe('failed');
  });

  it('outside the scope of maintenance is left out', () => {
    const history = packHistory({}, [], [], [{ date: '2026-10-28' as CivilDate, kind: 'periodic', result: 'fail' }]);
    const window = auditWindow(
      '2026-11-23' as CivilDate,
      { from: '2026-01-01', to: '2026-11-23' } as never,
      'maintenance',
    );
    const audit = auditElevator({ registrationNo: '', kind: '3110', history }, compileRules(CHINA_PACK), window);
    expect(audit.rules.find(({ ruleId }) => ruleId === PERIODIC)?.status).toBe('no-data');
  });
});

describe('in every shipped pack', () => {
  const rules = shippedPacks.flatMap(({ id, rules: own }) =>
    own.flatMap((rule) =>
      rule.satisfiedBy.includes(rule.task) &&
      !['half-month', 'quarter', 'half-year', 'year'].includes(rule.task) &&
      rule.versions.some(({ confidence }) => confidence !== 'unverified')
        ? [[id, rule.id, rule.task as InspectionKind, rule.appliesTo] as const]
        : [],
    ),
  );

  it.each(rules)('%s %s: a failing act fails it until one passes', (id, ruleId, task, { kinds, places }) => {
    const pack = shippedPack(id);
    const kind = kinds === 'all' ? '3110' : kinds[0]!;
    const place = places?.[0];
    const at = (acts: Told['inspections']) => {
      const history = packHistory(
        { acceptedOn: '2024-11-01' as CivilDate, inServiceOn: '2024-11-01' as CivilDate },
        [],
        [],
        acts.map(([date, of, result]) => ({ date: date as CivilDate, kind: of, result })),
      );
      const window = auditWindow('2026-11-23' as CivilDate, { from: '2025-11-24', to: '2026-11-23' } as never);
      return auditElevator({ registrationNo: '', kind, place, history }, compileRules(pack), window).rules.find(
        (rule) => rule.ruleId === ruleId,
      )!;
    };
    expect(at([['2026-11-01', task, 'fail']]).status).toBe('failed');
    expect(
      at([
        ['2026-11-01', task, 'fail'],
        ['2026-11-10', task, 'recheck'],
      ]).status,
    ).not.toBe('failed');
  });
});

describe('the engine and the literal reading of failed acts', () => {
  const START = toEpochDay('2026-01-01' as CivilDate);
  const LENGTH = 60;
  const dayAt = (offset: number): string => toCivilDate(START + offset);
  const histories = fc.record({
    acts: fc.array(fc.tuple(fc.nat(LENGTH), fc.constantFrom('pass', 'fail', 'fail', 'recheck')), { maxLength: 8 }),
    outages: fc.array(fc.tuple(fc.nat(LENGTH), fc.option(fc.integer({ min: 1, max: 20 }), { freq: 5 })), {
      maxLength: 3,
    }),
    asOf: fc.integer({ min: 20, max: LENGTH }),
    from: fc.nat(20),
  });

  it('agree on 5 000 random histories (seed 20261129)', () => {
    const seen = { failed: 0, lapsed: 0, quiet: 0 };
    fc.assert(
      fc.property(histories, ({ acts, outages, asOf, from }) => {
        const told: ToldAct[] = acts.map(([day, result]) => ({ date: dayAt(day), result }));
        const outs = outages.map(([out, length]) => ({
          from: dayAt(out),
          to: length === null ? null : dayAt(out + length),
        }));
        const isInUse = (day: string): boolean =>
          !outs.some(({ from: out, to }) => out <= day && (to === null || day < to));
        const days = Array.from({ length: asOf + 1 }, (_, offset) => dayAt(offset));
        const period = { from: dayAt(from), to: dayAt(asOf) };
        const literal = literalFailures(told, days, isInUse, period);
        const audit = judged({
          inspections: told.map(({ date, result }) => [date, 'periodic', result] as const),
          outages: outs.map(({ from: out, to }) => (to === null ? [out] : [out, to])),
          asOf: period.to,
          from: period.from,
        });
        if (!days.some((day) => day >= period.from && isInUse(day))) {
          expect(audit.verdict).toBe('not-applicable');
          return;
        }
        const rule = audit.rules[0]!;
        expect(rule.status === 'failed').toBe(literal.failedOn !== null);
        if (literal.failedOn !== null) expect(rule.failures?.at(-1)).toMatchObject({ on: literal.failedOn, to: null });
        if (literal.inUseSince) expect(audit.verdict).toBe('non-compliant');
        else if (literal.lapsed) expect(audit.verdict).toBe('lapsed');
        else expect(['compliant', 'no-data', 'not-applicable']).toContain(audit.verdict);
        if (literal.inUseSince) seen.failed += 1;
        else if (literal.lapsed) seen.lapsed += 1;
        else seen.quiet += 1;
      }),
      { seed: 20_261_129, numRuns: rounds(500, 5_000) },
    );
    expect(Object.values(seen).every((count) => count > rounds(30, 300))).toBe(true);
  });

  it('a verdict never gets better on a day on which nobody acted (seed 20261130)', () => {
    const order = ['non-compliant', 'lapsed', 'not-shown', 'compliant'];
    fc.assert(
      fc.property(histories, ({ acts, outages, asOf, from }) => {
        const inspections = acts.map(([day, result]) => [dayAt(day), 'periodic', result] as const);
        const outs = outages.map(
          ([out, length]) => (length === null ? [dayAt(out)] : [dayAt(out), dayAt(out + length)]) as never,
        );
        const on = (day: number): string =>
          judged({ inspections, outages: outs, asOf: dayAt(day), from: dayAt(from) }).verdict;
        const moved = new Set([
          ...acts.map(([day]) => day),
          ...outages.flatMap(([out, length]) => [out, out + (length ?? 0)]),
        ]);
        for (let day = Math.max(from, asOf - 15); day < asOf; day++) {
          const [before, after] = [order.indexOf(on(day)), order.indexOf(on(day + 1))];
          if (before === -1 || after === -1 || moved.has(day + 1)) continue;
          expect(after).toBeLessThanOrEqual(before);
        }
      }),
      { seed: 20_261_130, numRuns: rounds(40, 400) },
    );
  });
});
