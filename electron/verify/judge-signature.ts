import { createHash } from 'node:crypto';
import { CONTENTS_BYTES, SUB_FILTER } from '../pades/profile';
import { hashOf, isSignatureRight, isStrongHash } from './algorithms';
import { fingerprintOf, hasStrongKey } from './certificate';
import type { Checklist } from './checks';
import { readCms, type CmsSignature } from './cms';
import { faultOf } from './fault';
import { MAX_CMS_BYTES } from './limits';
import { ownCms } from './own-cms';
import { claimedTimeOf, type SignatureDictionary } from './signature-dictionary';
import { judgeTrust } from './trust';

export interface SignatureFacts {
  readonly subFilter: string;
  /** Organisation of the signer's certificate, or its common name; empty when the certificate could not be read. */
  readonly signer: string;
  /** `sha256:` and the hash of the signer's certificate; empty as above. */
  readonly fingerprint: string;
  readonly claimedTime: string | null;
  readonly coversWholeFile: boolean;
  /** The bytes that the signature covers are those that were signed. */
  readonly intact: boolean;
  readonly trusted: boolean;
}

export interface JudgedSignature {
  readonly facts: SignatureFacts;
  readonly cms: CmsSignature | null;
}

/** Both mean: a CMS without content, over the two byte ranges. */
const DETACHED_CMS: readonly string[] = [SUB_FILTER, 'adbe.pkcs7.detached'];

/** All of these make the covered bytes the signed ones. */
const INTACT_CHECKS = ['padding', 'cms', 'digest', 'signing-certificate', 'signature-value'] as const;

/**
 * Carries out the checks from `sub-filter` to `trust-list` on one signature dictionary. `isOwn` asks for our profile to
 * the byte: sub-filter, size and letters of the gap, and the very CMS that our signer makes. A check that cannot be made
 * stays not reached.
 */
export function judgeSignature(
  bytes: Buffer,
  signature: SignatureDictionary,
  isOwn: boolean,
  trust: readonly Uint8Array[],
  checks: Checklist,
): JudgedSignature {
  if (DETACHED_CMS.includes(signature.subFilter)) checks.pass('sub-filter', signature.subFilter);
  else checks.fail('sub-filter', 'unknown-signature-kind', signature.subFilter.slice(0, 64));
  const coversWholeFile = checkByteRange(bytes, signature, checks);
  const contents = checkPadding(bytes, signature, isOwn, checks);
  const cms = contents === null ? null : checkCms(contents, checks);
  const digest = cms === null ? null : checkDigest(bytes, signature, cms, checks);
  if (cms !== null && digest !== null) checkSignature(bytes, signature, cms, checks);
  if (isOwn && cms !== null && digest !== null && checks.passed('signature-value')) {
    if (ownCms(cms, digest)?.equals(cms.raw) === true) checks.pass('own-encoding');
    else checks.fail('own-encoding', 'signature-altered');
  }
  const claimedTime = claimedTimeOf(signature.claimedDate) ?? cms?.signingTime ?? null;
  const intact = INTACT_CHECKS.every((id) => checks.passed(id)) && (!isOwn || checks.passed('own-encoding'));
  const trusted = cms !== null && checkTrust(cms, trust, claimedTime, checks);
  const signer = cms?.signer;
  const facts = {
    subFilter: signature.subFilter,
    signer: signer?.organisation ?? '',
    fingerprint: signer === undefined ? '' : fingerprintOf(signer),
    claimedTime,
    coversWholeFile,
    intact,
    trusted,
  };
  return { facts, cms };
}

/** From the first byte to the last, but for the token of /Contents exactly (ISO 32000-2 section 12.8.1). */
function checkByteRange(bytes: Buffer, { byteRange, contents }: SignatureDictionary, checks: Checklist): boolean {
  if (byteRange === null || contents === null) {
    checks.fail('byte-range', 'byte-range-wrong');
    return false;
  }
  const [start, length, secondStart, secondLength] = byteRange;
  const end = secondStart + secondLength;
  if (start !== 0 || length !== contents.start || secondStart !== contents.end)
    checks.fail('byte-range', 'byte-range-wrong', byteRange.join(' '));
  else if (end < bytes.length) checks.fail('byte-range', 'bytes-after-signature', String(bytes.length - end));
  else if (end > bytes.length) checks.fail('byte-range', 'truncated', String(bytes.length));
  else checks.pass('byte-range', String(bytes.length));
  return checks.passed('byte-range');
}

/** Bytes of /Contents; behind the CMS there may be zeros and nothing else. Null when they cannot be had. */
function checkPadding(
  bytes: Buffer,
  { contents }: SignatureDictionary,
  isOwn: boolean,
  checks: Checklist,
): Buffer | null {
  if (contents === null || contents.end - contents.start > 2 * MAX_CMS_BYTES) {
    checks.fail('padding', 'gap-altered');
    return null;
  }
  const text = bytes.toString('latin1', contents.start + 1, contents.end - 1);
  // The letters of hexadecimal digits are as free as padding is: in our profile they are small ones.
  const isUniform = isOwn
    ? /^[0-9a-f]*$/.test(text) && text.length === 2 * CONTENTS_BYTES
    : /^(?:[0-9a-f]*|[0-9A-F]*)$/.test(text) && text.length % 2 === 0;
  if (!isUniform) checks.fail('padding', 'gap-altered');
  return Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ''), 'hex');
}

function checkCms(contents: Buffer, checks: Checklist): CmsSignature | null {
  try {
    const cms = readCms(contents);
    checks.pass('cms', `${cms.raw.length}`);
    if (contents.subarray(cms.raw.length).every((byte) => byte === 0)) checks.pass('padding');
    else checks.fail('padding', 'gap-altered');
    return cms;
  } catch (error) {
    const { code, detail } = faultOf(error, 'cms-unreadable');
    checks.fail('cms', code, detail);
    return null;
  }
}

/** Digest over the two ranges; null when it could not be made. */
function checkDigest(
  bytes: Buffer,
  { byteRange }: SignatureDictionary,
  cms: CmsSignature,
  checks: Checklist,
): Buffer | null {
  const hash = hashOf(cms.digestAlgorithm);
  if (hash === null) checks.fail('algorithms', 'unknown-algorithm', cms.digestAlgorithm);
  else if (!isStrongHash(hash) || !hasStrongKey(cms.signer)) checks.fail('algorithms', 'weak-algorithm', hash);
  else checks.pass('algorithms', algorithmName(cms, hash));
  if (hash === null || byteRange === null) return null;
  const digest = rangesOf(bytes, byteRange)
    .reduce((sum, range) => sum.update(range), createHash(hash))
    .digest();
  const expected = cms.signedAttributes === null ? digest : cms.messageDigest;
  if (expected?.equals(digest) === true) checks.pass('digest', hash);
  else checks.fail('digest', 'digest-mismatch', hash);
  return digest;
}

function algorithmName({ signer: { publicKey } }: CmsSignature, hash: string): string {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey ?? {};
  return `${hash} ${type ?? ''} ${details?.namedCurve ?? details?.modulusLength ?? ''}`;
}

function rangesOf(bytes: Buffer, [start, length, secondStart, secondLength]: readonly number[]): Buffer[] {
  return [bytes.subarray(start, start! + length!), bytes.subarray(secondStart, secondStart! + secondLength!)];
}

function checkSignature(
  bytes: Buffer,
  { byteRange, subFilter }: SignatureDictionary,
  cms: CmsSignature,
  checks: Checklist,
): void {
  const [named] = cms.certificateHashes ?? [];
  const isNamed = named !== undefined && createHash('sha256').update(cms.signer.raw).digest().equals(named);
  // Only CAdES demands the attribute; without it another certificate of the same key could be slipped in.
  if (isNamed || (cms.certificateHashes === null && subFilter !== SUB_FILTER)) checks.pass('signing-certificate');
  else checks.fail('signing-certificate', 'signing-certificate-mismatch');
  const data = cms.signedAttributes ?? Buffer.concat(byteRange === null ? [] : rangesOf(bytes, byteRange));
  const hash = hashOf(cms.digestAlgorithm)!;
  const { signature, signatureAlgorithm: algorithm } = cms;
  const right = isSignatureRight(cms.signer.publicKey, { data, signature, algorithm, hash });
  if (right === true) checks.pass('signature-value');
  else checks.fail('signature-value', right === null ? 'unknown-algorithm' : 'signature-wrong');
}

function checkTrust(
  { signer, certificates }: CmsSignature,
  trust: readonly Uint8Array[],
  claimedTime: string | null,
  checks: Checklist,
): boolean {
  const { validity, usage, anchor } = judgeTrust(signer, certificates, trust, claimedTime);
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const report = (id: 'claimed-time' | 'key-usage' | 'trust-list', code: string | null, detail: string): boolean => {
    if (code === null) checks.pass(id, detail);
    else checks.fail(id, code, detail);
    return code === null;
  };
  const outcomes = [
    report('claimed-time', validity, `${day(signer.notBefore)} ${day(signer.notAfter)}`),
    report('key-usage', usage, ''),
    report('trust-list', anchor, fingerprintOf(signer)),
  ];
  return outcomes.every(Boolean);
}
