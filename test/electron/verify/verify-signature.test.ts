import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CURVE_ORDERS } from '../../../electron/pades/profile';
import { detachedCms } from '../../../electron/signing/cms';
import { signPdf } from '../../../electron/signing/sign-pdf';
import type { Signer } from '../../../electron/signing/signer';
import { CHECK_IDS } from '../../../electron/verify/checks';
import { OVERSIZED } from '../../../electron/verify/limits';
import { verifySignature, type SignatureReport } from '../../../electron/verify/verify-signature';
import { replaced, resigned, withByteRange, withCms, withIncrementalUpdate } from '../../support/pdf/attacks';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { seededRandom } from '../../support/pdf/seeded-random';
import { byteRangeOf, cmsOf, rangesOf } from '../../support/pdf/signature-parts';
import { CLAIMED_AT, EVIDENCE, smallReport } from '../../support/pdf/small-report';

const failed = ({ checks }: SignatureReport): string[] =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
const codes = ({ reasons }: SignatureReport): string[] => reasons.map(({ code }) => code);

describe('verification of a report of ours', () => {
  let ec: TestIdentity;
  let rsa: TestIdentity;
  let signed: Buffer;
  const check = (bytes: Uint8Array, trust: readonly Uint8Array[] = [ec.der]): SignatureReport =>
    verifySignature(bytes, trust);

  beforeAll(async () => {
    ec = await testIdentity();
    rsa = await testIdentity({ algorithm: 'rsa-3072' });
    signed = Buffer.from(signPdf(await smallReport(), ec.signer));
  });

  it('an unchanged file by a trusted signer is intact, with every check passed and the evidence at hand', () => {
    const report = check(signed);
    expect(report.verdictSoFar).toBe('intact');
    expect(report.reasons).toEqual([]);
    expect(report.signature).toEqual({
      subFilter: 'ETSI.CAdES.detached',
      signer: '通达机电设备有限公司',
      fingerprint: `sha256:${ec.signer.fingerprint}`,
      claimedTime: '2026-11-23T10:31:00Z',
      coversWholeFile: true,
      intact: true,
      trusted: true,
    });
    expect(report.checks.map(({ id }) => id)).toEqual(CHECK_IDS);
    expect(failed(report)).toEqual([]);
    expect(Buffer.from(report.attachments.get('evidence.json')!).equals(EVIDENCE)).toBe(true);
    expect(report.signerCertificatePem).toContain('BEGIN CERTIFICATE');
  });

  it('an RSA-3072 signature is intact too', async () => {
    const byRsa = signPdf(await smallReport(), rsa.signer);
    expect(check(byRsa, [rsa.der]).verdictSoFar).toBe('intact');
  });

  it('the pinned leaf is trusted without its root', () => {
    expect(check(signed, [ec.signer.leaf]).verdictSoFar).toBe('intact');
  });

  it('a self-signed identity is trusted by its own certificate', async () => {
    const own = await testIdentity({ kind: 'self-signed' });
    const bySelf = signPdf(await smallReport(), own.signer);
    expect(check(bySelf, [own.der]).verdictSoFar).toBe('intact');
    expect(check(bySelf, []).verdictSoFar).toBe('untrusted');
  });

  it('a file of a signer outside the trust list is untrusted and intact', () => {
    const report = check(signed, [rsa.der]);
    expect(report.verdictSoFar).toBe('untrusted');
    expect(codes(report)).toEqual(['not-in-trust-list']);
    expect(report.signature).toMatchObject({ intact: true, coversWholeFile: true, trusted: false });
  });

  it('a root of the same name and another key is not the root', async () => {
    const impostor = await testIdentity();
    expect(codes(check(signed, [impostor.der]))).toEqual(['not-in-trust-list']);
  });

  it.each([
    ['2030-01-01', 'certificate-expired'],
    ['2026-01-01', 'certificate-not-yet-valid'],
  ])('a leaf that was not valid at the claimed time %s is untrusted', async (day, code) => {
    const report = check(signPdf(await smallReport({ claimedAt: new Date(day) }), ec.signer));
    expect(report.verdictSoFar).toBe('untrusted');
    expect(codes(report)).toContain(code);
    expect(report.signature!.trusted).toBe(false);
  });

  it('an unsigned draft is unsigned', async () => {
    const report = check(await smallReport());
    expect(report.verdictSoFar).toBe('unsigned');
    expect(codes(report)).toEqual(['empty-signature-field']);
    expect(check(await smallReport({ fields: 0 })).verdictSoFar).toBe('unsigned');
  });

  describe('attacks', () => {
    const tampered = (bytes: Uint8Array, code: string): SignatureReport => {
      const report = check(bytes);
      expect(codes(report)).toContain(code);
      expect(report.verdictSoFar).toBe('tampered');
      return report;
    };

    it('an incremental update that replaces content is tampered', () => {
      const report = tampered(withIncrementalUpdate(signed), 'bytes-after-signature');
      expect(report.signature!.coversWholeFile).toBe(false);
    });

    it.each([
      ['a newline', '\n'],
      ['garbage', 'garbage'],
      ['a second end', '\nstartxref\n9\n%%EOF\n'],
    ])('%s appended is tampered', (_name, tail) => {
      tampered(Buffer.concat([signed, Buffer.from(tail)]), 'bytes-after-signature');
    });

    it('one byte cut off the end is tampered', () => {
      tampered(signed.subarray(0, -1), 'truncated');
    });

    it('something put before the file is tampered', () => {
      tampered(Buffer.concat([Buffer.from('x'), signed]), 'byte-range-wrong');
    });

    it('a byte range over a part, signed again with the true key, is tampered', () => {
      const [start, length, second, rest] = byteRangeOf(signed);
      const report = tampered(
        resigned(withByteRange(signed, [start, length, second, rest - 40]), ec.signer),
        'bytes-after-signature',
      );
      expect(report.signature!.coversWholeFile).toBe(false);
    });

    it('a byte range that starts late, signed again with the true key, is tampered', () => {
      const [, length, second, rest] = byteRangeOf(signed);
      const late = withByteRange(signed, [9, length - 9, second, rest]);
      const digest = createHash('sha256').update(rangesOf(late)).digest();
      tampered(withCms(late, detachedCms(digest, ec.signer), length), 'byte-range-wrong');
    });

    it('a gap wider than /Contents, signed again with the true key, is tampered', () => {
      const [start, length, second, rest] = byteRangeOf(signed);
      const wide = withByteRange(signed, [start, length, second + 20, rest - 20]);
      tampered(resigned(wide, ec.signer), 'byte-range-wrong');
      const early = withByteRange(signed, [start, length - 3, second, rest]);
      const digest = createHash('sha256').update(rangesOf(early)).digest();
      tampered(withCms(early, detachedCms(digest, ec.signer), length), 'byte-range-wrong');
    });

    it('another sub-filter is tampered', () => {
      tampered(replaced(signed, 'ETSI.CAdES.detached', 'adbe.pkcs7.detached'), 'digest-mismatch');
      tampered(replaced(signed, 'ETSI.CAdES.detached', 'ETSI.CAdES.detacheD'), 'digest-mismatch');
    });

    it('a changed claimed time is tampered', () => {
      tampered(replaced(signed, 'D:20261123103100Z', 'D:20251123103100Z'), 'digest-mismatch');
    });

    it('the signature of one file in another is tampered', async () => {
      const other = Buffer.from(
        signPdf(await smallReport({ evidence: new TextEncoder().encode('{"forged":true}') }), ec.signer),
      );
      tampered(withCms(other, cmsOf(signed)), 'digest-mismatch');
    });

    it('the same key under another certificate is tampered', async () => {
      const other = await testIdentity();
      const borrowed: Signer = { ...ec.signer, leaf: other.signer.leaf };
      tampered(Buffer.from(signPdf(await smallReport(), borrowed)), 'signature-wrong');
    });

    it('the twin of the ECDSA signature is tampered', () => {
      const cms = cmsOf(signed);
      const [, length] = byteRangeOf(signed);
      const at = cms.length - cms[cms.lastIndexOf(Buffer.from('300a06082a8648ce3d040302', 'hex')) + 13]!;
      const value = cms.subarray(at);
      const rLength = value[3]!;
      const s = BigInt(`0x${value.subarray(4 + rLength + 2).toString('hex')}`);
      const twin = (CURVE_ORDERS['prime256v1']! - s).toString(16).padStart(64, '0');
      const r = value.subarray(2, 4 + rLength);
      const newS = Buffer.from(`022100${twin}`, 'hex');
      const body = Buffer.concat([r, newS]);
      const newValue = Buffer.concat([Buffer.of(0x30, body.length), body]);
      const grown = newValue.length - value.length;
      const changed = Buffer.concat([cms.subarray(0, at), newValue]);
      for (const place of lengthPlaces(changed, at, grown))
        changed.writeUInt16BE(changed.readUInt16BE(place) + grown, place);
      changed[at - 1] = newValue.length;
      const report = check(withCms(signed, changed, length));
      expect(report.checks.find(({ id }) => id === 'signature-value')?.outcome).toBe('passed');
      expect(report.verdictSoFar).toBe('tampered');
      expect(codes(report)).toEqual(['signature-altered']);
    });

    it('every other hexadecimal digit inside the CMS is tampered', () => {
      const [, length] = byteRangeOf(signed);
      const digits = cmsOf(signed).length * 2;
      const escaped: number[] = [];
      for (let index = 0; index < digits; index++) {
        const changed = Buffer.from(signed);
        const digit = parseInt(String.fromCharCode(signed[length + 1 + index]!), 16);
        changed.write((digit ^ (1 << (index % 4))).toString(16), length + 1 + index, 'latin1');
        if (check(changed).verdictSoFar !== 'tampered') escaped.push(index);
      }
      expect(escaped).toEqual([]);
    });

    it('a capital letter, a blank or a digit anywhere in the gap is tampered', () => {
      const [, length, second] = byteRangeOf(signed);
      const capital = length + 1 + signed.toString('latin1', length + 1, second).search(/[a-f]/);
      for (const [at, text] of [
        [capital, signed.toString('latin1', capital, capital + 1).toUpperCase()],
        [second - 3, ' '],
        [second - 2, '1'],
        [second - 4, '>'],
        [length, ' '],
        [second - 1, '0'],
      ] as const) {
        const changed = Buffer.from(signed);
        changed.write(text, at, 'latin1');
        expect(check(changed).verdictSoFar).toBe('tampered');
      }
    });

    it('800 random bit flips outside the gap are all rejected, and none makes the file pass for another maker’s', () => {
      const random = seededRandom(20261123);
      const [, length, second] = byteRangeOf(signed);
      const verdicts = new Map<string, number>();
      for (let count = 0; count < 800; count++) {
        const place = Math.floor(random() * (signed.length - (second - length)));
        const at = place < length ? place : place + (second - length);
        const changed = Buffer.from(signed);
        changed[at] = changed[at]! ^ (1 << Math.floor(random() * 8));
        const { verdictSoFar } = check(changed);
        verdicts.set(verdictSoFar, (verdicts.get(verdictSoFar) ?? 0) + 1);
      }
      expect([...verdicts]).toEqual([['tampered', 800]]);
    });

    it('every bit of the signature dictionary, its field and the trailer counts', () => {
      const [, length, second] = byteRangeOf(signed);
      const areas = [
        [0, 15],
        [signed.lastIndexOf('obj', length) - 6, length],
        [second, second + 140],
        [signed.indexOf('/AcroForm'), signed.indexOf('/AcroForm') + 20],
        [signed.lastIndexOf('xref\n0 '), signed.length],
      ] as const;
      const escaped: string[] = [];
      for (const [from, to] of areas)
        for (let at = from; at < to; at++) {
          const changed = Buffer.from(signed);
          changed[at] = changed[at]! ^ (1 << (at % 8));
          const { verdictSoFar } = check(changed);
          if (verdictSoFar !== 'tampered') escaped.push(`${at} ${verdictSoFar}`);
        }
      expect(escaped).toEqual([]);
    });

    it('a second signature field, a second attachment, a doubled key: no report of ours, whoever signed it', async () => {
      const doubled = await smallReport({ evidences: 2 });
      const twice = check(signPdf(doubled, ec.signer));
      expect(twice.verdictSoFar).toBe('untrusted');
      expect(failed(twice)).toContain('evidence-present');
      const key = replaced(Buffer.from(await smallReport()), '/Name (', '/Type (');
      expect(check(signPdf(key, ec.signer)).verdictSoFar).not.toBe('intact');
    });
  });

  it('a file of ours without evidence vouches for nothing', async () => {
    const report = check(signPdf(await smallReport({ evidence: null }), ec.signer));
    expect(report.verdictSoFar).toBe('untrusted');
    expect(codes(report)).toEqual(['foreign-maker', 'no-evidence']);
  });

  it('evidence that inflates beyond its bound is not read, and leaves the signature what it is', async () => {
    const bomb = new Uint8Array(65 * 1024 * 1024);
    const report = check(signPdf(await smallReport({ evidence: bomb }), ec.signer));
    expect(report.verdictSoFar).toBe('intact');
    expect(report.attachments.get('evidence.json')).toBe(OVERSIZED);
  });

  it('the claimed time of the fixture is the one that is reported', () => {
    expect(check(signed).signature!.claimedTime).toBe(`${CLAIMED_AT.toISOString().slice(0, 19)}Z`);
  });
});

/** Two-byte lengths of the values around `at` in a CMS shorter than 64 kB that must grow with it. */
function lengthPlaces(cms: Buffer, at: number, grown: number): number[] {
  const places: number[] = [];
  const end = cms.length - grown;
  for (let index = 0; index + 4 < at; index++)
    if ((cms[index] === 0x30 || cms[index] === 0x31 || cms[index] === 0xa0) && cms[index + 1] === 0x82)
      if (index + 4 + cms.readUInt16BE(index + 2) === end) places.push(index + 2);
  return places;
}
