import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { BridgeError } from '../../domain/bridge/errors';
import { sha256Hex } from '../fs/sha256';
import { CURVES, MIN_RSA_BITS } from '../pades/profile';
import { pem } from './create-identity';
import { decodePkcs12 } from './decode-pkcs12';
import type { OpenedIdentity, Signer } from './signer';

/**
 * Opens a .p12 made here or elsewhere. Throws BridgeError: wrong-passphrase, identity-unreadable (not a .p12, or its
 * encryption is unknown), identity-no-key, identity-weak (RSA below 2048 bits, an unknown curve or key type).
 * Whether the certificate is valid today is asked by `requireValid`, so that an expired identity can still be listed.
 */
export async function openIdentity(p12: Uint8Array, passphrase: string): Promise<OpenedIdentity> {
  const { privateKey, certificates } = await decodePkcs12(p12, passphrase);
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const chain = chainOf(key, certificates);
  const leaf = chain[0]!;
  const keyType = requireStrong(key);
  const outermost = chain.at(-1)!;
  const signer: Signer = {
    organisation: nameOf(leaf),
    leaf: leaf.raw,
    intermediates: chain
      .slice(1)
      .filter((certificate) => !isSelfIssued(certificate))
      .map(({ raw }) => raw),
    keyType,
    fingerprint: sha256Hex(leaf.raw),
    sign: (data) => sign('sha256', data, key), // node:crypto gives ECDSA signatures as DER, as CMS wants them
  };
  return {
    signer,
    certificatePem: pem(outermost.raw),
    algorithm:
      keyType === 'ec'
        ? `ECDSA ${key.asymmetricKeyDetails?.namedCurve ?? ''}`
        : `RSA ${key.asymmetricKeyDetails?.modulusLength ?? ''}`,
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    issuer: commonNameOf(leaf.issuer),
  };
}

/** Refuses to sign outside the certificate's validity: BridgeError identity-expired with both dates. */
export function requireValid(identity: OpenedIdentity, now: Date): void {
  const { notBefore, notAfter } = identity;
  if (now < new Date(notBefore) || now > new Date(notAfter))
    throw new BridgeError('identity-expired', { notBefore, notAfter });
}

/** The certificate of the key first, then each one's issuer as far as they are there. */
function chainOf(key: KeyObject, certificates: readonly X509Certificate[]): X509Certificate[] {
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (leaf === undefined) throw new BridgeError('identity-no-key');
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

function nameOf(certificate: X509Certificate): string {
  return /^O=(.*)$/m.exec(certificate.subject)?.[1] ?? commonNameOf(certificate.subject);
}

function commonNameOf(name: string): string {
  return /^CN=(.*)$/m.exec(name)?.[1] ?? name;
}
