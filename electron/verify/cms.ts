import { OID } from '../pades/profile';
import { readCertificate, type Certificate } from './certificate';
import { child, context, oidOf, readDer, TAG, type Der } from './der';
import { Fault } from './fault';
import { SHA_1 } from './hashes';
import { MAX_CERTIFICATES, MAX_CMS_BYTES, MAX_SIGNERS } from './limits';

/** One signer of a CMS SignedData (RFC 5652 section 5.3). */
export interface CmsSignature {
  /** The whole encoding, without the padding behind it. */
  readonly raw: Buffer;
  /** What the message encloses: type and content; content null in a detached one. */
  readonly contentType: string;
  readonly content: Buffer | null;
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  /** DER of the parameters of the signature algorithm. */
  readonly parameters: Buffer | null;
  readonly signature: Buffer;
  /** SET OF attributes as it was signed; null when the content itself was signed (section 5.4). */
  readonly signedAttributes: Buffer | null;
  readonly messageDigest: Buffer | null;
  /** Members of the signing-certificate attributes, signer first in each; empty without such an attribute. */
  readonly certificateIds: readonly (readonly CertificateId[])[];
  /** SHA-256 of each member of signing-certificate-v2 in the form that our signer writes; null otherwise. */
  readonly certificateHashes: readonly Buffer[] | null;
  /** Signing-time attribute, ISO 8601; our own signatures have none. */
  readonly signingTime: string | null;
}

/** A certificate named by its hash: version 1 of the attribute takes SHA-1 (RFC 2634), version 2 any (RFC 5035). */
export interface CertificateId {
  readonly algorithm: string;
  readonly hash: Buffer;
}

/** The signers of a message, never none. Throws Fault: cms-unreadable, no-signer, no-signer-certificate, certificate-unreadable. */
export function readCms(contents: Buffer): readonly CmsSignature[] {
  if (contents.length > MAX_CMS_BYTES) throw new Fault('too-complex', 'signature');
  const outer = readDer(contents);
  if (outer.tag !== TAG.sequence || oidOf(outer.children[0]) !== OID.signedData) throw new Fault('cms-unreadable');
  const signedData = child(child(outer, 1, context(0)), 0, TAG.sequence);
  const encapsulated = child(signedData, 2, TAG.sequence);
  const contentType = oidOf(encapsulated.children[0]);
  const signerInfos = signedData.children.at(-1);
  if (signerInfos?.tag !== TAG.set) throw new Fault('cms-unreadable');
  if (signerInfos.children.length === 0) throw new Fault('no-signer');
  if (signerInfos.children.length > MAX_SIGNERS) throw new Fault('too-complex', 'signers');
  const choices = signedData.children.find(({ tag }) => tag === context(0))?.children ?? [];
  const embedded = choices.filter(({ tag }) => tag === TAG.sequence); // others are attribute certificates
  if (embedded.length > MAX_CERTIFICATES) throw new Fault('too-complex', 'certificates');
  const certificates = embedded.map(({ raw }) => readCertificate(raw));
  const content = contentOf(encapsulated.children[1]?.children[0]);
  const whole = { raw: outer.raw, contentType, content, certificates };
  return signerInfos.children.map((info) => ({ ...whole, ...signerInfoOf(info, contentType, certificates) }));
}

/** An OCTET STRING, in BER possibly in pieces. */
function contentOf(node: Der | undefined): Buffer | null {
  if (node === undefined) return null;
  return node.tag === OCTETS_IN_PIECES ? Buffer.concat(node.children.map((piece) => piece.content)) : node.content;
}

function signerInfoOf(info: Der, contentType: string, certificates: readonly Certificate[]) {
  const [, sid, digestAlgorithm, ...rest] = info.children;
  const attributes = rest[0]?.tag === context(0) ? rest[0] : null;
  const [signatureAlgorithm, signature] = attributes === null ? rest : rest.slice(1);
  if (signatureAlgorithm?.tag !== TAG.sequence || signature?.tag !== TAG.octetString) throw new Fault('cms-unreadable');
  const signer = certificates.find((certificate) => isNamed(certificate, sid));
  if (signer === undefined) throw new Fault('no-signer-certificate');
  const values = attributes === null ? null : attributeValues(attributes, contentType);
  const time = values?.get(SIGNING_TIME);
  const [version1, version2] = [values?.get(SIGNING_CERTIFICATE), values?.get(OID.signingCertificateV2)];
  return {
    signer,
    digestAlgorithm: oidOf(digestAlgorithm?.children[0]),
    signatureAlgorithm: oidOf(signatureAlgorithm.children[0]),
    parameters: signatureAlgorithm.children[1]?.raw ?? null,
    signature: signature.content,
    signedAttributes: attributes === null ? null : signedForm(attributes),
    messageDigest: values?.get(OID.messageDigest)?.content ?? null,
    certificateIds: [
      ...(version1 === undefined ? [] : [idsOf(version1, SHA_1)]),
      ...(version2 === undefined ? [] : [idsOf(version2, OID.sha256)]),
    ],
    certificateHashes: version1 === undefined && version2 !== undefined ? ownHashesOf(version2) : null,
    signingTime: time === undefined ? null : signingTimeOf(time),
  };
}

/** Signed is the SET OF, under its own tag in place of [0] (RFC 5652 section 5.4). */
function signedForm(attributes: Der): Buffer {
  const signed = Buffer.from(attributes.raw);
  signed.writeUInt8(TAG.set, 0);
  return signed;
}

/** Those attributes that matter here; one that stands twice, or has not exactly one value, is refused. */
function attributeValues(attributes: Der, contentType: string): Map<string, Der> {
  const values = new Map<string, Der>();
  for (const attribute of attributes.children) {
    const oid = oidOf(attribute.children[0]);
    if (!ATTRIBUTES.includes(oid)) continue;
    const set = child(attribute, 1, TAG.set);
    if (values.has(oid) || set.children.length !== 1) throw new Fault('cms-unreadable');
    values.set(oid, set.children[0]!);
  }
  if (values.has(OID.contentType) && oidOf(values.get(OID.contentType)) !== contentType)
    throw new Fault('cms-unreadable');
  return values;
}

function isNamed(certificate: Certificate, sid: Der | undefined): boolean {
  if (sid?.tag === TAG.sequence)
    return (
      sid.children[0]?.raw.equals(certificate.issuer) === true &&
      sid.children[1]?.raw.equals(certificate.serial) === true
    );
  return sid?.tag === SUBJECT_KEY_ID && certificate.subjectKeyId?.equals(sid.content) === true;
}

const SUBJECT_KEY_ID = 0x80;
const OCTETS_IN_PIECES = 0x24;
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const ATTRIBUTES: readonly string[] = [
  OID.contentType,
  OID.messageDigest,
  OID.signingCertificateV2,
  SIGNING_CERTIFICATE,
  SIGNING_TIME,
];

/** ESSCertID and ESSCertIDv2: the hash, in version 2 behind its algorithm unless that is SHA-256. */
function idsOf(attribute: Der, byDefault: string): readonly CertificateId[] {
  const entries = attribute.children[0]?.children ?? [];
  return entries.map(({ children: [first, second] }) => {
    if (first?.tag === TAG.octetString) return { algorithm: byDefault, hash: first.content };
    if (second?.tag !== TAG.octetString) throw new Fault('cms-unreadable');
    return { algorithm: oidOf(first?.children[0]), hash: second.content };
  });
}

function ownHashesOf(attribute: Der): readonly Buffer[] | null {
  const entries = attribute.children[0]?.children ?? [];
  const hashes = entries.map(({ children: [hash] }) => (hash?.tag === TAG.octetString ? hash.content : null));
  return entries.length > 0 && hashes.every((hash) => hash !== null) ? hashes : null;
}

function signingTimeOf(node: Der): string | null {
  const text = (node.tag === TAG.utcTime ? '20' : '') + node.content.toString('latin1');
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds] = parts;
  const time = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
  return Number.isNaN(Date.parse(time)) ? null : time;
}
