import { createHash } from 'node:crypto';
import { CURVE_ORDERS, OID } from '../pades/profile';
import type { Certificate } from './certificate';
import type { CmsSignature } from './cms';
import { context, der, derOid, derSetOf, readDer, TAG } from './der';

const NULL = der(TAG.null);
const ONE = der(TAG.integer, Buffer.of(1));

/**
 * Builds the CMS that our signer makes from what is authenticated in the given one: certificates named by
 * signing-certificate-v2, digest, algorithm, signature value. Version numbers, object identifiers, unused certificates
 * and unsigned attributes are not covered by any signature; demanding these very bytes leaves them no room to change.
 * Null when no such message exists.
 */
export function ownCms(cms: CmsSignature, digest: Buffer): Buffer | null {
  const path = certificatePath(cms);
  const keyType = cms.signer.publicKey?.asymmetricKeyType;
  if (path === null || (keyType !== 'ec' && keyType !== 'rsa') || !isLowS(cms)) return null;
  const digestAlgorithm = der(TAG.sequence, derOid(cms.digestAlgorithm));
  const signatureOid = ECDSA_WITH[cms.digestAlgorithm];
  if (signatureOid === undefined) return null;
  const { issuer, serial } = cms.signer;
  const signerInfo = der(
    TAG.sequence,
    ONE,
    der(TAG.sequence, issuer, serial),
    digestAlgorithm,
    derSetOf(context(0), signedAttributes(path, digest)),
    keyType === 'ec' ? der(TAG.sequence, derOid(signatureOid)) : der(TAG.sequence, derOid(OID.rsaEncryption), NULL),
    der(TAG.octetString, cms.signature),
  );
  const signedData = der(
    TAG.sequence,
    ONE,
    der(TAG.set, digestAlgorithm),
    der(TAG.sequence, derOid(OID.data)),
    derSetOf(
      context(0),
      path.map(({ raw }) => raw),
    ),
    der(TAG.set, signerInfo),
  );
  return der(TAG.sequence, derOid(OID.signedData), der(context(0), signedData));
}

const ECDSA_WITH: Readonly<Record<string, string>> = {
  [OID.sha256]: OID.ecdsaWithSha256,
  [OID.sha384]: OID.ecdsaWithSha384,
  [OID.sha512]: OID.ecdsaWithSha512,
};

/** The embedded certificates in the order of the signed attribute; null unless it names each of them once, signer first. */
function certificatePath({ certificates, certificateHashes, signer }: CmsSignature): readonly Certificate[] | null {
  if (certificateHashes === null || certificateHashes.length !== certificates.length) return null;
  const path = certificateHashes.map((hash) => certificates.find(({ raw }) => sha256(raw).equals(hash)));
  if (path[0] !== signer || new Set(path).size !== path.length) return null;
  return path.every((certificate) => certificate !== undefined) ? path : null;
}

function signedAttributes(path: readonly Certificate[], digest: Buffer): Buffer[] {
  const attribute = (oid: string, value: Buffer): Buffer => der(TAG.sequence, derOid(oid), der(TAG.set, value));
  const ids = path.map(({ raw, issuer, serial }) => {
    const generalNames = der(TAG.sequence, der(context(4), issuer));
    return der(TAG.sequence, der(TAG.octetString, sha256(raw)), der(TAG.sequence, generalNames, serial));
  });
  return [
    attribute(OID.contentType, derOid(OID.data)),
    attribute(OID.messageDigest, der(TAG.octetString, digest)),
    attribute(OID.signingCertificateV2, der(TAG.sequence, der(TAG.sequence, ...ids))),
  ];
}

/** See CURVE_ORDERS: the twin (r, n − s) of an ECDSA signature is as right, and is not ours. */
function isLowS({ signer, signature }: CmsSignature): boolean {
  const order = CURVE_ORDERS[signer.publicKey?.asymmetricKeyDetails?.namedCurve ?? ''];
  if (order === undefined) return true;
  const s = readDer(signature).children[1]?.content ?? Buffer.alloc(1);
  return BigInt(`0x${s.toString('hex') || '0'}`) <= order / 2n;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
