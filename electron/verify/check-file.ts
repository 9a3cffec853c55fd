import type { EnclosedPaper, VerifyReply } from '../../domain/bridge/verify-replies';
import { standing } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import { elevatorFacts } from '../../domain/report/inspection-pack/elevator-facts';
import { recordOf } from '../../domain/report/inspection-pack/record-of-paper';
import type {
  ElevatorFacts,
  InspectionPackEvidence,
  PaperInside,
} from '../../domain/report/inspection-pack/pack-evidence';
import { checkEvidence, isSignedAsStated, readEvidence, type KnownPack } from './check-evidence';
import { checkPages, type Layout } from './check-pages';
import { checkPack, readPack, type Enclosed } from './inspection-pack';
import { checkRoutine, readRoutine } from './routine-paper';
import { readLabels } from './labels';
import { sha256, type StatedReport } from './met-report';
import { pageCount } from './page-count';
import { paperHead, type PaperHead } from './paper-head';
import { verifyPdf, type VerifyResult } from './verify-pdf';

/** The verdict on a file, and what the file says of itself. */
export interface CheckedFile {
  readonly result: VerifyResult;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  readonly stated: StatedReport | null;
  /** Where the signer's journal stood, by evidence that an intact signature covers. */
  readonly head: PaperHead | null;
  readonly claims: VerifyReply['claims'];
  readonly labels: NonNullable<VerifyReply['labels']> | null;
  /** Of a paper about one elevator, what a pack that holds it says of it. */
  readonly paper: PaperSaid | null;
  /** Of a pack, its papers as they were taken out of it, yet to be judged. */
  readonly pack: { readonly stated: InspectionPackEvidence; readonly enclosed: readonly Enclosed[] } | null;
  /** Of a pack, what was found of each paper inside, in the order of the contents. */
  readonly papers?: readonly EnclosedPaper[];
  /** PEM of the signer's certificate, then of those beside it, where the signature is intact. */
  readonly certificatePems: readonly string[];
}

/** Everything that is checked of one file. `onSoFar`: what is known already, if the rest should prove too much. */
export async function checkFile(
  bytes: Uint8Array,
  trust: readonly Uint8Array[],
  { packs, layout }: { readonly packs: readonly KnownPack[]; readonly layout: Layout },
  onSoFar?: (soFar: CheckedFile) => void,
): Promise<CheckedFile> {
  const hash = sha256(bytes);
  let known: Omit<CheckedFile, 'result' | 'sha256'> = {
    stated: null,
    head: null,
    claims: null,
    labels: null,
    paper: null,
    pack: null,
    certificatePems: [],
  };
  const whole = (result: VerifyResult): CheckedFile => ({ ...known, result, sha256: hash });
  const result = await verifyPdf(bytes, {
    trust,
    onIntact: (certificatePems) => (known = { ...known, certificatePems }),
    onSoFar: (soFar) => onSoFar?.(whole(soFar)),
    checkEvidence: (attached, signature, report) => {
      const stated = readPack(attached);
      if (stated !== null) {
        const { findings, enclosed } = checkPack(stated, report, isSignedAsStated(stated, signature));
        const { number, chain } = stated;
        const met = { number, chain, evidence: sha256(attached) };
        known = { ...known, stated: met, head: paperHead(stated), pack: { stated, enclosed } };
        return Promise.resolve(findings);
      }
      const routine = readRoutine(attached);
      if (routine !== null) {
        const { number, chain } = routine;
        known = { ...known, stated: { number, chain, evidence: sha256(attached) }, head: paperHead(routine) };
        return Promise.resolve(checkRoutine(isSignedAsStated(routine, signature)));
      }
      const findings = checkEvidence(attached, packs, signature);
      if (findings.present) known = { ...known, ...saidBy(attached, report, packs) };
      return Promise.resolve(findings);
    },
    checkPages: (report, attached) => checkPages(report, attached, layout),
  });
  return whole(result);
}

/** A paper by its own evidence, in the words of the contents of a pack. */
export type PaperSaid = Omit<PaperInside, 'fileName' | 'sha256' | 'bytes'> & {
  readonly period: Evidence['period'];
  readonly packId: string;
  readonly packVersion: string;
  /** Of a compliance report, what the cover of a pack says of the elevator. */
  readonly facts: ElevatorFacts | null;
};

function saidBy(
  attached: Uint8Array,
  report: Uint8Array,
  packs: readonly KnownPack[],
): Pick<CheckedFile, 'stated' | 'head' | 'claims' | 'labels' | 'paper'> {
  const sheet = readLabels(attached);
  if (sheet !== null) {
    const labels = { count: sheet.labels.length, first: sheet.number, last: sheet.labels.at(-1)!.number }; // never none
    return { stated: null, head: paperHead(sheet), claims: null, labels, paper: null };
  }
  const evidence = readEvidence(attached);
  if (evidence === null) return { stated: null, head: null, claims: null, labels: null, paper: null };
  const hash = sha256(attached);
  const { number, chain } = evidence;
  const stated = { number, chain, evidence: hash };
  return {
    stated,
    head: paperHead(evidence),
    claims: claimsOf(evidence, hash, packs),
    labels: null,
    paper: paperSaid(evidence, report),
  };
}

function paperSaid(evidence: Evidence, report: Uint8Array): PaperSaid {
  const { kind, number, dossier, asOf, period, pack } = evidence;
  const about = recordOf(evidence);
  return {
    kind,
    number,
    registrationNo: dossier.registrationNo,
    asOf,
    period,
    packId: pack.id,
    packVersion: pack.version,
    pages: pageCount(report),
    facts: kind === 'compliance' && evidence.formatVersion === 2 ? elevatorFacts(evidence) : null,
    ...about,
  };
}

/** What a report says of itself, from evidence that belongs to an intact signature. */
function claimsOf(evidence: Evidence, hash: string, packs: readonly KnownPack[]): VerifyReply['claims'] {
  const { number, kind, dossier, audit, period, pack } = evidence;
  return {
    number,
    kind,
    evidence: hash,
    registrationNo: dossier.registrationNo,
    verdict: audit.verdict,
    period,
    visits: standing(dossier.visits).length,
    outages: standing(dossier.outages).length,
    packId: pack.id,
    packVersion: pack.version,
    packKnown: packs.some(({ sha256 }) => sha256 === pack.sha256),
  };
}
