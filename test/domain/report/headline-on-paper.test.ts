import { describe, expect, it } from 'vitest';
import type { HazardStory } from '../../support/hazard-story';
import { composeComplianceReport } from '../../../domain/report/papers/compliance/compose-compliance';
import { hazardEvidence } from '../../support/hazard-story';
import * as stories from '../../support/headline-stories';
import { lateEvidence } from '../../support/late-evidence';
import { blocksOf, everyWord, wordsOf } from '../../support/report-words';

const headOf = (story: HazardStory) =>
  blocksOf(composeComplianceReport(hazardEvidence(story)), 'verdict').map(({ title, runs }) => [title, wordsOf(runs)]);

describe('the first page of a compliance report', () => {
  it('says 不得使用 with clause and weight, and the failed act with day, number and since when it went on', () => {
    const [use, verdict] = headOf(stories.FAILED_INSPECTION);
    expect(use).toEqual(['不得使用', '检验不合格（2026年10月28日，编号D2） 特种设备安全法第40条 [法定]。']);
    expect(verdict?.[0]).toBe('不合规（法定）');
    expect(verdict?.[1]).toContain(
      '定期检验2026年10月28日不合格，未复检（编号D2），其后自2026年10月29日起继续在用26日。',
    );
  });

  it('tells a failed act answered by taking it out of use, and finds no further use', () => {
    const text = everyWord(composeComplianceReport(hazardEvidence(stories.FAILED_AND_STOPPED))).join('');
    expect(text).toContain('不合格，未复检');
    expect(text).toContain('其后没有在用日，不作继续使用认定。');
  });

  it('tells the entries whose time lies before that of the one before them, and is quiet without any', () => {
    const evidence = hazardEvidence(stories.FAILED_INSPECTION);
    const [first, ...rest] = evidence.dossier.visits;
    const visits = [{ ...first!, clock: 'before-previous' as const }, ...rest];
    const set = { ...evidence, dossier: { ...evidence.dossier, visits } };
    const textOf = (of: typeof evidence) => everyWord(composeComplianceReport(of)).join('');
    expect(textOf(set)).toContain('的录入时间早于前一条，本机时钟曾被调后；未因此拒收。');
    expect(textOf(evidence)).not.toContain('时间有疑');
  });

  it('says both verdicts where a reading alone carries one', () => {
    const [verdict] = headOf(stories.BY_READING);
    expect(verdict?.[0]).toBe('不合规（通行读法）');
    expect(verdict?.[1]).toContain('按通行读法为“不合规”，属偏差，不作违法认定；仅按条文为“合规”。');
  });

  it('says what a retired elevator became, and judges it up to that day', () => {
    const [use, verdict] = headOf(stories.RETIRED);
    expect(use).toEqual(['已移装', '自2026年5月1日起已移装，新使用登记证编号梯12浙B00077(26)。']);
    expect(verdict?.[0]).toBe('曾超期（法定）');
    expect(verdict?.[1]).toContain('判定计至2026年4月30日。');
  });

  it('says what the verdict rests on where a late entry carries it, and marks each late end of an interval', () => {
    const model = composeComplianceReport(lateEvidence());
    expect(wordsOf(blocksOf(model, 'verdict').at(-1)!.runs)).toContain(
      '其中补录3次，最迟38天；不计补录，结论为“不合规”',
    );
    const text = everyWord(model).join('');
    expect(text).toContain('补录，迟 38 天');
    expect(text).toContain('纸质记录后补录；见证材料：维保单第17号');
    expect(text).toContain('补录，迟 16 天，据来表');
  });
});
