import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import { OID } from '../pades/profile';
import { der, integer, octets, oid, sequence, setOf, tagged } from './asn1';
import { encrypted, type Encrypted } from './passphrase-cipher';
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

/** Private keys as PKCS#8, DER, each with the certificates that it belongs to: its own first. */
export interface KeyPair {
  readonly pkcs8: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

/** A .p12 (RFC 7292) with keys and their certificates, leaf first, all encrypted under the passphrase. */
export async function encodePkcs12(pairs: readonly KeyPair[], passphrase: string): Promise<Uint8Array> {
  const certificateBags = pairs.flatMap(({ certificates }, pair) =>
    certificates.map((certificate, index) =>
      sequence(
        oid(PKCS12_OID.certBag),
        tagged(0, sequence(oid(PKCS12_OID.x509Certificate), tagged(0, octets(certificate)))),
        ...(index === 0 ? [localKeyId(pair)] : []),
      ),
    ),
  );
  const parts = [...pairs.map(({ pkcs8 }) => pkcs8), der(sequence(...certificateBags))];
  const ciphertexts = await encrypted(parts, passphrase);
  const keyBags = ciphertexts
    .slice(0, -1)
    .map(({ algorithm, ciphertext }, pair) =>
      sequence(oid(PKCS12_OID.shroudedKeyBag), tagged(0, sequence(algorithm, octets(ciphertext))), localKeyId(pair)),
    );
  const authenticatedSafe = sequence(
    sequence(oid(OID.data), tagged(0, octets(der(sequence(...keyBags))))),
    encryptedData(ciphertexts.at(-1)!), // the certificates are the last part
  );
  return sealed(der(authenticatedSafe), passphrase);
}

function localKeyId(pair: number): asn1js.Set {
  return setOf(sequence(oid(PKCS12_OID.localKeyId), setOf(octets(Buffer.of(pair + 1)))));
}

/** ContentInfo with EncryptedData (RFC 5652 section 8). */
function encryptedData({ algorithm, ciphertext }: Encrypted): asn1js.Sequence {
  const encryptedContent = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: Uint8Array.from(ciphertext).buffer,
  });
  const contentInfo = sequence(oid(OID.data), algorithm, encryptedContent);
  return sequence(oid(PKCS12_OID.encryptedData), tagged(0, sequence(integer(0), contentInfo)));
}

/** PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData MacData } */
async function sealed(content: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const salt = webcrypto.getRandomValues(new Uint8Array(16));
  const mac = await pkcs12Mac('sha256', passphrase, salt, MAC_ITERATIONS, content);
  const algorithm = sequence(oid(OID.sha256), new asn1js.Null());
  return der(
    sequence(
      integer(3),
      sequence(oid(OID.data), tagged(0, octets(content))),
      sequence(sequence(algorithm, octets(mac)), octets(salt), integer(MAC_ITERATIONS)),
    ),
  );
}
