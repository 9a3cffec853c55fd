import { createHash, createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OID } from '../../../electron/pades/profile';
import { context, der, derOid, TAG } from '../../../electron/verify/der';
import { verifySignature, type SignatureReport } from '../../../electron/verify/verify-signature';
import { attribute, builtCms, namedCertificate, OIDS, type BuiltSigner } from '../../support/pdf/built-cms';
import { filledWith, foreignPdf, opensslKey, signedByOpenssl } from '../../support/pdf/foreign-pdf';
import { run } from '../../support/pdf/outside-tools';
import { certificatesOf } from '../../support/pdf/pem';

const codes = ({ reasons }: SignatureReport): string[] => reasons.map(({ code }) => code);
const SOUND = ['foreign-maker', 'no-evidence'];

describe('what cannot be told is not called forged', () => {
  let folder: string;
  let signer: BuiltSigner & { readonly key: string };
  const check = (bytes: Buffer): SignatureReport => verifySignature(bytes, certificatesOf(signer.pem));
  const outcomeOf = ({ checks }: SignatureReport, id: string) => checks.find((check) => check.id === id)?.outcome;
  const signed = (change: Partial<BuiltSigner>, subFilter = 'ETSI.CAdES.detached', pdf = foreignPdf({ subFilter })) =>
    filledWith(pdf, (covered) => builtCms(covered, [{ ...signer, ...change }]));
  const withRsa =
    (key: string, hash = 'sha256') =>
    (data: Buffer) =>
      sign(hash, data, createPrivateKey(key));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cannot-tell-'));
    const { pem, key } = opensslKey(folder);
    signer = { pem, key, sign: withRsa(key) };
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('the certificate that the signature names', () => {
    it.each(['sha1', 'sha256', 'sha384', 'sha512'])('by %s: the signature is intact', (hash) => {
      const report = check(signed({ attributes: [namedCertificate(signer.pem, hash)] }));
      expect(report.verdictSoFar).toBe('untrusted');
      expect(codes(report)).toEqual(SOUND);
      expect(outcomeOf(report, 'signing-certificate')).toBe('passed');
    });

    it.each(['sha1', 'sha512'])('another one, by %s: tampered', (hash) => {
      const other = opensslKey(folder, ['rsa:3072']).pem;
      const report = check(signed({ attributes: [namedCertificate(other, hash)] }));
      expect(report.verdictSoFar).toBe('tampered');
      expect(codes(report)).toEqual(['signing-certificate-mismatch']);
    });

    it('old and new attribute together must both name it', () => {
      const old = namedCertificate(signer.pem, 'sha1');
      const other = namedCertificate(opensslKey(folder, ['rsa:3072']).pem, 'sha256');
      expect(codes(check(signed({ attributes: [old, namedCertificate(signer.pem, 'sha256')] })))).toEqual(SOUND);
      expect(codes(check(signed({ attributes: [old, other] })))).toEqual(['signing-certificate-mismatch']);
    });

    it.each([
      ['by a hash that is not computed here', [], 'unknown-algorithm'],
      ['not at all', null, 'signing-certificate-missing'],
    ] as const)('%s: said, and the bytes are intact', (_name, which, code) => {
      const attributes = which === null ? [] : [namedCertificate(signer.pem, 'sha256', OIDS.sm3)];
      const report = check(signed({ attributes }));
      expect(report.verdictSoFar).toBe('untrusted');
      expect(codes(report)).toEqual([code, ...SOUND]);
      expect(outcomeOf(report, 'signing-certificate')).toBe('cannot-tell');
      expect(report.signature).toMatchObject({ intact: true, coversWholeFile: true });
    });
  });

  describe('RSA-PSS', () => {
    const pss = (...options: string[]) =>
      signedByOpenssl(folder, foreignPdf({}), 'sha256', [
        '-keyopt',
        'rsa_padding_mode:pss',
        ...options.flatMap((option) => ['-keyopt', option]),
      ]);
    it.each([
      ['the same hash in the mask', []],
      ['SHA-1 in the mask', ['rsa_mgf1_md:sha1']],
      ['SHA-512 in the mask', ['rsa_mgf1_md:sha512']],
      ['no salt', ['rsa_mgf1_md:sha384', 'rsa_pss_saltlen:0']],
      ['a long salt', ['rsa_pss_saltlen:max']],
    ])('with %s is intact, and tampered after a change', (_name, options) => {
      const { bytes, rootPem } = pss(...options);
      const report = verifySignature(bytes, certificatesOf(rootPem));
      expect(codes(report)).toEqual(SOUND);
      const value = Buffer.from(bytes);
      const at = value.indexOf(Buffer.from('04820100', 'hex').toString('hex').toUpperCase()) + 40;
      value.write(value[at] === 0x41 ? 'B' : 'A', at, 'latin1');
      expect(codes(verifySignature(value, []))).toContain('signature-wrong');
    });

    it('with a mask that is not MGF1 cannot be told', () => {
      const shake = der(context(1), der(TAG.sequence, derOid('2.16.840.1.101.3.4.2.12')));
      const algorithm = der(TAG.sequence, derOid('1.2.840.113549.1.1.10'), der(TAG.sequence, shake));
      const report = check(signed({ algorithm, attributes: [namedCertificate(signer.pem, 'sha256')] }));
      expect(report.verdictSoFar).toBe('unreadable');
      expect(codes(report)).toEqual(['unknown-algorithm']);
      expect(outcomeOf(report, 'signature-value')).toBe('cannot-tell');
    });
  });

  describe('the place of the signature', () => {
    const filled = (write: (hex: string) => string): Buffer =>
      filledWith(
        foreignPdf({}),
        (covered) => builtCms(covered, [signer]),
        (cms) => write(cms.toString('hex')),
      );
    it.each([
      [
        'letters of both sizes',
        (hex: string) => hex.replace(/[a-f]/g, (letter, at: number) => (at % 2 ? letter : letter.toUpperCase())),
      ],
      [
        'blanks and line ends between the digits',
        (hex: string) => hex.replace(/.{64}/g, '$&\r\n').replace(/^../, '$& '),
      ],
      ['a blank in the middle of a byte', (hex: string) => hex.replace(/^./, '$&\t')],
    ])('with %s is intact', (_name, write) => {
      const report = check(filled(write));
      expect(codes(report)).toEqual(SOUND);
      expect(report.signature).toMatchObject({ intact: true, coversWholeFile: true });
    });

    it('with bytes behind the message is intact, and they are told', () => {
      const report = check(filled((hex) => `${hex}00FFEE`));
      expect(report.verdictSoFar).toBe('untrusted');
      expect(codes(report)).toEqual(['gap-not-empty', ...SOUND]);
    });

    it('with what is no digit is tampered', () => {
      expect(codes(check(filled((hex) => `${hex}00(x)`)))).toContain('gap-altered');
    });

    it('inside brackets that are covered too is intact', () => {
      const bytes = foreignPdf({});
      const gap = bytes.indexOf('/Contents <') + '/Contents <'.length;
      const end = bytes.indexOf('>', gap);
      const pad = (value: number): string => String(value).padStart(10, '0');
      bytes.write(`${pad(gap)} ${pad(end)} ${pad(bytes.length - end)}`, bytes.indexOf('[0 0000000000') + 3, 'latin1');
      const cms = builtCms(Buffer.concat([bytes.subarray(0, gap), bytes.subarray(end)]), [signer]);
      bytes.write(cms.toString('hex'), gap, 'latin1');
      expect(codes(check(bytes))).toEqual(SOUND);
    });
  });

  describe('several signers in one signature', () => {
    it('are each judged', () => {
      const { pem, key } = opensslKey(folder, ['rsa:3072']);
      const both = (second: BuiltSigner): Buffer =>
        filledWith(foreignPdf({}), (covered) => builtCms(covered, [signer, second]));
      const sound = both({ pem, sign: withRsa(key) });
      const report = verifySignature(sound, [...certificatesOf(pem), ...certificatesOf(signer.pem)]);
      expect(report.verdictSoFar).toBe('untrusted');
      expect(codes(report)).toEqual(['several-signers', ...SOUND]);
      expect(report.signature!.trusted).toBe(true);
      expect(codes(check(sound))).toContain('not-in-trust-list');
      const forged = both({ pem, sign: withRsa(signer.key) });
      expect(verifySignature(forged, []).verdictSoFar).toBe('tampered');
    });

    it('none at all cannot be told', () => {
      const report = check(filledWith(foreignPdf({}), (covered) => builtCms(covered, [])));
      expect(report.verdictSoFar).toBe('unreadable');
      expect(codes(report)).toEqual(['no-signer']);
    });
  });

  describe('a message with content of its own', () => {
    const enclosing = (content: (covered: Buffer) => Buffer, subFilter = 'adbe.pkcs7.detached'): SignatureReport =>
      check(
        filledWith(foreignPdf({ subFilter }), (covered) => builtCms(covered, [signer], { content: content(covered) })),
      );
    const hashOf = (hash: string) => (covered: Buffer) => createHash(hash).update(covered).digest();

    it('that is the digest of the file is intact; with SHA-1 it is weak', () => {
      expect(codes(enclosing(hashOf('sha256')))).toEqual(SOUND);
      expect(codes(enclosing(hashOf('sha1'), 'adbe.pkcs7.sha1'))).toEqual(['weak-algorithm', ...SOUND]);
    });

    it('that is something else is no signature over this file', () => {
      const report = enclosing(() => Buffer.from('another text'));
      expect(report.verdictSoFar).toBe('tampered');
      expect(codes(report)).toEqual(['digest-mismatch']);
    });
  });

  describe('a document time-stamp', () => {
    const stampOf = (covered: Buffer, hashOid: string = OID.sha256): Buffer =>
      der(
        TAG.sequence,
        der(TAG.integer, Buffer.of(1)),
        derOid('1.2.3.4'),
        der(
          TAG.sequence,
          der(TAG.sequence, derOid(hashOid)),
          der(TAG.octetString, createHash('sha256').update(covered).digest()),
        ),
        der(TAG.integer, Buffer.of(7)),
        der(TAG.generalizedTime, Buffer.from('20261123103100Z')),
      );
    const stamped = (stamp: (covered: Buffer) => Buffer): SignatureReport =>
      check(
        filledWith(foreignPdf({ subFilter: 'ETSI.RFC3161', type: 'DocTimeStamp' }), (covered) =>
          builtCms(covered, [signer], { content: stamp(covered), contentType: OIDS.timestampInfo }),
        ),
      );
    it('alone is intact and says when, not who', () => {
      const report = stamped((covered) => stampOf(covered));
      expect(report.verdictSoFar).toBe('untrusted');
      expect(report.signature).toMatchObject({ claimedTime: '2026-11-23T10:31:00Z', intact: true });
      expect(codes(report)).toContain('timestamp-only');
    });
    it('of other bytes is tampered; by a hash that is not computed here it cannot be told', () => {
      expect(codes(stamped(() => stampOf(Buffer.from('other'))))).toContain('digest-mismatch');
      const unknown = stamped((covered) => stampOf(covered, OIDS.sm3));
      expect(unknown.verdictSoFar).toBe('unreadable');
      expect(codes(unknown)).toContain('unknown-algorithm');
    });
  });

  describe('algorithms that are not judged here', () => {
    it.each([
      ['Ed25519', ['ed25519'], OIDS.ed25519, 'Ed25519'],
      ['Ed448', ['ed448'], OIDS.ed448, 'Ed448'],
      ['brainpool', ['ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'], OID.ecdsaWithSha256, 'brainpool'],
      ['SM2', ['ec', '-pkeyopt', 'ec_paramgen_curve:SM2'], OIDS.sm2WithSm3, 'SM2'],
    ])('%s: called by their name, neither weak nor forged', (_name, kind, oid, word) => {
      const { pem, key } = opensslKey(folder, kind);
      const isEdwards = kind[0] !== 'ec';
      const bytes = signed({
        pem,
        algorithm: der(TAG.sequence, derOid(oid)),
        attributes: [namedCertificate(pem, 'sha256')],
        sign: isEdwards
          ? (data) => sign(null, data, createPrivateKey(key))
          : () => Buffer.from('30060201010201', 'hex'),
      });
      const report = verifySignature(bytes, certificatesOf(pem));
      expect(report.verdictSoFar).toBe('unreadable');
      expect(new Set(codes(report))).toEqual(new Set(['unknown-algorithm']));
      expect(report.reasons[0]!.detail).toContain(word);
      const changed = Buffer.from(bytes);
      changed.write('9', bytes.indexOf('met 23') + 4, 'latin1');
      expect(verifySignature(changed, []).verdictSoFar).toBe('tampered');
    });

    it('a digest by SM3 is not told either', () => {
      const report = check(signed({ digestOid: OIDS.sm3 }));
      expect(report.verdictSoFar).toBe('unreadable');
      expect(report.reasons).toContainEqual({ code: 'unknown-algorithm', detail: 'SM3' });
    });
  });

  it.each([6, 8, 16, 32])('a cross-reference stream with fields of %i bytes is read', (fieldBytes) => {
    const pdf = foreignPdf({ xrefStream: true, fieldBytes });
    writeFileSync(join(folder, 'wide.pdf'), pdf);
    if (fieldBytes <= 8) expect(run('qpdf', ['--check', join(folder, 'wide.pdf')]).status).toBe(0);
    expect(codes(check(signed({}, 'adbe.pkcs7.detached', pdf)))).toEqual(SOUND);
  });

  it('a field with more bytes than any place needs is refused', () => {
    expect(verifySignature(foreignPdf({ xrefStream: true, fieldBytes: 33 }), []).verdictSoFar).not.toBe('intact');
  });

  it('an attribute that cannot be read leaves the signature untold', () => {
    const broken = attribute(OID.signingCertificateV2, der(TAG.sequence, der(TAG.sequence, der(TAG.sequence))));
    const report = check(signed({ attributes: [broken] }));
    expect(report.verdictSoFar).toBe('unreadable');
    expect(codes(report)).toEqual(['cms-unreadable']);
  });
});
