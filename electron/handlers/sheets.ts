import { BridgeError } from '../../domain/bridge/errors';
import type { SignedBatch } from '../../domain/bridge/paper-replies';
import { defaultPeriod } from '../../domain/calendar/period';
import type { Dossier } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import { LABELS_FORMAT, labelLayout, type LabelGrid, type LabelsEvidence } from '../../domain/report/labels';
import { statementOf } from '../../domain/report/statement';
import { summaryOf } from '../../domain/report/summary/summary-of';
import { sha256Hex } from '../fs/sha256';
import { storedZip } from '../fs/stored-zip';
import { fitLabelCode } from '../pdf/labels/label-code';
import { LAYOUT_ID } from '../pdf/layout-id';
import { signPdf } from '../signing/sign-pdf';
import { signSummary } from '../signing/sign-summary';
import { dossierOf } from './changes';
import type { Checked, Handlers } from './handlers';
import type { HandlerContext, Ports } from '../host/ports';
import { distinctNames, paperFileName } from '../papers/file-names';
import { keepEach, keepFile, signEach } from '../papers/signed-papers';
import { rememberOwn } from './seen-certificates';
import { evidenceOf, openSigning, recordSigned, requireDays, type Signing } from '../papers/signing';
import { signingTurn } from '../papers/signing-turn';

type Request = Checked<'sheet.batch'>;

const WORDS = {
  'zh-CN': { sheet: '电梯公示', labels: '二维码标签' },
  en: { sheet: 'public-sheet', labels: 'qr-labels' },
} as const;

export function sheetHandlers(ports: Ports): Pick<Handlers, 'sheet.batch'> {
  return {
    'sheet.batch': (request, context) => signingTurn(ports)(() => makeBatch(ports, request, context)),
  };
}

async function makeBatch(ports: Ports, request: Request, context: HandlerContext): Promise<SignedBatch> {
  const { registrationNos, asOf, form, grid } = request;
  requireDays(ports, asOf, defaultPeriod(asOf));
  const dossiers = await Promise.all(registrationNos.map((registrationNo) => dossierOf(ports, registrationNo)));
  if (form === 'labels' && (grid === undefined || labelLayout(grid) === null))
    throw new BridgeError('bad-request', { what: 'grid' });
  const signing = await openSigning(ports, request);
  const batch =
    grid !== undefined && form === 'labels'
      ? await makeLabels(ports, signing, dossiers, request, grid, context)
      : await makeSheets(ports, signing, dossiers, request, context);
  await rememberOwn(ports, signing);
  return batch;
}

async function makeSheets(
  ports: Ports,
  signing: Signing,
  dossiers: readonly Dossier[],
  { form, locale, asOf }: Request,
  context: HandlerContext,
): Promise<SignedBatch> {
  const size = form === 'a5' ? 'A5' : 'A4';
  const paper = async (place: number): Promise<{ evidence: Evidence; fileName: string }> => {
    const dossier = dossiers[place - 1]!; // places run from 1 to their number
    const bare = await sheetEvidence(ports, signing, dossier, { locale, asOf }, { context, place });
    const summary = signSummary(summaryOf(bare), signing.signer);
    const fileName = paperFileName(dossier.elevator.value, { kind: 'public-sheet', locale, asOf });
    return { evidence: { ...bare, paper: { ...bare.paper, size, summary } }, fileName };
  };
  const signed = await signEach(ports, signing, dossiers.length, paper, context);
  const papers = await keepEach(ports, signing, signed, context);
  return {
    fileName: `${WORDS[locale].sheet}_${form.toUpperCase()}_${asOf}.zip`,
    bytes: storedZip(distinctNames(signed)),
    pages: signed.reduce((sum, { pages }) => sum + pages, 0),
    papers,
  };
}

function sheetEvidence(
  ports: Ports,
  signing: Signing,
  dossier: Dossier,
  { locale, asOf }: Pick<Request, 'locale' | 'asOf'>,
  { context, place }: { readonly context: HandlerContext; readonly place: number },
): Promise<Evidence> {
  return evidenceOf(
    ports,
    signing,
    { dossier, kind: 'public-sheet', locale, asOf, period: defaultPeriod(asOf) },
    context,
    place,
  );
}

/** One file, one entry: its papers are counted in the feed one by one. */
async function makeLabels(
  ports: Ports,
  signing: Signing,
  dossiers: readonly Dossier[],
  { locale, asOf }: Request,
  grid: LabelGrid,
  context: HandlerContext,
): Promise<SignedBatch> {
  const { progress, signal } = context;
  const evidences: Evidence[] = [];
  for (const [index, dossier] of dossiers.entries()) {
    signal.throwIfAborted();
    progress({ stage: 'gather', done: index, total: dossiers.length });
    evidences.push(await sheetEvidence(ports, signing, dossier, { locale, asOf }, { context, place: index + 1 }));
    await new Promise(setImmediate); // so that giving up is heard
  }
  const labels = labelsEvidence(evidences, signing, grid);
  const layout = labelLayout(grid);
  if (layout === null || labels.labels.some(({ summary }) => fitLabelCode(summary, layout) === null))
    throw new BridgeError('bad-request', { what: 'grid' });
  progress({ stage: 'layout', done: 0, total: 1 });
  const { unsigned, pages } = await ports.renderer.render(labels, new Map(), signal);
  signal.throwIfAborted();
  const bytes = signPdf(unsigned, signing.signer);
  const fileSha256 = sha256Hex(bytes);
  const fileName = `${WORDS[locale].labels}_${asOf}.pdf`;
  progress({ stage: 'write', done: 0, total: 1 });
  await keepFile(ports, fileSha256, bytes);
  const papers = evidences.map((evidence) => ({
    number: evidence.number,
    registrationNo: evidence.dossier.registrationNo,
    ...statementOf(evidence),
  }));
  const [first] = evidences as [Evidence, ...Evidence[]]; // the contract asks for one at least
  const { number, kind, period } = first;
  const body = { number, kind, locale, asOf, period, fileName, fileSha256, ...statementOf(first), papers };
  await recordSigned(ports, signing, '', body);
  progress({ stage: 'write', done: 1, total: 1 });
  const made = papers.map((paper) => ({
    registrationNo: paper.registrationNo,
    number: paper.number,
    reportId: fileSha256,
  }));
  return { fileName, bytes, pages, papers: made };
}

function labelsEvidence(evidences: readonly Evidence[], { signer }: Signing, grid: LabelGrid): LabelsEvidence {
  const [first] = evidences as readonly [Evidence, ...Evidence[]];
  const { program, number, locale, asOf, claimedAt, signer: stated, chain } = first;
  return {
    format: LABELS_FORMAT,
    formatVersion: 1,
    program,
    layout: LAYOUT_ID,
    kind: 'labels',
    number,
    locale,
    asOf,
    claimedAt,
    signer: stated,
    chain,
    grid,
    labels: evidences.map((evidence) => ({
      number: evidence.number,
      registrationNo: evidence.dossier.registrationNo,
      summary: signSummary(summaryOf(evidence), signer),
    })),
    sample: evidences.some(({ dossier }) => dossier.elevator.value.sample === true),
  };
}
