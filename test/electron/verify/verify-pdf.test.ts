import { beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { REASONS, reasonOf } from '../../../electron/verify/reasons';
import type { PageFindings, EvidenceFindings } from '../../../electron/verify/findings';
import { verifyPdf, type VerifyResult } from '../../../electron/verify/verify-pdf';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { EVIDENCE, smallReport } from '../../support/pdf/small-report';

const CONFIRMED: EvidenceFindings = { present: true, verdictReproduced: true, failures: [], doubts: null };
const SAME: PageFindings = { match: true, reason: null };
const checkPages = (): Promise<PageFindings> => Promise.resolve(SAME);

describe('the whole verdict', () => {
  let identity: TestIdentity;
  let signed: Buffer;
  const judge = (
    findings: Partial<EvidenceFindings>,
    bytes: Uint8Array = signed,
    trust = [identity.der],
    pages = SAME,
  ): Promise<VerifyResult> =>
    verifyPdf(bytes, {
      trust,
      checkEvidence: () => Promise.resolve({ ...CONFIRMED, ...findings }),
      checkPages: () => Promise.resolve(pages),
    });
  const codes = ({ reasons }: VerifyResult): string[] => reasons.map(({ code }) => code);

  beforeAll(async () => {
    identity = await testIdentity();
    signed = Buffer.from(signPdf(await smallReport(), identity.signer));
  });

  it('is valid when signature, trust and evidence agree, in the form that other programs read', async () => {
    const { checks, signerCertificatePem, ...shown } = await judge({});
    expect(shown).toEqual({
      verdict: 'valid',
      reasons: [],
      signature: {
        subFilter: 'ETSI.CAdES.detached',
        signer: '通达机电设备有限公司',
        fingerprint: `sha256:${identity.signer.fingerprint}`,
        claimedTime: '2026-11-23T10:31:00Z',
        coversWholeFile: true,
        intact: true,
        trusted: true,
      },
      signatures: [
        {
          signer: '通达机电设备有限公司',
          fingerprint: `sha256:${identity.signer.fingerprint}`,
          role: 'issuer',
          remark: null,
          claimedTime: '2026-11-23T10:31:00Z',
          verdict: 'valid',
          coversTo: signed.length,
          changesBefore: [],
          changesAfter: [],
        },
      ],
      evidence: { present: true, verdictReproduced: true, pagesMatch: true, doubts: null },
    });
    expect(checks.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect(signerCertificatePem).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  });

  it('hands the evidence over as it was attached', async () => {
    let seen: Uint8Array | null = null;
    await verifyPdf(signed, {
      trust: [],
      checkPages,
      checkEvidence: (evidence) => {
        seen = evidence;
        return Promise.resolve(CONFIRMED);
      },
    });
    expect(seen).not.toBeNull();
    expect(Buffer.from(seen!).equals(EVIDENCE)).toBe(true);
  });

  it('is untrusted without trust, with the evidence judged all the same', async () => {
    const result = await judge({}, signed, []);
    expect(result.verdict).toBe('untrusted');
    expect(codes(result)).toEqual(['not-in-trust-list']);
    expect(result.evidence).toEqual({ present: true, verdictReproduced: true, pagesMatch: true, doubts: null });
  });

  it.each([
    [{ verdictReproduced: false }, 'tampered', 'verdict-differs'],
    [{ verdictReproduced: null }, 'untrusted', 'evidence-not-checked'],
    [{ present: false, verdictReproduced: null }, 'untrusted', 'evidence-unreadable'],
    [{ failures: [{ code: 'pack-unknown', detail: 'cn' }] }, 'untrusted', 'pack-unknown'],
    [{ verdictReproduced: false, failures: [{ code: 'verdict-differs', detail: '' }] }, 'tampered', 'verdict-differs'],
  ] as const)('with evidence that says %o is %s for the reason %s', async (findings, verdict, code) => {
    const result = await judge(findings);
    expect(result.verdict).toBe(verdict);
    expect(codes(result)).toEqual([code]);
  });

  it.each(['pages-not-compared', 'too-large'] as const)(
    'is not valid when only the pages could not be compared (%s)',
    async (untold) => {
      const pages = { match: null, reason: { code: untold, detail: '' } };
      const result = await judge({}, signed, undefined, pages);
      expect(result.verdict).toBe('pages-not-compared');
      expect(codes(result)).toEqual([untold]);
      expect(result.evidence.pagesMatch).toBeNull();
      expect(result.checks.find(({ id }) => id === 'pages-match')).toMatchObject({ outcome: 'not-reached' });
      const stranger = await judge({}, signed, [], pages);
      expect(stranger.verdict).toBe('untrusted');
      expect(codes(stranger)).toEqual(['not-in-trust-list', untold]);
    },
  );

  it('is not valid when the comparison itself fails', async () => {
    const result = await verifyPdf(signed, {
      trust: [identity.der],
      checkEvidence: () => Promise.resolve(CONFIRMED),
      checkPages: () => Promise.reject(new Error('no worker')),
    });
    expect(result.verdict).toBe('pages-not-compared');
    expect(codes(result)).toEqual(['pages-not-compared']);
  });

  it.each(['pages-differ', 'parts-differ', 'pages-contradict', 'other-glyphs'] as const)(
    'is tampered where the pages are others than the evidence gives (%s)',
    async (code) => {
      for (const trust of [[identity.der], []]) {
        const result = await judge({}, signed, trust, { match: false, reason: { code, detail: '2' } });
        expect(result.verdict).toBe('tampered');
        expect(codes(result)).toContain(code);
        expect(result.evidence.pagesMatch).toBe(false);
      }
    },
  );

  it('does not lay out what the evidence already contradicts', async () => {
    const result = await verifyPdf(signed, {
      trust: [identity.der],
      checkEvidence: () => Promise.resolve({ ...CONFIRMED, verdictReproduced: false }),
      checkPages: () => Promise.reject(new Error('must not be asked')),
    });
    expect(result.evidence).toEqual({ present: true, verdictReproduced: false, pagesMatch: null, doubts: null });
  });

  it('does not follow a judge of the evidence that fails', async () => {
    const result = await verifyPdf(signed, {
      trust: [identity.der],
      checkPages,
      checkEvidence: () => Promise.reject(new Error('no fonts')),
    });
    expect(result.verdict).toBe('untrusted');
    expect(codes(result)).toEqual(['evidence-not-checked']);
  });

  it('does not ask the evidence of a changed file', async () => {
    const changed = Buffer.from(signed);
    changed[signed.indexOf('/Title') > 0 ? signed.indexOf('/Title') + 2 : 40]! ^= 1;
    const result = await verifyPdf(changed, {
      trust: [identity.der],
      checkPages,
      checkEvidence: () => Promise.reject(new Error('must not be asked')),
    });
    expect(result.verdict).toBe('tampered');
    expect(result.evidence).toMatchObject({ verdictReproduced: null, pagesMatch: null });
  });

  it('always has a reason but for valid, and every reason has a sentence in both languages', async () => {
    const unreadable = await judge({}, Buffer.from('x'));
    const unsigned = await judge({}, await smallReport({ fields: 0 }));
    for (const { verdict, reasons } of [unreadable, unsigned]) {
      expect(verdict).not.toBe('valid');
      expect(reasons.length).toBeGreaterThan(0);
    }
    for (const code of Object.keys(REASONS)) {
      const { sentence } = reasonOf(code, '42');
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(sentence['zh-CN']).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(sentence.en).toMatch(/^[A-Z].*\.$/);
      expect(sentence['zh-CN'] + sentence.en).not.toContain('{}');
    }
    expect(reasonOf('from-a-newer-check').sentence.en).toMatch(/recomputed/);
  });
});
