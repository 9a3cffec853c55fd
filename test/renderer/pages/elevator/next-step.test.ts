import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../../domain/calendar/period';
import { judgeHeadline, type HeadlineQuestion } from '../../../../domain/headline/judge-headline';
import { questionBy } from '../../../../domain/headline/question-by';
import type { Dossier } from '../../../../domain/record/dossier';
import type { RecordId } from '../../../../domain/record/record-id';
import { judgeElevator } from '../../../../renderer/pages/elevator/elevator-judgement';
import { circumstancesOf } from '../../../../renderer/pages/elevator/failed-inspection';
import {
  intervalHead,
  intervalLines,
  lateRecordsOf,
  targetOf,
  unauditedBefore,
} from '../../../../renderer/pages/elevator/head-model';
import { carriedOut, changes, nextSteps } from '../../../../renderer/pages/elevator/next-step';
import { summaryOf } from '../../../../renderer/pages/elevator/summary';
import { cnPack } from '../../../support/cn-pack';
import { dossierWith } from '../../../support/dossier-with';

const AS_OF = '2026-11-23' as CivilDate;
const question: HeadlineQuestion = questionBy(cnPack, {
  asOf: AS_OF,
  period: defaultPeriod(AS_OF),
  scope: { kept: { for: 'recorded' } },
  entry: { lateDays: 3, origin: 'journal' },
  hazardDays: {},
});
/** One every fortnight, entered in time; the last of them on the day named. */
const fortnights = (last: string): { date: string; task: string; enteredAt: string }[] =>
  Array.from({ length: 30 }, (_, index) => {
    const date = new Date(Date.parse(last) - index * 14 * 86_400_000).toISOString().slice(0, 10);
    return { date, task: 'year', enteredAt: date };
  });
const passed = { date: '2026-01-15', kind: 'periodic', result: 'pass', enteredAt: '2026-01-15' };
const LONG_UNINSPECTED = {
  elevator: { inServiceOn: '2005-01-01', acceptedOn: '2005-01-01' },
  inspections: [{ ...passed, date: '2020-05-10', enteredAt: '2020-05-10' }],
};
const failed = { date: '2026-08-28', kind: 'periodic', result: 'fail', reportNo: 'DT-1', by: '市特检院' };

function withHazard(dossier: Dossier): Dossier {
  const value = {
    registrationNo: dossier.registrationNo,
    foundOn: '2026-11-20' as CivilDate,
    foundBy: ['王海'],
    source: 'visit' as const,
    component: 'door-lock',
    what: '门锁回路短接',
    severe: 'severe-25-3',
    responsible: { party: 'maintainer' as const },
  };
  const hazard = { id: '0123abcd/99' as RecordId, at: '2026-11-20T08:00:00.000+08:00', author: '', value, steps: [] };
  return { ...dossier, hazards: [hazard] };
}

const STORIES: Readonly<Record<string, Dossier>> = {
  'a failed inspection': dossierWith({ visits: fortnights('2026-11-16'), inspections: [passed, failed] }),
  'a failed inspection and a bridged door lock': withHazard(
    dossierWith({ visits: fortnights('2026-11-16'), inspections: [passed, failed] }),
  ),
  'a bridged door lock': withHazard(dossierWith({ visits: fortnights('2026-11-16'), inspections: [passed] })),
  'an overdue inspection': dossierWith({
    visits: fortnights('2026-11-16'),
    ...LONG_UNINSPECTED,
  }),
  'visits and an inspection overdue': dossierWith({
    visits: fortnights('2026-09-01'),
    ...LONG_UNINSPECTED,
  }),
  'visits overdue': dossierWith({ visits: fortnights('2026-09-01'), inspections: [passed] }),
};

function stepsOf(dossier: Dossier) {
  return nextSteps(dossier, cnPack, question, judgeHeadline(dossier, question));
}

describe('the next steps', () => {
  it.each(Object.entries(STORIES))('%s: each step, carried out in a copy, changes the answer', (_, dossier) => {
    const { steps } = stepsOf(dossier);
    expect(steps.length).toBeGreaterThan(0);
    let records = dossier;
    for (const { step, useAfter } of steps) {
      const next = carriedOut(records, step, cnPack, AS_OF);
      const after = judgeHeadline(next, question);
      expect(changes(judgeHeadline(records, question), after)).toBe(true);
      expect(after.use.state).toBe(useAfter);
      records = next;
    }
  });

  it('after a failed inspection it goes out of use from that day, then the hazard, then the re-check', () => {
    const { steps, visit, forbidden } = stepsOf(STORIES['a failed inspection']!);
    expect(steps.map(({ step }) => step)).toMatchObject([
      { kind: 'take-out', on: '2026-08-28', because: 'failed-inspection' },
      { kind: 'record-hazard', inspection: { value: { reportNo: 'DT-1' } } },
      { kind: 'pass', acts: ['periodic'], after: 'failed' },
    ]);
    expect(steps[0]?.useAfter).toBe('out-of-use');
    expect(visit?.kind).toBe('keep');
    expect(forbidden).toBe(true);
  });

  it('a hazard that must stop leads to its own stop, and no visit is among the steps', () => {
    const { steps } = stepsOf(STORIES['a bridged door lock']!);
    expect(steps).toMatchObject([{ step: { kind: 'stop-hazard', no: 'YH-01' }, useAfter: 'out-of-use' }]);
  });

  it('where an overdue inspection forbids use, an overdue visit is told but not among the steps', () => {
    const { steps, visit } = stepsOf(STORIES['visits and an inspection overdue']!);
    expect(steps.map(({ step }) => step.kind)).toEqual(['take-out', 'pass']);
    expect(visit?.kind).toBe('mend');
  });

  it('where use is not forbidden, the visit that ends what is overdue is the step', () => {
    expect(stepsOf(STORIES['visits overdue']!).steps).toMatchObject([{ step: { kind: 'visit' } }]);
  });

  it('a retired elevator asks for nothing', () => {
    const dossier = dossierWith({ elevator: { status: 'scrapped', endedOn: '2026-06-01' } });
    expect(stepsOf(dossier)).toMatchObject({ steps: [], visit: null });
  });
});

describe('a failed inspection as a hazard', () => {
  it('is the circumstances that the pack names for a lift, and the severe one for a self-test', () => {
    const elevator = { kind: '3110' };
    expect(circumstancesOf({ kind: 'periodic' }, elevator, cnPack)).toEqual({
      severe: 'severe-25-2',
      major: 'major-4.6-a',
    });
    expect(circumstancesOf({ kind: 'self-test' }, elevator, cnPack)).toEqual({ severe: 'severe-25-2', major: '' });
    expect(circumstancesOf({ kind: 'governor' }, elevator, cnPack)).toEqual({ severe: '', major: '' });
  });
});

describe('the head', () => {
  it('a failed inspection and a hazard each name their record', () => {
    const dossier = STORIES['a failed inspection and a bridged door lock']!;
    const { use } = judgeHeadline(dossier, question);
    expect(use.state).toBe('must-not-run');
    expect(use.reasons.map((reason) => targetOf(dossier, reason))).toEqual([
      { kind: 'record', id: dossier.inspections[1]?.id },
      { kind: 'hazard', id: '0123abcd/99' },
    ]);
  });

  it('an elevator out of use is paused before it is lapsed, and is never called in time again', () => {
    const visits = fortnights('2026-09-01').filter(({ date }) => date !== '2026-08-04');
    const dossier = dossierWith({ visits, outages: [{ from: '2026-09-10' }] });
    const { headline } = judgeElevator(dossier, cnPack, question);
    expect(intervalHead(headline)).toMatchObject({ paused: true, verdict: 'lapsed' });
    expect(summaryOf(headline, AS_OF).key).toBe('paused-lapsed');
  });

  it('nor is one that is scrapped', () => {
    const visits = fortnights('2026-09-01').filter(({ date }) => date !== '2026-08-04');
    const dossier = dossierWith({ elevator: { status: 'scrapped', endedOn: '2026-09-10' }, visits });
    expect(summaryOf(judgeElevator(dossier, cnPack, question).headline, AS_OF).key).toBe('lapsed');
  });

  it('a reading that is overdue alone is told apart from the text', () => {
    const dossier = dossierWith({
      visits: fortnights('2026-11-16').map((visit) => ({ ...visit, task: 'half-month' })),
      inspections: [passed],
    });
    const judgement = judgeElevator(dossier, cnPack, question);
    const { verdict, weight, byLaw } = intervalHead(judgement.headline);
    expect([verdict, weight, byLaw]).toEqual(['non-compliant', 'reading', 'compliant']);
    const lines = intervalLines(judgement, AS_OF);
    expect(lines.map((line) => line.weight)).toEqual(['reading', 'reading', 'reading']);
  });

  it('late visits are listed with their days, those of another day of judgement are not', () => {
    const dossier = dossierWith({
      visits: [
        { date: '2026-11-10', enteredAt: '2026-11-10' },
        { date: '2026-10-09', enteredAt: '2026-11-22' },
        { date: '2026-11-24', enteredAt: '2026-12-30' },
      ],
    });
    expect(lateRecordsOf(dossier, question.entry, AS_OF, 1)).toMatchObject([
      { what: 'visit', on: '2026-10-09', days: 44, bySourceTable: true },
    ]);
  });

  it('records that begin after the elevator did leave the days before unaudited', () => {
    const since = (elevator: Record<string, string>) => unauditedBefore(dossierWith({ elevator }));
    expect(since({ inServiceOn: '2010-01-01', recordsFrom: '2026-01-01' })).toBe('2026-01-01');
    expect(since({ inServiceOn: '2026-01-01', recordsFrom: '2026-01-01' })).toBeNull();
  });
});
