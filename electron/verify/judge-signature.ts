import { CONTENTS_BYTES, SUB_FILTER } from '../pades/profile';
import { algorithmNameOf, isSignatureRight } from './algorithms';
import { fingerprintOf } from './certificate';
import type { Checklist } from './checks';
import { readCms, type CmsSignature } from './cms';
import { checkDigest, digestOver, type Covered } from './covered-bytes';
import { faultOf } from './fault';
import { hashOf, isStrongHash } from './hashes';
import { keyKindOf } from './key-kind';
import { MAX_CMS_BYTES } from './limits';
import { ownCms } from './own-cms';
import { claimedTimeOf, TIMESTAMP_SUB_FILTER, type SignatureDictionary } from './signature-dictionary';
import { checkSigningCertificate } from './signing-certificate';
import { readTimestamp } from './timestamp';
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
  /** Signers beside the first one; each was judged like it. */
  readonly furtherSigners: number;
}

/** A CMS over the two byte ranges: beside them, with their SHA-1 inside, or around a time-stamp of them. */
const CMS_KINDS: readonly string[] = [SUB_FILTER, 'adbe.pkcs7.detached', 'adbe.pkcs7.sha1', TIMESTAMP_SUB_FILTER];

/** All of these make the covered bytes the signed ones. */
const INTACT_CHECKS = ['cms', 'digest', 'signature-value'] as const;
/** These must not be broken; that they cannot be told leaves the bytes what they are. */
const UNBROKEN_CHECKS = ['padding', 'signing-certificate'] as const;

/**
 * Carries out the checks from `sub-filter` to `trust-list` on one signature dictionary; `bytes` end where its revision
 * ends. `isOwn` asks for our profile to the byte: sub-filter, size and letters of the gap, and the very CMS that our
 * signer makes. A check that cannot be made stays not reached; what this program has no means to judge is doubted, never
 * called broken.
 */
export function judgeSignature(
  bytes: Buffer,
  signature: SignatureDictionary,
  isOwn: boolean,
  trust: readonly Uint8Array[],
  checks: Checklist,
): JudgedSignature {
  const { subFilter, kind } = signature;
  if (CMS_KINDS.includes(subFilter)) checks.pass('sub-filter', subFilter);
  else checks.doubt('sub-filter', 'unknown-signature-kind', subFilter.slice(0, 64));
  const coversWholeFile = checkByteRange(bytes, signature, isOwn, checks);
  const contents = checkPadding(bytes, signature, isOwn, checks);
  const signers = contents === null ? [] : checkCms(contents, checks);
  const covered: Covered = { bytes, byteRange: signature.byteRange, kind };
  for (const cms of signers) checkSigner(covered, subFilter, cms, checks);
  if (isOwn) checkOwnEncoding(covered, signers, checks);
  const [cms] = signers;
  const stamp = kind === 'timestamp' && cms?.content ? readTimestamp(cms.content) : null;
  const claimedTime = stamp?.time ?? claimedTimeOf(signature.claimedDate) ?? cms?.signingTime ?? null;
  const intact =
    INTACT_CHECKS.every((id) => checks.passed(id)) &&
    UNBROKEN_CHECKS.every((id) => checks.outcome(id) !== 'failed') &&
    (!isOwn || checks.passed('own-encoding'));
  const outcomes = signers.map((each) => checkTrust(each, kind, trust, claimedTime, checks));
  const signer = cms?.signer;
  const facts = {
    subFilter,
    signer: signer?.organisation ?? '',
    fingerprint: signer === undefined ? '' : fingerprintOf(signer),
    claimedTime,
    coversWholeFile,
    intact,
    trusted: outcomes.length > 0 && outcomes.every(Boolean),
  };
  return { facts, cms: cms ?? null, furtherSigners: Math.max(0, signers.length - 1) };
}

/**
 * From the first byte to the last, but for the token of /Contents (ISO 32000-2 section 12.8.1). A range that takes in
 * the brackets of the token covers more, not less; ours leaves them out.
 */
function checkByteRange(
  bytes: Buffer,
  { byteRange, contents }: SignatureDictionary,
  isOwn: boolean,
  checks: Checklist,
): boolean {
  if (byteRange === null || contents === null) {
    checks.fail('byte-range', 'byte-range-wrong');
    return false;
  }
  const [start, length, secondStart, secondLength] = byteRange;
  const end = secondStart + secondLength;
  const brackets = isOwn ? 0 : 1;
  const isGap =
    length >= contents.start &&
    length <= contents.start + brackets &&
    secondStart <= contents.end &&
    secondStart >= contents.end - brackets;
  if (start !== 0 || !isGap) checks.fail('byte-range', 'byte-range-wrong', byteRange.join(' '));
  else if (end < bytes.length) checks.fail('byte-range', 'bytes-after-signature', String(bytes.length - end));
  else if (end > bytes.length) checks.fail('byte-range', 'truncated', String(bytes.length));
  else checks.pass('byte-range', String(bytes.length));
  return checks.passed('byte-range');
}

const BLANKS = /[\0\t\n\f\r ]/g;

/** Bytes of /Contents: hexadecimal digits of any letters, with blanks between them; in our profile small ones and none. */
function checkPadding(
  bytes: Buffer,
  { contents }: SignatureDictionary,
  isOwn: boolean,
  checks: Checklist,
): Buffer | null {
  if (contents === null) {
    checks.fail('padding', 'gap-altered');
    return null;
  }
  if (contents.end - contents.start > 4 * MAX_CMS_BYTES) {
    checks.doubt('padding', 'too-complex', 'signature');
    return null;
  }
  const text = bytes.toString('latin1', contents.start + 1, contents.end - 1);
  const digits = isOwn ? text : text.replace(BLANKS, '');
  const isWhole = isOwn
    ? /^[0-9a-f]*$/.test(digits) && digits.length === 2 * CONTENTS_BYTES
    : /^[0-9a-fA-F]*$/.test(digits);
  if (!isWhole) checks.fail('padding', 'gap-altered');
  const known = digits.replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(known.length % 2 === 0 ? known : `${known}0`, 'hex');
}

/** Behind the CMS there are zeros. Other bytes there are covered by nothing and say nothing; in our profile there are none. */
function checkCms(contents: Buffer, checks: Checklist): readonly CmsSignature[] {
  try {
    const signers = readCms(contents);
    const { length } = signers[0]!.raw;
    checks.pass('cms', `${length}`);
    if (contents.subarray(length).every((byte) => byte === 0)) checks.pass('padding');
    else checks.doubt('padding', 'gap-not-empty');
    return signers;
  } catch (error) {
    const { code, detail } = faultOf(error, 'cms-unreadable');
    checks.doubt('cms', code, detail);
    return [];
  }
}

function checkSigner(covered: Covered, subFilter: string, cms: CmsSignature, checks: Checklist): void {
  const hash = hashOf(cms.digestAlgorithm);
  const key = keyKindOf(cms.signer);
  if (hash === null) checks.doubt('algorithms', 'unknown-algorithm', algorithmNameOf(cms.digestAlgorithm));
  if (key.type === 'unjudged') checks.doubt('algorithms', 'unknown-algorithm', algorithmNameOf(key.oid));
  else if (hash !== null && isStrongHash(hash) && key.isStrong) checks.pass('algorithms', `${hash} ${key.name}`);
  else if (hash !== null) checks.fail('algorithms', 'weak-algorithm', `${hash} ${key.name}`);
  if (hash === null) return;
  const data = checkDigest(covered, cms, hash, checks);
  if (data === null) return;
  checkSigningCertificate(cms, subFilter === SUB_FILTER, checks);
  const { signature, signatureAlgorithm: algorithm, parameters } = cms;
  const right = isSignatureRight(cms.signer, { data, signature, algorithm, parameters, hash });
  if (right === true) checks.pass('signature-value');
  else if (right === false) checks.fail('signature-value', 'signature-wrong');
  else checks.doubt('signature-value', 'unknown-algorithm', algorithmNameOf(algorithm));
}

const BEFORE_ENCODING = ['padding', 'cms', 'digest', 'signing-certificate', 'signature-value'] as const;

/** Our signer makes one encoding and no other: what is not that one, readable or not, is not as it was made. */
function checkOwnEncoding(covered: Covered, signers: readonly CmsSignature[], checks: Checklist): void {
  if (BEFORE_ENCODING.some((id) => checks.outcome(id) === 'failed')) return;
  const [cms] = signers;
  const digest = cms === undefined ? null : digestOver(covered, cms.digestAlgorithm);
  const isOurs =
    cms !== undefined && signers.length === 1 && digest !== null && ownCms(cms, digest)?.equals(cms.raw) === true;
  if (isOurs && checks.passed('padding')) checks.pass('own-encoding');
  else checks.fail('own-encoding', 'signature-altered');
}

function checkTrust(
  { signer, certificates }: CmsSignature,
  kind: SignatureDictionary['kind'],
  trust: readonly Uint8Array[],
  claimedTime: string | null,
  checks: Checklist,
): boolean {
  const { validity, usage, anchor } = judgeTrust(signer, certificates, trust, claimedTime, kind);
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
