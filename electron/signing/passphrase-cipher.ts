import { createCipheriv, createDecipheriv, pbkdf2, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import forge from 'node-forge';
import { countOf, integer, members, octets, octetsOf, oid, oidOf, sequence } from './asn1';
import { derivePkcs12, PURPOSE } from './pkcs12-key';

const OID = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacWithSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
} as const;

const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  [OID.hmacWithSha256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const CIPHERS: Readonly<
  Record<string, { readonly name: string; readonly keyBytes: number; readonly ivBytes: number }>
> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16, ivBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24, ivBytes: 16 },
  [OID.aes256Cbc]: { name: 'aes-256-cbc', keyBytes: 32, ivBytes: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8 },
};
/** PBE of PKCS#12 with SHA-1 (RFC 7292 appendix C): what older programs and some authorities still write. */
const LEGACY: Readonly<Record<string, { readonly cipher: 'des-ede3-cbc' | 'rc2'; readonly keyBytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3-cbc', keyBytes: 24 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyBytes: 5 },
};
const LEGACY_IV_BYTES = 8;
const KEY_ITERATIONS = 210_000;

const derive = promisify(pbkdf2);

/** What one opening of a file may cost, and the keys it has come by. */
export interface Derivations {
  /** The file's own wish for iterations is met out of this; a hostile one would keep the process busy for hours. */
  left: number;
  /** By parameters: parts under one salt have one key. */
  readonly keys: Map<string, Promise<Buffer>>;
}

export class CipherRefusal extends Error {
  readonly what: 'encryption' | 'iterations';

  constructor(what: 'encryption' | 'iterations', cause?: unknown) {
    super(what, { cause });
    this.name = 'CipherRefusal';
    this.what = what;
  }
}

/** A count of iterations the file asks for, taken out of the budget. Throws CipherRefusal `iterations`. */
export function takeIterations(node: asn1js.AsnType | undefined, budget: Derivations): number {
  const count = wholeCount(node);
  take(count, budget);
  return count;
}

function wholeCount(node: asn1js.AsnType | undefined): number {
  const count = countOf(node);
  if (count === null || count < 1) throw new CipherRefusal('iterations');
  return count;
}

function take(count: number, budget: Derivations): void {
  if (count > budget.left) throw new CipherRefusal('iterations');
  budget.left -= count;
}

/** One ciphertext with the AlgorithmIdentifier that opens it. */
export interface Encrypted {
  readonly algorithm: asn1js.Sequence;
  readonly ciphertext: Buffer;
}

/**
 * PBES2 (RFC 8018 section 6.2): PBKDF2 with HMAC-SHA-256, AES-256-CBC. The parts of one file share a salt, so that one
 * derivation opens all of them; each has an IV of its own.
 */
export async function encrypted(parts: readonly Uint8Array[], passphrase: string): Promise<Encrypted[]> {
  const salt = webcrypto.getRandomValues(new Uint8Array(16));
  const key = await derive(passphrase, salt, KEY_ITERATIONS, 32, 'sha256');
  return parts.map((data) => {
    const iv = webcrypto.getRandomValues(new Uint8Array(16));
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const algorithm = sequence(
      oid(OID.pbes2),
      sequence(
        sequence(
          oid(OID.pbkdf2),
          sequence(octets(salt), integer(KEY_ITERATIONS), sequence(oid(OID.hmacWithSha256), new asn1js.Null())),
        ),
        sequence(oid(OID.aes256Cbc), octets(iv)),
      ),
    );
    return { algorithm, ciphertext: Buffer.concat([cipher.update(data), cipher.final()]) };
  });
}

/** By today's scheme, whose padding a wrong passphrase hardly ever meets. */
export function isPbes2(algorithm: asn1js.AsnType | undefined): boolean {
  return oidOf(members(algorithm)[0]) === OID.pbes2;
}

/** Throws CipherRefusal when the algorithm is unknown, asks for too many iterations, or the text does not decrypt. */
export async function decrypted(
  algorithm: asn1js.AsnType | undefined,
  ciphertext: Uint8Array,
  passphrase: string,
  budget: Derivations,
): Promise<Buffer> {
  const [name, parameters] = members(algorithm);
  try {
    return isPbes2(algorithm)
      ? await decryptedPbes2(members(parameters), ciphertext, passphrase, budget)
      : await decryptedLegacy(oidOf(name), members(parameters), ciphertext, passphrase, budget);
  } catch (error) {
    throw error instanceof CipherRefusal ? error : new CipherRefusal('encryption', error);
  }
}

async function decryptedPbes2(
  [keyDerivation, encryption]: readonly asn1js.AsnType[],
  ciphertext: Uint8Array,
  passphrase: string,
  budget: Derivations,
): Promise<Buffer> {
  const [derivationName, derivationParameters] = members(keyDerivation);
  const [salt, iterations, ...optional] = members(derivationParameters);
  const prf = optional.find((node) => node instanceof asn1js.Sequence);
  const hash = prf === undefined ? 'sha1' : PRFS[oidOf(members(prf)[0])];
  const [cipherName, iv] = members(encryption);
  const cipher = CIPHERS[oidOf(cipherName)];
  const saltBytes = octetsOf(salt);
  const ivBytes = octetsOf(iv);
  if (oidOf(derivationName) !== OID.pbkdf2 || hash === undefined || cipher === undefined || saltBytes === null)
    throw new CipherRefusal('encryption');
  if (ivBytes?.length !== cipher.ivBytes) throw new CipherRefusal('encryption');
  // In PBES2 the passphrase is its UTF-8 (RFC 8018), unlike in the older ciphers of PKCS#12.
  const count = wholeCount(iterations);
  const parameters = [saltBytes.toString('hex'), count, cipher.keyBytes, hash].join(' ');
  let derived = budget.keys.get(parameters);
  if (derived === undefined) {
    take(count, budget);
    budget.keys.set(parameters, (derived = derive(passphrase, saltBytes, count, cipher.keyBytes, hash)));
  }
  const key = await derived;
  const decipher = createDecipheriv(cipher.name, key, ivBytes);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

async function decryptedLegacy(
  name: string,
  [salt, iterations]: readonly asn1js.AsnType[],
  ciphertext: Uint8Array,
  passphrase: string,
  budget: Derivations,
): Promise<Buffer> {
  const scheme = LEGACY[name];
  const saltBytes = octetsOf(salt);
  if (scheme === undefined || saltBytes === null) throw new CipherRefusal('encryption');
  const base = { hash: 'sha1', salt: saltBytes, iterations: takeIterations(iterations, budget) } as const;
  const key = await derivePkcs12(passphrase, { ...base, purpose: PURPOSE.key, length: scheme.keyBytes });
  const iv = await derivePkcs12(passphrase, { ...base, purpose: PURPOSE.iv, length: LEGACY_IV_BYTES });
  if (scheme.cipher === 'rc2') return decryptedRc2(ciphertext, key, iv);
  const decipher = createDecipheriv(scheme.cipher, key, iv);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

/** RC2 is no longer in OpenSSL's default provider; this is all that node-forge is here for. */
function decryptedRc2(ciphertext: Uint8Array, key: Buffer, iv: Buffer): Buffer {
  const binary = (bytes: Uint8Array) => forge.util.createBuffer(Buffer.from(bytes).toString('binary'));
  const decipher = forge.rc2.createDecryptionCipher(key.toString('binary'), key.length * 8);
  decipher.start(iv.toString('binary'));
  decipher.update(binary(ciphertext));
  if (!decipher.finish()) throw new CipherRefusal('encryption');
  return Buffer.from(decipher.output.getBytes(), 'binary');
}
