/** What signer, layout and verifier must agree on, and nothing else. PAdES B-B: ETSI EN 319 142-1 section 6. */
export const SUB_FILTER = 'ETSI.CAdES.detached';
export const SIGNATURE_FIELD = 'Signature1';

/** Room for the CMS between the angle brackets of /Contents; enough for RSA-3072 with a chain, and for a time-stamp later. */
export const CONTENTS_BYTES = 8192;

/** Stands in /ByteRange until the file is signed: ten digits, and legal as an integer (PDF/A limits, ISO 19005). */
export const BYTE_RANGE_MARK = 2_147_483_647;

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
} as const;

export const MIN_RSA_BITS = 2048;
export const CURVES: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1'];
