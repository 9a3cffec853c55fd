import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composer } from '../../../domain/report/composer';
import type { Evidence } from '../../../domain/report/evidence';
import { wordsOfRelease } from '../../../electron/pdf/kept-words';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { evidenceBytes } from '../../../electron/pdf/render-report';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { checkPages, type Layout } from '../../../electron/verify/check-pages';
import { keepWords } from '../../../scripts/keep-words.mjs';
import { hazardEvidence, hazardId } from '../../support/hazard-story';
import { DOOR_LOCK } from '../../support/notice-hazards';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { sharedFonts } from '../../support/pdf/rendered';
import { LAPSED, storyEvidence } from '../../support/report-stories';

const OTHER = 'cd'.repeat(32);

describe('words of a release that are kept as data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  let identity: TestIdentity;
  beforeAll(async () => {
    identity = await testIdentity();
    const kept = readFileSync(await keepWords(folder), 'utf8');
    const reworded = kept.replaceAll('审计期间', '审核时段').replaceAll(LAYOUT_ID, OTHER);
    expect(reworded).not.toContain('审计期间');
    writeFileSync(join(folder, `${OTHER}.json`), reworded);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[string, Evidence]>([
    ['a compliance report', hazardEvidence({ kind: 'compliance', story: LAPSED })],
    ['one in English', storyEvidence({ locale: 'en' })],
    ['an old-elevator report', hazardEvidence({ kind: 'old-elevator', hazards: [DOOR_LOCK] })],
    ['a notice', hazardEvidence({ kind: 'hazard-notice', hazards: [DOOR_LOCK], paper: { hazards: [hazardId(1)] } })],
  ])('say of %s what the release itself says', (_, evidence) => {
    const words = wordsOfRelease(LAYOUT_ID, folder);
    expect(words).not.toBe(composer);
    expect(JSON.stringify(words.composePaper(evidence))).toBe(JSON.stringify(composer.composePaper(evidence)));
  });

  it('are those of this program where none are kept, or none could be', () => {
    for (const layout of [undefined, 'ef'.repeat(32), '../../package', ''])
      expect(wordsOfRelease(layout, folder)).toBe(composer);
  });

  it('tell honest pages of that release, which this one words otherwise', async () => {
    const evidence: Evidence = { ...hazardEvidence({ kind: 'compliance', story: LAPSED }), layout: OTHER };
    const theirs = wordsOfRelease(OTHER, folder);
    const { unsigned } = await renderPaper(evidence, sharedFonts(), new Map(), theirs);
    const report = signPdf(unsigned, identity.signer);
    const layoutWith = (words: Layout['words']): Layout => ({
      id: LAYOUT_ID,
      program: null,
      fonts: sharedFonts,
      words,
      layOut: async (stated, photos) =>
        (await renderPaper(stated, sharedFonts(), photos, words(stated.layout))).unsigned,
    });
    const found = (words: Layout['words']) => checkPages(report, evidenceBytes(evidence), layoutWith(words));
    expect(await found((layout) => wordsOfRelease(layout, folder))).toEqual({ match: true, reason: null });
    expect(await found(() => composer)).toMatchObject({ match: null, reason: { code: 'pages-not-compared' } });
  });
});
