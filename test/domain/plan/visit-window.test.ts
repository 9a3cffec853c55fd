import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow, type AuditSubject } from '../../../domain/audit/audit-elevator';
import { isOverdue } from '../../../domain/audit/is-overdue';
import type { RuleAudit } from '../../../domain/audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { isVisitRule, proposeTask, sensibleFrom, visitWindowOf } from '../../../domain/plan/visit-window';
import { compileRules, type CompiledRule } from '../../../domain/service-clock/compiled-rule';
import { NO_DAY, packHistory, withVisit } from '../../../domain/service-clock/packed-history';
import { TASKS, type Task } from '../../../domain/visit/visit';
import { cnPack } from '../../support/cn-pack';
import { rounds } from '../../support/length';
import { historyOfLife, livesUnder } from '../../support/random-acts';
import { compiledFrom, packedFrom, questions } from '../../support/random-history';
import { shippedPack } from '../../support/shipped-packs';

const SEED = 20_261_201;

interface Situation {
  readonly subject: AuditSubject;
  readonly rules: readonly CompiledRule[];
  readonly asOf: CivilDate;
}

/** The whole audit as of a day, over the period of the first day and what came since; only what visits answer. */
function auditedOn({ subject, rules, asOf }: Situation, day: number): (RuleAudit & { rule: number })[] {
  const { from } = defaultPeriod(asOf);
  const window = auditWindow(toCivilDate(day), { from, to: toCivilDate(day) });
  return auditElevator(subject, rules, window).rules.flatMap((audit, rule) =>
    isVisitRule(rules[rule]!) ? [{ ...audit, rule }] : [],
  );
}

function visited(situation: Situation, day: number, task: Task): Situation {
  const { subject } = situation;
  return { ...situation, subject: { ...subject, history: withVisit(subject.history, day, task) } };
}

/** Day by day: a visit is made and the audit asked that evening. */
function slowly(situation: Situation) {
  const today = toEpochDay(situation.asOf);
  const asked = auditedOn(situation, today).filter(({ status }) => status !== 'not-applicable');
  const helps = (day: number, task: Task, rule: number, due: CivilDate | null): boolean => {
    const after = auditedOn(visited(situation, day, task), day).find((one) => one.rule === rule)!;
    return !isOverdue(after) && after.dueOn !== null && (due === null || after.dueOn > due);
  };
  const rules = asked.map(({ rule, dueOn }) => {
    const through = dueOn === null ? today + 62 : Math.max(today, toEpochDay(dueOn));
    let opens: number | null = null;
    for (let day = today; day <= through; day++)
      if (TASKS.some((task) => helps(day, task, rule, dueOn))) {
        opens = day;
        break;
      }
    return { rule, opens, last: dueOn };
  });
  return { asked, rules, helps };
}

const situations: fc.Arbitrary<Situation> = questions.map((question) => ({
  subject: { registrationNo: 'A', kind: '3110', history: packedFrom(question.history) },
  rules: question.rules.map((rule) => compiledFrom(rule, '3110')),
  asOf: question.asOf as CivilDate,
}));

function situationsUnder(id: string): fc.Arbitrary<Situation> {
  const pack = shippedPack(id);
  const rules = compileRules(pack);
  return livesUnder(pack).map((life) => ({
    subject: { registrationNo: 'A', kind: life.kind, history: historyOfLife(life) },
    rules,
    asOf: life.asOf,
  }));
}

function windowOf({ subject, rules, asOf }: Situation) {
  return visitWindowOf(subject, rules, auditWindow(asOf, defaultPeriod(asOf)));
}

const dayOrNull = (day: number): CivilDate | null => (day === NO_DAY ? null : toCivilDate(day));

function agree(situation: Situation): boolean {
  const window = windowOf(situation);
  const { rules, asked, helps } = slowly(situation);
  if (window === null) {
    expect(asked).toEqual([]);
    return false;
  }
  expect(
    window.rules.map(({ rule, opens, last }) => ({ rule, opens: dayOrNull(opens), last: dayOrNull(last) })),
  ).toEqual(rules.map(({ rule, opens, last }) => ({ rule, opens: opens === null ? null : toCivilDate(opens), last })));
  const dues = asked.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  expect(dayOrNull(window.last)).toBe(dues[0] ?? null);
  // The category: as many of what cannot wait for the visit after, by the shortest that does it.
  const day = toEpochDay(situation.asOf);
  const { task, answers } = proposeTask(situation.subject, situation.rules, window, day);
  const next = rules
    .flatMap(({ rule }) => {
      const least = TASKS.find((one) => ((situation.rules[rule]!.taskMask >> TASKS.indexOf(one)) & 1) === 1)!;
      return auditedOn(visited(situation, day, least), day).find((one) => one.rule === rule)?.dueOn ?? [];
    })
    .sort()[0];
  const pressing = rules.filter(({ last }) => last !== null && (next === undefined || last < next));
  const answered = TASKS.map((one) => pressing.filter(({ rule, last }) => helps(day, one, rule, last)).length);
  expect(answers).toHaveLength(Math.max(...answered));
  if (answers.length > 0) expect(task).toBe(TASKS[answered.indexOf(Math.max(...answered))]);
  return answers.length > 0;
}

describe('the window of the next visit', () => {
  it(`is the one found by trying a visit on each day and asking the audit (seed ${SEED})`, () => {
    let pressing = 0;
    fc.assert(
      fc.property(situations, (situation) => {
        if (agree(situation)) pressing += 1;
      }),
      { seed: SEED, numRuns: rounds(200, 2_000) },
    );
    expect(pressing).toBeGreaterThan(50);
  });

  it.each(['cn', 'hk', 'tw', 'fr', 'sg'])(`is so under the rules of %s, whatever they count by`, (id) => {
    fc.assert(
      fc.property(situationsUnder(id), (situation) => void agree(situation)),
      {
        seed: SEED,
        numRuns: rounds(40, 400),
      },
    );
  });

  it('has nothing of what inspections answer, and ends with the life of the elevator', () => {
    const rules = compileRules(cnPack);
    const history = packHistory({ acceptedOn: '2010-05-01' as CivilDate }, [], [], []);
    const window = windowOf({
      subject: { registrationNo: 'A', kind: '3110', history },
      rules,
      asOf: '2026-09-28' as CivilDate,
    })!;
    expect(window.rules.every(({ rule }) => isVisitRule(rules[rule]!))).toBe(true);
    const gone = packHistory({ status: 'scrapped', endedOn: '2026-01-01' as CivilDate }, [], [], []);
    expect(
      windowOf({
        subject: { registrationNo: 'A', kind: '3110', history: gone },
        rules,
        asOf: '2026-09-28' as CivilDate,
      }),
    ).toBeNull();
  });

  it('begins, for the house, so many days after the last visit and never after the last lawful day', () => {
    const rules = compileRules(cnPack);
    const visits = [{ date: '2026-09-16' as CivilDate, task: 'year' as const }];
    const history = packHistory({ recordsFrom: '2026-09-01' as CivilDate }, visits, [], []);
    const window = windowOf({
      subject: { registrationNo: 'A', kind: '3110', history },
      rules,
      asOf: '2026-09-20' as CivilDate,
    })!;
    expect(toCivilDate(window.last)).toBe('2026-10-01');
    expect(toCivilDate(window.opens)).toBe('2026-09-20');
    expect(toCivilDate(sensibleFrom(window, 9, window.opens))).toBe('2026-09-25');
    expect(toCivilDate(sensibleFrom(window, 60, window.opens))).toBe('2026-10-01');
  });
});
