import { describe, expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../../../domain/bridge/errors';
import { failureSentences, failureWords } from '../../../domain/bridge/failure-words';
import { LOCALES, type Locale } from '../../../domain/pack/legal-basis';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { BACKUP_FAULTS } from '../../../domain/terms/backup-fault';

const LISTS = [...DOSSIER_LISTS, 'steps'];
const FOLDER_FAULTS = ['relative', 'inside', 'missing', 'not-writable', 'none'];
const FIGURES = ['what', 'cause', 'registrationNo', 'record', 'on', 'by', 'at', 'refused', 'known', 'count', 'from'];
const MORE_FIGURES = [
  'where',
  'field',
  'most',
  'date',
  'today',
  'algorithm',
  'bits',
  'notBefore',
  'notAfter',
  'reason',
];

/** A refusal that tells every figure, each as itself in brackets. */
const told = (more: ErrorDetails = {}): ErrorDetails => ({
  ...Object.fromEntries([...FIGURES, ...MORE_FIGURES, 'name'].map((figure) => [figure, `<${figure}>`])),
  list: 'visits',
  code: 'not-signed',
  ...more,
});
const figuresIn = (text: string): string[] => [...new Set(text.match(/<\w+>/g))].sort();
const all = (locale: Locale) =>
  ERROR_CODES.flatMap((code) => [
    [code, told()] as const,
    ...LISTS.map((list) => [code, told({ list })] as const),
    ...(code === 'backup-folder' ? FOLDER_FAULTS : []).map((what) => [code, told({ what })] as const),
  ]).map(([code, details]) => [code, failureSentences(code, details, locale)] as const);

describe('every refusal', () => {
  it.each(LOCALES)('says in %s what happened and what was kept, in whole sentences', (locale) => {
    const end = locale === 'en' ? /[.)]$/ : /[。）]$/;
    for (const code of ERROR_CODES) {
      const { what, kept, do: next } = failureWords(code, told(), locale);
      expect([code, what]).toEqual([code, expect.stringMatching(end)]);
      expect([code, kept]).toEqual([code, expect.stringMatching(end)]);
      expect([code, next]).toEqual([code, expect.stringMatching(next === '' ? /^$/ : end)]);
    }
  });

  it.each(LOCALES)('says in %s the same where nothing is told, without a gap that is no word', (locale) => {
    for (const code of ERROR_CODES)
      expect([code, failureSentences(code, {}, locale)]).toEqual([
        code,
        expect.not.stringMatching(/undefined|NaN|<|{/),
      ]);
  });

  it('uses the same figures in both languages', () => {
    const figures = (locale: Locale) => all(locale).map(([code, text]) => [code, ...figuresIn(text)]);
    expect(figures('en')).toEqual(figures('zh-CN'));
  });

  it('is told from every other, in each language', () => {
    for (const locale of LOCALES) {
      const whats = ERROR_CODES.map((code) => failureSentences(code, told(), locale));
      expect(new Set(whats).size).toBe(ERROR_CODES.length);
    }
  });

  it('in English has no full-width marks, and in Chinese no English words', () => {
    for (const [code, text] of all('en')) expect([code, /[，。；：（）「」]/.test(text)]).toEqual([code, false]);
    const words = /(?<![<\w./-])(?!formats|logs|json|pem|p12|RSA|PDF|media|disk|backup)[a-z]{4,}(?![\w>])/;
    for (const [code, text] of all('zh-CN')) expect([code, words.exec(text)?.[0] ?? null]).toEqual([code, null]);
  });

  it('in English agrees with its number', () => {
    const said = (code: ErrorCode, count: number) => failureSentences(code, { count, refused: count }, 'en');
    expect(said('beginning-unanswered', 1)).toContain('1 elevator long');
    expect(said('beginning-unanswered', 2)).toContain('2 elevators long');
    expect(said('twins-unanswered', 1)).toContain('1 number is nearly');
    expect(said('twins-unanswered', 2)).toContain('2 numbers are nearly');
  });

  it('names a record by the kind that people know, and an author who did not sign', () => {
    const details = { list: 'callouts', registrationNo: '梯1', record: '7', on: '2026-11-20', by: '', at: '8:00' };
    expect(failureWords('already-recorded', details, 'zh-CN')).toEqual({
      what: '故障与困人已在记录中：梯1 的记录 7（2026-11-20），未署名 8:00 录入，内容相同。',
      kept: '没有重复写入，原记录不变。',
      do: '同一次故障或困人不必再记；若是另一次，请填各自的报告时间。',
    });
    expect(failureWords('already-recorded', { ...details, list: 'drills' }, 'en').what).toContain(
      'Emergency drill on record already: record 7 of 梯1 (2026-11-20), entered by no author',
    );
  });

  it.each(BACKUP_FAULTS)('of a backup says why: %s', (code) => {
    for (const locale of LOCALES) {
      const { do: next } = failureWords('backup-failed', { code, what: 'journal.ndjson' }, locale);
      expect(next.length).toBeGreaterThan(8);
      expect(failureWords('backup-failed', {}, locale).do).toBe('');
    }
  });
});
