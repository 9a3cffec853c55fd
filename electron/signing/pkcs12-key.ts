import { createHmac, hash as hashed } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

export type Pkcs12Hash = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const SIZES: Readonly<Record<Pkcs12Hash, { readonly output: number; readonly block: number }>> = {
  sha1: { output: 20, block: 64 },
  sha256: { output: 32, block: 64 },
  sha384: { output: 48, block: 128 },
  sha512: { output: 64, block: 128 },
};

/** What derived bytes are for (RFC 7292 appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Derivation {
  readonly hash: Pkcs12Hash;
  readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly length: number;
}

/** After so many rounds, some milliseconds of them, the thread does what else it has to do. */
const ROUNDS_AT_ONCE = 4_096;

/**
 * Key, IV or MAC key from a passphrase (RFC 7292 appendix B.2; no library has it, and it is not PBKDF2). The passphrase enters as a BMPString with two zero bytes
 * behind it (appendix B.1), which is what other programs do with letters outside ASCII too.
 */
export async function derivePkcs12(
  passphrase: string,
  { hash, purpose, salt, iterations, length }: Derivation,
): Promise<Buffer> {
  const { output, block } = SIZES[hash];
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  const diversifier = Buffer.alloc(block, purpose);
  const input = Buffer.concat([stretched(salt, block), stretched(password, block)]);
  const parts: Buffer[] = [];
  for (let made = 0; made < length; made += output) {
    let part = Buffer.concat([diversifier, input]);
    for (let round = 1; round <= iterations; round++) {
      part = hashed(hash, part, 'buffer');
      if (round % ROUNDS_AT_ONCE === 0) await setImmediate();
    }
    parts.push(part);
    const addend = stretched(part, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) addOnce(input.subarray(at, at + block), addend);
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** HMAC that protects a PKCS#12 file (RFC 7292 section 4). */
export async function pkcs12Mac(
  hash: Pkcs12Hash,
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
  content: Uint8Array,
): Promise<Buffer> {
  const length = SIZES[hash].output;
  const key = await derivePkcs12(passphrase, { hash, purpose: PURPOSE.mac, salt, iterations, length });
  return createHmac(hash, key).update(content).digest();
}

/** Repeated up to a multiple of `block`. */
function stretched(bytes: Uint8Array, block: number): Buffer {
  const length = block * Math.ceil(bytes.length / block);
  return Buffer.from(Array.from({ length }, (_, index) => bytes[index % bytes.length]!));
}

/** target := target + addend + 1, as big-endian numbers of one block. */
function addOnce(target: Buffer, addend: Buffer): void {
  let carry = 1;
  for (let index = target.length - 1; index >= 0; index--) {
    carry += target[index]! + addend[index]!;
    target[index] = carry & 0xff;
    carry >>= 8;
  }
}
