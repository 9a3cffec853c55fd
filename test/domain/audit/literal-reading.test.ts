import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { traceIntervals } from '../../../domain/audit/interval-trace';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { rounds } from '../../support/length';
import { daysAfterUpTo, literalAudit, literalIntervals, type LiteralAudit } from '../../support/literal-clock';
import { compiledFrom, packedFrom, questions, type Question } from '../../support/random-history';

const SEED = 20_261_123;
const KIND = '3110';

function windowOf({ asOf, period }: Question) {
  return auditWindow(asOf as CivilDate, { from: period.from as CivilDate, to: period.to as CivilDate });
}

function engineAudit(question: Question) {
  const subject = { registrationNo: '', kind: KIND, history: packedFrom(question.history) };
  const rules = question.rules.map((rule) => compiledFrom(rule, KIND));
  const { registrationNo, ...judged } = auditElevator(subject, rules, windowOf(question));
  expect(registrationNo).toBe('');
  return judged;
}

/** Situations that must turn up often, or the agreement would say little. */
const SITUATIONS: Readonly<Record<string, (question: Question, audit: LiteralAudit) => boolean>> = {
  'compliant elevators': (_, { verdict }) => verdict === 'compliant',
  'lapsed elevators': (_, { verdict }) => verdict === 'lapsed',
  'elevators out of service for the whole period': (_, { verdict }) => verdict === 'not-applicable',
  'elevators without data': (_, { verdict }) => verdict === 'no-data',
  'deadlines that are due soon': (_, { rules }) => rules.some(({ status }) => status === 'due-soon'),
  'running intervals without a deadline': (_, { rules }) =>
    rules.some(({ status, dueOn }) => status === 'met' && dueOn === null),
  'silences with many missed deadlines': (_, { rules }) => rules.some(({ missed }) => missed > 5),
  'gaps reaching over an edge of the period': ({ period }, { rules }) =>
    rules.some(({ gaps }) => gaps.some(({ deadline, to }) => deadline < period.from || (to ?? '9999') > period.to)),
  'late closings without a late service day': (_, { rules }) =>
    rules.some(({ gaps }) => gaps.some(({ daysLate }) => daysLate === 0)),
  'periods that end before the day of judgement': ({ period, asOf }) => period.to < asOf,
  'open outages': ({ history }) => history.outages.some(({ to }) => to === undefined),
  'touching outages': ({ history }) =>
    history.outages.some(({ from }) => history.outages.some(({ to }) => to === from)),
  'outages that start after the day of judgement': ({ history, asOf }) =>
    history.outages.some(({ from }) => from > asOf),
  'several visits on one day': ({ history }) =>
    new Set(history.visits.map(({ date }) => date)).size < history.visits.length,
  'visits on days out of service': ({ history }) =>
    history.visits.some(({ date }) => history.outages.some(({ from, to }) => from <= date && date < (to ?? '9999'))),
  'visits before the clock start': ({ history }) =>
    history.visits.some(({ date }) => date < (history.recordsFrom ?? history.inServiceOn ?? '')),
  'visits on the clock start': ({ history }) => history.visits.some(({ date }) => date === history.recordsFrom),
  'contractor hand-overs': ({ history }) =>
    history.inServiceOn !== undefined && history.recordsFrom !== undefined && history.recordsFrom > history.inServiceOn,
  'clock starts after the day of judgement': ({ history, asOf }) => (history.recordsFrom ?? '') > asOf,
  'histories with neither date': ({ history }) =>
    history.inServiceOn === undefined && history.recordsFrom === undefined && history.visits.length > 0,
  'verdicts that rest on a reading alone': (_, { weight }) => weight === 'reading',
  'verdicts that are another by the text alone': (_, { verdict, verdictByLaw }) => verdict !== verdictByLaw,
  'rules that change on a day of the history': ({ rules }) => rules.some(({ versions }) => versions.length > 1),
};

describe('the engine and the literal reading of section 1', () => {
  it(`agree field by field on random histories (seed ${SEED})`, () => {
    const seen = new Map(Object.keys(SITUATIONS).map((name) => [name, 0]));
    fc.assert(
      fc.property(questions, (question) => {
        const literal = literalAudit(question.history, question.rules, question.asOf, question.period);
        for (const [name, holds] of Object.entries(SITUATIONS))
          if (holds(question, literal)) seen.set(name, (seen.get(name) ?? 0) + 1);
        expect(engineAudit(question)).toEqual(literal);
      }),
      { seed: SEED, numRuns: rounds(2_000, 20_000) },
    );
    const rare = [...seen].filter(([, count]) => count < rounds(10, 100));
    expect(rare).toEqual([]);
  });

  it(`agree on every single interval of random histories (seed ${SEED + 1})`, () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const rule of question.rules) {
          const literal = literalIntervals(question.history, rule, question.asOf).filter(
            ({ from, to }) => from <= question.period.to && (to === null || to >= question.period.from),
          );
          const traced = traceIntervals(packedFrom(question.history), compiledFrom(rule, KIND), windowOf(question));
          expect(
            traced.map(({ from, fromClockStart, to, deadline, state, daysLate, missed }) => ({
              from,
              startsWithEvent: !fromClockStart,
              to,
              deadline,
              state,
              daysLate,
              missed,
            })),
          ).toEqual(
            literal.map((interval) => ({
              ...interval,
              version: undefined,
              lateDays: undefined,
              daysLate: interval.lateDays.length,
            })),
          );
        }
      }),
      { seed: SEED + 1, numRuns: rounds(300, 3_000) },
    );
  });

  it(`the interval table shows every gap that the audit counts, with the same numbers (seed ${SEED + 2})`, () => {
    fc.assert(
      fc.property(questions, (question) => {
        const history = packedFrom(question.history);
        const audit = engineAudit(question);
        question.rules.forEach((rule, i) => {
          const traced = traceIntervals(history, compiledFrom(rule, KIND), windowOf(question));
          const late = traced.filter(({ state }) => state === 'late' || state === 'overdue');
          for (const gap of audit.rules[i]?.gaps ?? []) {
            const row = late.find(({ from }) => from === gap.from);
            const { version, weight, ...numbers } = gap;
            expect([version, weight]).not.toContain(undefined);
            expect(row).toMatchObject(numbers);
          }
        });
      }),
      { seed: SEED + 2, numRuns: rounds(300, 3_000) },
    );
  });

  it(`days used of days allowed are what walking from day to day gives (seed ${SEED + 3})`, () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { history, asOf } = question;
        const isOut = (day: string) =>
          history.outages.some(({ from, to }) => from <= day && day < (to ?? '9999-12-31'));
        for (const rule of question.rules)
          for (const row of traceIntervals(packedFrom(history), compiledFrom(rule, KIND), windowOf(question))) {
            const days = daysAfterUpTo(row.from, row.to ?? asOf);
            expect(row.calendarDays).toBe(days.length);
            expect(row.serviceDays).toBe(days.filter((day) => !isOut(day)).length);
          }
      }),
      { seed: SEED + 3, numRuns: rounds(100, 1_000) },
    );
  });
});
