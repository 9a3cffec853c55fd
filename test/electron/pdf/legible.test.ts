import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOk } from '../../support/pdf/outside-tools';
import { renderedFile } from '../../support/pdf/rendered';
import { LAPSED, LAPSED_VISITS, storyEvidence, type Story } from '../../support/report-stories';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-legible-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The words of a PDF with their places, as poppler sees them. */
async function wordsOf(name: string, story: Story): Promise<Word[]> {
  const { file } = await renderedFile(folder, name, storyEvidence(story));
  const html = runOk('pdftotext', ['-bbox', file, '-']);
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<\/word>/g;
  return [...html.matchAll(word)].map(([, left, top, right, text]) => ({
    text: text!,
    left: Number(left),
    right: Number(right),
    top: Number(top),
  }));
}

describe('the interval tables in English', () => {
  it('hold both ends with category and record on one line, and break no word', async () => {
    const words = await wordsOf('en-tables', { ...LAPSED, locale: 'en' });
    const same = (a: Word, b: Word): boolean => Math.abs(a.top - b.top) < 1;
    const records = LAPSED_VISITS.map((visit) => visit.split(' ')).filter(([, date]) => date! > '2025-11-11');
    expect(records).toHaveLength(22);
    for (const [no, date] of records) {
      const rows = words.filter(({ text }) => text === date);
      const withRecord = rows.filter((row) => words.some((word) => word.text === no && same(word, row)));
      expect(withRecord.length, `${date} ${no}`).toBeGreaterThanOrEqual(2); // once as an end, once as a start, and in table 3
    }
    const texts = words.map(({ text }) => text);
    for (const title of ['Quarterly', 'Half-yearly', 'Yearly', 'Days', 'No.']) expect(texts).toContain(title);
    expect(texts).not.toContain('y');
    expect(texts).not.toContain('ly');
  });
});

describe('the strip', () => {
  it.each([
    ['zh-CN', '超3日截至日'],
    ['en', '+3dasof'],
  ] as const)('in %s keeps the as-of word clear of the days of a gap that runs up to it', async (locale, inOrder) => {
    const visits = [...LAPSED_VISITS.slice(0, -1), '4780 2026-11-05']; // due on 20 November, judged on the 23rd
    const { file } = await renderedFile(folder, `strip-${locale}`, storyEvidence({ ...LAPSED, visits, locale }));
    expect(runOk('pdftotext', ['-layout', file, '-']).replace(/[^\S\n]/g, '')).toContain(inOrder);
  });
});
