import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../domain/pack/legal-basis';
import { versionAt } from '../../../domain/pack/rule-pack';
import { explainRule, markOf } from '../../../domain/report/explain-rule';
import { subjectOf } from '../../../domain/report/sections/subject';
import { chinaPack } from '../../support/report-evidence';
import { ABANDONED, COMPLIANT, LAPSED, NO_DATA, SHUT, storyEvidence, type Story } from '../../support/report-stories';

function explained(story: Story, index: number, locale: Locale = 'zh-CN') {
  const evidence = storyEvidence(story);
  return explainRule(subjectOf(evidence).rules[index]!, evidence.pack, evidence.asOf, locale);
}

describe('the sentence that explains a rule', () => {
  it('in time gives the dates used and the days left', () => {
    expect(explained(COMPLIANT, 0)).toEqual({
      finding: '上次 2026-11-10，期限 2026-11-25，余 2 天。',
      remedy: null,
      basis:
        '《特种设备安全监察条例》（国务院令第549号）第三十一条第二款：电梯应当至少每15日进行一次清洁、润滑、调整和检查。',
      confidence: 'law',
    });
  });

  it('overdue gives the days over without those out of service, and what would have been lawful', () => {
    const { finding, remedy } = explained(ABANDONED, 0);
    expect(finding).toBe(
      '上次 2026-06-12，期限 2026-06-27。其后未见记录；扣除停用 35 天，已超期 114 天，错过 8 次。期内曾有 4 次超期，合计 18 天。',
    );
    expect(remedy).toBe('若自2025年12月11日至2026年10月10日做过12次任何类别的维保（每次均在最迟日），即为合规。');
    expect(explained(ABANDONED, 1).remedy).toBe(
      '若在2026年5月10日、2026年8月13日（每次均在最迟日）各做过一次季度维保或更长类别的维保，共2次，即为合规。',
    );
    expect(explained(ABANDONED, 1).confidence).toBe('reading');
  });

  it('lapsed names the visits with which nothing would have been late', () => {
    const { finding, remedy } = explained(LAPSED, 0);
    expect(finding).toContain('期内曾有 5 次超期，合计 19 天。');
    expect(remedy).toBe(
      '若在2025年12月11日、2026年1月26日、2026年2月25日、2026年5月12日、2026年10月11日（每次均在最迟日）各做过一次任何类别的维保，共5次，即为合规。',
    );
    expect(explained(LAPSED, 2).remedy).toBe('若在2026年5月11日（最迟日）做过一次半年维保或更长类别的维保，即为合规。');
  });

  it('out of service says that the clock stands still', () => {
    expect(explained(ABANDONED, 3).finding).toContain('停用期间暂停计时，启用日未定，暂无期限');
  });

  it('without data or without a service day judges nothing', () => {
    expect(explained(NO_DATA, 0)).toMatchObject({
      remedy: null,
      finding: '没有起算日期，也没有满足本项的维保记录，无从判定。',
    });
    expect(explained(SHUT, 0)).toMatchObject({ remedy: null, finding: '期内无在用日，或本项不适用于该品种。' });
  });

  it('speaks English with the same dates', () => {
    expect(explained(ABANDONED, 1, 'en')).toMatchObject({
      finding:
        'Last done 2026-05-13, limit 2026-08-13. Nothing on record since; without 35 days out of service, 67 days over, 1 missed. Late 1 time in the period, 3 days in all.',
      remedy:
        'Lawful, had a quarter visit or a longer one been done on 10 May 2026, 13 August 2026, 2 in all, each time on the last lawful day.',
    });
    expect(explained(LAPSED, 0, 'en').remedy).toContain(
      'been done on 11 December 2025, 26 January 2026, 25 February 2026, 12 May 2026, 11 October 2026, 5 in all',
    );
  });
});

describe('the version of a rule', () => {
  const [first] = chinaPack.rules[0]!.versions;
  const rule = {
    ...chinaPack.rules[0]!,
    versions: [
      { ...first!, effectiveFrom: '2003-06-01', effectiveTo: '2026-06-30' },
      { ...first!, effectiveFrom: '2026-07-01', effectiveTo: null },
    ],
  } as never;

  it('is the one in force on the anchor, the first before all, the last without an anchor', () => {
    const from = (anchor: string | null) => versionAt(rule, anchor as never).effectiveFrom;
    expect([from('2026-06-30'), from('2026-07-01'), from('1999-01-01'), from(null)]).toEqual([
      '2003-06-01',
      '2026-07-01',
      '2003-06-01',
      '2026-07-01',
    ]);
  });
});

describe('the shape before a rule', () => {
  it('is that of its status, and the triangle where the period has late intervals', () => {
    expect(markOf({ status: 'met', late: 0 })).toBe('met');
    expect(markOf({ status: 'met', late: 1 })).toBe('lapsed');
    expect(markOf({ status: 'due-soon', late: 0 })).toBe('due-soon');
    expect(markOf({ status: 'overdue', late: 3 })).toBe('late');
    expect(markOf({ status: 'no-data', late: 0 })).toBe('no-data');
    expect(markOf({ status: 'not-applicable', late: 0 })).toBe('not-applicable');
  });
});
