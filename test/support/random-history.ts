import fc from 'fast-check';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { toCivilDate, toEpochDay } from '../../domain/calendar/civil-date';
import type { IntervalUnit } from '../../domain/calendar/interval';
import type { Outage } from '../../domain/elevator/elevator';
import { compileRule, type CompiledRule } from '../../domain/service-clock/compiled-rule';
import type { ScheduleRule } from '../../domain/pack/rule-pack';
import { packHistory, type PackedHistory } from '../../domain/service-clock/packed-history';
import { TASKS, type Task } from '../../domain/visit/visit';
import type { LiteralHistory, LiteralPeriod, LiteralRule } from './literal-clock';

/** One random question to the clock, in the words of the literal reading. */
export interface Question {
  readonly history: LiteralHistory;
  readonly rules: readonly LiteralRule[];
  readonly asOf: string;
  readonly period: LiteralPeriod;
}

/** Days around which dates go wrong: leap days, month ends, turns of year and century, and the pack's own start. */
const LANDMARKS = [
  '2024-02-29',
  '2024-01-31',
  '2023-02-28',
  '2025-11-30',
  '2025-12-31',
  '2017-08-01',
  '2000-02-29',
  '2099-11-30',
  '1970-01-01',
  '1969-08-31',
  '2026-03-15',
] as const;

const ALL_TASKS: readonly Task[] = TASKS;
const RULE_IDS = ['half-month', 'quarter', 'half-year', 'year'] as const;

const shifted = (day: string, days: number): CivilDate => toCivilDate(toEpochDay(day as CivilDate) + days);

const stepDays = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(14, 15, 16) },
  { weight: 30, arbitrary: fc.integer({ min: 17, max: 24 }) },
  { weight: 20, arbitrary: fc.constantFrom(0, 0, 1, 7, 29, 30, 31, 32) },
  { weight: 10, arbitrary: fc.integer({ min: 45, max: 66 }) },
  { weight: 10, arbitrary: fc.constantFrom(89, 90, 91, 92, 93, 180, 181, 182, 184, 185) },
  { weight: 4, arbitrary: fc.constantFrom(364, 365, 366, 367) },
  { weight: 2, arbitrary: fc.integer({ min: 400, max: 900 }) },
);

const anyTask = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Task>('half-month') },
  { weight: 4, arbitrary: fc.constantFrom<Task>('quarter', 'half-year', 'year') },
);

const outageLength = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 3, arbitrary: fc.constantFrom(0, 14, 15, 16, 30, 61, 92) },
  { weight: 1, arbitrary: fc.constantFrom(200, 366, 500) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Where an outage starts: before or after one of the visits, or where the outage before it ends (touching). */
const outageSeed = fc.record({
  nearVisit: fc.nat({ max: 30 }),
  offset: fc.oneof(fc.integer({ min: -3, max: 18 }), fc.integer({ min: -40, max: 60 })),
  touching: fc.boolean(),
  length: outageLength,
});

const clockOffset = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom(-1, 0, 0, 1, -15, -16, 15) },
  { weight: 2, arbitrary: fc.integer({ min: -400, max: 60 }) },
);

const asOfOffset = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 22 }) },
  { weight: 4, arbitrary: fc.constantFrom(-1, 0, 14, 15, 16, 89, 90, 91, 92, 365, 366) },
  { weight: 2, arbitrary: fc.integer({ min: -60, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 800 }) },
);

const periodSeed = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ days: 365, before: 0 }) },
  {
    weight: 3,
    arbitrary: fc.record({
      days: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 700 })),
      before: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 })),
    }),
  },
);

/** A rule whose limit may change on days inside the history, may end, or may be younger than the history. */
const changingRule = (index: number): fc.Arbitrary<(start: string) => LiteralRule> =>
  fc
    .record({
      versions: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: 120 }),
          count: fc.integer({ min: 1, max: 3 }),
          unit: fc.constantFrom<IntervalUnit>('day', 'week', 'month', 'month', 'year'),
          weight: fc.constantFrom<'law' | 'reading'>('law', 'reading'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      firstAt: fc.integer({ min: -60, max: 60 }),
      ends: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 4 }),
      warnDays: fc.constantFrom(0, 3, 15, 40),
      forKind: fc.boolean(),
    })
    .map(({ versions, firstAt, ends, warnDays, forKind }) => (start) => {
      let from = shifted(start, firstAt);
      const dated = versions.map(({ after, count, unit, weight }, i) => {
        if (i > 0) from = shifted(from, after + 1);
        return { effectiveFrom: from, count: unit === 'day' ? count * 7 : count, unit, weight };
      });
      return {
        id: RULE_IDS[index] ?? 'rule',
        satisfiedBy: ALL_TASKS.slice(index),
        warnDays,
        versions: dated.map((version, i) => ({
          ...version,
          ...(i + 1 < dated.length
            ? { effectiveTo: shifted(dated[i + 1]!.effectiveFrom, -1) }
            : ends === null
              ? {}
              : { effectiveTo: shifted(version.effectiveFrom, ends) }),
        })),
        isForThisElevator: forKind || index === 0,
      };
    });

const LENGTHS = [
  { count: 15, unit: 'day' },
  { count: 3, unit: 'month' },
  { count: 6, unit: 'month' },
  { count: 12, unit: 'month' },
] as const;

/** The four rules in force in China, as the pack states them. */
export const FOUR_RULES: readonly LiteralRule[] = LENGTHS.map(({ count, unit }, i) => ({
  id: RULE_IDS[i] ?? 'rule',
  satisfiedBy: ALL_TASKS.slice(i),
  warnDays: i === 0 ? 3 : 15,
  versions: [
    { effectiveFrom: i === 0 ? '2003-06-01' : '2017-08-01', count, unit, weight: i === 0 ? 'law' : 'reading' },
  ],
  isForThisElevator: true,
}));

const ruleSet = fc.oneof(
  { weight: 3, arbitrary: fc.constant((): readonly LiteralRule[] => FOUR_RULES) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(changingRule(0), changingRule(1), changingRule(2), changingRule(3))
      .map((rules) => (start: string) => rules.map((rule) => rule(start))),
  },
);

export const questions: fc.Arbitrary<Question> = fc
  .record({
    landmark: fc.constantFrom(...LANDMARKS),
    lead: fc.integer({ min: -60, max: 20 }),
    steps: fc.array(fc.record({ days: stepDays, task: anyTask }), { maxLength: 16, size: 'max' }),
    outages: fc.array(outageSeed, { maxLength: 4, size: 'max' }),
    inService: clockOffset,
    records: clockOffset,
    asOf: asOfOffset,
    period: periodSeed,
    rules: ruleSet,
  })
  .map((seed) => {
    const start = shifted(seed.landmark, seed.lead);
    const visits = visitsFrom(start, seed.steps);
    const asOf = shifted(visits.at(-1)?.date ?? start, seed.asOf);
    const to = shifted(asOf, -seed.period.before);
    return {
      history: {
        ...(seed.inService === null ? {} : { inServiceOn: shifted(start, seed.inService) }),
        ...(seed.records === null ? {} : { recordsFrom: shifted(start, seed.records) }),
        visits,
        outages: outagesFrom(seed.outages, [start, ...visits.map(({ date }) => date), asOf]),
      },
      rules: seed.rules(start),
      asOf,
      period: { from: shifted(to, 1 - seed.period.days), to },
    };
  });

function visitsFrom(start: string, steps: readonly { readonly days: number; readonly task: Task }[]) {
  let date = shifted(start, 0);
  return steps.map(({ days, task }, i) => {
    if (i > 0) date = shifted(date, days);
    return { date, task };
  });
}

interface OutageSeed {
  readonly nearVisit: number;
  readonly offset: number;
  readonly touching: boolean;
  readonly length: number | null;
}

function outagesFrom(seeds: readonly OutageSeed[], days: readonly string[]): { from: CivilDate; to?: CivilDate }[] {
  let previousEnd: string | undefined;
  return seeds.map(({ nearVisit, offset, touching, length }) => {
    const near = days[nearVisit % days.length] ?? '2026-01-01';
    const from = touching && previousEnd !== undefined ? shifted(previousEnd, 0) : shifted(near, offset);
    const to = length === null ? undefined : shifted(from, length);
    previousEnd = to;
    return to === undefined ? { from } : { from, to };
  });
}

/** The same rule for the engine. */
export function compiledFrom(rule: LiteralRule, kind: string): CompiledRule {
  const text = { 'zh-CN': rule.id, en: rule.id };
  const basis = { document: text, shortDocument: text, clause: text, shortClause: text, says: text };
  const schedule: ScheduleRule = {
    id: rule.id,
    title: text,
    shortTitle: text,
    task: 'half-month',
    satisfiedBy: rule.satisfiedBy as readonly Task[],
    appliesTo: { kinds: rule.isForThisElevator ? [kind] : ['another'] },
    consequence: 'breach',
    warnDays: rule.warnDays,
    versions: rule.versions.map(({ effectiveFrom, effectiveTo, count, unit, weight }) => ({
      effectiveFrom: effectiveFrom as CivilDate,
      effectiveTo: (effectiveTo ?? null) as CivilDate | null,
      interval: { count, unit },
      counting: { mode: 'service-clock' },
      legalBasis: basis,
      confidence: weight,
      textAsOf: '2025',
      lookedUntil: '2025-12-01' as CivilDate,
      sourceConfidence: 'high',
      sources: [],
    })),
  };
  return compileRule(schedule, [schedule]);
}

/** The same history for the engine. */
export function packedFrom({ inServiceOn, recordsFrom, visits, outages }: LiteralHistory): PackedHistory {
  return packHistory(
    {
      ...(inServiceOn === undefined ? {} : { inServiceOn: inServiceOn as CivilDate }),
      ...(recordsFrom === undefined ? {} : { recordsFrom: recordsFrom as CivilDate }),
    },
    visits as readonly { readonly date: CivilDate; readonly task: Task }[],
    outages as readonly Outage[],
    [],
  );
}
