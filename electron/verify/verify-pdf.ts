import type { SignatureVerdict } from '../../domain/terms/signature-verdict';
import { EVIDENCE_FILE } from '../pades/profile';
import type { Check } from './checks';
import { BEYOND, NONE, UNJUDGED, type DoubtsFound, type EvidenceFindings, type PageFindings } from './findings';
import type { SignatureFacts } from './judge-signature';
import { reasonOf, type Reason } from './reasons';
import { verifySignature, type ReasonRef, type SignatureEntry, type SignatureReport } from './verify-signature';

export interface VerifyOptions {
  /** The trust list, DER certificates. */
  readonly trust: readonly Uint8Array[];
  /** Receives the evidence, what the signature over it says of itself, and our own revision that carries it. */
  readonly checkEvidence: (
    evidence: Uint8Array,
    signature: SignatureFacts | null,
    report: Uint8Array,
  ) => Promise<EvidenceFindings>;
  /** Lays the pages out again from evidence that holds, and compares. */
  readonly checkPages: (report: Uint8Array, evidence: Uint8Array) => Promise<PageFindings>;
  /** Told of the certificates, as PEM, of an intact signature: that of the signer, then those beside it. */
  readonly onIntact?: (certificatePems: readonly string[], isTrusted: boolean) => void;
  /** Told what the verdict would be if nothing more could be judged within the limits: once the signature is, and once the evidence is. */
  readonly onSoFar?: (soFar: VerifyResult) => void;
}

/** One object of `verify --format json` without `file` (formats.md section 3), and the checks behind it. */
export interface VerifyResult {
  readonly verdict: SignatureVerdict;
  /** Empty for `valid`, and for no other verdict. */
  readonly reasons: readonly Reason[];
  readonly signature: SignatureFacts | null;
  /** Oldest first; the verdict of our own report's is that of the file. */
  readonly signatures: readonly (Omit<SignatureEntry, 'verdict'> & {
    readonly verdict: SignatureEntry['verdict'] | VerifyResult['verdict'];
  })[];
  readonly evidence: {
    readonly present: boolean;
    readonly verdictReproduced: boolean | null;
    readonly pagesMatch: boolean | null;
    /** Of a compliance report whose evidence was judged. */
    readonly doubts: DoubtsFound | null;
  };
  readonly checks: readonly Check[];
  readonly signerCertificatePem: string | null;
}

/**
 * The whole verdict on a file. `valid` = an own report, intact, signature over every byte, signer trusted at the claimed
 * time, evidence present, its verdict reproduced, and the pages compared and found to be those of the evidence. Evidence that contradicts the report makes it `tampered`; evidence
 * that cannot be judged here leaves it `untrusted`. Pages that come out otherwise make it `tampered`, and pages that could
 * not be compared `pages-not-compared`: whoever signs could have drawn anything. Evidence of a changed file is not judged:
 * it would lend weight to it.
 */
export async function verifyPdf(
  bytes: Uint8Array,
  { trust, checkEvidence, checkPages, onIntact, onSoFar }: VerifyOptions,
): Promise<VerifyResult> {
  const report = verifySignature(bytes, trust);
  if (report.signature?.intact === true) onIntact?.(report.certificatePems, report.signature.trusted);
  const attached = report.attachments.get(EVIDENCE_FILE);
  const isSound = report.verdictSoFar === 'intact' || report.verdictSoFar === 'untrusted';
  if (attached === undefined || !isSound)
    return resultOf(report, attached === undefined ? NONE : UNJUDGED, UNCOMPARED, false);
  onSoFar?.(resultOf(report, BEYOND, TOO_LARGE, true));
  const findings = await judged(() => checkEvidence(attached, report.signature, report.revision ?? bytes));
  if (!findings.present || findings.verdictReproduced === false || isBeyond(findings))
    return resultOf(report, findings, UNCOMPARED, true);
  onSoFar?.(resultOf(report, findings, TOO_LARGE, true));
  const pages = await checkPages(report.revision ?? bytes, attached).catch(() => UNCOMPARED);
  return resultOf(report, findings, pages, true);
}

function resultOf(
  report: SignatureReport,
  findings: EvidenceFindings,
  pages: PageFindings,
  isJudged: boolean,
): VerifyResult {
  const { present, verdictReproduced } = findings;
  const isContradicted = verdictReproduced === false || pages.match === false;
  const isCompared = isJudged && present && verdictReproduced !== false && !isBeyond(findings);
  const reasons = [
    ...report.reasons,
    ...(isJudged ? evidenceReasons(findings) : []),
    ...(isCompared ? pageReasons(pages) : []),
  ];
  const verdict = isContradicted ? 'tampered' : verdictOf(report, findings, pages);
  return {
    verdict,
    reasons: distinct(reasons).map(({ code, detail }) => reasonOf(code, detail)),
    signature: report.signature,
    signatures: report.signatures.map((entry) => (entry.role === 'issuer' ? { ...entry, verdict } : entry)),
    evidence: { present, verdictReproduced, pagesMatch: pages.match, doubts: isJudged ? findings.doubts : null },
    checks: withEvidence(report, findings, pages, isJudged),
    signerCertificatePem: report.signerCertificatePem,
  };
}

const TOO_LARGE: PageFindings = { match: null, reason: { code: 'too-large', detail: '' } };
const UNCOMPARED: PageFindings = { match: null, reason: { code: 'pages-not-compared', detail: '' } };

/** A judge that fails over the evidence has not confirmed it; the verdict says so. */
async function judged(check: () => Promise<EvidenceFindings>): Promise<EvidenceFindings> {
  try {
    return await check();
  } catch {
    return { ...UNJUDGED, failures: [{ code: 'evidence-not-checked', detail: '' }] };
  }
}

function verdictOf(
  { verdictSoFar }: SignatureReport,
  findings: EvidenceFindings,
  pages: PageFindings,
): VerifyResult['verdict'] {
  if (verdictSoFar !== 'intact') return verdictSoFar;
  if (isBeyond(findings)) return 'pages-not-compared';
  if (!isConfirmed(findings)) return 'untrusted';
  return pages.match === true ? 'valid' : 'pages-not-compared';
}

function isBeyond({ failures }: EvidenceFindings): boolean {
  return failures.some(({ code }) => code === 'too-large');
}

function isConfirmed({ present, verdictReproduced, failures }: EvidenceFindings): boolean {
  return present && verdictReproduced === true && failures.length === 0;
}

/** At least one reason whenever the evidence stands in the way of `valid`. */
function evidenceReasons(findings: EvidenceFindings): ReasonRef[] {
  const { present, verdictReproduced, failures } = findings;
  if (isConfirmed(findings)) return [];
  if (failures.length > 0) return [...failures];
  const code = !present
    ? 'evidence-unreadable'
    : verdictReproduced === false
      ? 'verdict-differs'
      : 'evidence-not-checked';
  return [{ code, detail: '' }];
}

/** One reason whenever the pages stand in the way of `valid`. */
function pageReasons({ match, reason }: PageFindings): ReasonRef[] {
  if (match === true) return [];
  return [reason ?? { code: match === false ? 'parts-differ' : 'pages-not-compared', detail: '' }];
}

function distinct(reasons: readonly ReasonRef[]): ReasonRef[] {
  return reasons.filter(({ code }, index) => reasons.findIndex((other) => other.code === code) === index);
}

function withEvidence(
  report: SignatureReport,
  findings: EvidenceFindings,
  pages: PageFindings,
  isJudged: boolean,
): Check[] {
  if (!isJudged) return [...report.checks];
  const { present, verdictReproduced, failures } = findings;
  const [differs] = pageReasons(pages);
  const firstDetail = failures[0]?.detail ?? '';
  const judge = (id: Check['id'], held: boolean | null, code: string, detail = firstDetail): Check => {
    if (held === null) return { id, outcome: 'not-reached', detail };
    return held ? { id, outcome: 'passed', detail: '' } : { id, outcome: 'failed', code, detail };
  };
  const judged: Partial<Record<Check['id'], Check>> = {
    'evidence-present': judge('evidence-present', present, 'evidence-unreadable'),
    'verdict-reproduced': judge('verdict-reproduced', verdictReproduced, 'verdict-differs'),
    'pages-match': judge('pages-match', pages.match, differs?.code ?? '', differs?.detail ?? ''),
  };
  return report.checks.map((check) => judged[check.id] ?? check);
}
