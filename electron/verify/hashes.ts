import { OID } from '../pades/profile';

export const SHA_1 = '1.3.14.3.2.26';

/** Hashes by object identifier. SHA-1 is known so that an old signature can be called right or wrong; it is never enough. */
const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
  [SHA_1]: 'sha1',
};

/** Name of the hash for node:crypto, or null for one that this program does not compute. */
export function hashOf(oid: string): string | null {
  return HASHES[oid] ?? null;
}

export function isStrongHash(hash: string): boolean {
  return hash !== 'sha1';
}
