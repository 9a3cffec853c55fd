import { verify } from 'node:crypto';
import type { SummaryVerified } from '../../domain/bridge/verify-replies';
import { parseSummary, PREFIX_DIGITS, type Summary } from '../../domain/report/summary/summary';
import { CURVE_ORDERS, P1363_BYTES } from '../pades/profile';
import { fingerprintOf, hasStrongKey, readCertificate, type Certificate } from './certificate';
import { SUMMARY_REASONS, type SummaryReason } from './summary-reasons';
import { judgeTrust } from './trust';

/**
 * Judges the text of a QR code without any network. The certificate is found by the start of its fingerprint, in the
 * trust list or among `seen`: a code has no room for it, and where an authority of one's own is trusted the signer's own
 * certificate is known from the files that it signed. `seen` vouches for nothing; the way must lead to the trust list.
 */
export function verifySummary(
  text: string,
  trust: readonly Uint8Array[],
  seen: readonly Uint8Array[] = [],
): SummaryVerified {
  const parsed = parseSummary(text);
  if (!parsed.ok) return answer('unreadable', [[parsed.reason, '']], null, null);
  const { summary, payload, signature } = parsed;
  const embedded = certificatesOf(seen);
  const known = [...certificatesOf(trust), ...embedded];
  const named = known.filter((certificate) => prefixOf(certificate) === summary.signer && hasStrongKey(certificate));
  if (named.length === 0) return answer('untrusted', [['signer-unknown', summary.signer]], summary, null);
  const signer = named.find((certificate) => isRight(certificate, Buffer.from(payload, 'utf8'), signature));
  if (signer === undefined) return answer('altered', [['signature-wrong', '']], summary, named[0]!); // named is not empty
  const faults = trustFaults(signer, embedded, trust, summary);
  return answer(faults.length === 0 ? 'valid' : 'untrusted', faults, summary, signer);
}

function answer(
  verdict: SummaryVerified['verdict'],
  reasons: readonly (readonly [SummaryReason, string])[],
  summary: Summary | null,
  signer: Certificate | null,
): SummaryVerified {
  return {
    verdict,
    reasons: reasons.map(([code, detail]) => {
      const words = SUMMARY_REASONS[code];
      const fill = (sentence: string): string => sentence.replace('{}', () => detail);
      return { code, sentence: { 'zh-CN': fill(words['zh-CN']), en: fill(words.en) } };
    }),
    summary,
    signer: signer === null ? null : { organisation: signer.organisation, fingerprint: hexOf(signer) },
  };
}

const hexOf = (certificate: Certificate): string => fingerprintOf(certificate).slice('sha256:'.length);
const prefixOf = (certificate: Certificate): string => hexOf(certificate).slice(0, PREFIX_DIGITS);

function certificatesOf(list: readonly Uint8Array[]): Certificate[] {
  return list.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      return []; // vouches for nothing
    }
  });
}

function isRight({ publicKey }: Certificate, data: Buffer, signature: Uint8Array): boolean {
  if (publicKey === null) return false;
  try {
    if (publicKey.asymmetricKeyType === 'rsa') return verify('sha256', data, publicKey, signature);
    const curve = publicKey.asymmetricKeyDetails?.namedCurve ?? '';
    return (
      isCanonical(signature, curve) && verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
    );
  } catch {
    return false; // a signature that OpenSSL cannot read is not right
  }
}

/** Of the two values of s the smaller one, in its full length: so one summary has one text. */
function isCanonical(signature: Uint8Array, curve: string): boolean {
  const [size, order] = [P1363_BYTES[curve], CURVE_ORDERS[curve]];
  if (size === undefined || order === undefined || signature.length !== 2 * size) return false;
  return BigInt(`0x${Buffer.from(signature.subarray(size)).toString('hex')}`) <= order / 2n;
}

/** A sheet may speak of a day before its signer had the certificate; never of one after it had expired. */
function trustFaults(
  signer: Certificate,
  embedded: readonly Certificate[],
  trust: readonly Uint8Array[],
  { asOf }: Summary,
): (readonly [SummaryReason, string])[] {
  const at = new Date(Math.max(Date.parse(`${asOf}T00:00:00Z`), signer.notBefore)).toISOString();
  const { validity, usage, anchor } = judgeTrust(signer, embedded, trust, at);
  const codes = [validity === 'certificate-expired' ? validity : null, usage, anchor];
  return codes.filter((code) => code !== null).map((code) => [code, ''] as const);
}
