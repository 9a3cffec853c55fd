import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import { OID } from '../pades/profile';
import { der, integer, octets, oid, sequence, setOf, tagged } from './asn1';
import { encrypted } from './passphrase-cipher';
import { pkcs12Mac } from './pkcs12-key';

const PKCS12_OID = {
  encryptedData: '1.2.840.113549.1.7.6',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  /** Ties the key to its certificate among several (RFC 2985 section 5.5.2). */
  localKeyId: '1.2.840.113549.1.9.21',
} as const;
const MAC_ITERATIONS = 100_000;

/** A .p12 (RFC 7292) with the key and its certificates, leaf first, both encrypted under the passphrase. */
export async function encodePkcs12(
  pkcs8: Uint8Array,
  certificates: readonly Uint8Array[],
  passphrase: string,
): Promise<Uint8Array> {
  const localKeyId = setOf(sequence(oid(PKCS12_OID.localKeyId), setOf(octets(Buffer.of(1)))));
  const key = await encrypted(pkcs8, passphrase);
  const keyBag = sequence(
    oid(PKCS12_OID.shroudedKeyBag),
    tagged(0, sequence(key.algorithm, octets(key.ciphertext))),
    localKeyId,
  );
  const certificateBags = certificates.map((certificate, index) =>
    sequence(
      oid(PKCS12_OID.certBag),
      tagged(0, sequence(oid(PKCS12_OID.x509Certificate), tagged(0, octets(certificate)))),
      ...(index === 0 ? [localKeyId] : []),
    ),
  );
  const authenticatedSafe = sequence(
    sequence(oid(OID.data), tagged(0, octets(der(sequence(keyBag))))),
    await encryptedData(der(sequence(...certificateBags)), passphrase),
  );
  return sealed(der(authenticatedSafe), passphrase);
}

/** ContentInfo with EncryptedData (RFC 5652 section 8). */
async function encryptedData(content: Uint8Array, passphrase: string): Promise<asn1js.Sequence> {
  const { algorithm, ciphertext } = await encrypted(content, passphrase);
  const encryptedContent = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: Uint8Array.from(ciphertext).buffer,
  });
  const contentInfo = sequence(oid(OID.data), algorithm, encryptedContent);
  return sequence(oid(PKCS12_OID.encryptedData), tagged(0, sequence(integer(0), contentInfo)));
}

/** PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData MacData } */
function sealed(content: Uint8Array, passphrase: string): Uint8Array {
  const salt = webcrypto.getRandomValues(new Uint8Array(16));
  const mac = pkcs12Mac('sha256', passphrase, salt, MAC_ITERATIONS, content);
  const algorithm = sequence(oid(OID.sha256), new asn1js.Null());
  return der(
    sequence(
      integer(3),
      sequence(oid(OID.data), tagged(0, octets(content))),
      sequence(sequence(algorithm, octets(mac)), octets(salt), integer(MAC_ITERATIONS)),
    ),
  );
}
