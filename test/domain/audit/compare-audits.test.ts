import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditSubject } from '../../../domain/audit/audit-elevator';
import { compareAudits, type Comparison, type RuleDifference } from '../../../domain/audit/compare-audits';
import { judgeBy, readyMeasure, type Measure } from '../../../domain/audit/judge-by';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { RulePack } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/headline/history';
import { dossierWith } from '../../support/dossier-with';
import { rounds } from '../../support/length';
import { packedFrom, questions } from '../../support/random-history';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';
import { rule, smallPack, version } from '../../support/small-pack';

const cn = shippedPack('cn');
const day = (text: string): CivilDate => text as CivilDate;

const measure = (pack: RulePack, asOf: string): Measure => ({
  pack,
  asOf: day(asOf),
  period: defaultPeriod(day(asOf)),
});

function subjectOf({ registrationNo, elevator, ...rest }: Dossier): AuditSubject {
  const { kind, place } = elevator.value;
  return { registrationNo, kind, place, history: historyOf({ registrationNo, elevator, ...rest }) };
}

function compared(dossier: Dossier, left: Measure, right: Measure): Comparison {
  const subject = subjectOf(dossier);
  return compareAudits(judgeBy(subject, readyMeasure(left)), judgeBy(subject, readyMeasure(right)));
}

function ruleOf({ rules }: Comparison, id: string) {
  const found = rules.find(({ left, right }) => left?.rule.id === id || right?.rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

const swapped = (difference: RuleDifference): unknown => {
  if ('side' in difference) return { ...difference, side: difference.side === 'left' ? 'right' : 'left' };
  return { ...difference, left: difference.right, right: difference.left };
};

const STOPPED = dossierWith({
  elevator: { acceptedOn: '2021-05-10', recordsFrom: '2026-01-01', inServiceOn: '2021-05-10' },
  visits: [{ date: '2026-01-01' }, { date: '2026-01-25' }, { date: '2026-02-08' }],
  inspections: [{ date: '2022-05-20' }, { date: '2023-05-20' }, { date: '2025-05-20' }],
});

/** The half-month's version and its weight. */
const BY_LAW = { version: '2003-06-01', weight: 'law' };

describe('one pack on two days', () => {
  const comparison = compared(STOPPED, measure(cn, '2026-02-15'), measure(cn, '2026-03-10'));

  it('names the verdicts of both', () => {
    expect(comparison.verdict).toEqual({ left: 'lapsed', right: 'non-compliant' });
  });

  it('lists the gap that opened since, and not the one that both know', () => {
    const { differences } = ruleOf(comparison, 'cn.maintenance.half-month');
    expect(differences).toEqual([
      { what: 'status', left: 'met', right: 'overdue' },
      {
        what: 'figures',
        left: { met: 1, late: 1, missed: 1, daysOut: 9, daysOverdue: 0 },
        right: { met: 1, late: 1, missed: 2, daysOut: 24, daysOverdue: 15 },
      },
      {
        what: 'gap-only',
        side: 'right',
        gap: { from: '2026-02-08', to: null, deadline: '2026-02-23', daysLate: 15, missed: 1, ...BY_LAW },
      },
    ]);
  });

  it('a gap that has grown is one gap with two ends', () => {
    const { differences } = ruleOf(
      compared(STOPPED, measure(cn, '2026-03-01'), measure(cn, '2026-03-10')),
      'cn.maintenance.half-month',
    );
    expect(differences.filter(({ what }) => what.startsWith('gap'))).toEqual([
      {
        what: 'gap',
        left: { from: '2026-02-08', to: null, deadline: '2026-02-23', daysLate: 6, missed: 1, ...BY_LAW },
        right: { from: '2026-02-08', to: null, deadline: '2026-02-23', daysLate: 15, missed: 1, ...BY_LAW },
      },
    ]);
  });

  it('a rule whose wording changed between the two is shown with both wordings, limits and clauses', () => {
    const across = compared(STOPPED, measure(cn, '2023-02-01'), measure(cn, '2026-02-15'));
    const found = ruleOf(across, 'cn.inspection.periodic').differences;
    expect(found.find(({ what }) => what === 'version')).toMatchObject({
      left: { effectiveFrom: '2023-04-02', effectiveTo: '2024-04-01' },
      right: { effectiveFrom: '2024-04-02', effectiveTo: null },
    });
    expect(found.find(({ what }) => what === 'limit')).toMatchObject({
      left: { mode: 'due-month-chain' },
      right: { mode: 'service-year-list' },
    });
    expect(found.find(({ what }) => what === 'confidence')).toMatchObject({ left: 'reading', right: 'law' });
    expect(found.some(({ what }) => what === 'clause')).toBe(true);
  });
});

describe('a national pack and a city that adds to it', () => {
  const comparison = compared(STOPPED, measure(cn, '2026-03-10'), measure(shippedPack('cn-zj-hz'), '2026-03-10'));

  it('judge the rules that they share alike', () => {
    expect(comparison.rules.filter(({ by, differences }) => by === 'id' && differences.length > 0)).toEqual([]);
    expect(comparison.verdict.left).toBe(comparison.verdict.right);
  });

  it('name what the city asks beyond them', () => {
    expect(comparison.requirements.left).toEqual([]);
    const ids = comparison.requirements.right.map(({ id }) => id);
    expect(ids).toContain('hz.staff');
    expect(ids.every((id) => !id.startsWith('cn.'))).toBe(true);
    expect(comparison.count).toBe(
      ids.length + comparison.rules.reduce((sum, { differences }) => sum + differences.length, 0),
    );
  });
});

describe('China and Japan', () => {
  const comparison = compared(STOPPED, measure(cn, '2026-03-10'), measure(shippedPack('jp'), '2026-03-10'));

  it('meet in the periodic inspection that both ask for, each with its own clause', () => {
    const periodic = ruleOf(comparison, 'cn.inspection.periodic');
    expect([periodic.by, periodic.right?.rule.task]).toEqual(['act', 'periodic']);
    expect(periodic.differences.map(({ what }) => what)).toEqual(expect.arrayContaining(['limit', 'clause']));
    expect(periodic.differences.some(({ what }) => what === 'version')).toBe(false);
  });

  it('part in the half-month visit, which Japan does not ask for', () => {
    const halfMonth = ruleOf(comparison, 'cn.maintenance.half-month');
    expect([halfMonth.right, halfMonth.differences]).toEqual([null, [{ what: 'only', side: 'left' }]]);
  });
});

describe('packs of two places', () => {
  const place = (more: Record<string, unknown>) => smallPack('far', more) as unknown as RulePack;
  const exam = (id: string, months: number, more: Record<string, unknown> = {}) =>
    rule(id, { versions: [version({ interval: { count: months, unit: 'month' } })], ...more });

  it('meet by the act they ask for, with deadline, limit and clause side by side', () => {
    const far = place({ rules: [exam('far.exam', 6)] });
    const near = place({ rules: [exam('near.exam', 12)], id: 'near' });
    const dossier = dossierWith({ inspections: [{ date: '2026-01-10' }] });
    const found = compared(dossier, measure(near, '2026-08-01'), measure(far, '2026-08-01'));
    expect(found.verdict).toEqual({ left: 'compliant', right: 'non-compliant' });
    expect(found.rules.map(({ by }) => by)).toEqual(['act']);
    expect(found.rules[0]!.differences).toMatchObject([
      { what: 'status', left: 'met', right: 'overdue' },
      { what: 'due', left: '2027-01-10', right: '2026-07-10' },
      { what: 'limit', left: { interval: { count: 12 } }, right: { interval: { count: 6 } } },
      { what: 'figures' },
      { what: 'gap-only', side: 'right', gap: { deadline: '2026-07-10' } },
    ]);
  });

  it('a rule that only one of them has is named as such, unless it is not for this elevator', () => {
    const far = place({
      rules: [
        exam('far.test', 6, { task: 'load-test', satisfiedBy: ['load-test'] }),
        exam('far.other', 6, { appliesTo: { kinds: ['9999'] } }),
      ],
    });
    const near = place({ rules: [exam('near.exam', 12)], id: 'near' });
    const found = compared(
      dossierWith({ inspections: [{ date: '2026-01-10' }] }),
      measure(near, '2026-08-01'),
      measure(far, '2026-08-01'),
    );
    expect(found.rules.map(({ by, differences }) => [by, differences])).toEqual([
      ['alone', [{ what: 'only', side: 'left' }]],
      ['alone', [{ what: 'only', side: 'right' }]],
      ['alone', []],
    ]);
  });
});

describe('random histories', () => {
  const measureAt = (asOf: string, period: { from: string; to: string }, pack: RulePack): Measure => ({
    pack,
    asOf: day(asOf),
    period: { from: day(period.from), to: day(period.to) },
  });
  const packs = fc.constantFrom(...shippedPacks);

  it('a judgement compared with itself has no difference (seed 20261123)', () => {
    fc.assert(
      fc.property(questions, packs, ({ history, asOf, period }, pack) => {
        const subject = { registrationNo: 'X', kind: '3110', history: packedFrom(history) };
        const judgement = judgeBy(subject, readyMeasure(measureAt(asOf, period, pack)));
        expect(compareAudits(judgement, judgement).count).toBe(0);
      }),
      { seed: 20261123, numRuns: rounds(30, 150) },
    );
  });

  it('the other way round the same differences are found with their sides changed (seed 20261124)', () => {
    fc.assert(
      fc.property(questions, packs, packs, fc.nat({ max: 400 }), ({ history, asOf, period }, one, other, earlier) => {
        const subject = { registrationNo: 'X', kind: '3110', history: packedFrom(history) };
        const left = judgeBy(subject, readyMeasure(measureAt(asOf, period, one)));
        const before = new Date(Date.parse(asOf) - earlier * 86_400_000).toISOString().slice(0, 10);
        const right = judgeBy(subject, readyMeasure(measure(other, before)));
        const there = compareAudits(left, right);
        const back = compareAudits(right, left);
        const sorted = (all: readonly unknown[]) => all.map((each) => JSON.stringify(each, sortedKeys)).sort();
        const differences = ({ rules }: Comparison) => rules.flatMap((each) => each.differences);
        expect(sorted(differences(back).map(swapped))).toEqual(sorted(differences(there)));
        expect(back.count).toBe(there.count);
      }),
      { seed: 20261124, numRuns: rounds(30, 150) },
    );
  });
});

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
