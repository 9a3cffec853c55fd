import { describe, expect, it } from 'vitest';
import { HAZARD_PAPERS } from '../../../../domain/record/paper-kind';
import type { Block, Run } from '../../../../domain/report/model';
import { composePaper } from '../../../../domain/report/compose-paper';
import { handLine } from '../../../../domain/report/sections/hand-lines';
import { hazardEvidence, hazardId, type HazardStory } from '../../../support/hazard-story';
import { DOOR_LOCK, LIGHTING } from '../../../support/notice-hazards';

const about = (kind: HazardStory['kind'], more: Partial<HazardStory> = {}) =>
  composePaper(hazardEvidence({ kind, hazards: [DOOR_LOCK, LIGHTING], paper: { hazards: [hazardId(1)] }, ...more }));
const formOf = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'form')!;
const runsOf = (blocks: readonly Block[], label: string): readonly Run[] =>
  formOf(blocks)
    .rows.flat()
    .filter((cell) => cell.label === label)
    .flatMap(({ lines }) => lines.flat());
/** What stands behind the boxes that are ticked. */
const tickedIn = (blocks: readonly Block[], label: string): string[] => {
  const runs = runsOf(blocks, label);
  return runs.flatMap(({ box }, index) => (box === 'ticked' ? [runs[index + 1]!.text.trim()] : []));
};
const textOf = (blocks: readonly Block[], label: string): string =>
  runsOf(blocks, label)
    .filter(({ box }) => box === undefined)
    .map(({ text }) => text)
    .join('');

describe('papers about hazards', () => {
  it('the demand to rectify a severe hazard ticks severe and stop at once, and says that the authority is told', () => {
    const { blocks } = about('rectification-notice');
    expect(tickedIn(blocks, '隐患级别')).toEqual(['严重']);
    expect(tickedIn(blocks, '处置要求')).toEqual(['立即停用']);
    expect(textOf(blocks, '整改期限')).toBe('启用前完成，计划2026年10月8日');
    expect(textOf(blocks, '同时报告')).not.toBe('');
    expect(textOf(blocks, '依据条款')).toContain('第二十五条');
  });

  it('an ordinary hazard may stay in use until its deadline, and nobody is told but the user unit', () => {
    const { blocks } = about('rectification-notice', { paper: { hazards: [hazardId(2)] } });
    expect(tickedIn(blocks, '处置要求')).toEqual(['限期整改，可继续使用']);
    expect(textOf(blocks, '整改期限')).toBe('2026年10月31日');
    expect(
      formOf(blocks)
        .rows.flat()
        .some(({ label }) => label === '同时报告'),
    ).toBe(false);
    expect(textOf(blocks, '风险排序')).toBe('未评定。');
  });

  it('the rank of the matrix stands with the word that it is to be checked, and says that it decides nothing', () => {
    const { blocks } = about('hazard-notice');
    expect(runsOf(blocks, '风险排序').filter(({ tag }) => tag !== undefined)).toEqual([
      { text: '待核', tag: 'unverified' },
    ]);
    expect(textOf(blocks, '风险排序')).toContain('不作判定');
  });

  it('the reply tells the work, who did it, its proof, and how long the elevator was out of use', () => {
    const { blocks } = about('rectification-reply');
    expect(textOf(blocks, '整改情况')).toBe('更换2层层门锁组件，逐层复测啮合长度。');
    expect(textOf(blocks, '整改人')).toBe('王海');
    expect(textOf(blocks, '见证材料')).toContain('HS-2210');
    expect(textOf(blocks, '费用')).toBe('1180元');
    expect(textOf(blocks, '停用与启用')).toBe('2026年9月15日停用，至今未启用。');
  });

  it('the report to the authority tells what was done: the stop and the notice with its number', () => {
    const { blocks } = about('authority-report');
    expect(textOf(blocks, '已采取措施')).toContain('2026年9月15日停用');
    expect(textOf(blocks, '已采取措施')).toContain('翠柏苑业主委员会（第38号）');
  });

  it('two hazards in one notice have their rows one after the other', () => {
    const { blocks } = about('hazard-notice', { paper: { hazards: [hazardId(1), hazardId(2)] } });
    const named = formOf(blocks)
      .rows.flat()
      .filter(({ label }) => label === '隐患编号与部位');
    expect(named.map(({ lines }) => lines[0]![0]!.text.slice(0, 5))).toEqual(['YH-01', 'YH-02']);
  });

  it('without a hazard it is a form to be written in: no box is ticked and there is room for the facts', () => {
    const { blocks } = about('rectification-notice', { paper: {} });
    const cells = formOf(blocks).rows.flat();
    expect(cells.flatMap(({ lines }) => lines.flat()).filter(({ box }) => box === 'ticked')).toEqual([]);
    expect(cells.find(({ label }) => label === '隐患情况')!.least).toBeGreaterThan(1);
  });

  it('a line with boxes and blanks keeps the order of its parts', () => {
    expect(handLine('结果 □ 合格　复查人____', 24)).toEqual([
      { text: '结果 ' },
      { text: '', box: 'empty' },
      { text: ' 合格　复查人' },
      { text: '复查人', blank: 24 },
    ]);
  });

  it('English papers have no Chinese words of their own', () => {
    for (const kind of HAZARD_PAPERS) {
      const { title, blocks } = about(kind, { locale: 'en' });
      const labels = blocks.flatMap((block) =>
        block.kind === 'form' ? block.rows.flat().map(({ label }) => label) : [],
      );
      expect([title, ...labels].join('')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
