import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { sha256Hex } from '../fs/sha256';
import { OID } from '../pades/profile';
import { pkijs } from './pki-engine';
import type { Signer } from './signer';

const CONTEXT = 3;

const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
const sequence = (...value: asn1js.AsnType[]): asn1js.Sequence => new asn1js.Sequence({ value });
const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const der = (node: asn1js.AsnType): Buffer => Buffer.from(node.toBER(false));
const parsed = (bytes: Uint8Array): asn1js.AsnType => asn1js.fromBER(Uint8Array.from(bytes).buffer).result;

/**
 * Detached CMS SignedData for PAdES B-B (RFC 5652; ETSI EN 319 122-1), DER.
 * Signed attributes: content-type, message-digest, signing-certificate-v2 (RFC 5035). No signing-time: a PDF states it in /M.
 */
export function detachedCms(digest: Uint8Array, signer: Signer): Uint8Array {
  const attributes = signedAttributes(digest, signer);
  // What is signed is the SET OF itself; in the message it stands under the implicit tag [0] (RFC 5652 section 5.4).
  const signature = signer.sign(der(new asn1js.Set({ value: attributes })));
  const signerInfo = sequence(
    new asn1js.Integer({ value: 1 }),
    issuerAndSerial(signer.leaf),
    sequence(oid(OID.sha256)),
    new asn1js.Constructed({ idBlock: { tagClass: CONTEXT, tagNumber: 0 }, value: attributes }),
    signer.keyType === 'ec' ? sequence(oid(OID.ecdsaWithSha256)) : sequence(oid(OID.rsaEncryption), new asn1js.Null()),
    octets(signature),
  );
  const signedData = sequence(
    new asn1js.Integer({ value: 1 }),
    new asn1js.Set({ value: [sequence(oid(OID.sha256))] }),
    sequence(oid(OID.data)),
    new asn1js.Constructed({
      idBlock: { tagClass: CONTEXT, tagNumber: 0 },
      value: inDerOrder([signer.leaf, ...signer.intermediates].map(parsed)),
    }),
    new asn1js.Set({ value: [signerInfo] }),
  );
  return der(
    sequence(
      oid(OID.signedData),
      new asn1js.Constructed({ idBlock: { tagClass: CONTEXT, tagNumber: 0 }, value: [signedData] }),
    ),
  );
}

function signedAttributes(digest: Uint8Array, signer: Signer): asn1js.AsnType[] {
  const attribute = (type: string, value: asn1js.AsnType): asn1js.Sequence =>
    sequence(oid(type), new asn1js.Set({ value: [value] }));
  return inDerOrder([
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(essCertIdV2(signer.leaf)))),
  ]);
}

/** ESSCertIDv2 with the default hash SHA-256 left out, as DER demands of defaults; issuerSerial names the certificate. */
function essCertIdV2(leaf: Uint8Array): asn1js.Sequence {
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(Uint8Array.from(leaf).buffer);
  const directoryName = new asn1js.Constructed({
    idBlock: { tagClass: CONTEXT, tagNumber: 4 },
    value: [issuer.toSchema()],
  });
  return sequence(octets(Buffer.from(sha256Hex(leaf), 'hex')), sequence(sequence(directoryName), serialNumber));
}

function issuerAndSerial(leaf: Uint8Array): asn1js.Sequence {
  const { issuer, serialNumber } = pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(leaf).raw).buffer);
  return sequence(issuer.toSchema(), serialNumber);
}

/** DER wants the members of a SET OF in the order of their encodings (X.690 section 11.6); strict verifiers check it. */
function inDerOrder(nodes: readonly asn1js.AsnType[]): asn1js.AsnType[] {
  return [...nodes].sort((a, b) => Buffer.compare(der(a), der(b)));
}
