import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { HAZARD_PAPERS, RECORD_PAPERS, type ElevatorPaper } from '../../../domain/record/paper-kind';
import type { Locale } from '../../../domain/pack/legal-basis';
import { composer } from '../../../domain/report/composer';
import { EVIDENCE_FILE_NAME, type Evidence } from '../../../domain/report/evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { photoFactsOf } from '../../../electron/pdf/photos/photo-facts';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { evidenceBytes } from '../../../electron/pdf/render-report';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { checkEvidence } from '../../../electron/verify/check-evidence';
import { checkPages, type Layout } from '../../../electron/verify/check-pages';
import { verifyPdf, type VerifyResult } from '../../../electron/verify/verify-pdf';
import { hazardEvidence, hazardId, type HazardWords } from '../../support/hazard-story';
import { DOOR_LOCK, LIGHTING } from '../../support/notice-hazards';
import { oldElevatorStory } from '../../support/old-elevator-story';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { pdfsig, preflight, run, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';
import { colourPng, greyJpeg } from '../../support/pdf/pictures';
import { paintedOutside, sharedFonts } from '../../support/pdf/rendered';
import { chinaPack } from '../../support/report-evidence';
import { ABANDONED } from '../../support/report-stories';
import { answered, visitEvidence, type VisitWish } from '../../support/visit-evidence';
import { cmsOf, rangesOf } from '../../support/pdf/signature-parts';

const PACKS = [{ pack: chinaPack, sha256: sha256Hex(canonicalJson(chinaPack)) }];
const PHOTOS = new Map(
  [greyJpeg(), colourPng(320, 200, (x, y) => [x & 255, (x + y) & 255, 120])].map((bytes) => [sha256Hex(bytes), bytes]),
);
const FACTS = [...PHOTOS].map(([sha256, bytes]) => ({ sha256, ...photoFactsOf(bytes) }));
const HAZARDS: readonly HazardWords[] = [{ ...DOOR_LOCK, photos: [...PHOTOS.keys()] }, LIGHTING];
/** Entered late, with exceptions, a reading, items set at once, photos and a hazard. */
const VISIT: VisitWish = {
  results: answered('half-month', {
    'A-1.3': { set: 'rest' },
    'A-1.8': { outcome: 'not-applicable', note: '无此部件' },
    'A-1.18': { outcome: 'defect', note: '机房端无声' },
    'A-1.29': { reading: 7.4, photos: [...PHOTOS.keys()] },
  }),
  hazards: [{ found: '2026-11-20', itemId: 'A-1.18', component: 'alarm', what: '对讲无声' }],
  record: { at: '2026-11-27T09:40:12+08:00', late: { reason: '地下室无网络', document: '纸质单0412' } },
};
const layout: Layout = {
  id: LAYOUT_ID,
  program: null,
  fonts: sharedFonts,
  words: () => composer,
  layOut: async (evidence, photos) => (await renderPaper(evidence, sharedFonts(), photos)).unsigned,
};

let folder: string;
let identity: TestIdentity;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'every-paper-'));
  identity = await testIdentity();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function paperOf(kind: ElevatorPaper, locale: Locale): Evidence {
  if (kind === 'visit-record') return signedBy(visitEvidence({ locale, ...VISIT }));
  return signedBy(
    hazardEvidence(
      kind === 'old-elevator'
        ? oldElevatorStory(locale, { photos: FACTS, first: [...PHOTOS.keys()] })
        : {
            kind,
            locale,
            hazards: HAZARDS,
            photos: FACTS,
            story: ABANDONED,
            ...(kind === 'public-sheet' ? {} : { paper: { hazards: [hazardId(1)] } }),
          },
    ),
  );
}

function signedBy(evidence: Evidence): Evidence {
  return { ...evidence, layout: LAYOUT_ID, signer: { ...evidence.signer, fingerprint: identity.signer.fingerprint } };
}

const unsignedOf = async (evidence: Evidence): Promise<Uint8Array> =>
  (await renderPaper(evidence, sharedFonts(), PHOTOS)).unsigned;
const signedOf = async (evidence: Evidence): Promise<Buffer> =>
  Buffer.from(signPdf(await unsignedOf(evidence), identity.signer));

function verified(bytes: Uint8Array): Promise<VerifyResult> {
  return verifyPdf(bytes, {
    trust: [identity.der],
    checkEvidence: (attached, signature) => Promise.resolve(checkEvidence(attached, PACKS, signature)),
    checkPages: (report, attached) => checkPages(report, attached, layout),
  });
}

const KINDS: readonly ElevatorPaper[] = ['old-elevator', ...HAZARD_PAPERS, 'public-sheet', ...RECORD_PAPERS];

describe('the lines of a paper', () => {
  it.each(['zh-CN', 'en'] as const)('never part a date, compliance report in %s', async (locale) => {
    const file = join(folder, `lines-${locale}.pdf`);
    writeFileSync(file, await unsignedOf(paperOf('compliance', locale)));
    const lines = runOk('pdftotext', ['-layout', file, '-']).split('\n');
    expect(lines.filter((line) => /\d{4}-(\d{1,2}-?)?$/.test(line.trimEnd()))).toEqual([]);
    expect(lines.filter((line) => /\d{4}-\d{2}-\d{2}/.test(line)).length).toBeGreaterThan(20);
  });
});

describe.each(KINDS.flatMap((kind) => [[kind, 'zh-CN'] as const, [kind, 'en'] as const]))(
  'the paper %s in %s',
  (kind, locale) => {
    let file: string;
    let bytes: Buffer;
    let evidence: Evidence;
    beforeAll(async () => {
      evidence = paperOf(kind, locale);
      bytes = await signedOf(evidence);
      file = join(process.env['KEEP_PAPERS'] ?? folder, `${kind}-${locale}.pdf`);
      writeFileSync(file, bytes);
    });

    it('is sound, tagged, whole in its fonts, and breaks no rule of PDF/A that the outside judge knows', () => {
      expect(runOk('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
      expect(runOk('pdfinfo', [file])).toMatch(/^Tagged: +yes$/m);
      const fonts = runOk('pdffonts', [file]).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const line of fonts) expect(line).toMatch(/CID TrueType +Identity-H +yes yes yes/);
      expect(paintedOutside(file).outside).toEqual([]);
      expect(preflight(file)).toEqual([]);
    });

    it('gives its evidence back byte for byte', () => {
      const out = join(folder, 'evidence.json');
      expect(runOk('pdfdetach', ['-list', file])).toContain(EVIDENCE_FILE_NAME);
      runOk('pdfdetach', ['-save', '1', '-o', out, file]);
      expect(readFileSync(out).equals(Buffer.from(evidenceBytes(evidence)))).toBe(true);
    });

    it('is covered whole by a signature that pdfsig and openssl accept', () => {
      const database = trustingNssDatabase(join(folder, `nss-${kind}-${locale}`), identity.pem);
      const said = pdfsig(file, database);
      expect(said).toContain('Total document signed');
      expect(said).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Certificate Validation: Certificate is Trusted.');
      const [cms, content] = [join(folder, 'cms.der'), join(folder, 'content.bin')];
      writeFileSync(cms, cmsOf(bytes));
      writeFileSync(content, rangesOf(bytes));
      const files = [
        '-in',
        cms,
        '-content',
        content,
        '-CAfile',
        join(database, 'root.pem'),
        '-out',
        join(folder, 'out'),
      ];
      expect(run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files]).stderr).toContain(
        'CAdES Verification successful',
      );
    });

    it('comes out the same twice, and its own verifier finds its pages in its evidence', async () => {
      expect(Buffer.from(await unsignedOf(evidence)).equals(Buffer.from(await unsignedOf(evidence)))).toBe(true);
      expect(await verified(bytes)).toMatchObject({
        verdict: 'valid',
        reasons: [],
        evidence: { present: true, verdictReproduced: true, pagesMatch: true },
      });
    });

    it('is tampered with any byte changed, and when its ledger states another state than its records give', async () => {
      const middle = Math.floor(bytes.length / 2);
      const changed = Buffer.from(bytes);
      changed[middle] = changed[middle]! ^ 1;
      expect((await verified(changed)).verdict).toBe('tampered');
      if (kind === 'public-sheet' && evidence.ledger === undefined) return;
      const ledger = evidence.ledger!.map((claim) => ({ ...claim, state: 'closed' as const, open: false }));
      const result = await verified(await signedOf({ ...evidence, ledger }));
      expect(result.verdict).toBe('tampered');
      expect(result.reasons.map(({ code }) => code)).toContain('ledger-differs');
    });
  },
);
