import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { toCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Counting } from '../../../domain/pack/counting';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { rounds } from '../../support/length';

const FIRST = 19_000; // 2022-01-08
const AS_OF = FIRST + 1400;
const text = { 'zh-CN': '规则', en: 'rule' };

function ruleWith(counting: Counting): ScheduleRule {
  return {
    id: 'test',
    title: text,
    shortTitle: text,
    task: 'periodic',
    satisfiedBy: ['periodic'],
    appliesTo: { kinds: 'all' },
    consequence: 'breach',
    warnDays: 10,
    versions: [
      {
        effectiveFrom: null,
        effectiveTo: null,
        interval: { count: counting.mode === 'calendar-year' ? 12 : 2, unit: 'month' },
        counting,
        legalBasis: { document: text, shortDocument: text, clause: text, shortClause: text, says: text },
        confidence: 'law',
        textAsOf: '2025',
        lookedUntil: '2025-12-01' as CivilDate,
        sourceConfidence: 'high',
        sources: ['X'],
      },
    ],
  };
}

interface Told {
  readonly acts: readonly number[];
  readonly outages: readonly { readonly from: number; readonly to: number | null }[];
}

const told = fc.record({
  acts: fc.uniqueArray(fc.integer({ min: FIRST, max: AS_OF }), { maxLength: 24 }),
  outages: fc.array(
    fc
      .record({
        from: fc.integer({ min: FIRST, max: AS_OF }),
        to: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 6 }),
      })
      .map(({ from, to }) => ({ from, to: to === null ? null : from + to })),
    { maxLength: 3 },
  ),
});

const inService = ({ outages }: Told, day: number) =>
  !outages.some(({ from, to }) => day >= from && (to === null || day < to));

/** The calendar without our own arithmetic: the platform's. */
const utc = (day: number) => new Date(day * 86_400_000);
const monthKey = (day: number) => utc(day).toISOString().slice(0, 7);
const yearKey = (day: number) => utc(day).toISOString().slice(0, 4);

function plusMonths(day: number, months: number): number {
  const from = utc(day);
  const last = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0) / 86_400_000;
  const same = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate()) / 86_400_000;
  return Math.min(same, last);
}

/** Days walked one by one on which a deadline had passed that no act had answered; those in service are late. */
type PastDue = (asked: Told, acts: readonly number[]) => Set<number>;

/** A deadline on a day out of service stands on the day of return. */
function moved(asked: Told, deadline: number): number {
  let day = deadline;
  while (!inService(asked, day) && day <= AS_OF) day += 1;
  return day;
}

const pastRolling: PastDue = (asked, acts) => {
  const past = new Set<number>();
  for (let day = acts[0]! + 1; day <= AS_OF; day++) {
    const last = acts.filter((act) => act < day).at(-1)!;
    if (day > moved(asked, plusMonths(last, 2))) past.add(day);
  }
  return past;
};

const pastBySpan =
  (key: (day: number) => string): PastDue =>
  (asked, acts) => {
    const past = new Set<number>();
    const spans = new Map<string, number[]>();
    for (let day = FIRST - 40; day <= AS_OF; day++) spans.set(key(day), [...(spans.get(key(day)) ?? []), day]);
    for (const [span, days] of spans) {
      if (days.at(-1)! >= AS_OF && key(AS_OF + 1) === span) continue; // still running
      const first = days[0]!;
      const answered = acts.some((act) => key(act) === span);
      if (answered || first < acts[0]! || !days.some((day) => inService(asked, day))) continue;
      const next = acts.find((act) => act > days.at(-1)!) ?? AS_OF;
      for (let day = moved(asked, days.at(-1)!) + 1; day <= next; day++) past.add(day);
    }
    return past;
  };

describe('demands beside a reading that walks day by day', () => {
  const cases: readonly (readonly [name: string, counting: Counting, pastDue: PastDue])[] = [
    ['rolling', { mode: 'rolling' }, pastRolling],
    ['calendar month', { mode: 'calendar-month' }, pastBySpan(monthKey)],
    ['calendar year', { mode: 'calendar-year' }, pastBySpan(yearKey)],
  ];

  it.each(cases)('%s: the same late days, the same verdict', (_, counting, pastDue) => {
    const schedule = ruleWith(counting);
    const rule = compileRule(schedule, [schedule]);
    let withGaps = 0;
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 300 }), (asked, length, back) => {
        const acts = [...asked.acts].sort((a, b) => a - b);
        const to = AS_OF - back;
        const from = to - length;
        const history = packHistory(
          {},
          [],
          asked.outages.map((out) => ({
            from: toCivilDate(out.from),
            ...(out.to !== null && { to: toCivilDate(out.to) }),
          })),
          acts.map((act) => ({ date: toCivilDate(act), kind: 'periodic' as const, result: 'pass' as const })),
        );
        const window = auditWindow(toCivilDate(AS_OF), { from: toCivilDate(from), to: toCivilDate(to) });
        const audit = auditElevator({ registrationNo: 'x', kind: '3110', history }, [rule], window).rules[0]!;
        const served = Array.from({ length: length + 1 }, (_unused, index) => from + index).some((day) =>
          inService(asked, day),
        );
        if (!served) {
          expect(audit.status).toBe('not-applicable');
          return;
        }
        if (acts.length === 0) {
          expect(audit.status).toBe('no-data');
          return;
        }
        const past = pastDue(asked, acts);
        const late = [...past].filter((day) => inService(asked, day));
        const inPeriod = late.filter((day) => day >= from && day <= to).length;
        expect(audit.daysOut).toBe(inPeriod);
        const sinceLast = late.filter((day) => day > acts.at(-1)!).length;
        expect(audit.daysOverdue).toBe(sinceLast);
        // Past its deadline it is overdue, also where no day in service has come since.
        expect(audit.status === 'overdue').toBe(past.has(AS_OF) && acts.at(-1)! < AS_OF);
        if (inPeriod > 0) withGaps += 1;
      }),
      { seed: 20_261_123, numRuns: rounds(300, 1_500) },
    );
    expect(withGaps).toBeGreaterThan(rounds(40, 200));
  });
});
