import type { KeyObject } from 'node:crypto';
import { CURVES, MIN_RSA_BITS, OID } from '../pades/profile';

/** What the checks may do with a key. `unjudged`: of a kind whose strength and signatures this program does not judge. */
export type KeyKind =
  | { readonly type: 'rsa' | 'ec'; readonly isStrong: boolean; readonly name: string }
  | { readonly type: 'unjudged'; readonly oid: string };

/** Of a key, as its certificate has it. */
export interface KeyFacts {
  /** Null for a kind of key that OpenSSL does not know. */
  readonly publicKey: KeyObject | null;
  /** Object identifiers of the key and of its curve, as they stand in the certificate; the curve is null where none is named. */
  readonly keyAlgorithm: string;
  readonly keyCurve: string | null;
}

const RSA: readonly string[] = [OID.rsaEncryption, '1.2.840.113549.1.1.10'];

/**
 * Taken from the certificate itself, not from the crypto library: the one of the application knows fewer kinds than
 * the one of the command line, and both must say the same of a file.
 */
export function keyKindOf({ keyAlgorithm, keyCurve, publicKey }: KeyFacts): KeyKind {
  const details = publicKey?.asymmetricKeyDetails;
  if (RSA.includes(keyAlgorithm) && publicKey !== null) {
    const bits = details?.modulusLength ?? 0;
    return { type: 'rsa', isStrong: bits >= MIN_RSA_BITS, name: `rsa ${bits}` };
  }
  if (keyAlgorithm === OID.ecPublicKey && publicKey !== null && CURVES.includes(details?.namedCurve ?? ''))
    return { type: 'ec', isStrong: true, name: `ec ${details?.namedCurve}` };
  return { type: 'unjudged', oid: keyCurve ?? keyAlgorithm };
}
