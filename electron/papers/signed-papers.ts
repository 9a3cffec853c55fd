import { join } from 'node:path';
import type { SignedBatch } from '../../domain/bridge/paper-replies';
import type { Elevator } from '../../domain/elevator/elevator';
import type { ReportSignedBody } from '../../domain/record/entry';
import type { Evidence } from '../../domain/report/evidence';
import { statementOf } from '../../domain/report/statement';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import { signPdf } from '../signing/sign-pdf';
import { photosToDraw } from './paper-photos';
import { inLanes } from '../host/in-lanes';
import type { HandlerContext, Ports } from '../host/ports';
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

/** Lays out and signs papers, as many at a time as the machine has cores; giving up before the last leaves nothing behind. */
export async function signEach(
  ports: Ports,
  { signer }: Signing,
  count: number,
  paper: (place: number) => Promise<{ readonly evidence: Evidence; readonly fileName: string }>,
  { progress, signal }: HandlerContext,
): Promise<SignedPaperFile[]> {
  let done = 0;
  const told = (): void => progress({ stage: 'layout', done, total: count });
  told();
  // One more than there are layout threads: the next paper is gathered while they work.
  const lanes = ports.renderer.lanes + 1;
  return inLanes({ count, lanes, signal }, async (index, stop): Promise<SignedPaperFile> => {
    const { evidence, fileName } = await paper(index + 1);
    const photos = await photosToDraw(ports.attachments, evidence);
    const { unsigned, pages } = await ports.renderer.render(evidence, photos, stop);
    const bytes = signPdf(unsigned, signer);
    const elevator = evidence.dossier.elevator.value;
    done += 1;
    told();
    return { evidence, elevator, fileName, bytes, fileSha256: sha256Hex(bytes), pages };
  });
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
