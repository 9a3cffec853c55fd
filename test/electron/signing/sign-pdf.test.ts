import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdentity } from '../../../electron/signing/open-identity';
import { signPdf } from '../../../electron/signing/sign-pdf';
import type { Signer } from '../../../electron/signing/signer';
import { verifySignature } from '../../../electron/verify/verify-signature';
import { chainedP12 } from '../../support/pdf/chained-p12';
import { testIdentity } from '../../support/pdf/identities';
import { pdfsig, preflight, run, runOk, trustingNssDatabase } from '../../support/pdf/outside-tools';
import { cmsOf, rangesOf } from '../../support/pdf/signature-parts';
import { EVIDENCE, smallReport } from '../../support/pdf/small-report';

// The outside judges look at this machine's clock, so what they judge is made today.
describe('a signature over the placeholder', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sign-pdf-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes what the outside judges take: the file, its CMS and the bytes that are signed. */
  async function signedFiles(name: string, signer: Signer): Promise<Buffer> {
    const signed = Buffer.from(signPdf(await smallReport({ claimedAt: new Date() }), signer));
    writeFileSync(at(`${name}.pdf`), signed);
    writeFileSync(at(`${name}.der`), cmsOf(signed));
    writeFileSync(at(`${name}.bin`), rangesOf(signed));
    return signed;
  }

  function cadesVerify(name: string, rootFile: string): string {
    const files = ['-in', at(`${name}.der`), '-content', at(`${name}.bin`), '-CAfile', rootFile, '-out', at('content')];
    const { stderr } = run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files]);
    return stderr;
  }

  it.each(['ec-p256', 'rsa-3072'] as const)(
    'with %s is valid and trusted for pdfsig, openssl and qpdf',
    async (algorithm) => {
      const { signer, pem } = await testIdentity({ algorithm, now: new Date() });
      await signedFiles(algorithm, signer);
      const database = trustingNssDatabase(at(`nss-${algorithm}`), pem);
      const said = pdfsig(at(`${algorithm}.pdf`), database);
      expect(said).toContain('Signature Type: ETSI.CAdES.detached');
      expect(said).toContain('Total document signed');
      expect(said).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Certificate Validation: Certificate is Trusted.');
      expect(cadesVerify(algorithm, join(database, 'root.pem'))).toContain('CAdES Verification successful');
      expect(runOk('qpdf', ['--check', at(`${algorithm}.pdf`)])).toContain('No syntax or stream encoding errors found');
      expect(preflight(at(`${algorithm}.pdf`)).filter((line) => !/Helvetica|font/i.test(line))).toEqual([]);
    },
  );

  it('with an intermediate authority names the whole path, and openssl follows it', async () => {
    const { p12, rootPem } = chainedP12(folder, 'intermediate-pass');
    const { signer } = await openIdentity(p12, 'intermediate-pass');
    expect(signer.intermediates).toHaveLength(1);
    await signedFiles('chained', signer);
    writeFileSync(at('chained-root.pem'), rootPem);
    expect(cadesVerify('chained', at('chained-root.pem'))).toContain('CAdES Verification successful');
    expect(pdfsig(at('chained.pdf'), trustingNssDatabase(at('nss-chained'), rootPem))).toContain(
      'Certificate Validation: Certificate is Trusted.',
    );
  });

  it.each([
    ['P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['P-521', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521']],
    ['RSA-2048', ['rsa:2048']],
  ])('with an imported %s key is right for openssl and for our own verifier', async (name, key) => {
    const files = ['-keyout', at('k.pem'), '-out', at('c.pem')];
    const usage = ['-addext', 'keyUsage=critical,digitalSignature', '-addext', 'extendedKeyUsage=emailProtection'];
    runOk('openssl', ['req', '-x509', '-newkey', ...key, '-nodes', '-days', '9', '-subj', '/CN=x', ...usage, ...files]);
    const pair = ['-inkey', at('k.pem'), '-in', at('c.pem'), '-passout', 'pass:imported-1'];
    runOk('openssl', ['pkcs12', '-export', ...pair, '-out', at('imported.p12')]);
    const { signer } = await openIdentity(readFileSync(at('imported.p12')), 'imported-1');
    const signed = await signedFiles(name, signer);
    expect(cadesVerify(name, at('c.pem'))).toContain('CAdES Verification successful');
    expect(verifySignature(signed, [signer.leaf]).verdictSoFar).toBe('intact');
  });

  it('is never called good for want of a judge: a missing program fails by name', () => {
    expect(() => run('no-such-judge', [])).toThrow(/no-such-judge is not installed/);
  });

  it('leaves the evidence as it was for pdfdetach', async () => {
    const { signer } = await testIdentity();
    await signedFiles('detach', signer);
    runOk('pdfdetach', ['-saveall', '-o', folder, at('detach.pdf')]);
    expect(readFileSync(at('evidence.json')).equals(EVIDENCE)).toBe(true);
  });

  it('changes nothing but the byte range and the gap, and not the length', async () => {
    const { signer } = await testIdentity();
    const unsigned = await smallReport();
    const signed = Buffer.from(signPdf(unsigned, signer));
    expect(signed.length).toBe(unsigned.length);
    const changed = [...signed.keys()].filter((index) => signed[index] !== unsigned[index]);
    const rangeAt = unsigned.indexOf('/ByteRange');
    const gapAt = unsigned.indexOf('/Contents <');
    const inside = (index: number): boolean =>
      (index >= rangeAt && index < rangeAt + 60) || (index > gapAt && index < gapAt + 12 + 2 * 8192);
    expect(changed.every(inside)).toBe(true);
  });

  it('is refused without a placeholder, with two, and with one of another size', async () => {
    const { signer } = await testIdentity();
    const none = await smallReport({ fields: 0 });
    const two = await smallReport({ fields: 2 });
    const small = await smallReport({ contentsBytes: 4096 });
    expect(() => signPdf(none, signer)).toThrow(/no placeholder/);
    expect(() => signPdf(two, signer)).toThrow(/more than one placeholder/);
    expect(() => signPdf(small, signer)).toThrow(/no placeholder for \/Contents/);
    expect(() => signPdf(signPdf(Buffer.from('x'), signer), signer)).toThrow(/no placeholder/);
  });

  it('is refused a second time', async () => {
    const { signer } = await testIdentity();
    const signed = signPdf(await smallReport(), signer);
    expect(() => signPdf(signed, signer)).toThrow(/no placeholder/);
  });

  it('is refused when the CMS does not fit the gap', async () => {
    const { signer } = await testIdentity({ algorithm: 'rsa-3072' });
    const crowded: Signer = { ...signer, intermediates: Array.from({ length: 12 }, () => signer.leaf) };
    const report = await smallReport();
    expect(() => signPdf(report, crowded)).toThrow(/does not fit into 8192/);
  });

  it('has only signatures with the smaller s, so that nobody can give it another form', async () => {
    const { signer } = await testIdentity();
    const half = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n / 2n;
    for (let count = 0; count < 40; count++) {
      const value = Buffer.from(signer.sign(Buffer.of(count)));
      const s = value.subarray(4 + value[3]! + 2);
      expect(BigInt(`0x${s.toString('hex')}`) <= half).toBe(true);
    }
  });
});
