import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentity } from '../../../electron/signing/open-identity';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { verifySignature, type SignatureReport } from '../../../electron/verify/verify-signature';
import { chainedP12 } from '../../support/pdf/chained-p12';
import { foreignPdf, signedByOpenssl } from '../../support/pdf/foreign-pdf';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { run, runOk } from '../../support/pdf/outside-tools';
import { certificatesOf } from '../../support/pdf/pem';
import { smallReport } from '../../support/pdf/small-report';

const codes = ({ reasons }: SignatureReport): string[] => reasons.map(({ code }) => code);

describe('verification of files of other makers', () => {
  let folder: string;
  let identity: TestIdentity;
  const at = (name: string): string => join(folder, name);
  const qpdf = async (name: string, ...options: string[]): Promise<Buffer> => {
    writeFileSync(at('in.pdf'), await smallReport({ fields: 0 }));
    runOk('qpdf', [...options, at('in.pdf'), at(name)]);
    return readFileSync(at(name));
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foreign-'));
    identity = await testIdentity();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['with object and cross-reference streams', ['--object-streams=generate']],
    ['linearized', ['--linearize']],
    ['written anew', ['--qdf']],
  ])('a file without signature, %s, is unsigned', async (_name, options) => {
    const report = verifySignature(await qpdf('out.pdf', ...options), []);
    expect(report.verdictSoFar).toBe('unsigned');
    expect(codes(report)).toEqual(['no-signature']);
    expect(report.signature).toBeNull();
  });

  it('an encrypted file is unreadable, and the reason says why', async () => {
    const bytes = await qpdf('out.pdf', '--encrypt', 'user', 'owner', '256', '--');
    const report = verifySignature(bytes, []);
    expect(report.verdictSoFar).toBe('unreadable');
    expect(codes(report)).toEqual(['encrypted']);
  });

  it('an empty signature field behind object streams is unsigned', async () => {
    writeFileSync(at('draft.pdf'), await smallReport());
    runOk('qpdf', ['--object-streams=generate', at('draft.pdf'), at('draft-2.pdf')]);
    const report = verifySignature(readFileSync(at('draft-2.pdf')), []);
    expect(codes(report)).toEqual(['empty-signature-field']);
  });

  it('a signed report of ours that another program wrote anew is tampered', async () => {
    writeFileSync(at('ours.pdf'), signPdf(await smallReport(), identity.signer));
    runOk('qpdf', ['--object-streams=generate', at('ours.pdf'), at('rewritten.pdf')]);
    const report = verifySignature(readFileSync(at('rewritten.pdf')), [identity.der]);
    expect(report.verdictSoFar).toBe('tampered');
    expect(report.signature).toMatchObject({ coversWholeFile: false });
  });

  describe('signed with openssl', () => {
    it.each(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])(
      '%s, intact, by a trusted signer: never valid',
      (subFilter) => {
        const { bytes, rootPem } = signedByOpenssl(folder, foreignPdf({ subFilter }));
        const trusted = verifySignature(bytes, certificatesOf(rootPem));
        expect(trusted.signature).toMatchObject({ subFilter, intact: true, coversWholeFile: true, trusted: true });
        expect(trusted.verdictSoFar).toBe('untrusted');
        expect(codes(trusted)).toEqual(['foreign-maker', 'no-evidence']);
        const unknown = verifySignature(bytes, []);
        expect(codes(unknown)).toEqual(['not-in-trust-list', 'foreign-maker', 'no-evidence']);
        expect(unknown.signature!.trusted).toBe(false);
      },
    );

    it('with a cross-reference stream it is judged alike', () => {
      const { bytes, rootPem } = signedByOpenssl(folder, foreignPdf({ xrefStream: true }));
      expect(verifySignature(bytes, certificatesOf(rootPem)).signature).toMatchObject({ intact: true, trusted: true });
    });

    it('a changed byte is tampered', () => {
      const { bytes } = signedByOpenssl(folder, foreignPdf({}));
      bytes.write('9', bytes.indexOf('met 23') + 4, 'latin1');
      const report = verifySignature(bytes, []);
      expect(report.verdictSoFar).toBe('tampered');
      expect(codes(report)).toContain('digest-mismatch');
    });

    it('bytes behind the signature are tampered, and what was signed still counts as intact', () => {
      const { bytes } = signedByOpenssl(folder, foreignPdf({}));
      const report = verifySignature(Buffer.concat([bytes, Buffer.from('% added\n')]), []);
      expect(report.verdictSoFar).toBe('tampered');
      expect(report.signature).toMatchObject({ intact: true, coversWholeFile: false });
      expect(codes(report)).toContain('bytes-after-signature');
    });

    it('a digest of SHA-1 is called weak', () => {
      const { bytes, rootPem } = signedByOpenssl(folder, foreignPdf({}), 'sha1');
      const report = verifySignature(bytes, certificatesOf(rootPem));
      expect(report.verdictSoFar).toBe('untrusted');
      expect(codes(report)).toContain('weak-algorithm');
    });

    it('a kind of signature that is not known is unreadable, not tampered', () => {
      const { bytes } = signedByOpenssl(folder, foreignPdf({ subFilter: 'adbe.x509.rsa_sha1' }));
      const gap = bytes.indexOf('/Contents <') + 11;
      bytes.write(`0404AABBCCDD${'0'.repeat(8000)}`, gap, 'latin1'); // a bare signature value, as that kind has it
      const report = verifySignature(bytes, []);
      expect(report.verdictSoFar).toBe('unreadable');
      expect(codes(report)).toContain('unknown-signature-kind');
    });
  });

  it('a certificate for web servers does not sign documents, though its root is trusted', async () => {
    const { p12, rootPem, leafPem } = chainedP12(folder, 'web-pass', 'web');
    const { signer } = await openIdentity(p12, 'web-pass');
    const bytes = signPdf(await smallReport({ claimedAt: new Date() }), signer);
    const report = verifySignature(bytes, certificatesOf(rootPem));
    expect(report.verdictSoFar).toBe('untrusted');
    expect(codes(report)).toEqual(['certificate-not-for-signing']);
    expect(verifySignature(bytes, certificatesOf(leafPem)).verdictSoFar).toBe('intact');
  });

  it('a path over an intermediate authority is followed, and each of its certificates is bound to the signature', async () => {
    const { p12, rootPem, intermediatePem } = chainedP12(folder, 'chain-pass');
    const { signer } = await openIdentity(p12, 'chain-pass');
    expect(signer.organisation).toBe('维保, "甲"公司');
    const claimedAt = new Date();
    const bytes = Buffer.from(signPdf(await smallReport({ claimedAt }), signer));
    expect(verifySignature(bytes, certificatesOf(rootPem)).verdictSoFar).toBe('intact');
    expect(verifySignature(bytes, certificatesOf(intermediatePem)).verdictSoFar).toBe('intact');
    const [middle] = certificatesOf(intermediatePem);
    const hex = Buffer.from(middle!).toString('hex');
    const inFile = bytes.indexOf(hex);
    expect(inFile).toBeGreaterThan(0);
    for (const place of [0, hex.length >> 1, hex.length - 1]) {
      const changed = Buffer.from(bytes);
      const digit = parseInt(hex[place]!, 16) ^ 1;
      changed.write(digit.toString(16), inFile + place, 'latin1');
      expect(verifySignature(changed, []).verdictSoFar).toBe('tampered');
    }
  });

  describe('what is no readable PDF', () => {
    it.each([
      ['nothing', Buffer.alloc(0), 'not-a-pdf'],
      ['a text', Buffer.from('梯审'), 'not-a-pdf'],
      ['a zip', Buffer.from('PK\x03\x04'), 'not-a-pdf'],
      ['a header alone', Buffer.from('%PDF-1.7\n'), 'truncated'],
      ['an end alone', Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n'), 'structure-damaged'],
    ])('%s is unreadable', (_name, bytes, code) => {
      const report = verifySignature(bytes, []);
      expect(report.verdictSoFar).toBe('unreadable');
      expect(codes(report)).toEqual([code]);
    });

    it('a file that breaks off is unreadable, with the place', async () => {
      const whole = await smallReport({ fields: 0 });
      const report = verifySignature(whole.subarray(0, 3000), []);
      expect(report.verdictSoFar).toBe('unreadable');
      expect(report.reasons).toEqual([{ code: 'truncated', detail: '3000' }]);
    });

    it('qpdf agrees that the fixture with a cross-reference stream is sound', () => {
      writeFileSync(at('foreign.pdf'), foreignPdf({ xrefStream: true }));
      expect(run('qpdf', ['--check', at('foreign.pdf')]).stdout).toContain('No syntax or stream encoding errors found');
    });
  });
});
