import { timingSafeEqual, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { BridgeError } from '../../domain/bridge/errors';
import { OID } from '../pades/profile';
import { encodingOf, members, octetsOf, oidOf, parsed } from './asn1';
import { CipherRefusal, decrypted, isPbes2, takeIterations, type Derivations } from './passphrase-cipher';
import { pkcs12Mac, type Pkcs12Hash } from './pkcs12-key';

export interface DecodedPkcs12 {
  /** PKCS#8, DER, unencrypted: keep them in memory no longer than needed. */
  readonly privateKeys: readonly Uint8Array[];
  readonly certificates: readonly X509Certificate[];
}

const MAX_BYTES = 1024 * 1024;
/** For the MAC and all encrypted parts of one file together; ours takes a quarter, OpenSSL's default 6144. */
const MAX_ITERATIONS = 2_000_000;
const MAX_BAGS = 64;
const MAX_SALT_BYTES = 1024;

const BAG = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
  encryptedData: '1.2.840.113549.1.7.6',
} as const;
const MAC_HASHES: Readonly<Record<string, Pkcs12Hash>> = {
  '1.3.14.3.2.26': 'sha1',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

const unreadable = (what: string, cause?: unknown): BridgeError =>
  new BridgeError('identity-unreadable', { what }, { cause });

interface Opening {
  readonly passphrase: string;
  readonly budget: Derivations;
  /** False once a key was found that no passphrase protects, or one by a cipher of old. */
  sealed: boolean;
  readonly privateKeys: Uint8Array[];
  readonly certificates: X509Certificate[];
}

/**
 * Opens a .p12 (RFC 7292): checks the MAC first, so that a wrong passphrase is told from a file that cannot be read.
 * Throws BridgeError: wrong-passphrase, or identity-unreadable with `what`: size, not-pkcs12, no-mac, mac-algorithm,
 * iterations, encryption, content. Nothing in the file makes it run long or throw anything else.
 */
export function decodePkcs12(p12: Uint8Array, passphrase: string): Promise<DecodedPkcs12> {
  return refusing(p12, () => decode(p12, passphrase, checkMac));
}

/**
 * Opens a .p12 without its MAC, whose rounds take most of the time: for a caller that knows what has to come out. Null
 * where the passphrase did not open it, or a key in it stands open to any passphrase.
 */
export async function decodeUnproved(p12: Uint8Array, passphrase: string): Promise<DecodedPkcs12 | null> {
  const decoded = await refusing(p12, () => decode(p12, passphrase, null)).catch(() => null);
  return decoded?.sealed === true ? decoded : null;
}

async function refusing<T>(p12: Uint8Array, read: () => Promise<T>): Promise<T> {
  if (p12.length > MAX_BYTES) throw unreadable('size');
  try {
    return await read();
  } catch (error) {
    if (error instanceof BridgeError) throw error;
    throw unreadable(error instanceof CipherRefusal ? error.what : 'content', error);
  }
}

async function decode(p12: Uint8Array, passphrase: string, check: typeof checkMac | null): Promise<Opening> {
  const [version, authSafe, macData] = members(parsed(p12));
  const content = dataOf(authSafe);
  if (!(version instanceof asn1js.Integer) || content === null) throw unreadable('not-pkcs12');
  const budget = { left: MAX_ITERATIONS, keys: new Map<string, Promise<Buffer>>() };
  const opening: Opening = { passphrase, budget, sealed: true, privateKeys: [], certificates: [] };
  await check?.(macData, content, opening);
  let bags = 0;
  for (const contentInfo of members(parsed(content)))
    for (const bag of members(parsed(await safeContents(contentInfo, opening)))) {
      if (++bags > MAX_BAGS) throw unreadable('content');
      await openBag(bag, opening);
    }
  return opening;
}

/** Content of a ContentInfo of type data; null for any other. */
function dataOf(contentInfo: asn1js.AsnType | undefined): Buffer | null {
  const [type, explicit] = members(contentInfo);
  return oidOf(type) === OID.data ? octetsOf(members(explicit)[0]) : null;
}

async function checkMac(
  macData: asn1js.AsnType | undefined,
  content: Buffer,
  { passphrase, budget }: Opening,
): Promise<void> {
  const [digestInfo, salt, iterations] = members(macData);
  const [algorithm, digest] = members(digestInfo);
  const expected = octetsOf(digest);
  const saltBytes = octetsOf(salt);
  if (expected === null || saltBytes === null || saltBytes.length > MAX_SALT_BYTES) throw unreadable('no-mac');
  const hash = MAC_HASHES[oidOf(members(algorithm)[0])];
  if (hash === undefined) throw unreadable('mac-algorithm');
  const count = iterations === undefined ? 1 : takeIterations(iterations, budget);
  const mac = await pkcs12Mac(hash, passphrase, saltBytes, count, content);
  if (expected.length !== mac.length || !timingSafeEqual(expected, mac)) throw new BridgeError('wrong-passphrase');
}

/** SafeContents of one member of the authenticated safe, decrypted if it has to be (RFC 7292 section 4.1). */
async function safeContents(contentInfo: asn1js.AsnType, { passphrase, budget }: Opening): Promise<Buffer> {
  const plain = dataOf(contentInfo);
  if (plain !== null) return plain;
  const [type, explicit] = members(contentInfo);
  const [, encryptedContent] = members(members(explicit)[0]);
  const [, algorithm, ciphertext] = members(encryptedContent);
  const bytes = octetsOf(ciphertext);
  if (oidOf(type) !== BAG.encryptedData || bytes === null) throw unreadable('encryption');
  return decrypted(algorithm, bytes, passphrase, budget);
}

async function openBag(bag: asn1js.AsnType, opening: Opening): Promise<void> {
  const [type, explicit] = members(bag);
  const [value] = members(explicit);
  switch (oidOf(type)) {
    case BAG.key:
      opening.sealed = false;
      if (value !== undefined) opening.privateKeys.push(encodingOf(value));
      return;
    case BAG.shroudedKey: {
      const [algorithm, ciphertext] = members(value);
      const bytes = octetsOf(ciphertext) ?? Buffer.alloc(0);
      if (!isPbes2(algorithm)) opening.sealed = false;
      opening.privateKeys.push(await decrypted(algorithm, bytes, opening.passphrase, opening.budget));
      return;
    }
    case BAG.certificate: {
      const [kind, content] = members(value);
      const bytes = octetsOf(members(content)[0]);
      if (oidOf(kind) === BAG.x509 && bytes !== null) opening.certificates.push(new X509Certificate(bytes));
    }
  }
}
