import { constants, createHash, createPublicKey, publicDecrypt } from 'node:crypto';
import type { Certificate } from './certificate';
import { context, oidOf, readDer, TAG, type Der } from './der';
import { hashOf, SHA_1 } from './hashes';

const MGF1 = '1.2.840.113549.1.1.8';

/**
 * RSASSA-PSS (RFC 4055, RFC 8017 section 9.1.2) with the hash and the hash of the mask that its parameters name, which
 * may be two; node:crypto takes one for both. The salt may have any length. Null for parameters that are not judged here.
 */
export function isPssRight(
  { keyBits }: Certificate,
  data: Buffer,
  signature: Buffer,
  parameters: Buffer | null,
): boolean | null {
  const named = hashesOf(parameters);
  if (named === null) return null;
  try {
    const key = createPublicKey({ key: keyBits, format: 'der', type: 'pkcs1' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    const opened = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
    const size = Math.ceil((bits - 1) / 8);
    if (opened.subarray(0, opened.length - size).some((byte) => byte !== 0)) return false;
    return isEncodingOf(data, opened.subarray(opened.length - size), bits - 1, named);
  } catch {
    return false; // longer than the modulus, or not below it
  }
}

interface Hashes {
  readonly hash: string;
  readonly mask: string;
}

/** The defaults are SHA-1 and MGF1 with SHA-1. */
function hashesOf(parameters: Buffer | null): Hashes | null {
  try {
    const fields = parameters === null ? [] : readDer(parameters).children;
    const field = (number: number): Der | undefined => fields.find(({ tag }) => tag === context(number))?.children[0];
    const mask = field(1);
    if (mask !== undefined && oidOf(mask.children[0]) !== MGF1) return null;
    const trailer = field(3);
    if (trailer !== undefined && (trailer.tag !== TAG.integer || trailer.content.at(-1) !== 1)) return null;
    const oidIn = (algorithm: Der | undefined): string =>
      algorithm === undefined ? SHA_1 : oidOf(algorithm.children[0]);
    const hash = hashOf(oidIn(field(0)));
    const maskHash = hashOf(oidIn(mask?.children[1]));
    return hash === null || maskHash === null ? null : { hash, mask: maskHash };
  } catch {
    return null;
  }
}

/** EMSA-PSS-VERIFY. */
function isEncodingOf(data: Buffer, encoded: Buffer, bits: number, { hash, mask }: Hashes): boolean {
  const digest = createHash(hash).update(data).digest();
  const split = encoded.length - digest.length - 1;
  if (split < 1 || encoded.at(-1) !== 0xbc) return false;
  const masked = encoded.subarray(0, split);
  const salted = encoded.subarray(split, -1);
  const unused = 8 * encoded.length - bits;
  if (masked[0]! >> (8 - unused) !== 0) return false;
  const covering = maskOf(salted, split, mask);
  const opened = masked.map((byte, at) => byte ^ covering[at]!);
  opened[0]! &= 0xff >> unused;
  const end = opened.findIndex((byte) => byte !== 0);
  if (end < 0 || opened[end] !== 1) return false;
  const salt = opened.subarray(end + 1);
  return createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest().equals(salted);
}

function maskOf(seed: Buffer, length: number, hash: string): Buffer {
  const parts: Buffer[] = [];
  for (let made = 0, count = 0; made < length; count++) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    const part = createHash(hash).update(seed).update(counter).digest();
    parts.push(part);
    made += part.length;
  }
  return Buffer.concat(parts, length);
}
