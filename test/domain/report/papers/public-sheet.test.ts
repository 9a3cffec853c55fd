import { describe, expect, it } from 'vitest';
import { judgedEvidence } from '../../../../domain/report/audit-evidence';
import { composePublicSheet } from '../../../../domain/report/papers/public-sheet/compose-public-sheet';
import { hazardEvidence, type HazardStory } from '../../../support/hazard-story';
import * as stories from '../../../support/headline-stories';
import { lateEvidence } from '../../../support/late-evidence';

const sheet = (story: HazardStory) => composePublicSheet(hazardEvidence({ ...story, kind: 'public-sheet' }));
type Sheet = ReturnType<typeof composePublicSheet>;
const words = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');
const nextDay = ({ dates }: Sheet): string => words(dates[1].note);
const factOf = ({ facts }: Sheet, label: string): string => words(facts.find((one) => one.label === label)!.note);

describe('a public sheet', () => {
  it('names the state of use as every other surface, with each reason and its day', () => {
    expect(nextDay(sheet(stories.FAILED_INSPECTION))).toMatch(/^不得使用，检验不合格 2026年10月28日。每15日至少一次/);
    expect(nextDay(sheet(stories.FAILED_AND_STOPPED))).toMatch(/^停用中，停用 2026年10月28日，检验不合格 /);
    expect(nextDay(sheet(stories.RETIRED))).toBe('已移装，登记已终止 2026年5月1日。');
  });

  it('says at the last inspection that one failed or was never shown', () => {
    expect(factOf(sheet(stories.FAILED_INSPECTION), '最近一次检验')).toContain('不合格，未复检');
    expect(factOf(sheet(stories.NOT_SHOWN), '最近一次检验')).toContain('应有而未见记录');
    expect(factOf(sheet({ ...stories.NOT_SHOWN, locale: 'en' }), 'Last inspection')).toContain('due but not shown');
    expect(factOf(sheet(stories.FAILED_AND_RECHECKED), '最近一次检验')).not.toContain('未');
  });

  it.each([
    ['zh-CN', '近一年维保', '仅就维保间隔，未含检验、检测。记录自2025年11月11日起，此前未审计。'],
    [
      'en',
      'Maintenance in the past year',
      'Maintenance intervals only, without inspections and tests. Records begin on 11 November 2025; nothing before that day was audited.',
    ],
  ] as const)('says in %s what was not judged, and what was not audited', (locale, label, said) => {
    const whole = { ...lateEvidence({ locale }), kind: 'public-sheet' } as const;
    const note = (scope: 'maintenance' | 'all') =>
      factOf(composePublicSheet(judgedEvidence({ ...whole, scope })), label);
    expect(note('maintenance')).toContain(said);
    expect(note('all')).not.toContain(said.split('。')[0]!.split('.')[0]);
    expect(note('all')).toContain(said.slice(said.search(/记录|Records/)));
  });
});
