import { describe, expect, it } from 'vitest';
import { traceIntervals } from '../../../domain/audit/interval-trace';
import { auditWindow } from '../../../domain/audit/audit-elevator';
import type { Locale } from '../../../domain/pack/rule-pack';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import { historyOf } from '../../../domain/headline/history';
import { versionAt } from '../../../domain/pack/rule-pack';
import { explainRule, markOf } from '../../../domain/report/explain-rule';
import { chinaPack } from '../../support/report-evidence';
import { ABANDONED, COMPLIANT, LAPSED, NO_DATA, SHUT, storyEvidence, type Story } from '../../support/report-stories';

function explained(story: Story, index: number, locale: Locale = 'zh-CN') {
  const evidence = storyEvidence(story);
  const rule = evidence.pack.rules[index]!;
  const window = auditWindow(evidence.asOf, evidence.period);
  const intervals = traceIntervals(historyOf(evidence.dossier), compileRule(rule, evidence.pack.rules), window);
  return explainRule(evidence.audit.rules[index]!, rule, intervals, evidence.asOf, locale);
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
    expect(remedy).toBe('2026-06-27（含）之前有一次任何类别的维保。');
    expect(explained(ABANDONED, 1).remedy).toBe('2026-08-13（含）之前有一次季度、半年或年度维保。');
    expect(explained(ABANDONED, 1).confidence).toBe('reading');
  });

  it('lapsed names every deadline by which a visit would have been lawful', () => {
    const { finding, remedy } = explained(LAPSED, 0);
    expect(finding).toContain('期内曾有 5 次超期，合计 19 天。');
    expect(remedy).toBe('2025-12-11、2026-01-26、2026-02-25、2026-05-12、2026-10-11（含）之前各有一次任何类别的维保。');
    expect(explained(LAPSED, 2).remedy).toBe('2026-05-11（含）之前有一次半年或年度维保。');
  });

  it('out of service says that the clock stands still', () => {
    expect(explained(ABANDONED, 3).finding).toContain('目前停用，暂停计时，暂无期限');
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
      remedy: 'A visit of quarter, half-year or year by 2026-08-13.',
    });
    expect(explained(LAPSED, 0, 'en').remedy).toContain(
      'by 2025-12-11, 2026-01-26, 2026-02-25, 2026-05-12 and 2026-10-11.',
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
