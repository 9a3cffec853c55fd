import { randomBytes, type webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import { encodePkcs12 } from './encode-pkcs12';
import { pkijs, subtle, type WebKey } from './pki-engine';

export interface IdentityWish {
  readonly organisation: string;
  /** `own-ca`: a root that signs the leaf, so that the leaf can be renewed. `self-signed`: one certificate. */
  readonly kind: 'own-ca' | 'self-signed';
  readonly algorithm: 'ec-p256' | 'rsa-3072';
  readonly validYears: number;
  readonly now: Date;
}

export interface CreatedIdentity {
  readonly p12: Uint8Array;
  /** The certificate to hand out: whoever trusts it trusts this identity. */
  readonly certificatePem: string;
}

const ALGORITHMS = {
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256' },
  'rsa-3072': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 3072,
    publicExponent: Uint8Array.of(1, 0, 1),
  },
} as const;

const OID = {
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extKeyUsage: '2.5.29.37',
  subjectKeyId: '2.5.29.14',
  authorityKeyId: '2.5.29.35',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  emailProtection: '1.3.6.1.5.5.7.3.4',
} as const;

const KEY_USAGE = { signing: 0b1100_0000, certificates: 0b0000_0110 } as const; // first bit of the BIT STRING is the highest

/** Makes a key and its certificate, packed into a .p12 under the passphrase (PBES2, AES-256; MAC with SHA-256). */
export async function createIdentity(wish: IdentityWish, passphrase: string): Promise<CreatedIdentity> {
  const leafKeys = await generateKeys(wish);
  const { organisation } = wish;
  if (wish.kind === 'self-signed') {
    const leaf = await certify(wish, {
      subject: organisation,
      keys: leafKeys,
      issuer: organisation,
      issuerKeys: leafKeys,
      role: 'leaf',
    });
    return { p12: await encodePkcs12(await pkcs8(leafKeys), [leaf], passphrase), certificatePem: pem(leaf) };
  }
  const rootName = `${organisation} Root`;
  const rootKeys = await generateKeys(wish);
  const root = await certify(wish, {
    subject: rootName,
    keys: rootKeys,
    issuer: rootName,
    issuerKeys: rootKeys,
    role: 'root',
  });
  const leaf = await certify(wish, {
    subject: organisation,
    keys: leafKeys,
    issuer: rootName,
    issuerKeys: rootKeys,
    role: 'leaf',
  });
  return { p12: await encodePkcs12(await pkcs8(leafKeys), [leaf, root], passphrase), certificatePem: pem(root) };
}

type Keys = webcrypto.CryptoKeyPair;

async function generateKeys({ algorithm }: IdentityWish): Promise<Keys> {
  return subtle.generateKey(ALGORITHMS[algorithm], true, ['sign', 'verify']) as Promise<Keys>;
}

async function pkcs8(keys: Keys): Promise<ArrayBuffer> {
  return subtle.exportKey('pkcs8', keys.privateKey);
}

interface Certification {
  readonly subject: string;
  readonly keys: Keys;
  readonly issuer: string;
  readonly issuerKeys: Keys;
  readonly role: 'root' | 'leaf';
}

async function certify({ organisation, validYears, now }: IdentityWish, of: Certification): Promise<Uint8Array> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x01; // positive, and no leading zero (RFC 5280 section 4.1.2.2)
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer });
  certificate.issuer = nameOf(organisation, of.issuer);
  certificate.subject = nameOf(organisation, of.subject);
  certificate.notBefore.value = new Date(now.getTime() - 60_000); // clocks differ by a little
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + validYears);
  certificate.notAfter.value = until;
  const publicKey = of.keys.publicKey as unknown as WebKey;
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  certificate.extensions = await extensionsOf(of);
  await certificate.sign(of.issuerKeys.privateKey as unknown as WebKey, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

/** O and CN as two RDNs of one value each, as other programs expect to read them. */
function nameOf(organisation: string, commonName: string) {
  const rdn = (type: string, value: string): asn1js.Set =>
    new asn1js.Set({
      value: [
        new asn1js.Sequence({
          value: [new asn1js.ObjectIdentifier({ value: type }), new asn1js.Utf8String({ value })],
        }),
      ],
    });
  const name = new asn1js.Sequence({ value: [rdn(OID.organisation, organisation), rdn(OID.commonName, commonName)] });
  return pkijs.RelativeDistinguishedNames.fromBER(name.toBER(false));
}

async function extensionsOf({ keys, issuerKeys, role }: Certification) {
  const usage = role === 'root' ? KEY_USAGE.certificates : KEY_USAGE.signing;
  const unusedBits = role === 'root' ? 1 : 6;
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
  const keyId = async (of: Keys): Promise<ArrayBuffer> =>
    subtle.digest('SHA-1', await subtle.exportKey('spki', of.publicKey));
  const list = [
    extension(OID.basicConstraints, true, new pkijs.BasicConstraints({ cA: role === 'root' }).toSchema()),
    extension(OID.keyUsage, true, new asn1js.BitString({ valueHex: Uint8Array.of(usage).buffer, unusedBits })),
    extension(OID.subjectKeyId, false, new asn1js.OctetString({ valueHex: await keyId(keys) })),
    extension(
      OID.authorityKeyId,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: await keyId(issuerKeys) }),
      }).toSchema(),
    ),
  ];
  // emailProtection stands beside documentSigning because NSS and OpenSSL know no other purpose for signed documents.
  const purposes = new pkijs.ExtKeyUsage({ keyPurposes: [OID.documentSigning, OID.emailProtection] });
  return role === 'root' ? list : [...list, extension(OID.extKeyUsage, false, purposes.toSchema())];
}

/** DER as a PEM certificate. */
export function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
