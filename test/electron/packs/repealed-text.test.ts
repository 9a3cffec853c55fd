import { describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { explain } from '../../../domain/explain/explain';
import { explanationLines } from '../../../domain/explain/explanation-lines';
import { historyOf } from '../../../domain/headline/history';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { dossierWith } from '../../support/dossier-with';
import { judgedByShipped, type Done } from '../../support/judged-by-shipped';
import { shippedPack } from '../../support/shipped-packs';

const sg = shippedPack('sg');
const examined = (asOf: string, from: string, ...done: readonly Done[]) =>
  judgedByShipped('sg', 'sg.lift.examination', {}, done, [from, asOf]);

describe('the Singapore regulations of 2016, repealed on 2025-10-01, whose successor nobody has read', () => {
  it('judge every rule up to 2025-09-30; from then on each is unverified and names what came', () => {
    for (const { versions } of sg.rules) {
      const [old, next] = versions.slice(-2);
      expect(old).toMatchObject({ effectiveTo: '2025-09-30' });
      expect(next).toMatchObject({
        effectiveFrom: '2025-10-01',
        effectiveTo: null,
        confidence: 'unverified',
        textAsOf: null,
        limitText: { en: 'not read' },
        successorKnown: { from: '2025-10-01' },
      });
    }
    expect(sg.requirements.filter(({ effectiveTo }) => effectiveTo === null).map(({ id }) => id)).toEqual([
      'sg.fixed-installations',
    ]);
  });

  it('an examination in term when they ended is met the day before, and no data from that day on', () => {
    const done: Done = ['2025-03-01', 'periodic'];
    expect(examined('2025-09-30', '2025-01-01', done).audit).toMatchObject({ status: 'met', dueOn: '2026-03-01' });
    for (const asOf of ['2025-10-01', '2026-11-23'])
      expect(examined(asOf, '2025-10-01', done).audit).toMatchObject({ status: 'no-data', dueOn: null, gaps: [] });
  });

  it('what had come due before stays open with its first deadline and its own law', () => {
    for (const asOf of ['2025-09-30', '2026-11-23'])
      expect(examined(asOf, '2025-01-01', ['2023-06-01', 'periodic']).audit).toMatchObject({
        status: 'overdue',
        gaps: [{ from: '2023-06-01', to: null, deadline: '2024-06-01', version: null, weight: 'law' }],
      });
  });

  it('lateness of before is told in a period that reaches back to it', () => {
    const done: readonly Done[] = [
      ['2024-02-01', 'periodic'],
      ['2025-03-01', 'periodic'],
    ];
    expect(examined('2025-12-31', '2025-01-01', ...done).audit).toMatchObject({ status: 'no-data', late: 1 });
  });

  it('a month without a visit that ended after the repeal is none that anybody can call late', () => {
    const visits: readonly Done[] = [
      ['2025-08-20', 'half-month'],
      ['2025-09-15', 'half-month'],
      ['2026-06-01', 'half-month'],
    ];
    const { audit } = judgedByShipped('sg', 'sg.lift.maintenance', {}, visits, ['2025-01-01', '2026-11-23']);
    expect(audit).toMatchObject({ status: 'no-data', late: 0, gaps: [] });
  });

  it('an elevator without anything older to answer for has no verdict, and is never called compliant', () => {
    const dossier = dossierWith({
      elevator: { kind: 'passenger-lift', inServiceOn: undefined },
      visits: [{ date: '2025-09-15', task: 'half-month' }],
      inspections: [{ date: '2025-03-01', kind: 'periodic' }],
    });
    const verdictOn = (asOf: string) =>
      auditElevator(
        { registrationNo: 'T1', kind: 'passenger-lift', history: historyOf(dossier) },
        compileRules(sg),
        auditWindow(asOf as CivilDate, { from: '2025-06-01' as CivilDate, to: asOf as CivilDate }),
      ).verdict;
    expect([verdictOn('2025-09-30'), verdictOn('2025-10-01'), verdictOn('2026-11-23')]).toEqual([
      'compliant',
      'no-data',
      'no-data',
    ]);
  });

  it('say why in both languages, with the text that applies and the dates', () => {
    const question = examined('2026-11-23', '2025-11-24', ['2025-03-01', 'periodic']);
    const lines = (locale: 'zh-CN' | 'en') =>
      new Map(
        explanationLines(explain(question), sg, '2026-11-23' as CivilDate, locale).map(({ kind, text }) => [
          kind,
          text,
        ]),
      );
    expect(lines('zh-CN').get('finding')).toContain('没有读到它的内容，此后无从判定；此前的规定不沿用');
    expect(lines('zh-CN').get('text')).toContain('已知有新版，没有读到：《建筑管制（固定装置）条例2025》');
    expect(lines('en').get('finding')).toContain('S 614/2025) applies, which the pack has not read');
    expect(lines('en').get('limit')).not.toMatch(/12|year/);
  });
});
