import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { judgedEvidence } from '../../../domain/report/audit-evidence';
import { visitsBeside } from '../../../domain/doubts/beside-one';
import { doubtBasis, marksToFind } from '../../../domain/report/doubt-basis';
import type { Evidence } from '../../../domain/report/evidence';
import type { InspectionPackEvidence } from '../../../domain/report/inspection-pack/pack-evidence';
import { sha256Hex } from '../../../electron/fs/sha256';
import { enclosedFile, filesOf, packEvidence, type EnclosedFile } from '../../../electron/papers/inspection-pack';
import { LAYOUT_ID } from '../../../electron/pdf/layout-id';
import { renderPaper } from '../../../electron/pdf/render-paper';
import { signPdf } from '../../../electron/signing/sign-pdf';
import type { CheckedFile } from '../../../electron/verify/check-file';
import { inProcessChecker } from '../../support/in-process-checker';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { sharedFonts } from '../../support/pdf/rendered';
import { chinaPack } from '../../support/report-evidence';
import { ABANDONED, storyEvidence } from '../../support/report-stories';
import { visitEvidence } from '../../support/visit-evidence';

const PACKS = [{ pack: chinaPack, sha256: sha256Hex(canonicalJson(chinaPack)) }];
const checker = inProcessChecker(PACKS, 'test');
const signal = new AbortController().signal;

let identity: TestIdentity;
let report: Evidence;
let papers: readonly EnclosedFile[];

const signedBy = (evidence: Evidence): Evidence => ({
  ...evidence,
  layout: LAYOUT_ID,
  signer: { ...evidence.signer, fingerprint: identity.signer.fingerprint },
});

async function paperOf(evidence: Evidence, fileName: string): Promise<EnclosedFile> {
  const { unsigned, pages } = await renderPaper(evidence, sharedFonts());
  return enclosedFile(evidence, fileName, signPdf(unsigned, identity.signer), pages);
}

beforeAll(async () => {
  identity = await testIdentity();
  const { audit: _audit, headline: _headline, ledger: _ledger, ...unjudged } = storyEvidence(ABANDONED);
  const told = doubtBasis(chinaPack, unjudged.dossier, {
    ...{ searched: { elevators: 1, entries: 4801 }, ways: null, certificates: null },
    beside: visitsBeside([], marksToFind(unjudged, chinaPack), unjudged.asOf),
    entryOf: () => 'ab'.repeat(32),
  });
  report = signedBy(judgedEvidence({ ...unjudged, doubts: told }));
  papers = [await paperOf(report, '0001_报告.pdf'), await paperOf(signedBy(visitEvidence()), '0002_记录单.pdf')];
});

const PACK_OF = { number: '恒升〔2026〕检字第4F1A92C7-0006号', site: '翠柏苑', policies: null };
const stated = (): InspectionPackEvidence => packEvidence({ ...PACK_OF, reports: [report], papers });

async function made(evidence: InspectionPackEvidence, files = filesOf(papers)): Promise<Buffer> {
  return Buffer.from(signPdf((await renderPaper(evidence, sharedFonts(), files)).unsigned, identity.signer));
}

const verified = (bytes: Uint8Array, trust: readonly Uint8Array[] = [identity.der]): Promise<CheckedFile> =>
  checker.check(bytes, trust, { signal });
const codesOf = ({ result }: CheckedFile): string[] => result.reasons.map(({ code }) => code);

describe('a pack', () => {
  it('is valid where it and each paper inside are, and no better than its worst paper', async () => {
    const bytes = await made(stated());
    const found = await verified(bytes);
    expect(found.result).toMatchObject({ verdict: 'valid', reasons: [] });
    expect(found.papers?.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    const stranger = await verified(bytes, []);
    expect(stranger.result.verdict).toBe('untrusted');
    expect(codesOf(stranger)).toEqual(['not-in-trust-list']); // said once, and nothing against the papers
  });

  it('of a stranger tells a paper whose contents are not confirmed, beside the trust that is missing', async () => {
    const { audit: _audit, headline: _headline, ledger: _ledger, ...unjudged } = storyEvidence(ABANDONED);
    const bare = signedBy(judgedEvidence(unjudged)); // doubts were not looked for
    const own = [await paperOf(bare, '0001_报告.pdf')];
    const pack = packEvidence({ ...PACK_OF, reports: [bare], papers: own });
    const found = await verified(await made(pack, filesOf(own)), []);
    expect(found.papers?.[0]?.reasons.map(({ code }) => code)).toEqual(['not-in-trust-list', 'doubts-left-out']);
    expect(codesOf(found)).toEqual(['not-in-trust-list', 'paper-not-valid']);
  });

  it('is tampered where its cover says of an elevator what the report inside does not give', async () => {
    const pack = stated();
    const [facts] = pack.elevators;
    const elevators = [{ ...facts!, verdict: 'compliant' as const }];
    const found = await verified(await made({ ...pack, elevators }));
    expect(found.result.verdict).toBe('tampered');
    expect(codesOf(found)).toEqual(['cover-differs']);
  });

  it('is tampered where the report of an elevator on the cover is not inside', async () => {
    const { papers: listed, ...pack } = stated();
    const found = await verified(await made({ ...pack, papers: listed.slice(1) }));
    expect(codesOf(found)).toEqual(['cover-differs']);
  });

  it.each([
    { pages: 99 },
    { number: '恒升〔2026〕维字第4F1A92C7-9999号' },
    { kind: 'old-elevator' as const },
    { recordOn: '2026-11-19' as const },
  ])('is tampered where its contents say of a paper %o', async (other) => {
    const pack = stated();
    const listed = [pack.papers[0]!, { ...pack.papers[1]!, ...(other as Partial<EnclosedFile['listed']>) }];
    const found = await verified(await made({ ...pack, papers: listed }));
    expect(found.result.verdict).toBe('tampered');
    expect(codesOf(found)).toEqual(['paper-differs']);
  });

  it('is tampered where a paper is attached under the digest of another', async () => {
    const pack = stated();
    const [first, second] = papers as [EnclosedFile, EnclosedFile];
    const swapped = new Map([
      [first.listed.sha256, second.bytes],
      [second.listed.sha256, first.bytes],
    ]);
    const found = await verified(await made(pack, swapped));
    expect(found.result.verdict).toBe('tampered');
    expect(codesOf(found)).toContain('paper-not-listed');
  });

  it('is tampered where a paper inside was changed before the pack was made, whatever digest is listed', async () => {
    const pack = stated();
    const bytes = Buffer.from(papers[1]!.bytes);
    bytes[2000] = bytes[2000]! ^ 1;
    const sha256 = sha256Hex(bytes);
    const listed = [pack.papers[0]!, { ...pack.papers[1]!, sha256 }];
    const files = new Map([[papers[0]!.listed.sha256, papers[0]!.bytes], [sha256, bytes]]); // prettier-ignore
    const found = await verified(await made({ ...pack, papers: listed }, files));
    expect(found.result.verdict).toBe('tampered');
    expect(found.papers?.[1]?.verdict).not.toBe('valid');
    expect(codesOf(found)).toContain('paper-not-valid');
  });

  it('is tampered where a pack stands for a paper', async () => {
    const inner = await made(stated());
    const pack = stated();
    const sha256 = sha256Hex(inner);
    const listed = [pack.papers[0]!, { ...pack.papers[1]!, sha256, bytes: inner.length }];
    const files = new Map([[papers[0]!.listed.sha256, papers[0]!.bytes], [sha256, inner]]); // prettier-ignore
    expect(codesOf(await verified(await made({ ...pack, papers: listed }, files)))).toContain('paper-differs');
  });

  it('is tampered with any byte changed', async () => {
    const bytes = await made(stated());
    for (const at of [3000, Math.floor(bytes.length / 2), bytes.length - 4000]) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      expect((await verified(changed)).result.verdict).toBe('tampered');
    }
  });
});
