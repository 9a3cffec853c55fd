import { describe, expect, it } from 'vitest';
import { toCivilDate, type CivilDate } from '../../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../../domain/calendar/period';
import type { Dossier } from '../../../../domain/record/dossier';
import { judgeHeadline, subjectOf } from '../../../../domain/headline/judge-headline';
import { questionBy } from '../../../../domain/headline/question-by';
import { visitAdvice, type VisitAdvice } from '../../../../renderer/pages/elevator/visit-advice';
import { latestInspection, stripWindow, summaryOf, type Summary } from '../../../../renderer/pages/elevator/summary';
import { cnPack } from '../../../support/cn-pack';
import { shippedPack } from '../../../support/shipped-packs';
import { dossierWith } from '../../../support/dossier-with';

const AS_OF = '2026-11-23' as CivilDate;
const period = defaultPeriod(AS_OF);
const question = questionBy(cnPack, {
  asOf: AS_OF,
  period,
  scope: { kept: { for: 'recorded' } },
  entry: { lateDays: 3, origin: 'journal' },
  hazardDays: {},
});

function judged(dossier: Dossier): { step: VisitAdvice; summary: Summary } {
  const headline = judgeHeadline(dossier, question);
  const { history } = subjectOf(dossier);
  const { audit, scope } = headline;
  const step = visitAdvice({ kind: '3110', history, pack: cnPack, asOf: AS_OF, period, scope, audit });
  return { step, summary: summaryOf(headline, AS_OF) };
}

describe('what a visit would do', () => {
  it('four overdue rules are ended by one yearly visit, and the gaps stay on record', () => {
    const { step, summary } = judged(dossierWith({ visits: [{ date: '2025-11-20', task: 'year' }] }));
    expect(step).toEqual({
      kind: 'mend',
      task: 'year',
      mends: 4,
      left: 0,
      verdictAfter: 'lapsed',
      gapsStay: 4,
    });
    expect(summary).toMatchObject({ key: 'overdue', all: true, days: 353 });
  });

  it('where only the half-month is overdue, the half-month visit is enough', () => {
    const { step, summary } = judged(
      dossierWith({ elevator: { inServiceOn: '2026-10-20' }, visits: [{ date: '2026-11-01', task: 'year' }] }),
    );
    expect(step).toMatchObject({ kind: 'mend', task: 'half-month', mends: 1, left: 0 });
    expect(summary).toMatchObject({ key: 'overdue', all: false, rules: ['cn.maintenance.half-month'], days: 7 });
  });

  it('in order, the next visit serves every rule due before the visit after it', () => {
    const { step, summary } = judged(
      dossierWith({
        elevator: { inServiceOn: '2026-08-25' },
        visits: ['2026-09-08', '2026-09-22', '2026-10-06', '2026-10-20', '2026-11-03', '2026-11-16'].map((date) => ({
          date,
        })),
      }),
    );
    expect(step).toMatchObject({ kind: 'keep', task: 'quarter', by: '2026-11-25' });
    expect(summary).toMatchObject({ key: 'due-soon', rule: 'cn.maintenance.quarter', left: 2 });
  });

  it('out of service there is nothing to do before the elevator is back', () => {
    const { step, summary } = judged(
      dossierWith({
        elevator: { inServiceOn: '2026-10-01' },
        visits: [{ date: '2026-10-10', task: 'year' }],
        outages: [{ from: '2026-10-15' }],
      }),
    );
    expect(step).toEqual({ kind: 'paused' });
    expect(summary).toEqual({ key: 'paused' });
  });

  it('without any date the clock has to be started first', () => {
    const { step, summary } = judged(dossierWith({ elevator: { inServiceOn: undefined } }));
    expect(step).toEqual({ kind: 'start' });
    expect(summary).toEqual({ key: 'no-data' });
  });

  it('a pack that asks for no visits is promised nothing by one', () => {
    const pack = shippedPack('de');
    for (const inspections of [[], [{ date: '2026-06-10', kind: 'periodic' as const }]]) {
      const dossier = dossierWith({ elevator: { kind: 'passenger-lift', inServiceOn: undefined }, inspections });
      const asked = questionBy(pack, {
        asOf: AS_OF,
        period,
        scope: { kept: { for: 'all' } },
        entry: { lateDays: 3, origin: 'journal' },
        hazardDays: {},
      });
      const { audit, scope } = judgeHeadline(dossier, asked);
      const { history } = subjectOf(dossier);
      const step = visitAdvice({ kind: 'passenger-lift', history, pack, asOf: AS_OF, period, scope, audit });
      expect(step).toEqual({ kind: 'none' });
    }
  });

  it('an elevator out of service for the whole period needs no step', () => {
    expect(judged(dossierWith({ outages: [{ from: '2025-01-01' }] })).step).toEqual({ kind: 'none' });
  });
});

describe('particulars', () => {
  it('the latest inspection is the last by date up to the day of judgement', () => {
    const { inspections } = dossierWith({
      inspections: [{ date: '2026-08-22' }, { date: '2025-08-20' }, { date: '2026-12-01' }],
    });
    const values = inspections.map(({ value }) => value);
    expect(latestInspection(values, AS_OF)?.date).toBe('2026-08-22');
    expect(latestInspection([], AS_OF)).toBeNull();
  });

  it('the spans of the strip meet without overlap', () => {
    const days = (span: 'previous' | 'year' | 'two-years') => {
      const { from, to } = stripWindow(span, AS_OF);
      return [toCivilDate(from), toCivilDate(to)];
    };
    expect(days('previous')).toEqual(['2024-11-24', '2025-11-23']);
    expect(days('year')).toEqual(['2025-11-24', '2026-11-23']);
    expect(days('two-years')).toEqual(['2024-11-24', '2026-11-23']);
  });
});
