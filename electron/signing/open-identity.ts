import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { BridgeError } from '../../domain/bridge/errors';
import { sha256Hex } from '../fs/sha256';
import { CURVES, MIN_RSA_BITS } from '../pades/profile';
import { pem, type OwnRoot } from './create-identity';
import { decodePkcs12, decodeUnproved, type DecodedPkcs12 } from './decode-pkcs12';
import { ecdsaValue } from './ecdsa-value';
import type { OpenedIdentity, Signer } from './signer';

/**
 * Opens a .p12 made here or elsewhere. Throws BridgeError: wrong-passphrase, identity-unreadable (not a .p12, or its
 * encryption is unknown), identity-no-key, identity-weak (RSA below 2048 bits, an unknown curve or key type).
 * Whether the certificate is valid today is asked by `requireValid`, so that an expired identity can still be listed.
 */
export async function openIdentity(p12: Uint8Array, passphrase: string): Promise<OpenedIdentity> {
  return identityIn(await decodePkcs12(p12, passphrase));
}

/**
 * Opens a .p12 that is kept under the SHA-256 of its leaf: a key that opens and belongs to that certificate proves file and
 * passphrase, so that the many rounds of the file's MAC are gone through only to name what is wrong. Throws as `openIdentity`.
 */
export async function openKeptIdentity(
  p12: Uint8Array,
  passphrase: string,
  fingerprint: string,
): Promise<OpenedIdentity> {
  const decoded = await decodeUnproved(p12, passphrase);
  const identity = decoded === null ? null : identityOrNull(decoded);
  return identity?.signer.fingerprint === fingerprint ? identity : openIdentity(p12, passphrase);
}

function identityOrNull(decoded: DecodedPkcs12): OpenedIdentity | null {
  try {
    return identityIn(decoded);
  } catch {
    return null; // opened again with its MAC, and refused by name
  }
}

function identityIn(decoded: DecodedPkcs12): OpenedIdentity {
  const { privateKeys, certificates } = decoded;
  const { key, leaf } = keyToSignWith(privateKeys.map(privateKeyOf), certificates);
  const chain = chainOf(leaf, certificates);
  const keyType = requireStrong(key);
  const { organisation, issuer } = namesOf(leaf);
  const signer: Signer = {
    organisation,
    leaf: leaf.raw,
    intermediates: chain
      .slice(1)
      .filter((certificate) => !isSelfIssued(certificate))
      .map(({ raw }) => raw),
    keyType,
    fingerprint: sha256Hex(leaf.raw),
    sign: (data) => signatureOver(data, key),
  };
  const { namedCurve = '', modulusLength = '' } = key.asymmetricKeyDetails ?? {};
  return {
    signer,
    certificatePem: pem(chain.at(-1)!.raw),
    algorithm: keyType === 'ec' ? `ECDSA ${namedCurve}` : `RSA ${modulusLength}`,
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    issuer,
    keepsRoot: ownRootIn(decoded) !== null,
  };
}

/** The root that a .p12 brings with its key; null where it has none. */
export function ownRootIn({ privateKeys, certificates }: DecodedPkcs12): OwnRoot | null {
  const keys = privateKeys.map(privateKeyOf);
  const { leaf } = keyToSignWith(keys, certificates);
  const certificate = issuerOf(leaf, certificates);
  const key = keys.find((each) => certificate?.checkPrivateKey(each) === true);
  if (certificate === undefined || key === undefined || !certificate.ca) return null;
  const { organisation, issuer: root, commonName } = namesOf(leaf);
  return { key, certificate, names: { organisation, commonName, root } };
}

/** Refuses to sign outside the certificate's validity: BridgeError identity-expired with both dates. */
export function requireValid(identity: OpenedIdentity, now: Date): void {
  const { notBefore, notAfter } = identity;
  if (now < new Date(notBefore) || now > new Date(notAfter))
    throw new BridgeError('identity-expired', { notBefore, notAfter });
}

export function privateKeyOf(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new BridgeError('identity-unreadable', { what: 'key' }, { cause });
  }
}

/** Of several keys the one whose certificate is for signing: some authorities issue a second pair for encryption. */
export function keyToSignWith(keys: readonly KeyObject[], certificates: readonly X509Certificate[]) {
  const pairs = keys.flatMap((key) => {
    const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
    return leaf === undefined ? [] : [{ key, leaf }];
  });
  const pair = pairs.find(({ leaf }) => isForSigning(leaf)) ?? pairs[0];
  if (pair === undefined) throw new BridgeError('identity-no-key');
  return pair;
}

const KEY_USAGE = '2.5.29.15';
const SIGNING_BITS = 0b1100_0000;

function isForSigning(certificate: X509Certificate): boolean {
  const usage = x509Of(certificate).extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue as unknown;
  return !(usage instanceof asn1js.BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & SIGNING_BITS) !== 0;
}

function x509Of({ raw }: X509Certificate): pkijs.Certificate {
  return pkijs.Certificate.fromBER(Uint8Array.from(raw).buffer);
}

/** The leaf first, then each one's issuer as far as they are there. */
function chainOf(leaf: X509Certificate, certificates: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf];
  for (
    let issuer = issuerOf(leaf, certificates);
    issuer !== undefined && !chain.includes(issuer);
    issuer = issuerOf(issuer, certificates)
  )
    chain.push(issuer);
  return chain;
}

function issuerOf(certificate: X509Certificate, among: readonly X509Certificate[]): X509Certificate | undefined {
  if (isSelfIssued(certificate)) return undefined;
  return among.find((other) => certificate.checkIssued(other) && certificate.verify(other.publicKey));
}

function isSelfIssued(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer;
}

function requireStrong(key: KeyObject): Signer['keyType'] {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS) return 'rsa';
  if (type === 'ec' && CURVES.includes(details?.namedCurve ?? '')) return 'ec';
  throw new BridgeError('identity-weak', { algorithm: type ?? '', bits: details?.modulusLength ?? 0 });
}

function signatureOver(data: Uint8Array, key: KeyObject): Uint8Array {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === undefined) return sign('sha256', data, key);
  return ecdsaValue(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }), curve);
}

const NAME_PARTS = { organisation: '2.5.4.10', commonName: '2.5.4.3' } as const;

/** Read from the DER: the text that OpenSSL makes of a name has escapes in it. */
function namesOf(certificate: X509Certificate): Readonly<Record<'organisation' | 'commonName' | 'issuer', string>> {
  const { subject, issuer } = x509Of(certificate);
  const { organisation, commonName } = NAME_PARTS;
  return {
    organisation: namePart(subject, organisation) ?? namePart(subject, commonName) ?? certificate.subject,
    commonName: namePart(subject, commonName) ?? namePart(subject, organisation) ?? certificate.subject,
    issuer: namePart(issuer, commonName) ?? namePart(issuer, organisation) ?? certificate.issuer,
  };
}

function namePart(name: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const value: unknown = name.typesAndValues.find((part) => part.type === type)?.value.valueBlock;
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}
