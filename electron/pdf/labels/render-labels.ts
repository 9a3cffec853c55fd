import { EVIDENCE_FILE_NAME } from '../../../domain/report/evidence';
import { labelLayout, type Label, type LabelLayout, type LabelsEvidence } from '../../../domain/report/labels';
import type { TableBlock } from '../../../domain/report/model';
import { sheetTextsOf } from '../../../domain/report/papers/public-sheet/sheet-texts';
import { clockTime } from '../../../domain/report/sections/closing';
import { parseSummary, type Summary } from '../../../domain/report/summary/summary';
import { textsOf } from '../../../domain/report/texts/texts-of';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { drawHeading } from '../blocks/text-blocks';
import type { Canvas } from '../surface';
import { bytesOf, createDocument } from '../document';
import { attachEvidence } from '../evidence-attachment';
import { Flow, LEFT, WIDTH } from '../flow';
import { missingIn, type Fonts } from '../fonts';
import { createGlyphs } from '../glyphs';
import { ACCENT, HAIR, MM, SECONDARY } from '../ink';
import { drawQr, QUIET_MODULES } from '../qr';
import type { RenderedReport } from '../render-report';
import { stack, text, type Part } from '../sheet/parts';
import { drawSignaturePlaceholder, fieldHeight } from '../signature-placeholder';
import { drawTable } from '../table/draw';
import { artifact } from '../tagging';
import { fitLabelCode } from './label-code';

/** Air above the signature. */
const ABOVE_FIELD = 10;

interface ReadLabel extends Label {
  readonly read: Summary;
}

/** Sheets of labels, then the list of them with the signature: what is printed on label paper bears nothing else. */
export async function renderLabels(evidence: LabelsEvidence, fonts: Fonts): Promise<RenderedReport> {
  const { locale, signer, labels, grid, number } = evidence;
  const words = sheetTextsOf(locale);
  const layout = labelLayout(grid);
  if (layout === null) throw new Error('labels of no size');
  const claimedAt = new Date(evidence.claimedAt);
  const title = words.labelTitle(labels.length);
  const info = { title, author: signer.organisation, subject: title, keywords: number };
  const pdf = createDocument(info, locale, claimedAt, fonts);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const canvas: Canvas = {
    pdf,
    fonts,
    root,
    glyphs: createGlyphs(pdf, fonts),
    locale,
    photos: new Map(),
    reading: { open: null },
  };
  const done = bytesOf(pdf);
  const read = labels.map(readLabel);
  drawLabels(canvas, evidence, layout, read);
  const flow = new Flow(canvas);
  drawHeading(flow, title);
  drawTable(flow, listOf(evidence, read));
  const lines = textsOf(locale).signature.field(signer.organisation, clockTime(evidence.claimedAt));
  const field = { signer: signer.organisation, reason: title, claimedAt, lines, tooltip: lines.join(' ') };
  flow.ensure(ABOVE_FIELD + fieldHeight(canvas, field, WIDTH));
  drawSignaturePlaceholder(canvas, field, LEFT, flow.y + ABOVE_FIELD, WIDTH);
  root.end();
  attachEvidence(pdf, EVIDENCE_FILE_NAME, new TextEncoder().encode(canonicalJson(evidence)), claimedAt);
  const { count } = pdf.bufferedPageRange();
  pdf.end();
  const printed = [
    title,
    ...lines,
    ...read.map(({ read: { registrationNo, rescueCode } }) => registrationNo + rescueCode),
  ];
  return { unsigned: await done, pages: count, missing: [...new Set(missingIn(fonts, printed.join('')))].sort() };
}

function readLabel(label: Label): ReadLabel {
  const parsed = parseSummary(label.summary);
  if (!parsed.ok) throw new Error(`the summary of ${label.number} is ${parsed.reason}`);
  return { ...label, read: parsed.summary };
}

function drawLabels(canvas: Canvas, evidence: LabelsEvidence, layout: LabelLayout, labels: readonly ReadLabel[]): void {
  const { grid } = evidence;
  const perPage = grid.columns * grid.rows;
  for (const [index, label] of labels.entries()) {
    const place = index % perPage;
    if (place === 0) canvas.pdf.addPage();
    const [column, row] = [place % grid.columns, Math.floor(place / grid.columns)];
    const x = (grid.marginLeft + column * (layout.width + grid.gapX)) * MM;
    const y = (grid.marginTop + row * (layout.height + grid.gapY)) * MM;
    if (grid.cutLines)
      artifact(canvas, () => {
        const frame = canvas.pdf.save().lineWidth(0.25).strokeColor(HAIR);
        frame
          .rect(x, y, layout.width * MM, layout.height * MM)
          .stroke()
          .restore();
      });
    drawLabel(canvas, evidence, layout, label, x, y);
  }
}

function drawLabel(
  canvas: Canvas,
  { locale, sample }: LabelsEvidence,
  { width, height, beside, code }: LabelLayout,
  label: ReadLabel,
  x: number,
  y: number,
): void {
  const { pdf } = canvas;
  const fit = fitLabelCode(label.summary, { width, height, beside, code });
  if (fit === null) throw new Error(`the label is too small for the summary of ${label.number}`);
  const quiet = QUIET_MODULES * fit.module;
  const area = fit.side + 2 * quiet;
  const [qrX, qrY] = beside
    ? [x + quiet, y + (height * MM - fit.side) / 2]
    : [x + (width * MM - fit.side) / 2, y + quiet];
  const { qrAlt } = sheetTextsOf(locale);
  const alt = `${label.registrationNo} ${qrAlt}`;
  drawQr(canvas, canvas.root, fit.qr, { x: qrX, y: qrY, module: fit.module, alt });
  const edge = 1.5 * MM;
  const left = beside ? x + area : x + edge;
  const room = { width: x + width * MM - edge - left, height: height * MM - (beside ? 2 * edge : area + edge) };
  const words = labelWords(canvas, label.read, sample, room.width);
  const scale = Math.min(1, room.height / words.height);
  const top = beside ? y + (height * MM - words.height * scale) / 2 : y + area;
  pdf.save();
  pdf.translate(left, top).scale(scale);
  words.draw(0);
  pdf.restore();
}

function labelWords(canvas: Canvas, read: Summary, isSample: boolean, width: number): Part {
  const words = sheetTextsOf(canvas.locale);
  const small = { size: 6.5, leading: 9, color: SECONDARY };
  const line = (shown: string, size: number, leading: number): Part =>
    text(canvas, [{ text: shown, bold: true }], 0, width, { size, leading });
  const note = (shown: string): Part => text(canvas, [{ text: shown }], 0, width, small);
  return stack([
    line(read.registrationNo, 8.5, 11.5),
    note(words.rescueCode),
    line(read.rescueCode === '' ? words.missing : read.rescueCode, 13, 16),
    note(words.labelDue),
    line(read.nextDue ?? words.missing, 9.5, 12.5),
    note(words.labelAsOf(read.asOf)),
    ...(isSample
      ? [text(canvas, [{ text: textsOf(canvas.locale).sampleMark, bold: true }], 0, width, { ...small, color: ACCENT })]
      : []),
  ]);
}

const LIST_WIDTHS = [72, 52, 40] as const;

function listOf({ locale }: LabelsEvidence, labels: readonly ReadLabel[]): TableBlock {
  const words = sheetTextsOf(locale);
  const { rowsFromTo, rowContinued, tableContinued: continued } = textsOf(locale);
  const titles = [words.labelNumber, words.labelRegistrationNo, words.labelDue];
  return {
    kind: 'table',
    columns: titles.map((title, index) => ({ title, width: LIST_WIDTHS[index]!, align: 'left' })), // as many widths
    rows: labels.map(({ number, registrationNo, read }) => ({
      cells: [number, registrationNo, read.nextDue ?? '—'].map((shown) => ({ runs: [{ text: shown }] })),
    })),
    rowsFromTo,
    rowContinued,
    continued,
  };
}
