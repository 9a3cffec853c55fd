/** What signer, layout and verifier must agree on, and nothing else. PAdES B-B: ETSI EN 319 142-1 section 6. */
export const SUB_FILTER = 'ETSI.CAdES.detached';
export const SIGNATURE_FIELD = 'Signature1';

/** Entry of a signature dictionary with the role and the remark of whoever signs a paper of another (ISO 32000-2 annex E). */
export const COUNTERSIGN_KEY = 'EAUD_Countersignature';

/** Room for the CMS between the angle brackets of /Contents; enough for RSA-3072 with a chain, and for a time-stamp later. */
export const CONTENTS_BYTES = 8192;

/** Stands in /ByteRange until the file is signed: ten digits, and legal as an integer (PDF/A limits, ISO 19005). */
export const BYTE_RANGE_MARK = 2_147_483_647;

/** Name of the attachment that carries the evidence. */
export const EVIDENCE_FILE = 'evidence.json';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  rsaEncryption: '1.2.840.113549.1.1.1',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
} as const;

export const MIN_RSA_BITS = 2048;

/**
 * Orders of the allowed curves (FIPS 186-5, SEC 2). Of the two signatures (r, s) and (r, n − s), which anyone can turn
 * into one another without the key, ours is the one with s ≤ n/2: else a changed byte could go unnoticed.
 */
export const CURVE_ORDERS: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
};
export const CURVES: readonly string[] = Object.keys(CURVE_ORDERS);

/** Bytes of r, and of s, of an ECDSA signature in the form of IEEE P1363. */
export const P1363_BYTES: Readonly<Record<string, number>> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 };
