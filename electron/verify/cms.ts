import { OID } from '../pades/profile';
import { readCertificate, type Certificate } from './certificate';
import { child, context, oidOf, readDer, TAG, type Der } from './der';
import { Fault } from './fault';
import { MAX_CERTIFICATES, MAX_CMS_BYTES } from './limits';

/** The one signature inside a detached CMS SignedData (RFC 5652). */
export interface CmsSignature {
  /** The encoding without the padding behind it. */
  readonly raw: Buffer;
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  /** SET OF attributes as it was signed; null when the content itself was signed (section 5.4). */
  readonly signedAttributes: Buffer | null;
  readonly messageDigest: Buffer | null;
  /** Members of signing-certificate-v2 (RFC 5035), signer first: SHA-256 of each; null without the attribute or with another hash. */
  readonly certificateHashes: readonly Buffer[] | null;
  /** Signing-time attribute, ISO 8601; our own signatures have none. */
  readonly signingTime: string | null;
}

/** Throws Fault: cms-unreadable, several-signers, no-signer-certificate, certificate-unreadable. */
export function readCms(contents: Buffer): CmsSignature {
  if (contents.length > MAX_CMS_BYTES) throw new Fault('too-complex', 'signature');
  const outer = readDer(contents);
  if (outer.tag !== TAG.sequence || oidOf(outer.children[0]) !== OID.signedData) throw new Fault('cms-unreadable');
  const signedData = child(child(outer, 1, context(0)), 0, TAG.sequence);
  const encapsulated = child(signedData, 2, TAG.sequence);
  if (oidOf(encapsulated.children[0]) !== OID.data || encapsulated.children.length !== 1)
    throw new Fault('cms-unreadable');
  const signerInfos = signedData.children.at(-1);
  if (signerInfos?.tag !== TAG.set) throw new Fault('cms-unreadable');
  if (signerInfos.children.length !== 1) throw new Fault('several-signers');
  const choices = signedData.children.find(({ tag }) => tag === context(0))?.children ?? [];
  const embedded = choices.filter(({ tag }) => tag === TAG.sequence); // others are attribute certificates
  if (embedded.length > MAX_CERTIFICATES) throw new Fault('too-complex', 'certificates');
  const certificates = embedded.map(({ raw }) => readCertificate(raw));
  return { raw: outer.raw, certificates, ...signerInfoOf(signerInfos.children[0]!, certificates) };
}

function signerInfoOf(info: Der, certificates: readonly Certificate[]) {
  const [, sid, digestAlgorithm, ...rest] = info.children;
  const attributes = rest[0]?.tag === context(0) ? rest[0] : null;
  const [signatureAlgorithm, signature] = attributes === null ? rest : rest.slice(1);
  if (signatureAlgorithm?.tag !== TAG.sequence || signature?.tag !== TAG.octetString) throw new Fault('cms-unreadable');
  const signer = certificates.find((certificate) => isNamed(certificate, sid));
  if (signer === undefined) throw new Fault('no-signer-certificate');
  const values = attributes === null ? null : attributeValues(attributes);
  const time = values?.get(SIGNING_TIME);
  return {
    signer,
    digestAlgorithm: oidOf(digestAlgorithm?.children[0]),
    signatureAlgorithm: oidOf(signatureAlgorithm.children[0]),
    signature: signature.content,
    signedAttributes: attributes === null ? null : signedForm(attributes),
    messageDigest: values?.get(OID.messageDigest)?.content ?? null,
    certificateHashes: hashesOf(values?.get(OID.signingCertificateV2)),
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
function attributeValues(attributes: Der): Map<string, Der> {
  const values = new Map<string, Der>();
  for (const attribute of attributes.children) {
    const oid = oidOf(attribute.children[0]);
    if (!ATTRIBUTES.includes(oid)) continue;
    const set = child(attribute, 1, TAG.set);
    if (values.has(oid) || set.children.length !== 1) throw new Fault('cms-unreadable');
    values.set(oid, set.children[0]!);
  }
  if (values.has(OID.contentType) && oidOf(values.get(OID.contentType)) !== OID.data) throw new Fault('cms-unreadable');
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
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const ATTRIBUTES: readonly string[] = [OID.contentType, OID.messageDigest, OID.signingCertificateV2, SIGNING_TIME];

function hashesOf(attribute: Der | undefined): readonly Buffer[] | null {
  const entries = attribute?.children[0]?.children;
  if (entries === undefined || entries.length === 0) return null;
  const hashes = entries.map(({ children: [hashOrAlgorithm, hash] }) => {
    if (hashOrAlgorithm?.tag === TAG.octetString) return hashOrAlgorithm.content;
    const spelledOut = oidOf(hashOrAlgorithm?.children[0]) === OID.sha256 && hash?.tag === TAG.octetString;
    return spelledOut ? hash.content : null;
  });
  return hashes.every((hash) => hash !== null) ? hashes : null;
}

function signingTimeOf(node: Der): string | null {
  const text = (node.tag === TAG.utcTime ? '20' : '') + node.content.toString('latin1');
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds] = parts;
  const time = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
  return Number.isNaN(Date.parse(time)) ? null : time;
}
