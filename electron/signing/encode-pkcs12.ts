import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { OID } from '../pades/profile';
import { pkijs } from './pki-engine';
import { pkcs12Mac } from './pkcs12-mac';

type AesKey = Parameters<
  InstanceType<typeof pkijs.PKCS8ShroudedKeyBag>['makeInternalValues']
>[0]['contentEncryptionAlgorithm'] & { length: number };

const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
/** Ties the key to its certificate among several (RFC 2985 section 5.5.2). */
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const KEY_ITERATIONS = 210_000;
const MAC_ITERATIONS = 100_000;
const SALT_BYTES = 16;

/** A .p12 (RFC 7292) with the key and its certificates, leaf first, both encrypted under the passphrase. */
export async function encodePkcs12(
  pkcs8: ArrayBuffer,
  certificates: readonly Uint8Array[],
  passphrase: string,
): Promise<Uint8Array> {
  const encryption = {
    password: new TextEncoder().encode(passphrase).buffer,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as AesKey,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: KEY_ITERATIONS,
  };
  const keyBag = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(pkcs8) });
  await keyBag.makeInternalValues(encryption);
  const localKeyId = () =>
    new pkijs.Attribute({
      type: LOCAL_KEY_ID,
      values: [new asn1js.OctetString({ valueHex: Uint8Array.of(1).buffer })],
    });
  const bags = certificates.map(
    (der, index) =>
      new pkijs.SafeBag({
        bagId: CERT_BAG,
        bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(der) }),
        ...(index === 0 ? { bagAttributes: [localKeyId()] } : {}),
      }),
  );
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        {
          privacyMode: 0,
          value: new pkijs.SafeContents({
            safeBags: [new pkijs.SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: keyBag, bagAttributes: [localKeyId()] })],
          }),
        },
        { privacyMode: 1, value: new pkijs.SafeContents({ safeBags: bags }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, encryption] });
  return sealed(new Uint8Array(safe.toSchema().toBER(false)), passphrase);
}

/** PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData MacData } */
function sealed(content: Uint8Array, passphrase: string): Uint8Array {
  const salt = new Uint8Array(randomBytes(SALT_BYTES));
  const mac = pkcs12Mac('sha256', passphrase, salt, MAC_ITERATIONS, content);
  const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
  const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value });
  const algorithm = sequence(new asn1js.ObjectIdentifier({ value: OID.sha256 }), new asn1js.Null());
  const pfx = sequence(
    new asn1js.Integer({ value: 3 }),
    sequence(
      new asn1js.ObjectIdentifier({ value: OID.data }),
      new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [octets(content)] }),
    ),
    sequence(sequence(algorithm, octets(mac)), octets(salt), new asn1js.Integer({ value: MAC_ITERATIONS })),
  );
  return new Uint8Array(pfx.toBER(false));
}
