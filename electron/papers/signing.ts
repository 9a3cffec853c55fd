import { join } from 'node:path';
import type { Period } from '../../domain/calendar/period';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { BridgeError } from '../../domain/bridge/errors';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Dossier } from '../../domain/record/dossier';
import type { ReportSignedBody } from '../../domain/record/entry';
import type { ElevatorPaper } from '../../domain/record/paper-kind';
import type { Evidence, EvidenceChain } from '../../domain/report/evidence';
import type { PaperParticulars } from '../../domain/report/paper-particulars';
import type { RecordedFacts } from '../../domain/report/recorded-facts';
import { reportNumber } from '../../domain/report/report-number';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import type { LoadedPack } from '../packs/load-packs';
import { signPdf } from '../signing/sign-pdf';
import type { Signer } from '../signing/signer';
import { requirePack } from '../host/chosen-pack';
import { doubtBasisOf } from './doubt-basis';
import { gatherEvidence } from './evidence';
import { instantIn } from '../host/local-time';
import { photosFor } from './paper-photos';
import { openToSign, type SigningWish } from './signing-identity';
import { keepForThisRun, nameForThisRun } from './unrecorded';
import type { HandlerContext, Ports } from '../host/ports';

/** An opened identity with what every paper signed by it states alike. */
export interface Signing {
  readonly loaded: LoadedPack;
  readonly signer: Signer;
  readonly claimedAt: string;
  readonly author: string;
  /** What opens the numbers: the short name of the settings, else the whole name of the signer. */
  readonly name: string;
  /** Papers signed in this feed before. */
  readonly counted: number;
}

export interface PaperWish {
  readonly dossier: Dossier;
  readonly kind: ElevatorPaper;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly paper?: PaperParticulars;
  readonly recorded?: RecordedFacts;
}

/** Refuses days that are not in order or in the future, and a journal that cannot be written. */
export function requireDays(ports: Ports, asOf: CivilDate, { from, to }: Period): void {
  if (from > to || to > asOf || asOf > ports.today()) throw new BridgeError('bad-request', { what: 'period' });
  const { readOnly, printsUnrecorded, condition } = ports.journal;
  if (readOnly && !printsUnrecorded) throw new BridgeError('read-only', { state: condition.state });
}

export async function openSigning(ports: Ports, wish: SigningWish): Promise<Signing> {
  const loaded = requirePack(ports);
  const now = ports.now();
  const identity = await openToSign(ports, wish, now);
  const { author, shortName } = ports.settings.read();
  const { signer } = identity;
  return {
    loaded,
    signer,
    claimedAt: instantIn(loaded.pack.zone, now),
    author,
    name: shortName === '' ? signer.organisation : shortName,
    counted: await papersSigned(ports),
  };
}

/** The evidence of the `place`-th paper (from 1) of one run. */
export async function evidenceOf(
  ports: Ports,
  signing: Signing,
  wish: PaperWish,
  context: HandlerContext,
  place = 1,
): Promise<Evidence> {
  const { dossier, kind, asOf } = wish;
  const { loaded, signer, claimedAt, author, name } = signing;
  const { organisation, fingerprint } = signer;
  const { hazardDays, lateDays } = ports.settings.read();
  const photos = await photosFor(ports.attachments, { kind, about: wish.paper?.hazards ?? [] }, dossier);
  const doubts = kind === 'compliance' ? await doubtBasisOf(ports, loaded.pack, wish, context) : null;
  return gatherEvidence({
    version: ports.version,
    number: reportNumber({ signer: name, asOf, kind, ...countedIn(ports, signing, place) }),
    claimedAt,
    signer: { organisation, person: author, fingerprint },
    loaded,
    chain: chainOf(ports),
    sources: await ports.ledger.sourcesOf(dossier),
    refused: [],
    hazardDays,
    lateDays,
    scope: { kept: await ports.ledger.inspectionsKept() },
    ...wish,
    ...(photos === null ? {} : { photos }),
    doubts,
  });
}

/** Where the journal stands, with the feed's own word for it; without its key, none. */
export function chainOf({ journal }: Ports): EvidenceChain {
  const { feed, seq, hash } = journal.head;
  const signature = journal.heads.signedHead;
  return { origin: 'journal', feed, seq, head: hash, ...(signature === null ? {} : { signature }) };
}

/** A paper that no entry will record is counted in a moment of its own, so that no number of the feed is given twice. */
export function countedIn({ journal }: Ports, { counted, claimedAt }: Signing, place: number) {
  if (journal.readOnly) return { origin: sha256Hex(`${journal.head.hash} ${claimedAt}`), count: place };
  return { origin: journal.heads.series, count: counted + place };
}

export interface SignedFile {
  readonly bytes: Uint8Array;
  readonly fileSha256: string;
  readonly pages: number;
}

/** Signs laid out pages and keeps the file in the profile, or for this run where nothing is written; nothing is on record yet. */
export async function signAndKeep(
  ports: Ports,
  { signer }: Signing,
  { unsigned, pages }: { readonly unsigned: Uint8Array; readonly pages: number },
  { progress, signal }: HandlerContext,
): Promise<SignedFile> {
  signal.throwIfAborted();
  progress({ stage: 'sign', done: 2, total: STAGES });
  const bytes = signPdf(unsigned, signer);
  const fileSha256 = sha256Hex(bytes);
  progress({ stage: 'write', done: 3, total: STAGES });
  if (ports.journal.readOnly) {
    keepForThisRun(ports, fileSha256, bytes);
    return { bytes, fileSha256, pages };
  }
  await ensureFolder(ports.reportsDir);
  await writeFileAtomic(join(ports.reportsDir, `${fileSha256}.pdf`), bytes);
  return { bytes, fileSha256, pages };
}

/** gather, layout, sign, write. */
export const STAGES = 4;

/** What stands on record of a signed file. */
export async function recordSigned(
  ports: Ports,
  { author, signer }: Signing,
  subject: string,
  body: Omit<ReportSignedBody, 'fingerprint'>,
): Promise<void> {
  if (ports.journal.readOnly) return nameForThisRun(ports, body.fileSha256, body.fileName);
  await ports.journal.heads.keepPaper((await papersSigned(ports)) + (body.papers?.length ?? 1));
  await ports.append({
    type: 'report-signed',
    subject,
    author,
    body: { ...body, fingerprint: signer.fingerprint },
  });
}

/** Papers signed in this feed, also those that a shortened journal has lost: no number is given twice. */
async function papersSigned({ journal, ledger }: Ports): Promise<number> {
  return Math.max(await ledger.papersIn(journal.head.feed), journal.heads.papersKnown);
}
