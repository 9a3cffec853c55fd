import { verify, type KeyObject } from 'node:crypto';
import { OID } from '../pades/profile';
import type { Certificate } from './certificate';
import { isStrongHash } from './hashes';
import { keyKindOf } from './key-kind';
import { isPssRight } from './pss';

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

/** Names of algorithms that people know and this program does not judge (RFC 8410, 5639; GB/T 32918, 32905). */
const UNJUDGED_NAMES: Readonly<Record<string, string>> = {
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '1.2.156.10197.1.301': 'SM2',
  '1.2.156.10197.1.501': 'SM2 + SM3',
  '1.2.156.10197.1.401': 'SM3',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10040.4.3': 'DSA',
  '2.16.840.1.101.3.4.3.2': 'DSA',
  '1.2.840.113549.2.5': 'MD5',
  '1.3.36.3.2.1': 'RIPEMD-160',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.9': 'SHA3-384',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
  '2.16.840.1.101.3.4.2.12': 'SHAKE256',
  '1.3.132.0.10': 'secp256k1',
};
const BRAINPOOL = '1.3.36.3.3.2.8.1.1.';

/** What people call the algorithm; its object identifier where nothing better is known. */
export function algorithmNameOf(oid: string): string {
  return UNJUDGED_NAMES[oid] ?? (oid.startsWith(BRAINPOOL) ? `brainpool (${oid})` : oid);
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
  /** DER of the parameters; only RSASSA-PSS has some that matter. */
  readonly parameters: Buffer | null;
  /** Hash named by the signer info. */
  readonly hash: string;
}

/** Null when the algorithm is not judged here or is not one for this key; else whether the signature value is right. */
export function isSignatureRight(
  certificate: Certificate,
  { data, signature, algorithm, parameters, hash }: Signed,
): boolean | null {
  const { publicKey: key } = certificate;
  const kind = keyKindOf(certificate);
  if (key === null || kind.type === 'unjudged') return null;
  if (algorithm === RSA_PSS) return kind.type === 'rsa' ? isPssRight(certificate, data, signature, parameters) : null;
  const known = SIGNATURES[algorithm];
  if (known === undefined || known.key !== kind.type || (known.hash ?? hash) !== hash) return null;
  return verifyQuietly(hash, data, key, signature);
}

/** OpenSSL throws over a signature that it cannot even read: that signature is not right. */
function verifyQuietly(hash: string, data: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}
