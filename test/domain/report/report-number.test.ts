import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { PAPER_KINDS } from '../../../domain/record/paper-kind';
import { NUMBER_WORDS, reportNumber } from '../../../domain/report/report-number';

const parts = {
  signer: '绿源梯审',
  asOf: '2026-11-23' as CivilDate,
  kind: 'old-elevator',
  origin: '4f1a92c7d0e1',
  count: 21,
} as const;

describe('the number of a paper', () => {
  it('names signer, year, kind, feed and count', () => {
    expect(reportNumber(parts)).toBe('绿源梯审〔2026〕治字第4F1A92C7-0021号');
  });

  it('differs between two installations that sign for one organisation and count alike', () => {
    expect(reportNumber({ ...parts, origin: '4f1a92c8d0e1' })).not.toBe(reportNumber(parts));
  });

  it('has a word of its own for every kind', () => {
    const words = PAPER_KINDS.map((kind) => NUMBER_WORDS[kind]);
    expect(new Set(words).size).toBe(PAPER_KINDS.length);
    expect(words.join('')).toBe('合治告改复报停示维检周月');
  });

  it('counts on beyond four digits', () => {
    expect(reportNumber({ ...parts, count: 12_345 })).toContain('4F1A92C7-12345号');
  });

  it('keeps twelve characters of a long name and never half of one', () => {
    expect(reportNumber({ ...parts, signer: '杭州𠮷野物业服务集团有限公司城西分公司' })).toMatch(
      /^杭州𠮷野物业服务集团有限〔/u,
    );
  });
});
