import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import forge from 'node-forge';
import { BridgeError } from '../../domain/bridge/errors';
import { pkijs } from './pki-engine';
import { pkcs12Mac } from './pkcs12-mac';

export interface DecodedPkcs12 {
  /** PKCS#8, DER, unencrypted: keep it in memory no longer than needed. */
  readonly privateKey: Uint8Array;
  readonly certificates: readonly X509Certificate[];
}

const MAX_BYTES = 1024 * 1024;
const MAX_ITERATIONS = 10_000_000;
const MAC_HASHES: Readonly<Record<string, 'sha1' | 'sha256' | 'sha384' | 'sha512'>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const unreadable = (what: string, cause?: unknown): BridgeError =>
  new BridgeError('identity-unreadable', { what }, { cause });

/** Opens the safe: checks the MAC first, so that a wrong passphrase is told from a file that cannot be read. */
export async function decodePkcs12(p12: Uint8Array, passphrase: string): Promise<DecodedPkcs12> {
  if (p12.length > MAX_BYTES) throw unreadable('size');
  let pfx: InstanceType<typeof pkijs.PFX>;
  try {
    pfx = pkijs.PFX.fromBER(Uint8Array.from(p12).buffer);
  } catch (error) {
    throw unreadable('not-pkcs12', error);
  }
  refuseManyIterations(asn1js.fromBER(Uint8Array.from(p12).buffer).result, 0);
  checkMac(pfx, passphrase);
  try {
    return await decodeModern(pfx, passphrase);
  } catch (error) {
    if (error instanceof BridgeError) throw error;
    return decodeLegacy(p12, passphrase);
  }
}

/** A count of iterations is the file's own wish; a hostile one would keep this process busy for hours. */
function refuseManyIterations(node: unknown, depth: number): void {
  if (depth > 24) throw unreadable('nesting');
  if (node instanceof asn1js.Integer) {
    const small = node.valueBlock.valueHexView.length <= 8;
    if (small && Number(node.toBigInt()) > MAX_ITERATIONS && node.valueBlock.valueHexView.length <= 5)
      throw unreadable('iterations');
    return;
  }
  if (node instanceof asn1js.OctetString && node.valueBlock.valueHexView.length > 32) {
    const inner = asn1js.fromBER(Uint8Array.from(node.valueBlock.valueHexView).buffer);
    if (inner.offset > 0) refuseManyIterations(inner.result, depth + 1);
  }
  const children = (node as { valueBlock?: { value?: unknown } }).valueBlock?.value;
  if (Array.isArray(children)) for (const child of children) refuseManyIterations(child, depth + 1);
}

function checkMac(pfx: InstanceType<typeof pkijs.PFX>, passphrase: string): void {
  const { macData, authSafe } = pfx;
  if (macData === undefined || !(authSafe.content instanceof asn1js.OctetString)) throw unreadable('no-mac');
  const hash = MAC_HASHES[macData.mac.digestAlgorithm.algorithmId];
  if (hash === undefined) throw unreadable('mac-algorithm');
  const expected = Buffer.from(macData.mac.digest.valueBlock.valueHexView);
  const content = new Uint8Array(authSafe.content.getValue());
  const mac = pkcs12Mac(hash, passphrase, macData.macSalt.valueBlock.valueHexView, macData.iterations ?? 1, content);
  if (!expected.equals(mac)) throw new BridgeError('wrong-passphrase');
}

/** PBES2 (AES), as current programs write it; there the passphrase is UTF-8 (RFC 8018). */
async function decodeModern(pfx: InstanceType<typeof pkijs.PFX>, passphrase: string): Promise<DecodedPkcs12> {
  const password = new TextEncoder().encode(passphrase).buffer;
  await pfx.parseInternalValues({ password, checkIntegrity: false });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (safe === undefined) throw unreadable('no-safe');
  await safe.parseInternalValues({
    safeContents: safe.safeContents.map(({ contentType }) =>
      contentType === '1.2.840.113549.1.7.6' ? { password } : {},
    ),
  });
  const contents = (safe.parsedValue as { safeContents: { value: InstanceType<typeof pkijs.SafeContents> }[] })
    .safeContents;
  let privateKey: Uint8Array | null = null;
  const certificates: X509Certificate[] = [];
  for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
    if (bagValue instanceof pkijs.PKCS8ShroudedKeyBag) {
      await (
        bagValue as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }
      ).parseInternalValues({ password });
      privateKey ??= new Uint8Array(bagValue.parsedValue!.toSchema().toBER(false));
    } else if (bagValue instanceof pkijs.PrivateKeyInfo)
      privateKey ??= new Uint8Array(bagValue.toSchema().toBER(false));
    else if (bagValue instanceof pkijs.CertBag && bagValue.parsedValue instanceof pkijs.Certificate)
      certificates.push(new X509Certificate(Buffer.from(bagValue.parsedValue.toSchema(false).toBER(false))));
  }
  if (privateKey === null) throw new BridgeError('identity-no-key');
  return { privateKey, certificates };
}

/** The old PKCS#12 ciphers (3DES, RC2), which older programs and some authorities still write. */
function decodeLegacy(p12: Uint8Array, passphrase: string): DecodedPkcs12 {
  try {
    const der = forge.util.createBuffer(Buffer.from(p12).toString('binary'));
    const decoded = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(der), false, passphrase);
    const bags = decoded.safeContents.flatMap(({ safeBags }) => safeBags);
    const isKey = (type: string | undefined): boolean =>
      type === forge.pki.oids['pkcs8ShroudedKeyBag'] || type === forge.pki.oids['keyBag'];
    const keyBag = bags.find(({ type }) => isKey(type));
    if (keyBag === undefined) throw new BridgeError('identity-no-key');
    const keyInfo =
      keyBag.key == null ? keyBag.asn1 : forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keyBag.key));
    const bytesOf = (node: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary');
    const certificates = bags
      .filter(({ type }) => type === forge.pki.oids['certBag'])
      .map((bag) => new X509Certificate(bytesOf(bag.cert == null ? bag.asn1 : forge.pki.certificateToAsn1(bag.cert))));
    return { privateKey: bytesOf(keyInfo), certificates };
  } catch (error) {
    throw error instanceof BridgeError ? error : unreadable('encryption', error);
  }
}
