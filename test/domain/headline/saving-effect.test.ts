import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditElevator } from '../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { CallOut } from '../../../domain/callout/callout';
import type { Outage } from '../../../domain/elevator/elevator';
import { countedChanges } from '../../../domain/headline/counted-changes';
import { entryOfRecord } from '../../../domain/headline/entry-of-record';
import { subjectOf, type HeadlineQuestion } from '../../../domain/headline/judge-headline';
import { lateVisitDays } from '../../../domain/headline/late-days';
import { changesVerdict, savingEffect, type EnteredList, type Pending } from '../../../domain/headline/saving-effect';
import type { Inspection } from '../../../domain/inspection/inspection';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import { composeStrip, lateVisitsOf } from '../../../domain/report/strip';
import { historyOf } from '../../../domain/headline/history';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { entryWords } from '../../../domain/terms/entry-words';
import type { Visit } from '../../../domain/visit/visit';
import { dossierWith } from '../../support/dossier-with';
import { rounds } from '../../support/length';
import { shippedPack } from '../../support/shipped-packs';

const TODAY = '2026-11-30' as CivilDate;
const pack = shippedPack('cn');
const rules = compileRules({ rules: pack.rules.filter(({ id }) => id === 'cn.maintenance.half-month') });
const question: HeadlineQuestion = {
  rules,
  requirements: [],
  criteria: null,
  hazardDays: {},
  asOf: TODAY,
  period: defaultPeriod(TODAY),
  scope: 'maintenance',
  entry: { lateDays: 3, origin: 'journal' },
};

/** Half-month visits with none on 9 October, so that one interval is late. */
const dossier = dossierWith({
  elevator: { inServiceOn: '2026-09-11' },
  visits: ['2026-09-25', '2026-10-23', '2026-11-06', '2026-11-20'].map((date) => ({ date })),
});
const visit = (date: string): Pending => ({
  act: 'record',
  list: 'visits',
  value: { registrationNo: dossier.registrationNo, date, task: 'half-month', technicians: [] } as unknown as Visit,
});
const effectOf = (pending: Pending) => savingEffect(dossier, pending, TODAY, question);

describe('what saving would be told as, and what it changes', () => {
  it('a visit of 9 October entered on 30 November is 52 days late and turns lapsed into compliant', () => {
    expect(effectOf(visit('2026-10-09'))).toMatchObject({
      days: 52,
      isLate: true,
      turn: { verdict: { from: 'lapsed', to: 'compliant' } },
    });
  });

  it('an outage over the gap, entered afterwards, does the same', () => {
    const value = { from: '2026-10-09', to: '2026-10-23' } as Outage;
    expect(effectOf({ act: 'record', list: 'outages', value })).toMatchObject({
      days: 52,
      isLate: true,
      turn: { verdict: { to: 'compliant' } },
    });
  });

  it('a late visit beside one that stands changes nothing', () => {
    expect(effectOf(visit('2026-11-21'))).toMatchObject({ days: 9, isLate: true, turn: null });
  });

  it('a visit of three days ago is not late, nor is a planned outage', () => {
    expect(effectOf(visit('2026-11-27'))).toMatchObject({ days: 3, isLate: false });
    const value = { from: '2027-01-05' } as Outage;
    expect(effectOf({ act: 'record', list: 'outages', value })).toMatchObject({ days: 0, isLate: false, turn: null });
  });

  it('a withdrawal and a moved day say what the verdict was and will be', () => {
    const recordId = dossier.visits[3]!.id;
    const turn = { verdict: { from: 'lapsed', to: 'non-compliant' } };
    expect(effectOf({ act: 'withdraw', list: 'visits', recordId })).toMatchObject({ days: 10, isLate: true, turn });
    const set = [{ field: 'date', to: '2026-11-07' }];
    expect(effectOf({ act: 'correct', list: 'visits', recordId, set })).toMatchObject({ days: 23, isLate: true, turn });
  });

  it('an end of an outage is counted from that end', () => {
    const out = { ...dossier, outages: dossierWith({ outages: [{ from: '2026-10-01' }] }).outages };
    const recordId = out.outages[0]!.id;
    const set = [{ field: 'to', to: '2026-11-29' }];
    const ended = savingEffect(out, { act: 'correct', list: 'outages', recordId, set }, TODAY, question);
    expect(ended).toMatchObject({ doneOn: '2026-11-29', days: 1, isLate: false });
  });

  it('a call-out is told as late and changes no verdict; a record that is not there has no effect', () => {
    const value = { registrationNo: dossier.registrationNo, kind: 'fault', reportedAt: '2026-11-01T08:00' } as CallOut;
    expect(effectOf({ act: 'record', list: 'callouts', value })).toMatchObject({ days: 29, isLate: true, turn: null });
    expect(effectOf({ act: 'withdraw', list: 'visits', recordId: 'x/1' as never })).toBeNull();
  });
});

it('a record start moved late counts where it clears what was late, and is listed with its days', () => {
  const at = '2026-11-30T09:00:00+08:00';
  const change = { id: 'x/9', at, author: '', reason: '补', changes: [] as unknown[] };
  const { elevator } = dossier;
  const moved = (to: string): Dossier => ({
    ...dossier,
    elevator: {
      ...elevator,
      at: '2026-09-01T09:00:00+08:00',
      value: { ...elevator.value, recordsFrom: to as CivilDate },
      original: elevator.value,
      amendments: [{ ...change, changes: [{ field: 'recordsFrom', from: null, to }] } as never],
    },
    visits: dossier.visits.map((one) => ({ ...one, at: `${one.value.date}T18:00:00+08:00` })),
  });
  expect(countedChanges(moved('2026-10-23'), question)).toEqual([{ id: 'x/9', on: '2026-09-01', days: 90 }]);
  expect(countedChanges(moved('2026-09-12'), question)).toEqual([]);
});

const LISTS = ['visits', 'outages', 'inspections', 'callouts'] as const satisfies readonly EnteredList[];

it('what is entered within the days of the house is never told late, what is entered later always, on every list', () => {
  const day = fc.integer({ min: toEpochDay('2026-01-01' as CivilDate), max: toEpochDay(TODAY) });
  fc.assert(
    fc.property(day, fc.nat(365), fc.nat(365), fc.constantFrom(...LISTS), (done, after, lateDays, list) => {
      const on = toCivilDate(done);
      const values = { visits: { date: on }, outages: { from: on }, inspections: { date: on } };
      const value = list === 'callouts' ? { reportedAt: `${on}T08:00` } : values[list];
      const record = { id: 'x/1', at: `${toCivilDate(done + after)}T23:59:00+08:00`, author: '', value };
      const terms = { lateDays, origin: 'journal' } as const;
      const told = entryOfRecord(
        list,
        record as unknown as Recorded<Visit & Outage & Inspection & CallOut>,
        dossier,
        terms,
      );
      expect(told).toEqual({ kind: after > lateDays ? 'late' : 'direct', days: after, bySourceTable: false });
      const words = after > lateDays ? `补录，迟 ${after} 天` : null;
      expect(entryWords(told, 'zh-CN')).toBe(words);
    }),
    { seed: 20261130, numRuns: rounds(100, 500) },
  );
});

it('the strip carries the visits that were entered late, and not those withdrawn', () => {
  const [first, second] = dossier.visits;
  const entered = (record: Recorded<Visit>, days: number): Recorded<Visit> => ({
    ...record,
    at: `${toCivilDate(toEpochDay(record.value.date) + days)}T18:00:00+08:00`,
  });
  const visits = [
    entered(first!, 3),
    entered(second!, 38),
    { ...entered(dossier.visits[2]!, 9), withdrawn: true as const },
  ];
  const lateOn = lateVisitDays({ ...dossier, visits }, question.entry);
  const day = toEpochDay('2026-10-23' as CivilDate);
  expect([...lateOn]).toEqual([[day, 38]]);
  const window = { asOf: toEpochDay(TODAY), from: toEpochDay(TODAY) - 364, to: toEpochDay(TODAY) };
  expect(lateVisitsOf(composeStrip(historyOf(dossier), rules, window, lateOn))).toEqual([[day, 38]]);
});

describe('a reason is asked for where any period would be judged otherwise', () => {
  const half = [...new Array(60).keys()].map((index) =>
    toCivilDate(toEpochDay('2024-06-16' as CivilDate) + 15 * index),
  );
  /** Kept from June 2024 on, but for one visit of 2024-08-15: the period of today knows nothing of it. */
  const kept = dossierWith({
    elevator: { inServiceOn: '2024-06-01' },
    visits: half.filter((date) => date !== '2024-08-15').map((date) => ({ date })),
  });
  const effect = (pending: Pending, of = kept) => savingEffect(of, pending, TODAY, question)!;

  it('a visit of an older gap changes the verdict over that gap, and none of today', () => {
    const late = effect(visit('2024-08-15'));
    expect(late).toMatchObject({ isLate: true, turn: null });
    expect(late.older).toEqual({
      period: { from: '2024-08-16', to: '2024-08-30' },
      verdict: { from: 'lapsed', to: 'compliant' },
      lateDays: { from: 15, to: 0 },
    });
    expect(changesVerdict(late)).toBe(true);
  });

  it('so does an outage over it, a withdrawal that opens one, and a visit that only shortens it', () => {
    const outage = { from: '2024-08-10', to: '2024-08-30' } as Outage;
    expect(effect({ act: 'record', list: 'outages', value: outage }).older?.verdict.to).toBe('compliant');
    const { id } = kept.visits.find(({ value }) => value.date === '2024-07-16')!;
    expect(effect({ act: 'withdraw', list: 'visits', recordId: id }).older?.verdict).toEqual({
      from: 'compliant',
      to: 'lapsed',
    });
    expect(effect(visit('2024-08-20')).older).toMatchObject({ lateDays: { from: 10 } });
  });

  it('one that changes no day of any period asks for none', () => {
    const beside = effect(visit('2024-07-20'));
    expect(beside).toMatchObject({ isLate: true, turn: null, older: null });
    expect(changesVerdict(beside)).toBe(false);
  });

  it('the first record of an elevator asks for none in time, and for one where it comes late', () => {
    const fresh = { ...dossierWith({}), elevator: dossierWith({ elevator: { inServiceOn: undefined } }).elevator };
    const [inTime, late] = [visit('2026-11-28'), visit('2026-10-09')].map((pending) => effect(pending, fresh));
    expect(inTime).toMatchObject({ isLate: false, turn: { verdict: { from: 'no-data', to: 'compliant' } } });
    expect(late).toMatchObject({ isLate: true, turn: { verdict: { from: 'no-data' } } });
  });

  it('no period is judged otherwise where no day differs, and some day is where one is named', () => {
    const day = fc.integer({ min: toEpochDay('2024-06-01' as CivilDate), max: toEpochDay(TODAY) });
    const verdictOver = (of: Dossier, from: number, to: number) =>
      auditElevator(subjectOf(of), rules, { asOf: toEpochDay(TODAY), from, to, scope: 'maintenance' }).verdict;
    fc.assert(
      fc.property(day, day, day, fc.subarray([...kept.visits]), (done, one, other, visits) => {
        const before = { ...kept, visits };
        const pending = visit(toCivilDate(done));
        const saved = savingEffect(before, pending, TODAY, question)!;
        const after = { ...before, visits: [...visits, { ...kept.visits[0]!, ...(pending as { value: Visit }) }] };
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        if (!changesVerdict(saved)) expect(verdictOver(after, from, to)).toBe(verdictOver(before, from, to));
        if (saved.older === null) return;
        const { period, verdict } = saved.older;
        const over = [before, after].map((of) => verdictOver(of, toEpochDay(period.from), toEpochDay(period.to)));
        expect(over).toEqual([verdict.from, verdict.to]);
      }),
      { seed: 20261130, numRuns: rounds(60, 300) },
    );
  });
});
