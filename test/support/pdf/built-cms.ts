import { createHash, X509Certificate } from 'node:crypto';
import { OID } from '../../../electron/pades/profile';
import { context, der, derOid, derSetOf, TAG } from '../../../electron/verify/der';
import { readCertificate } from '../../../electron/verify/certificate';

export const OIDS = {
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  sha1: '1.3.14.3.2.26',
  sm3: '1.2.156.10197.1.401',
  sm2WithSm3: '1.2.156.10197.1.501',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
} as const;
export const HASH_OIDS: Readonly<Record<string, string>> = {
  sha1: OIDS.sha1,
  sha256: OID.sha256,
  sha384: OID.sha384,
  sha512: OID.sha512,
};

/** One signer of a message that a test makes; everything has the form of a plain RSA signature with SHA-256 unless said. */
export interface BuiltSigner {
  readonly pem: string;
  readonly sign: (attributes: Buffer) => Buffer;
  readonly hash?: string;
  readonly digestOid?: string;
  /** DER of the signature algorithm. */
  readonly algorithm?: Buffer;
  /** Attributes beside content-type and message-digest. */
  readonly attributes?: readonly Buffer[];
}

export const attribute = (oid: string, value: Buffer): Buffer => der(TAG.sequence, derOid(oid), der(TAG.set, value));

/** signing-certificate-v2 with the hash spelled out, or the old attribute with SHA-1. */
export function namedCertificate(pem: string, hash: string, hashOid = HASH_OIDS[hash]!): Buffer {
  const digest = der(TAG.octetString, createHash(hash).update(new X509Certificate(pem).raw).digest());
  const isOld = hash === 'sha1';
  const id = isOld ? der(TAG.sequence, digest) : der(TAG.sequence, der(TAG.sequence, derOid(hashOid)), digest);
  return attribute(
    isOld ? OIDS.signingCertificate : OID.signingCertificateV2,
    der(TAG.sequence, der(TAG.sequence, id)),
  );
}

/** CMS SignedData over `covered`, detached unless it encloses `content`. */
export function builtCms(
  covered: Buffer,
  signers: readonly BuiltSigner[],
  { content, contentType = OID.data }: { readonly content?: Buffer; readonly contentType?: string } = {},
): Buffer {
  const infos = signers.map((signer) => signerInfo(content ?? covered, contentType, signer));
  const enclosed = content === undefined ? [] : [der(context(0), der(TAG.octetString, content))];
  const certificates = signers.map(({ pem }) => Buffer.from(new X509Certificate(pem).raw));
  const signedData = der(
    TAG.sequence,
    der(TAG.integer, Buffer.of(1)),
    derSetOf(TAG.set, [der(TAG.sequence, derOid(OID.sha256))]),
    der(TAG.sequence, derOid(contentType), ...enclosed),
    derSetOf(context(0), certificates),
    der(TAG.set, ...infos),
  );
  return der(TAG.sequence, derOid(OID.signedData), der(context(0), signedData));
}

function signerInfo(signed: Buffer, contentType: string, signer: BuiltSigner): Buffer {
  const { pem, hash = 'sha256', digestOid = HASH_OIDS[hash]!, attributes = [], sign } = signer;
  const { issuer, serial } = readCertificate(new X509Certificate(pem).raw);
  const all = [
    attribute(OID.contentType, derOid(contentType)),
    attribute(OID.messageDigest, der(TAG.octetString, createHash(hash).update(signed).digest())),
    ...attributes,
  ];
  return der(
    TAG.sequence,
    der(TAG.integer, Buffer.of(1)),
    der(TAG.sequence, issuer, serial),
    der(TAG.sequence, derOid(digestOid)),
    derSetOf(context(0), all),
    signer.algorithm ?? der(TAG.sequence, derOid(OID.rsaEncryption), der(TAG.null)),
    der(TAG.octetString, sign(derSetOf(TAG.set, all))),
  );
}
