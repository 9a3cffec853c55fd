import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleAudit } from '../../../domain/audit/verdict';
import { toCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { CallOut } from '../../../domain/callout/callout';
import type { Hazard } from '../../../domain/hazard/hazard';
import type { Inspection } from '../../../domain/inspection/inspection';
import type { RecordId } from '../../../domain/record/record-id';
import { judgeHazards } from '../../../domain/risk/judge-hazards';
import { oldAgeOf } from '../../../domain/risk/old-age';
import { compareTurns, priorityOf, type PriorityInput, type Sourced } from '../../../domain/headline/priority';
import type { Use } from '../../../domain/headline/use';
import { PRIORITY_WEIGHTS as WEIGHTS } from '../../../domain/headline/priority-weights';
import { dossierWith } from '../../support/dossier-with';
import { shippedPack } from '../../support/shipped-packs';

const SEED = 20_261_133;
const asOf = '2026-11-23' as CivilDate;
const criteria = shippedPack('cn-zj-hz').hazards!;

const counted = (rule: Partial<RuleAudit>): RuleAudit => ({
  ruleId: 'r',
  status: 'met',
  lastDone: null,
  dueOn: null,
  daysOverdue: 0,
  met: 0,
  late: 0,
  missed: 0,
  daysOut: 0,
  weight: 'law',
  gaps: [],
  ...rule,
});

const MAY_RUN: Use = { state: 'may-run', reasons: [] };
const FORBIDDEN: Use = {
  state: 'must-not-run',
  reasons: [{ kind: 'inspection-overdue', on: '2026-10-01' as CivilDate, record: null, basis: null, weight: 'law' }],
};

interface Facts {
  readonly accepted: number;
  readonly hazards: readonly { readonly severe: boolean; readonly rated: boolean; readonly daysAgo: number }[];
  readonly late: number;
  readonly missed: number;
  readonly calls: readonly number[];
  readonly failed: readonly number[];
}

function inputOf({ accepted, hazards, late, missed, calls, failed }: Facts): PriorityInput {
  const ago = (days: number): CivilDate => toCivilDate(20_780 - days); // 2026-11-23
  const gap = { from: '2026-10-01', to: '2026-10-20', deadline: '2026-10-16', daysLate: 4, missed } as never;
  const dossier = dossierWith({
    elevator: { acceptedOn: ago(accepted), inServiceOn: undefined },
    visits: [{ date: '2026-10-01' }, { date: '2026-10-20' }, { date: '2026-11-01' }],
    callouts: calls.map((days) => ({
      kind: days % 2 === 0 ? 'entrapment' : 'fault',
      reportedAt: `${ago(days)}T08:00`,
    })),
    inspections: failed.map((days) => ({ date: ago(days), result: 'fail' })),
  });
  const ledger = hazards.map(({ severe, rated, daysAgo }, index) => ({
    id: `0123abcd/9${index}` as RecordId,
    at: '',
    author: '',
    steps: [],
    value: {
      registrationNo: dossier.registrationNo,
      foundOn: ago(daysAgo),
      foundBy: ['李明'],
      source: 'other',
      component: 'door-lock',
      what: '-',
      responsible: { party: 'maintainer' },
      ...(severe && { severe: 's' }),
      ...(rated && { risk: { severity: 1, probability: 'D' } }),
    } satisfies Hazard,
  }));
  return {
    asOf,
    elevator: dossier.elevator,
    oldAge: oldAgeOf(dossier.elevator.value, criteria, asOf),
    hazards: judgeHazards(ledger, criteria, asOf, {}),
    use: MAY_RUN,
    audit: { rules: late + missed > 0 ? [counted({ late, missed, gaps: [gap] })] : [counted({})] },
    visits: dossier.visits,
    inspections: dossier.inspections,
    callouts: dossier.callouts,
  };
}

const facts: fc.Arbitrary<Facts> = fc.record({
  accepted: fc.nat({ max: 12_000 }),
  hazards: fc.array(fc.record({ severe: fc.boolean(), rated: fc.boolean(), daysAgo: fc.nat({ max: 90 }) }), {
    maxLength: 4,
  }),
  late: fc.nat({ max: 3 }),
  missed: fc.nat({ max: 3 }),
  calls: fc.array(fc.nat({ max: 700 }), { maxLength: 5 }),
  failed: fc.array(fc.nat({ max: 2000 }), { maxLength: 3 }),
});

describe('the score by which a stock is ranked', () => {
  it(`is the sum of its parts, each of which names records that are there (seed ${SEED})`, () => {
    fc.assert(
      fc.property(facts.map(inputOf), (input) => {
        const { points, parts } = priorityOf(input);
        expect(points).toBe(parts.reduce((sum, part) => sum + part.points, 0));
        const known = [input.elevator, ...input.hazards, ...input.visits, ...input.inspections, ...input.callouts];
        const ids = new Set(known.map(({ id }) => id));
        for (const part of parts) {
          expect(part.points).toBeGreaterThan(0);
          expect(Number.isInteger(part.points)).toBe(true);
          expect(part.records.length).toBeGreaterThan(0);
          expect(part.records.filter((id) => !ids.has(id))).toEqual([]);
          expect(new Set(part.records).size).toBe(part.records.length);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`loses no point when something more is found, and none without a record that gave it (seed ${SEED + 1})`, () => {
    fc.assert(
      fc.property(facts, (less) => {
        const before = priorityOf(inputOf(less)).points;
        const more = { ...less, hazards: [...less.hazards, { severe: true, rated: true, daysAgo: 1 }] };
        expect(priorityOf(inputOf(more)).points).toBeGreaterThanOrEqual(before + WEIGHTS.hazards.I);
        expect(priorityOf(inputOf({ ...less, calls: [] })).points).toBeLessThanOrEqual(before);
        expect(priorityOf(inputOf({ ...less, failed: [] })).points).toBeLessThanOrEqual(before);
        const nothing = inputOf({ accepted: 100, hazards: [], late: 0, missed: 0, calls: [], failed: [] });
        expect(priorityOf(nothing)).toEqual({ mustNotRun: false, points: 0, parts: [] });
      }),
      { seed: SEED + 1, numRuns: 200 },
    );
  });

  it('counts what it says: years, groups, clocks that ran out, intervals, the calls of a year and failed inspections of three', () => {
    const input = inputOf({
      accepted: 16 * 366,
      hazards: [{ severe: true, rated: true, daysAgo: 40 }],
      late: 1,
      missed: 2,
      calls: [10, 11, 365],
      failed: [30, 1200],
    });
    const { parts } = priorityOf(input);
    const of = Object.fromEntries(parts.map(({ id, counts, points }) => [id, { ...counts, points }]));
    expect(of).toMatchObject({
      age: { years: 16, old: 1, points: 26 },
      hazards: { I: 1, severe: 1, points: 70 },
      clocks: { now: 1, breached: 0, own: 3 },
      intervals: { overdue: 0, missed: 2, late: 1, points: 9 },
      callouts: { fault: 1, entrapment: 1, points: 8 },
      inspections: { failed: 1, points: 15 },
    });
    const visited = parts.find(({ id }) => id === 'intervals')!.records;
    const days = (input.visits as readonly Sourced<{ date: CivilDate }>[])
      .filter(({ id }) => visited.includes(id!))
      .map(({ value }) => value.date);
    expect(days).toEqual(['2026-10-01', '2026-10-20']);
  });

  it(`what must not run comes before everything that may, however many points that has (seed ${SEED + 2})`, () => {
    fc.assert(
      fc.property(facts.map(inputOf), facts.map(inputOf), (one, other) => {
        const forbidden = priorityOf({ ...one, use: FORBIDDEN });
        expect(compareTurns(forbidden, priorityOf(other))).toBeLessThan(0);
        expect(compareTurns(priorityOf(other), forbidden)).toBeGreaterThan(0);
        expect(forbidden.points).toBe(priorityOf(one).points + WEIGHTS.use.mustNotRun);
        expect(forbidden.parts[0]).toMatchObject({ id: 'use', counts: { mustNotRun: 1 }, records: [one.elevator.id] });
      }),
      { seed: SEED + 2, numRuns: 100 },
    );
  });

  it('names the hazard and the failed inspection for which it must not run', () => {
    const input = inputOf({
      accepted: 0,
      hazards: [{ severe: true, rated: true, daysAgo: 4 }],
      late: 0,
      missed: 0,
      calls: [],
      failed: [3],
    });
    const reason = { basis: null, weight: 'law' } as const;
    const use: Use = {
      state: 'must-not-run',
      reasons: [
        { ...reason, kind: 'failed-inspection', on: toCivilDate(20_777), record: null },
        { ...reason, kind: 'hazard-must-stop', on: toCivilDate(20_776), record: 'YH-01' },
      ],
    };
    const [part] = priorityOf({ ...input, use }).parts;
    expect(part).toMatchObject({ id: 'use', records: [input.inspections[0]!.id, input.hazards[0]!.id] });
  });

  it('one whose life has ended has no turn and no points', () => {
    const input = inputOf({ accepted: 9000, hazards: [], late: 2, missed: 3, calls: [1], failed: [1] });
    const retired = { state: 'retired', reasons: [] } as const;
    expect(priorityOf({ ...input, use: retired })).toEqual({ mustNotRun: false, points: 0, parts: [] });
  });

  it('an interval that ran out behind a failed inspection is still counted as overdue', () => {
    const input = inputOf({ accepted: 100, hazards: [], late: 0, missed: 0, calls: [], failed: [] });
    const audit = { rules: [counted({ status: 'failed', daysOverdue: 12 })] };
    expect(priorityOf({ ...input, audit }).parts).toMatchObject([{ id: 'intervals', counts: { overdue: 1 } }]);
  });

  it('without ids gives the same points and names no record', () => {
    const input = inputOf({ accepted: 6000, hazards: [], late: 1, missed: 0, calls: [3], failed: [3] });
    const bare = <T>(list: readonly Sourced<T>[]): Sourced<T>[] => list.map(({ value }) => ({ value }));
    const counted = priorityOf({
      ...input,
      elevator: { value: input.elevator.value },
      visits: [],
      callouts: bare<CallOut>(input.callouts),
      inspections: bare<Inspection>(input.inspections),
    });
    expect(counted.points).toBe(priorityOf(input).points);
    expect(counted.parts.flatMap(({ records }) => records)).toEqual([]);
  });
});
