import type { Progress } from '../../domain/bridge/contract';
import type { EnclosedPaper } from '../../domain/bridge/verify-replies';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { InspectionPackEvidence } from '../../domain/report/inspection-pack/pack-evidence';
import type { SignatureVerdict } from '../../domain/terms/signature-verdict';
import type { CheckedFile, PaperSaid } from './check-file';
import type { Check } from './checks';
import type { Enclosed } from './inspection-pack';
import { reasonOf, type ReasonCode } from './reasons';

type Pack = NonNullable<CheckedFile['pack']>;

/** The verdict of a pack is no better than that of any paper inside. */
const WORST_FIRST: readonly SignatureVerdict[] = ['tampered', 'untrusted', 'pages-not-compared', 'valid'];

/**
 * A pack whose own signature and pages are judged already: each paper inside is checked as its own, and what contents and
 * cover say is held against what the papers give. A pack that says otherwise than they do is contradicted, as a report is by
 * its evidence.
 */
export async function judgeEnclosed(
  whole: CheckedFile,
  check: (paper: Uint8Array) => Promise<CheckedFile>,
  tell?: (progress: Progress) => void,
): Promise<CheckedFile> {
  const { pack, result } = whole;
  if (pack === null || pack.enclosed.length === 0 || WORST_FIRST.indexOf(result.verdict) < 1) return whole;
  let done = 0;
  const total = pack.enclosed.length;
  const checked = await Promise.all(
    pack.enclosed.map(async ({ bytes }) => {
      const one = await check(bytes);
      tell?.({ stage: 'papers', done: ++done, total });
      return one;
    }),
  );
  const papers = checked.map((one, place): EnclosedPaper => paperFound(pack.enclosed[place]!, one)); // one a file
  const wrong = contradictionIn(pack, checked);
  const isStranger = lacksTrustAlone(whole);
  const bad = papers.filter(
    ({ verdict }, place) => verdict !== 'valid' && !(isStranger && lacksTrustAlone(checked[place]!)), // one a file
  );
  const failures: { readonly code: ReasonCode; readonly detail: string }[] = [
    ...(wrong === null ? [] : [wrong]),
    ...(bad.length === 0 ? [] : [{ code: 'paper-not-valid' as const, detail: namesOf(bad) }]),
  ];
  const verdicts = [
    result.verdict,
    ...papers.map(({ verdict }) => asPart(verdict)),
    ...(wrong === null ? [] : ['tampered' as const]),
  ];
  const verdict = WORST_FIRST.find((one) => verdicts.includes(one)) ?? 'tampered';
  const found: Check =
    failures.length === 0
      ? { id: 'enclosed-papers', outcome: 'passed', detail: String(papers.length) }
      : { id: 'enclosed-papers', outcome: 'failed', ...failures[0]! }; // never none here
  return {
    ...whole,
    papers,
    result: {
      ...result,
      verdict,
      reasons: [...result.reasons, ...failures.map(({ code, detail }) => reasonOf(code, detail))],
      signatures: result.signatures.map((entry) => (entry.role === 'issuer' ? { ...entry, verdict } : entry)),
      evidence: { ...result.evidence, ...(wrong === null ? {} : { verdictReproduced: false }) },
      checks: [...result.checks, found],
    },
  };
}

/**
 * Judged to the end, and wanting nothing but a signer who is trusted. Where the pack itself does, it is told once for all:
 * it says nothing against what is in its papers.
 */
function lacksTrustAlone({ result: { verdict, reasons, evidence } }: CheckedFile): boolean {
  const isConfirmed = evidence.verdictReproduced === true && evidence.pagesMatch === true;
  return verdict === 'untrusted' && isConfirmed && reasons.every(({ code }) => code === 'not-in-trust-list');
}

/** A paper that cannot be read, or was never signed, is not what the pack says it is. */
function asPart(verdict: SignatureVerdict): SignatureVerdict {
  return verdict === 'unreadable' || verdict === 'unsigned' ? 'tampered' : verdict;
}

const MOST_NAMED = 3;

function namesOf(papers: readonly EnclosedPaper[]): string {
  const names = papers.slice(0, MOST_NAMED).map(({ fileName }) => fileName);
  return `${names.join(', ')}${papers.length > MOST_NAMED ? ` … (${papers.length})` : ''}`;
}

function paperFound({ listed }: Enclosed, { result }: CheckedFile): EnclosedPaper {
  const { fileName, kind, number, registrationNo, pages, sha256 } = listed;
  const { verdict, reasons } = result;
  return { fileName, kind, number, registrationNo, pages, sha256, verdict, reasons };
}

/** What the pack says otherwise than its papers; null = nothing. Papers that cannot be judged contradict nothing. */
function contradictionIn(
  { stated, enclosed }: Pack,
  checked: readonly CheckedFile[],
): { readonly code: ReasonCode; readonly detail: string } | null {
  for (const [place, { paper, result }] of checked.entries()) {
    const { listed } = enclosed[place]!; // one a file
    // What passes and is no paper about an elevator, such as a pack in a pack, is not what the contents may list.
    const isOther = paper === null ? result.verdict === 'valid' : !isAsListed(paper, listed);
    if (isOther) return { code: 'paper-differs', detail: listed.fileName };
  }
  const reports = checked.flatMap(({ paper }) => (paper === null || paper.facts === null ? [] : [paper]));
  const numbers = stated.elevators.map(({ elevator }) => elevator.registrationNo);
  const twice = numbers.find((no, at) => numbers.indexOf(no) !== at);
  if (twice !== undefined) return { code: 'cover-differs', detail: twice };
  for (const facts of stated.elevators) {
    const { registrationNo } = facts.elevator;
    const report = reports.find((one) => one.registrationNo === registrationNo && isOfPack(one, stated));
    if (report === undefined || canonicalJson(report.facts) !== canonicalJson(facts))
      return { code: 'cover-differs', detail: registrationNo };
  }
  const isSample = stated.elevators.some(({ elevator }) => elevator.sample === true);
  return isSample === stated.sample ? null : { code: 'cover-differs', detail: stated.site };
}

function isAsListed(said: PaperSaid, listed: Enclosed['listed']): boolean {
  const { kind, number, registrationNo, asOf, record, recordOn, pages } = said;
  return (
    kind === listed.kind &&
    number === listed.number &&
    registrationNo === listed.registrationNo &&
    asOf === listed.asOf &&
    record === listed.record &&
    recordOn === listed.recordOn &&
    pages === listed.pages
  );
}

function isOfPack(
  { asOf, period, packId, packVersion }: PaperSaid,
  { pack, ...stated }: InspectionPackEvidence,
): boolean {
  return (
    asOf === stated.asOf &&
    period.from === stated.period.from &&
    period.to === stated.period.to &&
    packId === pack.id &&
    packVersion === pack.version
  );
}
