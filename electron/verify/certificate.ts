import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { child, context, oidOf, readDer, TAG, type Der } from './der';
import { Fault } from './fault';
import { keyKindOf, type KeyFacts } from './key-kind';

/** What the checks need of an X.509 certificate (RFC 5280); public key and signature stay with OpenSSL. */
export interface Certificate extends KeyFacts {
  readonly raw: Buffer;
  readonly x509: X509Certificate;
  /** The key in its own encoding, without the algorithm. */
  readonly keyBits: Buffer;
  /** DER of the serial number, issuer and subject. */
  readonly serial: Buffer;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly organisation: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signedWith: string;
  /** Bits of keyUsage, first bit highest (RFC 5280 section 4.2.1.3); null when the certificate does not limit it. */
  readonly keyUsage: number | null;
  readonly purposes: readonly string[] | null;
  readonly subjectKeyId: Buffer | null;
  readonly isAuthority: boolean;
  readonly maxIntermediates: number;
  /** A critical extension that this program does not know: the certificate must not be relied on (section 4.2). */
  readonly unknownCritical: boolean;
}

export const KEY_USAGE = { digitalSignature: 0x80, nonRepudiation: 0x40, keyCertSign: 0x04 } as const;

const EXTENSION = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  extKeyUsage: '2.5.29.37',
} as const;
const NAME_PARTS = { organisation: '2.5.4.10', commonName: '2.5.4.3' } as const;

/** Throws Fault `certificate-unreadable`. */
export function readCertificate(bytes: Uint8Array): Certificate {
  try {
    return parse(Buffer.from(bytes));
  } catch {
    throw new Fault('certificate-unreadable');
  }
}

function parse(bytes: Buffer): Certificate {
  const x509 = new X509Certificate(bytes);
  const raw = Buffer.from(x509.raw);
  const outer = readDer(raw);
  const tbs = child(outer, 0, TAG.sequence);
  const first = tbs.children[0]?.tag === context(0) ? 1 : 0;
  const validity = child(tbs, first + 3, TAG.sequence);
  const subject = child(tbs, first + 4, TAG.sequence);
  const keyInfo = child(tbs, first + 5, TAG.sequence);
  const keyKind = child(keyInfo, 0, TAG.sequence).children;
  const extensions = extensionsOf(tbs.children.find(({ tag }) => tag === context(3)));
  const usage = extensions.get(EXTENSION.keyUsage)?.value;
  const constraints = extensions.get(EXTENSION.basicConstraints)?.value;
  const maxIntermediates = constraints?.children.find(({ tag }) => tag === TAG.integer)?.content[0];
  const known: readonly string[] = Object.values(EXTENSION);
  return {
    raw,
    x509,
    publicKey: publicKeyOf(x509),
    keyAlgorithm: oidOf(keyKind[0]),
    keyCurve: keyKind[1]?.tag === TAG.oid ? oidOf(keyKind[1]) : null,
    keyBits: child(keyInfo, 1, TAG.bitString).content.subarray(1),
    serial: child(tbs, first, TAG.integer).raw,
    issuer: child(tbs, first + 2, TAG.sequence).raw,
    subject: subject.raw,
    organisation: namePart(subject, NAME_PARTS.organisation) ?? namePart(subject, NAME_PARTS.commonName) ?? '',
    notBefore: timeOf(validity.children[0]),
    notAfter: timeOf(validity.children[1]),
    signedWith: oidOf(child(outer, 1, TAG.sequence).children[0]),
    keyUsage: usage === undefined ? null : (usage.content[1] ?? 0),
    purposes: extensions.get(EXTENSION.extKeyUsage)?.value.children.map(oidOf) ?? null,
    subjectKeyId: extensions.get(EXTENSION.subjectKeyId)?.value.content ?? null,
    isAuthority: constraints?.children[0]?.tag === TAG.boolean && constraints.children[0].content[0] !== 0,
    maxIntermediates: maxIntermediates ?? Infinity,
    unknownCritical: [...extensions].some(([oid, { critical }]) => critical && !known.includes(oid)),
  };
}

function publicKeyOf(x509: X509Certificate): KeyObject | null {
  try {
    return x509.publicKey;
  } catch {
    return null;
  }
}

function extensionsOf(node: Der | undefined): Map<string, { critical: boolean; value: Der }> {
  const list = node?.children[0]?.children ?? [];
  return new Map(
    list.map((extension) => {
      const critical = extension.children[1]?.tag === TAG.boolean && extension.children[1].content[0] !== 0;
      return [oidOf(extension.children[0]), { critical, value: readDer(extension.children.at(-1)!.content) }];
    }),
  );
}

function namePart(name: Der, oid: string): string | null {
  const pairs = name.children.flatMap((set) => set.children);
  const value = pairs.find((pair) => oidOf(pair.children[0]) === oid)?.children[1];
  if (value === undefined) return null;
  if (value.tag === TAG.bmpString && value.content.length % 2 === 0)
    return Buffer.from(value.content).swap16().toString('utf16le');
  return value.content.toString(value.tag === TAG.utf8String ? 'utf8' : 'latin1');
}

/** UTCTime means 1950–2049 (RFC 5280 section 4.1.2.5.1). */
function timeOf(node: Der | undefined): number {
  const text = node?.content.toString('latin1') ?? '';
  const century = node?.tag === TAG.generalizedTime ? '' : Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(century + text);
  if (parts === null) throw new Fault('certificate-unreadable');
  const [, year, month, day, hours, minutes, seconds] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(time)) throw new Fault('certificate-unreadable');
  return time;
}

/** The fingerprint shown to people: SHA-256 of the certificate. */
export function fingerprintOf({ raw }: Certificate): string {
  return `sha256:${createHash('sha256').update(raw).digest('hex')}`;
}

/** RSA of at least 2048 bits, or one of the three NIST curves. */
export function hasStrongKey(certificate: Certificate): boolean {
  const kind = keyKindOf(certificate);
  return kind.type !== 'unjudged' && kind.isStrong;
}

/** PEM, to be compared with what the signer hands out. */
export function pemOf({ x509 }: Certificate): string {
  return x509.toString();
}
