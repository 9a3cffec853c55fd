import type { KeyObject } from 'node:crypto';

/** Who signs: the key stays behind `sign`; certificates are DER. */
export interface Signer {
  readonly organisation: string;
  readonly leaf: Uint8Array;
  /** Between leaf and root; the root itself is not embedded, it must be known elsewhere. */
  readonly intermediates: readonly Uint8Array[];
  readonly keyType: 'ec' | 'rsa';
  /** SHA-256 of the leaf certificate, hex. */
  readonly fingerprint: string;
  /** Signature over SHA-256 of the data: a DER ECDSA-Sig-Value, or RSASSA-PKCS1-v1_5. */
  readonly sign: (data: Uint8Array) => Uint8Array;
}

/** What opening a .p12 gives: the signer and what may be shown of it. */
export interface OpenedIdentity {
  readonly signer: Signer;
  readonly certificatePem: string;
  readonly algorithm: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly issuer: string;
  /** Its file brings the key of its root: a new certificate can be issued under that. */
  readonly keepsRoot: boolean;
}

export type PrivateKey = KeyObject;
