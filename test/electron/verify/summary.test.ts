import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { fromBase32, toBase32 } from '../../../domain/report/summary/base32';
import type { Summary } from '../../../domain/report/summary/summary';
import { CURVE_ORDERS } from '../../../electron/pades/profile';
import { signSummary } from '../../../electron/signing/sign-summary';
import { verifySummary } from '../../../electron/verify/summary';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';

const summaryBy = ({ signer }: Pick<TestIdentity, 'signer'>, change: Partial<Summary> = {}): Summary => ({
  registrationNo: '梯11浙A12056(04)',
  rescueCode: '330104',
  lastVisit: { on: '2026-11-11' as CivilDate, task: 'year' },
  nextDue: '2026-11-26' as CivilDate,
  inspectedUntil: null,
  openHazards: 0,
  asOf: '2026-11-23' as CivilDate,
  serial: '4F1A92C7-0304',
  head: 'dbd3dadce93cfead',
  signer: signer.fingerprint.slice(0, 16),
  ...change,
});

const KEYS = ['ec-p256', 'rsa-3072'] as const;

describe.each(KEYS)('a summary signed with a key of %s', (algorithm) => {
  let identity: TestIdentity;
  let text: string;
  beforeAll(async () => {
    identity = await testIdentity({ kind: 'self-signed', algorithm });
    text = signSummary(summaryBy(identity), identity.signer);
  });

  it('is valid where its certificate is trusted, and says what was signed and by whom', () => {
    expect(verifySummary(text, [identity.der])).toEqual({
      verdict: 'valid',
      reasons: [],
      summary: summaryBy(identity),
      signer: { organisation: '通达机电设备有限公司', fingerprint: identity.signer.fingerprint },
    });
  });

  it('with any one character changed is never valid', () => {
    const verdicts = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const swapped = text[at] === 'A' ? 'B' : 'A';
      const { verdict, reasons } = verifySummary(text.slice(0, at) + swapped + text.slice(at + 1), [identity.der]);
      verdicts.add(verdict);
      expect(verdict).not.toBe('valid');
      expect(reasons).not.toEqual([]);
    }
    // of the signer's fingerprint, not every one has a character that makes another fingerprint of it
    verdicts.delete('untrusted');
    expect([...verdicts].sort()).toEqual(['altered', 'unreadable']);
  });

  it('with a signature cut short, longer, of nought or of another text is altered', () => {
    const at = text.lastIndexOf('.') + 1;
    const signature = fromBase32(text.slice(at))!;
    const later = signSummary(summaryBy(identity, { nextDue: '2027-11-26' as CivilDate }), identity.signer);
    const others = [signature.subarray(1), Buffer.concat([signature, Buffer.of(0)]), new Uint8Array(signature.length)];
    for (const other of others)
      expect(verifySummary(text.slice(0, at) + toBase32(other), [identity.der])).toMatchObject({ verdict: 'altered' });
    const grafted = later.slice(0, later.lastIndexOf('.') + 1) + text.slice(at);
    expect(verifySummary(grafted, [identity.der])).toMatchObject({
      verdict: 'altered',
      reasons: [{ code: 'signature-wrong' }],
    });
  });
});

describe('a summary', () => {
  let own: TestIdentity;
  let other: TestIdentity;
  beforeAll(async () => {
    own = await testIdentity();
    other = await testIdentity({ kind: 'self-signed' });
  });
  const leafOf = ({ signer }: TestIdentity): Uint8Array => signer.leaf;

  it('of a signer nobody knows here is untrusted, and says whose certificate is wanted', () => {
    const reply = verifySummary(signSummary(summaryBy(other), other.signer), [own.der]);
    expect(reply).toMatchObject({ verdict: 'untrusted', signer: null, reasons: [{ code: 'signer-unknown' }] });
    expect(reply.reasons[0]!.sentence['zh-CN']).toContain(other.signer.fingerprint.slice(0, 16));
  });

  it('under a trusted authority is valid once its own certificate was seen, and only then', () => {
    const text = signSummary(summaryBy(own), own.signer);
    expect(verifySummary(text, [own.der]).verdict).toBe('untrusted');
    expect(verifySummary(text, [own.der], [leafOf(own)]).verdict).toBe('valid');
    expect(verifySummary(text, [], [leafOf(own)])).toMatchObject({
      verdict: 'untrusted',
      reasons: [{ code: 'not-in-trust-list' }],
    });
  });

  it('signed by somebody else in the name of a trusted signer is altered', () => {
    const text = signSummary(summaryBy(own), other.signer);
    expect(verifySummary(text, [leafOf(own), other.der]).verdict).toBe('altered');
  });

  it('of a day after the certificate had expired is untrusted; of a day before it was made it is not', () => {
    const on = (asOf: string) =>
      verifySummary(signSummary(summaryBy(other, { asOf: asOf as CivilDate }), other.signer), [other.der]);
    const { validTo } = new X509Certificate(other.signer.leaf);
    const after = new Date(Date.parse(validTo) + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(on(after)).toMatchObject({ verdict: 'untrusted', reasons: [{ code: 'certificate-expired' }] });
    expect(on('2020-01-01').verdict).toBe('valid');
  });

  it('has one text: the other of the two equivalent values of s is not taken', () => {
    const text = signSummary(summaryBy(other), other.signer);
    const at = text.lastIndexOf('.') + 1;
    const signature = Buffer.from(fromBase32(text.slice(at))!);
    const s = CURVE_ORDERS['prime256v1']! - BigInt(`0x${signature.subarray(32).toString('hex')}`);
    const twin = Buffer.concat([signature.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
    expect(verifySummary(text.slice(0, at) + toBase32(twin), [other.der]).verdict).toBe('altered');
  });

  it('that is the text of something else is unreadable, in words', () => {
    for (const text of ['', 'https://example.org', 'EAS9.X', 'EAS1.X.Y', 'x'.repeat(1024 * 1024)]) {
      const { verdict, reasons, summary } = verifySummary(text, [own.der]);
      expect([verdict, summary]).toEqual(['unreadable', null]);
      expect(reasons[0]!.sentence.en.length).toBeGreaterThan(20);
    }
  });

  it('that is any text, under a trust list of anything, gets a verdict', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 50 }), (text, der) => {
        expect(verifySummary(text, [der], [der]).verdict).toBe('unreadable');
      }),
    );
  });
});
