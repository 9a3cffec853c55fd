import { hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** What a passphrase became; with it a backup is sealed and opened without asking again. */
export interface SealKey {
  readonly kdf: Kdf;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** RFC 7914; the figures stand in every sealed file, so that later ones may be stronger. */
export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: z.union([z.literal(1 << 15), z.literal(1 << 16), z.literal(1 << 17), z.literal(1 << 18)]),
  r: z.literal(8),
  p: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type Kdf = z.infer<typeof kdfSchema>;

const KEY_BYTES = 32;
const FILE_INFO = 'elevator-audit sealed backup 1';

/** Takes some tenths of a second and 128 MB, by intent. */
export async function sealKeyOf(passphrase: string, kdf: Kdf = newKdf()): Promise<SealKey> {
  const { N, r, p, salt } = kdf;
  const key = await new Promise<Buffer>((resolve, reject) => {
    const secret = Buffer.from(passphrase.normalize('NFC'), 'utf8');
    scrypt(secret, Buffer.from(salt, 'hex'), KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, derived) => {
      if (error === null) resolve(derived);
      else reject(error);
    });
  });
  return { kdf, key };
}

function newKdf(): Kdf {
  return { name: 'scrypt', N: 1 << 17, r: 8, p: 1, salt: randomBytes(16).toString('hex') };
}

/** Each file has a key of its own, so that no nonce is ever used twice under one key. */
export function fileKeyOf({ key }: SealKey, fileSalt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, fileSalt, FILE_INFO, KEY_BYTES));
}
