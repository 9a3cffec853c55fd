import { beforeAll, describe, expect, it } from 'vitest';
import { composer } from '../../../domain/report/composer';
import type { Evidence } from '../../../domain/report/evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { photoFactsOf } from '../../../electron/pdf/photos/photo-facts';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { evidenceBytes } from '../../../electron/pdf/render-report';
import type { Photos } from '../../../electron/pdf/surface';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { checkPages, type Layout } from '../../../electron/verify/check-pages';
import { reasonOf } from '../../../electron/verify/reasons';
import { verifyPdf } from '../../../electron/verify/verify-pdf';
import { hazardEvidence, hazardId } from '../../support/hazard-story';
import { DOOR_LOCK } from '../../support/notice-hazards';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { colourPng, greyJpeg } from '../../support/pdf/pictures';
import { sharedFonts } from '../../support/pdf/rendered';
import { LAPSED, storyEvidence } from '../../support/report-stories';

const layout: Layout = {
  id: LAYOUT_ID,
  program: null,
  fonts: sharedFonts,
  words: () => composer,
  layOut: async (evidence, photos) => (await renderPaper(evidence, sharedFonts(), photos)).unsigned,
};
const lapsed: Evidence = { ...hazardEvidence({ kind: 'compliance', story: LAPSED }), layout: LAYOUT_ID };

describe('pages laid out again from the evidence', () => {
  let identity: TestIdentity;
  const signed = async (evidence: Evidence, photos?: Photos): Promise<Uint8Array> =>
    signPdf((await renderPaper(evidence, sharedFonts(), photos)).unsigned, identity.signer);
  const check = async (evidence: Evidence, stated: Evidence = evidence) =>
    checkPages(await signed(evidence), evidenceBytes(stated), layout);

  beforeAll(async () => {
    identity = await testIdentity();
  });

  it.each<[string, Evidence]>([
    ['a compliance report', lapsed],
    ['one in English', storyEvidence({ locale: 'en' })],
    ['an old-elevator report', hazardEvidence({ kind: 'old-elevator', hazards: [DOOR_LOCK] })],
    ['a notice', hazardEvidence({ kind: 'hazard-notice', hazards: [DOOR_LOCK], paper: { hazards: [hazardId(1)] } })],
    ['a public sheet', hazardEvidence({ kind: 'public-sheet', hazards: [DOOR_LOCK] })],
  ])('are those of %s', async (_, evidence) => {
    expect(await check(evidence)).toEqual({ match: true, reason: null });
  });

  it('are those of a report with photos, which come out of the report itself', async () => {
    const files = [greyJpeg(), colourPng(12, 9, (x, y) => [x * 20, y * 25, 90])];
    const photos = new Map(files.map((bytes) => [sha256Hex(bytes), bytes]));
    const facts = files.map((bytes) => ({ sha256: sha256Hex(bytes), ...photoFactsOf(bytes) }));
    expect(facts.every(({ usable }) => usable)).toBe(true);
    const evidence: Evidence = {
      ...hazardEvidence({
        kind: 'old-elevator',
        hazards: [{ ...DOOR_LOCK, photos: facts.map(({ sha256 }) => sha256) }],
        photos: facts,
      }),
      layout: LAYOUT_ID,
    };
    const report = await signed(evidence, photos);
    expect(await checkPages(report, evidenceBytes(evidence), layout)).toEqual({ match: true, reason: null });
    const other = colourPng(12, 9, () => [200, 30, 30]);
    const swapped = await signed(
      evidence,
      new Map([...photos].map(([sha256], place) => [sha256, place === 1 ? other : files[0]!])),
    );
    expect(await checkPages(swapped, evidenceBytes(evidence), layout)).toMatchObject({ match: false });
  });

  it('that say something else are named with the first page where they do', async () => {
    const friendlier = { ...lapsed, signer: { ...lapsed.signer, person: '李明' } };
    const { match, reason } = await check(friendlier, lapsed);
    expect(match).toBe(false);
    expect(reason).toMatchObject({ code: 'pages-differ', detail: expect.stringMatching(/^\d$/) });
    const { dossier } = lapsed;
    const more = { ...lapsed, dossier: { ...dossier, visits: dossier.visits.slice(0, 4) } };
    expect(await check(more, lapsed)).toEqual({ match: false, reason: { code: 'pages-differ', detail: '1' } });
  });

  it('by another version of the layout are held against the report only where they contradict its evidence', async () => {
    const older = { ...lapsed, layout: 'ab'.repeat(32) };
    const friendlier = { ...older, signer: { ...lapsed.signer, person: '李明' } };
    const found = await check(friendlier, older);
    expect(found).toMatchObject({ match: false, reason: { code: 'pages-contradict' } });
    expect(found.reason!.detail).toMatch(/李明 ≠ /);
    expect(await check(older)).toEqual({ match: true, reason: null });
  });

  it('that cannot be laid out here are not held against the report either', async () => {
    const fails: Layout = { ...layout, layOut: () => Promise.reject(new Error('no worker')) };
    expect(await checkPages(await signed(lapsed), evidenceBytes(lapsed), fails)).toMatchObject({ match: null });
    expect(await checkPages(await signed(lapsed), new Uint8Array(3), layout)).toMatchObject({ match: null });
  });

  it('that differ make the report tampered, with the page in words', async () => {
    const result = await verifyPdf(await signed(lapsed), {
      trust: [identity.der],
      checkEvidence: () => Promise.resolve({ present: true, verdictReproduced: true, failures: [], doubts: null }),
      checkPages: () => Promise.resolve({ match: false, reason: { code: 'pages-differ', detail: '3' } }),
    });
    expect(result).toMatchObject({ verdict: 'tampered', reasons: [reasonOf('pages-differ', '3')] });
    expect(result.checks.find(({ id }) => id === 'pages-match')).toMatchObject({ outcome: 'failed', detail: '3' });
    expect(reasonOf('pages-differ', '3').sentence.en).toContain('Page 3');
  });
});
