import { join } from 'node:path';
import type { SignedBatch } from '../../domain/bridge/replies';
import type { Elevator } from '../../domain/elevator/elevator';
import type { ReportSignedBody } from '../../domain/record/entry';
import type { Evidence } from '../../domain/report/evidence';
import { statementOf } from '../../domain/report/statement';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import { signPdf } from '../signing/sign-pdf';
import type { HandlerContext } from './handlers';
import { photosToDraw } from './paper-photos';
import type { Ports } from './ports';
import { recordSigned, type Signing } from './signing';

/** A signed paper that is not on record yet. */
export interface SignedPaperFile {
  readonly evidence: Evidence;
  readonly elevator: Elevator;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fileSha256: string;
  readonly pages: number;
}

/** Lays out and signs one paper after the other; giving up before the last leaves nothing behind. */
export async function signEach(
  ports: Ports,
  { signer }: Signing,
  count: number,
  paper: (place: number) => Promise<{ readonly evidence: Evidence; readonly fileName: string }>,
  { progress, signal }: HandlerContext,
): Promise<SignedPaperFile[]> {
  const signed: SignedPaperFile[] = [];
  for (let place = 1; place <= count; place++) {
    signal.throwIfAborted();
    progress({ stage: 'layout', done: place - 1, total: count });
    const { evidence, fileName } = await paper(place);
    const photos = await photosToDraw(ports.attachments, evidence);
    const { unsigned, pages } = await ports.renderer.render(evidence, photos, signal);
    const bytes = signPdf(unsigned, signer);
    const elevator = evidence.dossier.elevator.value;
    signed.push({ evidence, elevator, fileName, bytes, fileSha256: sha256Hex(bytes), pages });
  }
  signal.throwIfAborted();
  return signed;
}

/** Keeps every file and puts it on record, in the order of the numbers; from here on there is no giving up. */
export async function keepEach(
  ports: Ports,
  signing: Signing,
  signed: readonly SignedPaperFile[],
  { progress }: HandlerContext,
): Promise<SignedBatch['papers']> {
  for (const [index, { evidence, fileName, bytes, fileSha256 }] of signed.entries()) {
    progress({ stage: 'write', done: index, total: signed.length });
    await keepFile(ports, fileSha256, bytes);
    const { number, kind, locale, asOf, period, dossier } = evidence;
    const body = { number, kind, locale, asOf, period, fileName, fileSha256, ...statementOf(evidence) };
    await recordSigned(ports, signing, dossier.registrationNo, body satisfies Omit<ReportSignedBody, 'fingerprint'>);
  }
  progress({ stage: 'write', done: signed.length, total: signed.length });
  return signed.map(({ evidence, fileSha256 }) => ({
    registrationNo: evidence.dossier.registrationNo,
    number: evidence.number,
    reportId: fileSha256,
  }));
}

export async function keepFile(ports: Ports, fileSha256: string, bytes: Uint8Array): Promise<void> {
  await ensureFolder(ports.reportsDir);
  await writeFileAtomic(join(ports.reportsDir, `${fileSha256}.pdf`), bytes);
}
