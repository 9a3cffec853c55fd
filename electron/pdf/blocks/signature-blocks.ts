import type { SignatureBlock, VerificationBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine, drawLines, rule, showText } from '../canvas';
import { HAIR, INK, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import { LEFT, WIDTH, type Flow } from '../flow';
import { drawSeal, SEAL_RADIUS } from '../seal';
import { drawSignaturePlaceholder, fieldHeight, type PlaceholderWords } from '../signature-placeholder';
import { drawQr, qrOf, QUIET_MODULES, type Qr } from '../qr';
import type { Line } from '../runs';
import { layOut, measure } from '../text-runs';

const TABLE_WIDTH = 106 * MM;
const SEAL_HEIGHT = 2 * SEAL_RADIUS + 8;
const LABEL_WIDTHS = { 'zh-CN': 18 * MM, en: 22 * MM } as const;
const STEP_HANG = 11;
const QR_MODULE = 0.5 * MM;
const QUIET = QUIET_MODULES * QR_MODULE;
const PAD = 4 * MM;
const INNER = WIDTH - 2 * PAD;
const ROW_SIZE = 8;
const ROW_LEADING = 11.4;
const ROW_AIR = 6.4;
const ABOVE_FIELD = 8;
const REVIEW_HEIGHT = 20;
const BELOW = 12;

/** Table, field, reviewer's line and the ring beside them. */
export function signatureBlockHeight(canvas: Canvas, block: SignatureBlock, words: PlaceholderWords): number {
  const table = layOutRows(canvas, block).reduce((sum, { lines }) => sum + rowHeight(lines), 0);
  const field = ABOVE_FIELD + fieldHeight(canvas, words, TABLE_WIDTH);
  const review = block.review.length > 0 ? REVIEW_HEIGHT : 0;
  return Math.max(table + field + review, SEAL_HEIGHT) + BELOW;
}

function layOutRows(canvas: Canvas, { rows }: SignatureBlock): { label: string; lines: Line[] }[] {
  const width = TABLE_WIDTH - LABEL_WIDTHS[canvas.locale];
  return rows.map(({ label, lines }) => ({
    label,
    lines: lines.flatMap((text) => layOut(canvas.fonts, [{ text }], { size: ROW_SIZE }, width)),
  }));
}

function rowHeight(lines: readonly Line[]): number {
  return lines.length * ROW_LEADING + ROW_AIR;
}

/** Who signs, the ring for the seal around name and date, the line for the reviewer, and the signature field itself. */
export function drawSignature(flow: Flow, block: SignatureBlock, words: PlaceholderWords): void {
  const { canvas } = flow;
  const { pdf } = canvas;
  flow.ensure(signatureBlockHeight(canvas, block, words));
  const top = flow.y;
  const labelWidth = LABEL_WIDTHS[canvas.locale];
  artifact(canvas, () => rule(canvas, LEFT, flow.y, TABLE_WIDTH, 0.5));
  const table = pdf.struct('Table');
  canvas.root.add(table);
  for (const { label, lines } of layOutRows(canvas, block)) {
    const tr = pdf.struct('TR');
    table.add(tr);
    tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
      showText(canvas, label, 'regular', ROW_SIZE, LEFT, flow.y + 12, SECONDARY),
    );
    tagged(canvas, tr, 'TD', {}, () => {
      drawLines(canvas, lines, LEFT + labelWidth, flow.y + 12, { size: ROW_SIZE, leading: ROW_LEADING });
    });
    tr.end();
    flow.y += rowHeight(lines);
    artifact(canvas, () => rule(canvas, LEFT, flow.y, TABLE_WIDTH, 0.25, HAIR));
  }
  table.end();
  drawSeal(canvas, block.seal, { x: LEFT + WIDTH - SEAL_RADIUS - 2, y: top + SEAL_RADIUS + 2 });
  flow.y += ABOVE_FIELD;
  flow.y += drawSignaturePlaceholder(canvas, words, LEFT, flow.y, TABLE_WIDTH);
  if (block.review.length > 0) {
    flow.y += REVIEW_HEIGHT;
    drawReviewLine(flow, block.review);
  }
  flow.y = Math.max(flow.y, top + SEAL_HEIGHT) + BELOW;
}

function drawReviewLine(flow: Flow, labels: readonly string[]): void {
  const { canvas } = flow;
  let x = LEFT;
  for (const label of labels) {
    const at = x;
    const width = measure(canvas.fonts, 'regular', label, 8.75);
    tagged(canvas, canvas.root, 'P', {}, () => showText(canvas, label, 'regular', 8.75, at, flow.y, SECONDARY));
    artifact(canvas, () => rule(canvas, at + width + 4, flow.y + 2, 28 * MM, 0.5));
    x += width + 4 + 34 * MM;
  }
}

interface VerificationLayout {
  readonly qr: Qr;
  readonly steps: readonly (readonly Line[])[];
  readonly body: number;
  readonly height: number;
}

function layOutVerification(canvas: Canvas, block: VerificationBlock): VerificationLayout {
  const qr = qrOf(block.qr);
  const qrSize = qr.size * QR_MODULE;
  const steps = block.steps.map((text, index) =>
    layOut(
      canvas.fonts,
      [{ text: `${index + 1}.\t${text}` }],
      { size: 8.25, hanging: STEP_HANG, tabs: [STEP_HANG] },
      INNER - qrSize - 6 * MM,
    ),
  );
  const stepHeight = steps.reduce((sum, lines) => sum + lines.length * 12.6, 0);
  const body = Math.max(stepHeight + 24, qrSize + QUIET + 12);
  return { qr, steps, body, height: PAD + body + 24 + PAD * 0.6 };
}

export function verificationHeight({ canvas }: Flow, block: VerificationBlock): number {
  return layOutVerification(canvas, block).height + 4;
}

/** How anyone checks the report, in a box that is kept whole. */
export function drawVerification(flow: Flow, block: VerificationBlock): void {
  const { canvas } = flow;
  const { qr, steps, body, height } = layOutVerification(canvas, block);
  const qrSize = qr.size * QR_MODULE;
  flow.ensure(height + 4);
  const top = flow.y;
  artifact(canvas, () =>
    canvas.pdf.save().lineWidth(1).strokeColor(INK).rect(LEFT, top, WIDTH, height).stroke().restore(),
  );
  tagged(canvas, canvas.root, 'H3', {}, () => showText(canvas, block.title, 'serif', 10.5, LEFT + PAD, top + PAD + 10));
  let y = top + PAD + 24;
  for (const lines of steps) {
    const at = y;
    tagged(canvas, canvas.root, 'P', {}, () => {
      for (const [index, line] of lines.entries())
        drawLine(canvas, line, LEFT + PAD + (index > 0 ? STEP_HANG : 0), at + 6 + index * 12.6, 8.25);
    });
    y += lines.length * 12.6;
  }
  drawCode(flow, block, qr, LEFT + WIDTH - PAD - qrSize, top + PAD);
  const ruleAt = top + PAD + body + 2;
  artifact(canvas, () => rule(canvas, LEFT + PAD, ruleAt, INNER, 0.25, HAIR));
  const head = layOut(canvas.fonts, [{ text: block.head }], { size: 7.75 }, INNER)[0]!;
  tagged(canvas, canvas.root, 'P', {}, () => drawLine(canvas, head, LEFT + PAD, ruleAt + 13, 7.75));
  flow.y = top + height + 4;
}

function drawCode({ canvas }: Flow, { qrCaption, qrAlt }: VerificationBlock, qr: Qr, x: number, y: number): void {
  const side = qr.size * QR_MODULE;
  drawQr(canvas, canvas.root, qr, { x, y, module: QR_MODULE, alt: qrAlt });
  const width = measure(canvas.fonts, 'regular', qrCaption, 7.5);
  const captionAt = x + Math.min((side - width) / 2, side - width); // never past the code's right edge
  tagged(canvas, canvas.root, 'P', {}, () =>
    showText(canvas, qrCaption, 'regular', 7.5, captionAt, y + side + QUIET + 6, SECONDARY),
  );
}
