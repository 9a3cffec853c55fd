import { describe, expect, it } from 'vitest';
import { judgeRequirements } from '../../../domain/audit/judge-requirements';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Requirement } from '../../../domain/pack/rule-pack';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';
import { shippedPack } from '../../support/shipped-packs';

const day = (text: string) => text as CivilDate;
const AS_OF = day('2026-11-23');
const PERIOD = { from: day('2025-11-24'), to: AS_OF };
const text = { 'zh-CN': '要求', en: 'demand' };
const two: Requirement = {
  id: 'test.staffing',
  kind: 'staffing',
  minTechnicians: 2,
  title: text,
  appliesTo: { kinds: 'all' },
  effectiveFrom: day('2026-01-01'),
  effectiveTo: null,
  legalBasis: { document: text, shortDocument: text, clause: text, shortClause: text, says: text },
  confidence: 'law',
  textAsOf: '2025',
  lookedUntil: '2025-12-01' as CivilDate,
  sourceConfidence: 'high',
  sources: ['X'],
};

describe('people on site', () => {
  const dossier = dossierWith({
    visits: [
      { date: '2025-12-20', technicians: ['甲'] },
      { date: '2026-02-01', technicians: ['甲'] },
      { date: '2026-02-15', technicians: ['甲', '乙'] },
      { date: '2026-03-01', technicians: [] },
    ],
  });

  it('visits with fewer than asked for are named, those before the rule and those that name nobody are not', () => {
    const [judged] = judgeRequirements(dossier, { requirements: [two] }, AS_OF, PERIOD);
    expect(judged).toMatchObject({
      kind: 'staffing',
      visits: 2,
      unnamed: 1,
      short: [{ date: '2026-02-01', technicians: 1 }],
    });
  });

  it('nothing is found on an unverified demand, or one for another kind', () => {
    const unverified: Requirement = { ...two, confidence: 'unverified' };
    const elsewhere: Requirement = { ...two, appliesTo: { kinds: ['3310'] } };
    expect(judgeRequirements(dossier, { requirements: [unverified, elsewhere] }, AS_OF, PERIOD)).toEqual([]);
  });

  it('the national pack asks for no number of people', () => {
    expect(cnPack.requirements.some(({ kind }) => kind === 'staffing')).toBe(false);
  });
});

describe('records of four years', () => {
  const oldest = (date: string | null, inServiceOn = '2012-01-01') =>
    judgeRequirements(
      dossierWith({ elevator: { inServiceOn }, visits: date === null ? [] : [{ date }] }),
      { requirements: cnPack.requirements },
      AS_OF,
      PERIOD,
    ).find(({ kind }) => kind === 'retention');

  it('reach back to four years before the day of judgement, give or take the first interval', () => {
    expect(oldest('2022-12-10')).toMatchObject({ askedFrom: '2022-11-23', reachesBack: true });
    expect(oldest('2023-01-10')).toMatchObject({ oldest: '2023-01-10', reachesBack: false });
    expect(oldest(null)).toMatchObject({ oldest: null, reachesBack: false });
  });

  it('of a younger elevator reach back to its start of service', () => {
    expect(oldest('2025-06-12', '2025-06-01')).toMatchObject({ askedFrom: '2025-06-01', reachesBack: true });
  });
});

describe('reports of examinations kept for two years', () => {
  const gb = shippedPack('gb');
  const kept = (kind: string, inspections: readonly string[], visits: readonly string[] = []) =>
    judgeRequirements(
      dossierWith({
        elevator: { kind, inServiceOn: '2012-01-01' },
        visits: visits.map((date) => ({ date })),
        inspections: inspections.map((date) => ({ date, kind: 'periodic', result: 'pass' })),
      }),
      gb,
      AS_OF,
      PERIOD,
    ).find(({ kind: of }) => of === 'retention');

  it('are held against the examinations on record, not the visits', () => {
    expect(kept('passenger-lift', [], ['2020-01-10'])).toMatchObject({ oldest: null, reachesBack: false });
    expect(kept('passenger-lift', ['2024-11-20'])).toMatchObject({
      askedFrom: '2024-11-23',
      oldest: '2024-11-20',
      reachesBack: true,
    });
  });

  it('may begin one interval after the day from which they are asked for: six months for people, twelve for goods', () => {
    expect(kept('passenger-lift', ['2025-05-23'])).toMatchObject({ reachesBack: true });
    expect(kept('passenger-lift', ['2025-05-24'])).toMatchObject({ reachesBack: false });
    expect(kept('goods-lift', ['2025-05-24'])).toMatchObject({ reachesBack: true });
  });
});

describe('an act that comes before another', () => {
  const judged = (inspections: readonly (readonly [date: string, kind: string, result?: string])[]) =>
    judgeRequirements(
      dossierWith({ inspections: inspections.map(([date, kind, result = 'pass']) => ({ date, kind, result })) }),
      { requirements: cnPack.requirements },
      AS_OF,
      PERIOD,
    ).find(({ kind }) => kind === 'order');

  it('is kept by one of the same day or of up to twelve months before', () => {
    for (const own of ['2026-06-10', '2026-06-01', '2025-06-10'])
      expect(
        judged([
          [own, 'own-inspection'],
          ['2026-06-10', 'periodic'],
        ]),
      ).toMatchObject({ asked: 1, without: [] });
  });

  it('is missed by one that is older, that came after, or that failed', () => {
    for (const [own, result] of [
      ['2025-06-09', 'pass'],
      ['2026-06-11', 'pass'],
      ['2026-06-01', 'fail'],
    ] as const)
      expect(
        judged([
          [own, 'own-inspection', result],
          ['2026-06-10', 'periodic', 'fail'],
          ['2026-07-01', 'periodic', 'recheck'],
        ]),
      ).toMatchObject({ asked: 1, without: ['2026-06-10'] });
  });

  it('is not spoken of where the period has nothing that it should precede', () => {
    expect(judged([['2026-06-01', 'own-inspection']])).toBeUndefined();
    expect(judged([['2025-06-10', 'periodic']])).toBeUndefined();
  });
});
