import { describe, expect, it } from 'vitest';
import { compareAudits, type Comparison } from '../../../domain/audit/compare-audits';
import { judgeBy, readyMeasure } from '../../../domain/audit/judge-by';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import { comparisonLines, sideNames } from '../../../domain/explain/comparison-lines';
import { compareEn } from '../../../domain/explain/words/compare-en';
import { compareZhCn } from '../../../domain/explain/words/compare-zh-cn';
import { LOCALES } from '../../../domain/pack/legal-basis';
import type { RulePack } from '../../../domain/pack/rule-pack';
import type { Dossier } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/headline/history';
import { dossierWith } from '../../support/dossier-with';
import { shippedPack, shippedPacks } from '../../support/shipped-packs';

const cn = shippedPack('cn');

function compared(dossier: Dossier, left: [RulePack, string], right: [RulePack, string]): Comparison {
  const { kind } = dossier.elevator.value;
  const subject = { registrationNo: dossier.registrationNo, kind, history: historyOf(dossier) };
  const judged = ([pack, day]: [RulePack, string]) => {
    const asOf = day as CivilDate;
    return judgeBy(subject, readyMeasure({ pack, asOf, period: defaultPeriod(asOf) }));
  };
  return compareAudits(judged(left), judged(right));
}

const STORY = dossierWith({
  elevator: { acceptedOn: '2021-05-10', recordsFrom: '2026-01-01', inServiceOn: '2021-05-10' },
  visits: [{ date: '2026-01-01' }, { date: '2026-01-25' }, { date: '2026-02-08' }],
  inspections: [{ date: '2022-05-20' }, { date: '2023-05-20' }, { date: '2025-05-20' }],
});

describe('the sides are called by what tells them apart', () => {
  const of = (id: string, version: string, asOf: string) => ({ pack: { id, version }, asOf: asOf as CivilDate });

  it('by the day under one pack, by the pack on one day, by both otherwise', () => {
    const cnOn = (asOf: string) => of('cn', '1', asOf);
    expect(sideNames({ left: cnOn('2026-02-15'), right: cnOn('2025-02-15') }, 'en')).toEqual({
      left: 'as of 15 February 2026',
      right: 'as of 15 February 2025',
    });
    expect(sideNames({ left: cnOn('2026-02-15'), right: of('hk', '1', '2026-02-15') }, 'zh-CN')).toEqual({
      left: '按规则包cn',
      right: '按规则包hk',
    });
    expect(sideNames({ left: cnOn('2026-02-15'), right: of('hk', '1', '2025-02-15') }, 'en').right).toBe(
      'under hk as of 15 February 2025',
    );
  });

  it('two versions of one pack by their versions', () => {
    const names = sideNames({ left: of('cn', '1', '2026-02-15'), right: of('cn', '2', '2026-02-15') }, 'en');
    expect(names).toEqual({ left: 'under cn 1', right: 'under cn 2' });
  });
});

describe('differences in sentences', () => {
  const comparison = compared(STORY, [cn, '2026-02-15'], [cn, '2026-03-10']);

  it('say what each day found, in English', () => {
    const { verdict, rules } = comparisonLines(comparison, 'en');
    expect(verdict).toBe('Verdict: lapsed as of 15 February 2026, non-compliant as of 10 March 2026');
    expect(rules[0]!.sentences).toEqual([
      'Status: in time as of 15 February 2026, overdue as of 10 March 2026',
      'In figures: 1 missed, 9 days out, 0 days overdue now as of 15 February 2026; 2 missed, 24 days out, 15 days overdue now as of 10 March 2026',
      'A gap only as of 10 March 2026: since 8 February 2026, due by 23 February 2026, 15 days late so far, 1 missed',
    ]);
  });

  it('and in Chinese', () => {
    const { rules } = comparisonLines(comparison, 'zh-CN');
    expect(rules[0]).toEqual({
      ruleId: 'cn.maintenance.half-month',
      title: '半月维护保养',
      sentences: [
        '状态：截至2026年2月15日为在期内；截至2026年3月10日为超期',
        '次数与天数：截至2026年2月15日，错过1次、期内超期9日、现已超0日；截至2026年3月10日，错过2次、期内超期24日、现已超15日',
        '截至2026年3月10日才有的超期：2026年2月8日以后，期限2026年2月23日，已迟15日，错过1次',
      ],
    });
  });

  it('name the wording, limit, clause and weight of each side where a rule was rewritten between them', () => {
    const { rules } = comparisonLines(compared(STORY, [cn, '2023-02-01'], [cn, '2026-02-15']), 'en');
    const periodic = rules.find(
      ({ title }) => title === cn.rules.find(({ id }) => id === 'cn.inspection.periodic')?.title.en,
    );
    expect(periodic?.sentences).toEqual(
      expect.arrayContaining([
        'Wording: in force from 2 April 2023 to 1 April 2024 as of 1 February 2023; in force from 2 April 2024 as of 15 February 2026',
        'Weight: accepted reading as of 1 February 2023, law as of 15 February 2026',
      ]),
    );
  });

  it('of one judgement with itself there are none', () => {
    expect(comparisonLines(compared(STORY, [cn, '2026-03-10'], [cn, '2026-03-10']), 'zh-CN')).toEqual({
      verdict: null,
      rules: [],
      requirements: { left: [], right: [] },
    });
  });

  it('every pair of packs that ship can be told in both languages, no place left empty', () => {
    for (const left of shippedPacks)
      for (const right of shippedPacks)
        for (const locale of LOCALES) {
          const lines = comparisonLines(compared(STORY, [left, '2026-03-10'], [right, '2024-03-10']), locale);
          const said = [lines.verdict ?? '', ...lines.rules.flatMap(({ title, sentences }) => [title, ...sentences])];
          expect([...said, ...lines.requirements.left, ...lines.requirements.right].join('\n')).not.toMatch(
            /[{}]|undefined|null/,
          );
        }
  });
});

describe('the words of comparisons', () => {
  const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
  const leaves = (tree: object, path = ''): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
    );

  it('have the same places in both languages', () => {
    const chinese = new Map(leaves(compareZhCn));
    for (const [key, text] of leaves(compareEn))
      expect([key, places(text)]).toEqual([key, places(chinese.get(key) ?? '')]);
  });
});
