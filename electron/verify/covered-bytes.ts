import { createHash } from 'node:crypto';
import type { Checklist } from './checks';
import type { CmsSignature } from './cms';
import { hashOf } from './hashes';
import type { SignatureDictionary } from './signature-dictionary';
import { readTimestamp } from './timestamp';

/** The bytes that a signature speaks of. */
export interface Covered extends Pick<SignatureDictionary, 'byteRange' | 'kind'> {
  readonly bytes: Buffer;
}

function rangesOf({ bytes, byteRange }: Covered): Buffer[] {
  if (byteRange === null) return [];
  const [start, length, secondStart, secondLength] = byteRange;
  return [bytes.subarray(start, start + length), bytes.subarray(secondStart, secondStart + secondLength)];
}

/** Null for a hash that this program does not compute. */
export function digestOver(covered: Covered, algorithm: string): Buffer | null {
  const hash = hashOf(algorithm);
  return hash === null ? null : digestWith(covered, hash);
}

function digestWith(covered: Covered, hash: string): Buffer {
  return rangesOf(covered)
    .reduce((sum, range) => sum.update(range), createHash(hash))
    .digest();
}

/** Checks that the signed digest is that of the covered bytes. Gives back what the signature value is over; null = not to be told. */
export function checkDigest(covered: Covered, cms: CmsSignature, hash: string, checks: Checklist): Buffer | null {
  if (covered.byteRange === null) return null;
  const enclosed = cms.content === null ? true : isEnclosed(covered, cms.content, hash, checks);
  if (enclosed === null) return null;
  const content = cms.content === null ? digestWith(covered, hash) : createHash(hash).update(cms.content).digest();
  const isSigned = cms.signedAttributes === null || cms.messageDigest?.equals(content) === true;
  if (enclosed && isSigned) checks.pass('digest', hash);
  else checks.fail('digest', 'digest-mismatch', hash);
  return cms.signedAttributes ?? cms.content ?? Buffer.concat(rangesOf(covered));
}

/**
 * A message may enclose what it signs: a time-stamp its imprint, adbe.pkcs7.sha1 the SHA-1 of the ranges, other makers
 * their digest or the bytes themselves. Whatever else it encloses was signed, and is not this file.
 */
function isEnclosed(covered: Covered, content: Buffer, hash: string, checks: Checklist): boolean | null {
  if (covered.kind === 'timestamp') {
    const stamp = readTimestamp(content);
    if (stamp === null) {
      checks.doubt('cms', 'cms-unreadable', 'TSTInfo');
      return null;
    }
    const digest = digestOver(covered, stamp.algorithm);
    if (digest === null) checks.doubt('digest', 'unknown-algorithm', stamp.algorithm);
    return digest === null ? null : digest.equals(stamp.imprint);
  }
  if (content.equals(digestWith(covered, 'sha1'))) {
    checks.fail('algorithms', 'weak-algorithm', 'sha1');
    return true;
  }
  return content.equals(digestWith(covered, hash)) || content.equals(Buffer.concat(rangesOf(covered)));
}
