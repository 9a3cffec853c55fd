import { BridgeError } from '../../domain/bridge/errors';
import { issueLeaf, pkcs8Of, type CreatedIdentity } from './create-identity';
import { decodePkcs12, type DecodedPkcs12 } from './decode-pkcs12';
import { encodePkcs12, type KeyPair } from './encode-pkcs12';
import { keyToSignWith, ownRootIn, privateKeyOf } from './open-identity';

/** The same keys and certificates under another passphrase. Throws as `openIdentity`. */
export async function underPassphrase(p12: Uint8Array, passphrase: string, next: string): Promise<Uint8Array> {
  return encodePkcs12(pairsOf(await decodePkcs12(p12, passphrase)), next);
}

/** The identity as it is given to another machine: without the key of its root, which stays. Throws as `openIdentity`. */
export async function withoutRootKey(p12: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decoded = await decodePkcs12(p12, passphrase);
  const [own] = pairsOf(decoded);
  const certificates = distinct([...own!.certificates, ...decoded.certificates.map(({ raw }) => raw)]);
  return encodePkcs12([{ ...own!, certificates }], passphrase); // opened, so that there is a key
}

/**
 * A new key and certificate under the root that the file keeps, and the root with it, under the same passphrase. Throws as
 * `openIdentity`; identity-no-root where no key of a root is kept, identity-expired where the root has ended.
 */
export async function renewIdentity(
  p12: Uint8Array,
  passphrase: string,
  when: { readonly validYears: number; readonly now: Date },
): Promise<CreatedIdentity> {
  const root = ownRootIn(await decodePkcs12(p12, passphrase));
  if (root === null) throw new BridgeError('identity-no-root');
  const [notBefore, notAfter] = [new Date(root.certificate.validFrom), new Date(root.certificate.validTo)];
  if (when.now < notBefore || when.now > notAfter)
    throw new BridgeError('identity-expired', { notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() });
  return issueLeaf(root, when, passphrase);
}

/** Keys with their certificates, the one that signs first; certificates without a key stand behind its own. */
function pairsOf({ privateKeys, certificates }: DecodedPkcs12): KeyPair[] {
  const keys = privateKeys.map(privateKeyOf);
  const { key: signing } = keyToSignWith(keys, certificates);
  const others = keys.filter((key) => key !== signing);
  const owned = [signing, ...others].map((key) => ({
    key,
    certificates: certificates.filter((certificate) => certificate.checkPrivateKey(key)),
  }));
  const apart = certificates.filter((certificate) => !owned.some((pair) => pair.certificates.includes(certificate)));
  return owned.map(({ key, certificates: own }, index) => ({
    pkcs8: pkcs8Of(key),
    certificates: [...own, ...(index === 0 ? apart : [])].map(({ raw }) => raw),
  }));
}

function distinct(certificates: readonly Uint8Array[]): Uint8Array[] {
  return certificates.filter(
    (one, index) => certificates.findIndex((other) => Buffer.compare(one, other) === 0) === index,
  );
}
