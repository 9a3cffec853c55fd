import { isSoundlySigned } from './algorithms';
import { hasStrongKey, KEY_USAGE, readCertificate, type Certificate } from './certificate';
import { MAX_CHAIN } from './limits';
import type { SignatureDictionary } from './signature-dictionary';

/** Null = in order; else the code of the reason. */
export interface TrustFindings {
  readonly validity: 'no-claimed-time' | 'certificate-expired' | 'certificate-not-yet-valid' | null;
  readonly usage: 'certificate-not-for-signing' | null;
  readonly anchor: 'not-in-trust-list' | 'issuer-not-valid' | null;
}

/** Purposes under which certificates for documents are issued: any, documents (RFC 9336), mail, Adobe, Microsoft. */
const PURPOSES = [
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.5.5.7.3.4',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
];
const TIMESTAMP_PURPOSES = ['1.3.6.1.5.5.7.3.8'];

/**
 * Whether `leaf` leads to a certificate of the trust list at the claimed time: it is in the list itself, or a chain of
 * issuers, taken from the list and from those embedded in the signature, ends in the list (RFC 5280 section 6.1, without
 * policies and name constraints: a critical extension that is not known here ends the chain).
 */
export function judgeTrust(
  leaf: Certificate,
  embedded: readonly Certificate[],
  trust: readonly Uint8Array[],
  claimedTime: string | null,
  kind: SignatureDictionary['kind'] = 'signature',
): TrustFindings {
  const anchors = trust.map(readOrNull).filter((certificate) => certificate !== null);
  const at = claimedTime === null ? null : Date.parse(claimedTime);
  const candidates = [...anchors, ...embedded];
  const isPinned = anchors.some((anchor) => isSame(anchor, leaf));
  const reaches = (when: number | null): boolean =>
    isPinned || reachesAnchor(leaf, candidates, anchors, when, 0, new Set());
  return {
    validity: validityFault(leaf, at),
    usage: isForSigning(leaf, isPinned, kind === 'timestamp' ? TIMESTAMP_PURPOSES : PURPOSES)
      ? null
      : 'certificate-not-for-signing',
    anchor: reaches(at) ? null : reaches(null) ? 'issuer-not-valid' : 'not-in-trust-list',
  };
}

/** The trust list refuses what is no certificate when it is added; one that cannot be read vouches for nothing. */
function readOrNull(der: Uint8Array): Certificate | null {
  try {
    return readCertificate(der);
  } catch {
    return null;
  }
}

const isSame = (a: Certificate, b: Certificate): boolean => a.raw.equals(b.raw);

function validityFault(leaf: Certificate, at: number | null): TrustFindings['validity'] {
  if (at === null) return 'no-claimed-time';
  if (at > leaf.notAfter) return 'certificate-expired';
  return at < leaf.notBefore ? 'certificate-not-yet-valid' : null;
}

/** A certificate that someone put into the list by itself may have any purpose; one that a root vouches for may not. */
function isForSigning(
  { keyUsage, purposes, unknownCritical }: Certificate,
  isPinned: boolean,
  allowed: readonly string[],
): boolean {
  const mask = KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation;
  if (unknownCritical || (keyUsage !== null && (keyUsage & mask) === 0)) return false;
  return isPinned || purposes === null || purposes.some((purpose) => allowed.includes(purpose));
}

/** `at` null = at any time. `tried` keeps the search linear where certificates name each other in circles. */
function reachesAnchor(
  subject: Certificate,
  candidates: readonly Certificate[],
  anchors: readonly Certificate[],
  at: number | null,
  below: number,
  tried: Set<Certificate>,
): boolean {
  if (below >= MAX_CHAIN) return false;
  for (const issuer of candidates) {
    if (tried.has(issuer) || !mayIssue(issuer, at, below) || !isIssuedBy(subject, issuer)) continue;
    if (anchors.some((anchor) => isSame(anchor, issuer))) return true;
    tried.add(issuer);
    if (reachesAnchor(issuer, candidates, anchors, at, below + 1, tried)) return true;
  }
  return false;
}

function mayIssue(issuer: Certificate, at: number | null, below: number): boolean {
  const isValid = at === null || (at >= issuer.notBefore && at <= issuer.notAfter);
  const mayCertify = issuer.keyUsage === null || (issuer.keyUsage & KEY_USAGE.keyCertSign) !== 0;
  return isValid && mayCertify && issuer.isAuthority && !issuer.unknownCritical && below <= issuer.maxIntermediates;
}

function isIssuedBy(subject: Certificate, issuer: Certificate): boolean {
  if (!subject.issuer.equals(issuer.subject) || !isSoundlySigned(subject) || !hasStrongKey(issuer)) return false;
  try {
    return subject.x509.checkIssued(issuer.x509) && subject.x509.verify(issuer.publicKey!);
  } catch {
    return false; // a key that OpenSSL cannot use signs nothing
  }
}
