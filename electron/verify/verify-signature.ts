import { EVIDENCE_FILE } from '../pades/profile';
import { pemOf, type Certificate } from './certificate';
import { openChecklist, type Check, type CheckId, type Checklist } from './checks';
import { faultOf } from './fault';
import { findSignature, type Finding } from './find-signature';
import { judgeSignature, type SignatureFacts } from './judge-signature';
import { MAX_FILE_BYTES } from './limits';
import { ownEvidence, ownSignature } from './own-structure';
import type { SignatureDictionary } from './signature-dictionary';
import { readStrict, type StrictFile } from './strict-reader';

export interface ReasonRef {
  readonly code: string;
  readonly detail: string;
}

export interface SignatureReport {
  readonly checks: readonly Check[];
  /** `intact`: signed, unchanged, whole, by a trusted signer. What the evidence says is still to be asked. */
  readonly verdictSoFar: 'intact' | 'untrusted' | 'tampered' | 'unsigned' | 'unreadable';
  readonly reasons: readonly ReasonRef[];
  readonly signature: SignatureFacts | null;
  /** Files attached to a report of ours, by name; only the evidence. Empty for files of another maker. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** PEM of the outermost certificate in the signature. */
  readonly signerCertificatePem: string | null;
  /** PEM of the certificate that was signed with and of those embedded beside it. */
  readonly certificatePems: readonly string[];
}

/**
 * Checks the signature of a PDF against `trust` (DER certificates), offline; never throws over what is in `bytes`.
 *
 * A file in our layout with our kind of signature and evidence is *own*: every byte must then be as our program writes
 * it, and any change is `tampered`. Every other file is of *another maker* and is judged by what can be checked:
 * - no signature, or an empty field: `unsigned`. Not a PDF, broken off, encrypted, a signature of an unknown kind:
 *   `unreadable`.
 * - covered bytes changed, bytes not covered (an update after signing counts as such), or a ruined signature: `tampered`.
 * - all intact: `untrusted`, even by a trusted signer, with the reasons `foreign-maker` and `no-evidence`: the signature
 *   vouches for who signed, and nothing here vouches for what the pages say.
 */
export function verifySignature(bytes: Uint8Array, trust: readonly Uint8Array[]): SignatureReport {
  const checks = openChecklist();
  try {
    return verify(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), trust, checks);
  } catch (error) {
    const { code, detail } = faultOf(error, 'check-failed');
    checks.fail('readable', code, detail);
    return unsignedReport('unreadable', { code, detail }, checks);
  }
}

function verify(bytes: Buffer, trust: readonly Uint8Array[], checks: Checklist): SignatureReport {
  if (bytes.length > MAX_FILE_BYTES) return unreadable('too-large', String(bytes.length), checks);
  const own = readOwn(bytes, checks);
  const finding: Finding =
    own === null ? findSignature(bytes) : { kind: 'signed', signature: own.signature, signatures: 1 };
  switch (finding.kind) {
    case 'unreadable':
      return unreadable(finding.code, finding.detail, checks);
    case 'unsigned':
      checks.pass('readable', String(bytes.length));
      checks.fail('one-signature', finding.code);
      return unsignedReport('unsigned', { code: finding.code, detail: '' }, checks);
    case 'damaged':
      checks.pass('readable', String(bytes.length));
      checks.fail('cms', 'signature-damaged');
      return unsignedReport('tampered', { code: 'signature-damaged', detail: '' }, checks);
    case 'signed':
      checks.pass('readable', String(bytes.length));
      if (finding.signatures > 1) checks.fail('one-signature', 'several-signatures', String(finding.signatures));
      else checks.pass('one-signature');
      return signedReport(bytes, finding.signature, own, trust, checks);
  }
}

interface OwnFile {
  readonly file: StrictFile;
  readonly signature: SignatureDictionary;
  readonly evidence: Uint8Array;
}

/** Null, with the reason noted in `checks`, for a file that is not a report of ours. */
function readOwn(bytes: Buffer, checks: Checklist): OwnFile | null {
  let reading: CheckId = 'one-revision';
  try {
    const file = readStrict(bytes);
    checks.pass(reading);
    reading = 'one-signature';
    const signature = ownSignature(file);
    checks.pass(reading);
    reading = 'evidence-present';
    const evidence = ownEvidence(file);
    if (evidence === null) checks.fail(reading, 'no-evidence');
    return evidence === null ? null : { file, signature, evidence };
  } catch (error) {
    const { code, detail } = faultOf(error, 'not-own-layout');
    checks.fail(reading, code, detail);
    return null;
  }
}

function signedReport(
  bytes: Buffer,
  signature: SignatureDictionary,
  own: OwnFile | null,
  trust: readonly Uint8Array[],
  checks: Checklist,
): SignatureReport {
  const { facts, cms } = judgeSignature(bytes, signature, own !== null, trust, checks);
  const verdictSoFar = verdictOf(facts, own !== null, checks);
  const outermost = cms === null ? null : outermostOf(cms.signer, cms.certificates);
  return {
    checks: checks.all(),
    verdictSoFar,
    reasons: reasonsOf(verdictSoFar, own !== null, checks),
    signature: facts,
    attachments: new Map(own === null ? [] : [[EVIDENCE_FILE, own.evidence]]),
    signerCertificatePem: outermost === null ? null : pemOf(outermost),
    certificatePems: cms === null ? [] : [cms.signer, ...cms.certificates].map(pemOf),
  };
}

/** What a check of a foreign signature fails with when it could not be carried out, rather than came out wrong. */
const CANNOT_TELL: readonly string[] = ['unknown-algorithm', 'no-signer-certificate', 'certificate-unreadable'];

function verdictOf(facts: SignatureFacts, isOwn: boolean, checks: Checklist): SignatureReport['verdictSoFar'] {
  if (facts.coversWholeFile && facts.intact) {
    if (isOwn && facts.trusted && checks.passed('algorithms')) return 'intact';
    return 'untrusted';
  }
  const failures = failuresOf(checks);
  const isWrong = failures.some(({ code }) => TAMPERED.includes(code));
  const isUnknown = !checks.passed('sub-filter') || failures.some(({ code }) => CANNOT_TELL.includes(code));
  return !isOwn && !isWrong && isUnknown ? 'unreadable' : 'tampered';
}

const TAMPERED: readonly string[] = [
  'byte-range-wrong',
  'bytes-after-signature',
  'truncated',
  'gap-altered',
  'digest-mismatch',
  'signature-wrong',
  'signing-certificate-mismatch',
  'signature-altered',
];
const INTEGRITY: readonly CheckId[] = [
  'sub-filter',
  'byte-range',
  'padding',
  'cms',
  'algorithms',
  'digest',
  'signing-certificate',
  'signature-value',
  'own-encoding',
];
const TRUST: readonly CheckId[] = ['algorithms', 'claimed-time', 'key-usage', 'trust-list'];

function failuresOf(checks: Checklist): { id: CheckId; code: string; detail: string }[] {
  return checks
    .all()
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, code = 'check-failed', detail }) => ({ id, code, detail }));
}

function reasonsOf(verdict: SignatureReport['verdictSoFar'], isOwn: boolean, checks: Checklist): ReasonRef[] {
  const failures = failuresOf(checks);
  const among = (ids: readonly CheckId[]): ReasonRef[] =>
    failures.filter(({ id }) => ids.includes(id)).map(({ code, detail }) => ({ code, detail }));
  if (verdict === 'intact') return [];
  if (verdict !== 'untrusted') return among(INTEGRITY);
  const foreign = isOwn ? [] : ['foreign-maker', 'no-evidence'].map((code) => ({ code, detail: '' }));
  return [...among(TRUST), ...foreign];
}

/** The last issuer that the signature itself carries; the signer's certificate when it comes alone. */
function outermostOf(signer: Certificate, certificates: readonly Certificate[]): Certificate {
  let outermost = signer;
  for (let step = 0; step < certificates.length; step++) {
    const issuer = certificates.find(
      (other) => other !== outermost && other.subject.equals(outermost.issuer) && !other.raw.equals(outermost.raw),
    );
    if (issuer === undefined || outermost.subject.equals(outermost.issuer)) return outermost;
    outermost = issuer;
  }
  return outermost;
}

function unreadable(code: string, detail: string, checks: Checklist): SignatureReport {
  checks.fail('readable', code, detail);
  return unsignedReport('unreadable', { code, detail }, checks);
}

function unsignedReport(
  verdictSoFar: 'unreadable' | 'unsigned' | 'tampered',
  reason: ReasonRef,
  checks: Checklist,
): SignatureReport {
  return {
    checks: checks.all(),
    verdictSoFar,
    reasons: [reason],
    signature: null,
    attachments: new Map(),
    signerCertificatePem: null,
    certificatePems: [],
  };
}
