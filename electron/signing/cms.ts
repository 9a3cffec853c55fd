import * as asn1js from 'asn1js';
import { sha256Hex } from '../fs/sha256';
import { OID } from '../pades/profile';
import { der, encodingOf, integer, members, octets, oid, parsed, sequence, wrapped } from './asn1';
import type { Signer } from './signer';

const TAG = { sequence: 0x30, set: 0x31, explicit0: 0xa0, directoryName: 0xa4 } as const;
const VERSION_1 = der(integer(1));
const SHA_256 = der(sequence(oid(OID.sha256)));

/**
 * Detached CMS SignedData for PAdES B-B (RFC 5652; ETSI EN 319 122-1), DER.
 * Signed attributes: content-type, message-digest, signing-certificate-v2 (RFC 5035). No signing-time: a PDF states it in /M.
 */
export function detachedCms(digest: Uint8Array, signer: Signer): Uint8Array {
  const attributes = inDerOrder(signedAttributes(digest, signer));
  const { issuer, serial } = issuerAndSerialOf(signer.leaf);
  const algorithm = signer.keyType === 'ec' ? [oid(OID.ecdsaWithSha256)] : [oid(OID.rsaEncryption), new asn1js.Null()];
  const signerInfo = wrapped(
    TAG.sequence,
    VERSION_1,
    wrapped(TAG.sequence, issuer, serial),
    SHA_256,
    // What is signed is the SET OF itself; in the message it stands under the implicit tag [0] (RFC 5652 section 5.4).
    wrapped(TAG.explicit0, ...attributes),
    der(sequence(...algorithm)),
    der(octets(signer.sign(wrapped(TAG.set, ...attributes)))),
  );
  const signedData = wrapped(
    TAG.sequence,
    VERSION_1,
    wrapped(TAG.set, SHA_256),
    der(sequence(oid(OID.data))),
    wrapped(TAG.explicit0, ...inDerOrder([signer.leaf, ...signer.intermediates])),
    wrapped(TAG.set, signerInfo),
  );
  return wrapped(TAG.sequence, der(oid(OID.signedData)), wrapped(TAG.explicit0, signedData));
}

function signedAttributes(digest: Uint8Array, { leaf, intermediates }: Signer): Uint8Array[] {
  const attribute = (type: string, value: Uint8Array): Uint8Array =>
    wrapped(TAG.sequence, der(oid(type)), wrapped(TAG.set, value));
  // The intermediates are named too: certificates embedded in a CMS are covered by nothing else.
  const certificateIds = [leaf, ...intermediates].map(essCertIdV2);
  return [
    attribute(OID.contentType, der(oid(OID.data))),
    attribute(OID.messageDigest, der(octets(digest))),
    attribute(OID.signingCertificateV2, wrapped(TAG.sequence, wrapped(TAG.sequence, ...certificateIds))),
  ];
}

/** ESSCertIDv2 with the default hash SHA-256 left out, as DER demands of defaults; issuerSerial names the certificate. */
function essCertIdV2(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerialOf(certificate);
  const hash = Buffer.from(sha256Hex(certificate), 'hex');
  const generalNames = wrapped(TAG.sequence, wrapped(TAG.directoryName, issuer));
  return wrapped(TAG.sequence, der(octets(hash)), wrapped(TAG.sequence, generalNames, serial));
}

/** DER of issuer and serial number as they stand in a certificate (RFC 5280 section 4.1). */
function issuerAndSerialOf(certificate: Uint8Array): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const fields = members(members(parsed(certificate))[0]);
  const [serial, , issuer] = fields[0] instanceof asn1js.Integer ? fields : fields.slice(1); // the version may stand before it
  if (serial === undefined || issuer === undefined) throw new Error('malformed certificate');
  return { issuer: encodingOf(issuer), serial: encodingOf(serial) };
}

/** DER wants the members of a SET OF in the order of their encodings (X.690 section 11.6); strict verifiers check it. */
function inDerOrder(encodings: readonly Uint8Array[]): Uint8Array[] {
  return [...encodings].sort((a, b) => Buffer.compare(a, b));
}
