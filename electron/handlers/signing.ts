import { join } from 'node:path';
import type { Period } from '../../domain/calendar/period';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { BridgeError } from '../../domain/bridge/errors';
import type { Locale } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import type { ReportSignedBody } from '../../domain/record/entry';
import type { PaperKind } from '../../domain/record/paper-kind';
import type { Evidence } from '../../domain/report/evidence';
import type { PaperParticulars } from '../../domain/report/paper-particulars';
import { reportNumber } from '../../domain/report/report-number';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import type { LoadedPack } from '../packs/load-packs';
import { requireValid } from '../signing/open-identity';
import { signPdf } from '../signing/sign-pdf';
import type { Signer } from '../signing/signer';
import { requirePack } from './chosen-pack';
import { gatherEvidence } from './evidence';
import type { HandlerContext } from './handlers';
import { instantIn } from './local-time';
import { photosFor } from './paper-photos';
import type { Ports } from './ports';

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
  readonly kind: PaperKind;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly paper?: PaperParticulars;
}

/** Refuses days that are not in order or in the future, and a journal that cannot be written. */
export function requireDays(ports: Ports, asOf: CivilDate, { from, to }: Period): void {
  if (from > to || to > asOf || asOf > ports.today()) throw new BridgeError('bad-request', { what: 'period' });
  if (ports.journal.readOnly) throw new BridgeError('read-only', { state: ports.journal.condition.state });
}

export async function openSigning(
  ports: Ports,
  { identityId, passphrase }: { readonly identityId: string; readonly passphrase: string },
): Promise<Signing> {
  const loaded = requirePack(ports);
  const identity = await ports.identities.open(identityId, passphrase);
  const now = ports.now();
  requireValid(identity, now);
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
export async function evidenceOf(ports: Ports, signing: Signing, wish: PaperWish, place = 1): Promise<Evidence> {
  const { head } = ports.journal;
  const { dossier, kind, asOf } = wish;
  const { loaded, signer, claimedAt, author, name, counted } = signing;
  const { organisation, fingerprint } = signer;
  const { hazardDays, lateDays } = ports.settings.read();
  const photos = await photosFor(ports.attachments, { kind, about: wish.paper?.hazards ?? [] }, dossier);
  return gatherEvidence({
    version: ports.version,
    number: reportNumber({ signer: name, asOf, kind, origin: head.feed, count: counted + place }),
    claimedAt,
    signer: { organisation, person: author, fingerprint },
    loaded,
    chain: { origin: 'journal', feed: head.feed, seq: head.seq, head: head.hash },
    sources: await ports.ledger.sourcesOf(dossier),
    refused: [],
    hazardDays,
    lateDays,
    scope: { kept: await ports.ledger.inspectionsKept() },
    ...wish,
    ...(photos === null ? {} : { photos }),
  });
}

export interface SignedFile {
  readonly bytes: Uint8Array;
  readonly fileSha256: string;
  readonly pages: number;
}

/** Signs laid out pages and keeps the file in the profile; nothing is on record yet. */
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
  await ports.journal.keepHead((await papersSigned(ports)) + (body.papers?.length ?? 1));
  await ports.append({
    type: 'report-signed',
    subject,
    author,
    body: { ...body, fingerprint: signer.fingerprint },
  });
}

/** Papers signed in this feed, also those that a shortened journal has lost: no number is given twice. */
async function papersSigned({ journal, ledger }: Ports): Promise<number> {
  return Math.max(await ledger.papersIn(journal.head.feed), journal.papersKnown);
}
