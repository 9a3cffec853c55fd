import { createHash, createHmac } from 'node:crypto';

const MAC_KEY_ID = 3;
const HASHES: Readonly<Record<string, { readonly size: number; readonly block: number }>> = {
  sha1: { size: 20, block: 64 },
  sha256: { size: 32, block: 64 },
  sha384: { size: 48, block: 128 },
  sha512: { size: 64, block: 128 },
};

/**
 * HMAC that protects a PKCS#12 file, its key derived as RFC 7292 appendix B.2 says. The passphrase enters as a BMPString
 * with two zero bytes behind it (appendix B.1), which is what other programs do with letters outside ASCII too.
 */
export function pkcs12Mac(
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512',
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
  content: Uint8Array,
): Uint8Array {
  const { size, block } = HASHES[hash]!;
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
  const stretch = (bytes: Uint8Array): Buffer => {
    const length = bytes.length === 0 ? 0 : block * Math.ceil(bytes.length / block);
    return Buffer.from(Array.from({ length }, (_, index) => bytes[index % bytes.length]!));
  };
  // The key is one hash long, so a single block A_1 of the derivation is all that is needed.
  let key: Uint8Array = Buffer.concat([Buffer.alloc(block, MAC_KEY_ID), stretch(salt), stretch(password)]);
  for (let round = 0; round < iterations; round++) key = createHash(hash).update(key).digest();
  return createHmac(hash, key.subarray(0, size)).update(content).digest();
}
