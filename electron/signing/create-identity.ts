import { createHash, createPublicKey, KeyObject, sign, webcrypto, type X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { sha256Hex } from '../fs/sha256';
import { OID as PROFILE_OID } from '../pades/profile';
import { encodePkcs12, type KeyPair } from './encode-pkcs12';

export interface IdentityWish {
  readonly organisation: string;
  /** Name of the certificate; the organisation itself when it has no other. */
  readonly commonName?: string;
  /** `own-ca`: a root that signs the leaf, so that the leaf can be renewed. `self-signed`: one certificate. */
  readonly kind: 'own-ca' | 'self-signed';
  readonly algorithm: 'ec-p256' | 'rsa-3072';
  readonly validYears: number;
  readonly now: Date;
  /** The day of its issuer, beyond which no certificate goes. */
  readonly notAfter?: Date;
}

export interface CreatedIdentity {
  readonly p12: Uint8Array;
  /** The certificate to hand out: whoever trusts it trusts this identity. */
  readonly certificatePem: string;
  readonly organisation: string;
  /** `sha256:` and the hash of the leaf certificate, as a verification shows it. */
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
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
  sha256WithRsa: '1.2.840.113549.1.1.11',
} as const;

const KEY_USAGE = { signing: 0b1100_0000, certificates: 0b0000_0110 } as const; // first bit of the BIT STRING is the highest

/** A root signs leaf after leaf, and is handed out once: it outlives many of them. */
const ROOT_YEARS = 20;

/**
 * Makes a key and its certificate, packed into a .p12 under the passphrase (PBES2, AES-256; MAC with SHA-256). The key of an
 * own root is packed in beside, so that `issueLeaf` can follow.
 */
export async function createIdentity(wish: IdentityWish, passphrase: string): Promise<CreatedIdentity> {
  const leafKeys = await generateKeys(wish);
  const subject = wish.commonName ?? wish.organisation;
  if (wish.kind === 'self-signed') {
    const leaf = certify(wish, { subject, keys: leafKeys, issuer: subject, issuerKeys: leafKeys, role: 'leaf' });
    return packed(wish, leafKeys, [leaf], null, passphrase);
  }
  const rootName = `${wish.organisation} Root`;
  const rootKeys = await generateKeys(wish);
  const root = certify(
    { ...wish, validYears: ROOT_YEARS },
    {
      subject: rootName,
      keys: rootKeys,
      issuer: rootName,
      issuerKeys: rootKeys,
      role: 'root',
    },
  );
  const leaf = certify(wish, { subject, keys: leafKeys, issuer: rootName, issuerKeys: rootKeys, role: 'leaf' });
  return packed(wish, leafKeys, [leaf, root], rootKeys.privateKey, passphrase);
}

/** An own root with its key, and what a new leaf under it is called. */
export interface OwnRoot {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** O and CN of the leaf, CN of the root. */
  readonly names: { readonly organisation: string; readonly commonName: string; readonly root: string };
}

/** A new key and leaf under a root that is there; it ends no later than the root. */
export async function issueLeaf(
  { key, certificate, names }: OwnRoot,
  { validYears, now }: Pick<IdentityWish, 'validYears' | 'now'>,
  passphrase: string,
): Promise<CreatedIdentity> {
  const algorithm = key.asymmetricKeyType === 'rsa' ? 'rsa-3072' : 'ec-p256';
  const { organisation, commonName, root: issuer } = names;
  const notAfter = new Date(certificate.validTo);
  const wish = { organisation, commonName, kind: 'own-ca', algorithm, validYears, now, notAfter } as const;
  const leafKeys = await generateKeys(wish);
  const issuerKeys = { privateKey: key, publicKey: createPublicKey(key) };
  const leaf = certify(wish, { subject: commonName, keys: leafKeys, issuer, issuerKeys, role: 'leaf' });
  return packed(wish, leafKeys, [leaf, certificate.raw], key, passphrase);
}

/** `chain`: leaf first; its last certificate is the one to hand out. */
async function packed(
  wish: IdentityWish,
  { privateKey }: Keys,
  chain: readonly [Uint8Array, ...Uint8Array[]],
  rootKey: KeyObject | null,
  passphrase: string,
): Promise<CreatedIdentity> {
  const { from, to } = validityOf(wish);
  const [leaf, ...above] = chain;
  const pairs: KeyPair[] =
    rootKey === null
      ? [{ pkcs8: pkcs8Of(privateKey), certificates: chain }]
      : [
          { pkcs8: pkcs8Of(privateKey), certificates: [leaf] },
          { pkcs8: pkcs8Of(rootKey), certificates: above },
        ];
  return {
    p12: await encodePkcs12(pairs, passphrase),
    certificatePem: pem(chain.at(-1)!),
    organisation: wish.organisation,
    fingerprint: `sha256:${sha256Hex(chain[0])}`,
    notBefore: from.toISOString(),
    notAfter: to.toISOString(),
  };
}

export function pkcs8Of(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'pkcs8' });
}

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

async function generateKeys({ algorithm }: Pick<IdentityWish, 'algorithm'>): Promise<Keys> {
  const pair = await webcrypto.subtle.generateKey(ALGORITHMS[algorithm], true, ['sign', 'verify']);
  return { privateKey: KeyObject.from(pair.privateKey), publicKey: KeyObject.from(pair.publicKey) };
}

/** Whole seconds, as certificates count; from a minute ago, as clocks differ by a little. */
function validityOf({ now, validYears, notAfter }: IdentityWish): { readonly from: Date; readonly to: Date } {
  const start = Math.floor(now.getTime() / 1000) * 1000;
  const to = new Date(start);
  to.setUTCFullYear(to.getUTCFullYear() + validYears);
  return { from: new Date(start - 60_000), to: notAfter !== undefined && notAfter < to ? notAfter : to };
}

interface Certification {
  readonly subject: string;
  readonly keys: Keys;
  readonly issuer: string;
  readonly issuerKeys: Keys;
  readonly role: 'root' | 'leaf';
}

function certify(wish: IdentityWish, of: Certification): Uint8Array {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = webcrypto.getRandomValues(new Uint8Array(16));
  serial[0] = (serial[0]! & 0x7f) | 0x01; // positive, and no leading zero (RFC 5280 section 4.1.2.2)
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial.buffer });
  certificate.issuer = nameOf(wish.organisation, of.issuer);
  certificate.subject = nameOf(wish.organisation, of.subject);
  const { from, to } = validityOf(wish);
  certificate.notBefore.value = from;
  certificate.notAfter.value = to;
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(spki(of.keys));
  certificate.extensions = extensionsOf(of);
  // Not `certificate.sign`: for RSA it leaves out the NULL that RFC 4055 section 5 demands of the algorithm.
  certificate.signature = signatureAlgorithm(wish);
  certificate.signatureAlgorithm = signatureAlgorithm(wish);
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  const signature = sign('sha256', certificate.tbsView, of.issuerKeys.privateKey);
  certificate.signatureValue = new asn1js.BitString({ valueHex: Uint8Array.from(signature).buffer });
  return new Uint8Array(certificate.toSchema(true).toBER());
}

function signatureAlgorithm({ algorithm }: IdentityWish) {
  return algorithm === 'ec-p256'
    ? new pkijs.AlgorithmIdentifier({ algorithmId: PROFILE_OID.ecdsaWithSha256 })
    : new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256WithRsa, algorithmParams: new asn1js.Null() });
}

function spki({ publicKey }: Keys): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
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

function extensionsOf({ keys, issuerKeys, role }: Certification) {
  const usage = role === 'root' ? KEY_USAGE.certificates : KEY_USAGE.signing;
  const unusedBits = role === 'root' ? 1 : 6;
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
  /** Only a name for the key: RFC 5280 section 4.2.1.2 leaves open how it is made. */
  const keyId = (of: Keys): ArrayBuffer =>
    Uint8Array.from(createHash('sha256').update(spki(of)).digest().subarray(0, 20)).buffer;
  const list = [
    extension(OID.basicConstraints, true, new pkijs.BasicConstraints({ cA: role === 'root' }).toSchema()),
    extension(OID.keyUsage, true, new asn1js.BitString({ valueHex: Uint8Array.of(usage).buffer, unusedBits })),
    extension(OID.subjectKeyId, false, new asn1js.OctetString({ valueHex: keyId(keys) })),
    extension(
      OID.authorityKeyId,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: keyId(issuerKeys) }),
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
