import { describe, expect, it } from 'vitest';
import { judgeRequirements } from '../../../domain/audit/judge-requirements';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { requirementLines } from '../../../domain/explain/requirement-lines';
import { REQUIREMENT_WORDS } from '../../../domain/explain/words/requirement-words';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { Requirement } from '../../../domain/pack/rule-pack';
import { cnPack } from '../../support/cn-pack';
import { dossierWith } from '../../support/dossier-with';

const day = (text: string) => text as CivilDate;
const AS_OF = day('2026-11-23');
const PERIOD = { from: day('2025-11-24'), to: AS_OF };
const ORDER = cnPack.requirements.find(({ kind }) => kind === 'order')!;
const TWO = { ...ORDER, id: 'test.two', kind: 'staffing', minTechnicians: 2, confidence: 'law' } as Requirement;

function told(parts: Parameters<typeof dossierWith>[0], requirement: Requirement, locale: Locale) {
  const [judged] = judgeRequirements(dossierWith(parts), { requirements: [requirement] }, AS_OF, PERIOD);
  return requirementLines(judged!, cnPack, locale);
}

describe('demands that no interval answers, in sentences', () => {
  const late = { inspections: [{ date: '2026-06-10', kind: 'periodic' }] };

  it('an inspection that nothing preceded: clause, finding and what would have kept it', () => {
    expect(told(late, ORDER, 'zh-CN')).toEqual({
      kept: false,
      mark: '未见',
      finding: '期内1次定期检验中，1次之前12个月内未见维保单位年度自行检查的记录：2026年6月10日',
      remedy: '若在2026年6月10日之前12个月内做过一次维保单位年度自行检查，这一次即为符合',
      basis:
        'TSG T5002-2017《电梯维护保养规则》第五条第（九）项：维保单位的年度自行检查在定期检验之前完成。（通行读法）',
    });
    expect(told(late, ORDER, 'en').remedy).toBe(
      "Kept for the first of them, had the maintainer's own yearly inspection been done within the 12 months before 10 June 2026",
    );
  });

  it('too few people on site: how many visits, which, and what would have kept it', () => {
    const short = { visits: [{ date: '2026-02-01', technicians: ['甲'] }, { date: '2026-02-15' }] };
    expect(told(short, TWO, 'en')).toMatchObject({
      kept: false,
      finding:
        'Visits of the period that name people: 2, of them with fewer than 2: 1 (1 February 2026); 0 more name nobody',
      remedy: 'Kept, had each of these 1 been done by at least 2',
    });
    expect(told({ visits: [{ date: '2026-02-15' }] }, TWO, 'zh-CN')).toMatchObject({ kept: true, remedy: null });
  });

  it('long lists are cut and say so', () => {
    const visits = Array.from({ length: 9 }, (_, i) => ({ date: `2026-02-0${i + 1}`, technicians: ['甲'] }));
    expect(told({ visits }, TWO, 'zh-CN').finding).toContain('2026年2月8日等；');
  });

  it('have the same places in both languages', () => {
    const placesOf = (words: object): string[] =>
      Object.values(words)
        .flatMap((value): string[] => (typeof value === 'object' ? placesOf(value as object) : [String(value)]))
        .map((text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' '));
    expect(placesOf(REQUIREMENT_WORDS.en)).toEqual(placesOf(REQUIREMENT_WORDS['zh-CN']));
  });
});
