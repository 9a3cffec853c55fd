import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../domain/assessment/assessment';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { ageOf, yearsInUse } from '../../../domain/elevator/age';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import type { OldAge } from '../../../domain/pack/hazard-criteria';
import { assessmentsOf } from '../../../domain/risk/assessment-due';
import { oldAgeOf } from '../../../domain/risk/old-age';
import { shippedPack } from '../../support/shipped-packs';

const SEED = 20_261_131;
const day = (text: string) => text as CivilDate;
const elevator = (more: Partial<Elevator> = {}): Elevator => ({
  registrationNo: '梯11浙A12014(04)' as RegistrationNo,
  kind: '3110',
  regime: 'standard',
  acceptedOn: day('2008-02-29'),
  ...more,
});

/** Months gone by, counted by walking: one more on each day that is the start's day of the month, or the last before it. */
function monthsWalked(from: CivilDate, to: CivilDate): number {
  const wanted = Number(from.slice(8));
  let months = 0;
  for (let at = toEpochDay(from) + 1; at <= toEpochDay(to); at++) {
    const [date, next] = [toCivilDate(at), toCivilDate(at + 1)];
    const today = Number(date.slice(8));
    const endsMonth = next.slice(0, 7) !== date.slice(0, 7);
    if (today === wanted || (endsMonth && today < wanted)) months += 1;
  }
  return months;
}

const text = { 'zh-CN': '-', en: '-' };
const rule = (id: string, years: number, more: Partial<OldAge> = {}): OldAge => ({
  id,
  years,
  assessment: 'none',
  appliesTo: { kinds: 'all' },
  confidence: 'law',
  textAsOf: '2022',
  lookedUntil: null,
  sourceConfidence: 'high',
  sources: ['S1'],
  legalBasis: { document: text, shortDocument: text, clause: text, shortClause: text, says: text },
  ...more,
});

describe('the age of an elevator', () => {
  it(`in years and months is that of walking through every day (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 21_000 }), fc.nat({ max: 3000 }), (first, days) => {
        const [acceptedOn, asOf] = [toCivilDate(first), toCivilDate(first + days)];
        const months = monthsWalked(acceptedOn, asOf);
        const age = ageOf({ acceptedOn }, asOf);
        expect(age).toEqual({
          since: acceptedOn,
          from: 'acceptedOn',
          years: Math.floor(months / 12),
          months: months % 12,
        });
        expect(yearsInUse({ acceptedOn }, asOf)).toBe(age?.years);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it.each([
    ['2008-02-29', '2023-02-27', 14, 11],
    ['2008-02-29', '2023-02-28', 15, 0],
    ['2008-02-29', '2024-02-28', 15, 11],
    ['2008-02-29', '2024-02-29', 16, 0],
    ['2011-08-31', '2011-09-30', 0, 1],
    ['2011-11-23', '2026-11-22', 14, 11],
    ['2011-11-23', '2026-11-23', 15, 0],
  ])('accepted %s it is on %s %i years and %i months old', (since, asOf, years, months) => {
    expect(ageOf({ acceptedOn: day(since) }, day(asOf))).toMatchObject({ years, months });
  });

  it('counts from the start of service where nobody knows the acceptance, and is unknown without either or before it', () => {
    expect(ageOf({ inServiceOn: day('2020-01-01') }, day('2026-01-01'))).toMatchObject({
      from: 'inServiceOn',
      years: 6,
    });
    expect(ageOf({}, day('2026-01-01'))).toBeNull();
    expect(ageOf({ acceptedOn: day('2026-01-02') }, day('2026-01-01'))).toBeNull();
  });
});

describe('the rule by which an elevator is old', () => {
  it('of those reached is the one that asks most; a confirmed one stands before one to be checked', () => {
    const oldAges = [
      rule('named', 10),
      rule('may', 12, { assessment: 'may' }),
      rule('must?', 5, { assessment: 'must', confidence: 'unverified' }),
      rule('must-later', 20, { assessment: 'must' }),
    ];
    expect(oldAgeOf(elevator(), { oldAges }, day('2026-01-01'))).toMatchObject({
      rule: { id: 'may' },
      on: '2020-02-29',
      reached: true,
    });
    expect(oldAgeOf(elevator(), { oldAges }, day('2028-02-28'))?.rule.id).toBe('may');
    expect(oldAgeOf(elevator(), { oldAges }, day('2028-02-29'))?.rule.id).toBe('must-later');
  });

  it('before any is reached is the next; for another kind or without an age there is none', () => {
    const oldAges = [rule('late', 30), rule('soon', 25), rule('other', 1, { appliesTo: { kinds: ['3310'] } })];
    expect(oldAgeOf(elevator(), { oldAges }, day('2026-01-01'))).toMatchObject({
      rule: { id: 'soon' },
      on: '2033-02-28',
      reached: false,
    });
    expect(oldAgeOf(elevator(), { oldAges: oldAges.slice(2) }, day('2026-01-01'))).toBeNull();
    expect(oldAgeOf({ ...elevator(), acceptedOn: undefined } as never, { oldAges }, day('2026-01-01'))).toBeNull();
  });

  it('in Hangzhou is article 32, by which an assessment may be made', () => {
    const criteria = shippedPack('cn-zj-hz').hazards!;
    expect(oldAgeOf(elevator(), criteria, day('2026-11-23'))).toMatchObject({
      rule: { id: 'hz.old.15', assessment: 'may', legalBasis: { shortClause: { 'zh-CN': '第32条' } } },
      on: '2023-02-28',
      reached: true,
    });
  });
});

describe('assessments that are due', () => {
  const done = (date: string, nextBy?: string): Assessment => ({
    registrationNo: elevator().registrationNo,
    date: day(date),
    list: { packId: 'cn', packVersion: '1', listId: 'x' },
    by: '检验院',
    members: ['李明'],
    items: [],
    conclusion: 'continue',
    reasons: '-',
    ...(nextBy !== undefined && { nextBy: day(nextBy) }),
  });
  const of = (oldAges: readonly OldAge[], assessments: readonly Assessment[], asOf: string) =>
    assessmentsOf(elevator(), assessments, { oldAges, assessmentTriggers: [] }, day(asOf));
  const must = rule('must', 15, { assessment: 'must' });

  it.each([
    ['a confirmed text asks for it', must, '2023-02-28', 'due'],
    ['the day before', must, '2023-02-27', 'to-come'],
    ['the text allows it', rule('may', 15, { assessment: 'may' }), '2026-01-01', 'proposed'],
    ['nobody could confirm the text', { ...must, confidence: 'unverified' as const }, '2026-01-01', 'proposed'],
  ])('where %s: %#', (_, age, asOf, status) => {
    expect(of([age], [], asOf).due).toMatchObject([{ why: 'age', ruleId: age.id, status, on: '2023-02-28' }]);
  });

  it('an age that only is named asks for none', () => {
    expect(of([rule('named', 15)], [], '2026-01-01').due).toEqual([]);
  });

  it('one made on the day or later answers the age, an earlier one does not, a later one than the day asked is not known', () => {
    expect(of([must], [done('2023-02-28')], '2026-01-01').due).toEqual([]);
    expect(of([must], [done('2023-02-27')], '2026-01-01').due).toHaveLength(1);
    expect(of([must], [done('2026-01-02')], '2026-01-01')).toMatchObject({ done: [], due: [{ status: 'due' }] });
  });

  it('the day that the last one named counts, not the day of one before it', () => {
    const state = of([must], [done('2024-05-01', '2025-05-01'), done('2025-04-20', '2027-04-20')], '2026-01-01');
    expect(state.done.map(({ date }) => date)).toEqual(['2025-04-20', '2024-05-01']);
    expect(state.due).toMatchObject([{ why: 'next-by', status: 'to-come', on: '2027-04-20', basis: null }]);
    expect(of([must], [done('2024-05-01', '2025-05-01')], '2025-05-01').due).toMatchObject([{ status: 'due' }]);
  });
});
