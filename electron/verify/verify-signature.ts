import { EVIDENCE_FILE } from '../pades/profile';
import { pemOf, type Certificate } from './certificate';
import { openChecklist, type Check, type Checklist } from './checks';
import { faultOf } from './fault';
import { findSignatures, reachOf, type Finding } from './find-signatures';
import { changesBetween, historyOf, revisionAt } from './history';
import { judgeInHistory, type JudgedInHistory } from './judge-in-history';
import type { SignatureFacts } from './judge-signature';
import type { LaterChange, SignatureRole } from '../../domain/terms/signatures';
import { MAX_FILE_BYTES, MAX_SIGNATURES } from './limits';
import { findOwn, type OwnFile } from './own-file';
import type { SignatureDictionary } from './signature-dictionary';
import { reasonsOf, type ReasonRef, type SignatureVerdict } from './signature-verdict';

export type { ReasonRef } from './signature-verdict';

/** One signature among those of a file (formats.md section 3). */
export interface SignatureEntry {
  readonly signer: string;
  readonly fingerprint: string;
  readonly role: SignatureRole;
  readonly remark: string | null;
  readonly claimedTime: string | null;
  readonly verdict: SignatureVerdict;
  /** How many bytes of the file it covers, counted from the first. */
  readonly coversTo: number;
  /** What was changed between the signature before it and this one. */
  readonly changesBefore: readonly LaterChange[];
  /** What was changed after it. */
  readonly changesAfter: readonly LaterChange[];
}

export interface SignatureReport {
  readonly checks: readonly Check[];
  /** `intact`: signed, unchanged, whole, by a trusted signer. What the evidence says is still to be asked. */
  readonly verdictSoFar: 'intact' | 'untrusted' | 'tampered' | 'unsigned' | 'unreadable';
  readonly reasons: readonly ReasonRef[];
  /** That of our own report where there is one. */
  readonly signature: SignatureFacts | null;
  /** All of them, oldest first. */
  readonly signatures: readonly SignatureEntry[];
  /** The bytes of our report without what was added later; null for files of another maker. */
  readonly revision: Uint8Array | null;
  /** Files attached to a report of ours, by name; only the evidence. Empty for files of another maker. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** PEM of the outermost certificate in the signature. */
  readonly signerCertificatePem: string | null;
  /** PEM of the certificate that was signed with and of those embedded beside it. */
  readonly certificatePems: readonly string[];
}

/**
 * Checks the signatures of a PDF against `trust` (DER certificates), offline; never throws over what is in `bytes`.
 *
 * A file that begins with a file in our layout, with our kind of signature and evidence, is *own*: every byte of that
 * revision must be as our program writes it, and what stands behind it may be further signatures, time-stamps and their
 * data only. The verdict is that of our revision; what others signed later never improves it. Every other file is of
 * *another maker* and is judged by what can be checked:
 * - no signature, or an empty field: `unsigned`. Not a PDF, broken off, encrypted, a signature that this program cannot
 *   judge: `unreadable`.
 * - covered bytes changed, changes after signing that no standard allows, or a ruined signature: `tampered`.
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
  const own = findOwn(bytes, checks);
  if (own !== null) return ownReport(bytes, own, trust, checks);
  const finding = findSignatures(bytes);
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
      return foreignReport(bytes, finding.signatures, trust, checks);
  }
}

function ownReport(bytes: Buffer, own: OwnFile, trust: readonly Uint8Array[], checks: Checklist): SignatureReport {
  checks.pass('readable', String(bytes.length));
  const history = historyOf(bytes, own.end, true);
  const issuer = judgeInHistory(bytes, own.signature, true, history, trust);
  const later = laterSignatures(bytes, own);
  const judged = [issuer, ...later.map((signature) => judgeInHistory(bytes, signature, false, history, trust))];
  const verdictSoFar = issuer.verdict === 'valid' ? 'intact' : issuer.verdict;
  return {
    ...shownReport(issuer, checks),
    verdictSoFar,
    reasons: verdictSoFar === 'intact' ? [] : distinct(reasonsOf(issuer.verdict, issuer.checks)),
    signatures: entriesOf(judged, issuer, history),
    revision: bytes.subarray(0, own.end),
    attachments: new Map([[EVIDENCE_FILE, own.evidence]]),
  };
}

/** What others signed behind our report. More than can be judged here are left out, and the update that brought them is told. */
function laterSignatures(bytes: Buffer, own: OwnFile): readonly SignatureDictionary[] {
  if (own.end === bytes.length) return [];
  const finding: Finding = findSignatures(bytes);
  if (finding.kind !== 'signed') return [];
  return finding.signatures
    .filter(({ contents }) => contents?.start !== own.signature.contents?.start)
    .slice(0, MAX_SIGNATURES);
}

const WORST_FIRST = ['tampered', 'untrusted', 'valid', 'unreadable'] as const;

/** Of several signatures the one is shown that makes the verdict: of a person before a time-stamp, of the most bytes before fewer. */
function foreignReport(
  bytes: Buffer,
  signatures: readonly SignatureDictionary[],
  trust: readonly Uint8Array[],
  checks: Checklist,
): SignatureReport {
  if (signatures.length > MAX_SIGNATURES) return unreadable('too-complex', String(signatures.length), checks);
  checks.pass('readable', String(bytes.length));
  checks.pass('one-signature', String(signatures.length));
  const history = historyOf(bytes, Math.max(0, reachOf(signatures[0]!)), false);
  const judged = signatures.map((signature) => judgeInHistory(bytes, signature, false, history, trust));
  const verdict = WORST_FIRST.find((each) => judged.some((one) => one.verdict === each))!;
  const deciding = judged.filter((one) => one.verdict === verdict);
  const shown = deciding.findLast(({ signature }) => signature.kind === 'signature') ?? deciding.at(-1)!;
  const isIntact = verdict === 'valid' || verdict === 'untrusted';
  const isStampOnly = judged.every(({ signature }) => signature.kind === 'timestamp');
  const further =
    shown.furtherSigners === 0 ? [] : [{ code: 'several-signers', detail: String(shown.furtherSigners + 1) }];
  const codes = [...(isStampOnly ? ['timestamp-only'] : []), 'foreign-maker', 'no-evidence'];
  const said = judged.filter((one) => isIntact || one.verdict === verdict);
  return {
    ...shownReport(shown, checks),
    verdictSoFar: isIntact ? 'untrusted' : verdict,
    reasons: distinct([
      ...said.flatMap((one) => reasonsOf(one.verdict, one.checks)),
      ...(isIntact ? [...further, ...codes.map((code) => ({ code, detail: '' }))] : []),
    ]),
    signatures: entriesOf(judged, null, history),
    revision: null,
    attachments: new Map(),
  };
}

function shownReport({ facts, cms, checks: own }: JudgedInHistory, checks: Checklist) {
  const outermost = cms === null ? null : outermostOf(cms.signer, cms.certificates);
  const before = new Map(checks.all().map((check) => [check.id, check]));
  return {
    checks: own.all().map((check) => (check.outcome === 'not-reached' ? before.get(check.id)! : check)),
    signature: facts,
    signerCertificatePem: outermost === null ? null : pemOf(outermost),
    certificatePems: cms === null ? [] : [cms.signer, ...cms.certificates].map(pemOf),
  };
}

function entriesOf(
  judged: readonly JudgedInHistory[],
  issuer: JudgedInHistory | null,
  history: ReturnType<typeof historyOf>,
): SignatureEntry[] {
  let before = 0;
  return judged.map((one) => {
    const { facts, verdict, signature, changesAfter } = one;
    const at = revisionAt(history, one.coversTo);
    const changesBefore = at < 0 ? [] : changesBetween(history, before, at);
    before = Math.max(before, at);
    const { signer, fingerprint, claimedTime } = facts;
    return {
      signer,
      fingerprint,
      role: one === issuer ? 'issuer' : (signature.countersignature?.role ?? 'unknown'),
      remark: signature.countersignature?.remark ?? signature.reason,
      claimedTime,
      verdict,
      coversTo: one.coversTo,
      changesBefore,
      changesAfter,
    };
  });
}

function distinct(reasons: readonly ReasonRef[]): ReasonRef[] {
  return reasons.filter(
    ({ code, detail }, index) => reasons.findIndex((other) => other.code === code && other.detail === detail) === index,
  );
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
    signatures: [],
    revision: null,
    attachments: new Map(),
    signerCertificatePem: null,
    certificatePems: [],
  };
}
