import { constants, verify, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto';
import { OID } from '../pades/profile';
import type { Certificate } from './certificate';

/** Hashes by object identifier. SHA-1 is known so that an old signature can be called right or wrong; it is never enough. */
const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
  '1.3.14.3.2.26': 'sha1',
};

const SIGNATURES: Readonly<Record<string, { readonly key: 'rsa' | 'ec'; readonly hash: string | null }>> = {
  [OID.rsaEncryption]: { key: 'rsa', hash: null },
  '1.2.840.113549.1.1.5': { key: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { key: 'ec', hash: 'sha1' },
  [OID.ecPublicKey]: { key: 'ec', hash: null },
  [OID.ecdsaWithSha256]: { key: 'ec', hash: 'sha256' },
  [OID.ecdsaWithSha384]: { key: 'ec', hash: 'sha384' },
  [OID.ecdsaWithSha512]: { key: 'ec', hash: 'sha512' },
};
const RSA_PSS = '1.2.840.113549.1.1.10';

/** Name of the hash for node:crypto, or null for one that this program does not compute. */
export function hashOf(oid: string): string | null {
  return HASHES[oid] ?? null;
}

export function isStrongHash(hash: string): boolean {
  return hash !== 'sha1';
}

/** Whether a certificate was signed with an algorithm that still binds its issuer to it. */
export function isSoundlySigned({ signedWith }: Certificate): boolean {
  const hash = SIGNATURES[signedWith]?.hash ?? null;
  return signedWith === RSA_PSS || (hash !== null && isStrongHash(hash));
}

interface Signed {
  readonly data: Buffer;
  readonly signature: Buffer;
  readonly algorithm: string;
  /** Hash named by the signer info. */
  readonly hash: string;
}

/** Null when the algorithm is unknown or is not one for this key; else whether the signature value is right. */
export function isSignatureRight(key: KeyObject | null, { data, signature, algorithm, hash }: Signed): boolean | null {
  if (key === null) return null;
  if (algorithm === RSA_PSS) return isPssRight(key, data, signature, hash);
  const known = SIGNATURES[algorithm];
  if (known === undefined || known.key !== key.asymmetricKeyType || (known.hash ?? hash) !== hash) return null;
  return verifyQuietly(hash, data, key, signature);
}

/** RSASSA-PSS (RFC 4056); hash and mask take the hash of the signer info, the salt any length. */
function isPssRight(key: KeyObject, data: Buffer, signature: Buffer, hash: string): boolean | null {
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return null;
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  return verifyQuietly(hash, data, options, signature);
}

/** OpenSSL throws over a signature that it cannot even read: that signature is not right. */
function verifyQuietly(hash: string, data: Buffer, key: KeyObject | VerifyKeyObjectInput, signature: Buffer): boolean {
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}
