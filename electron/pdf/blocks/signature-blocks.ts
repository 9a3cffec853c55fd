import QRCode from 'qrcode';
import type { SignatureBlock, VerificationBlock } from '../../../domain/report/model';
import { drawLine, drawLines, rule, showText } from '../canvas';
import { HAIR, INK, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import { LEFT, WIDTH, type Flow } from '../flow';
import { drawSignaturePlaceholder, type PlaceholderWords } from '../signature-placeholder';
import { layOut, measure } from '../text-runs';

const TABLE_WIDTH = 106 * MM;
const SEAL_RADIUS = 21 * MM;
const LABEL_WIDTHS = { 'zh-CN': 18 * MM, en: 22 * MM } as const;
const STEP_HANG = 11;
const QR_MODULE = 0.5 * MM;
/** White on every side of the code, its caption included (ISO/IEC 18004, section 9.1). */
const QUIET = 4 * QR_MODULE;
/** Table, field, reviewer's line and the ring beside them. */
export const SIGNATURE_HEIGHT = 68 * MM;

/** Who signs, the ring for the seal around name and date, the line for the reviewer, and the signature field itself. */
export function drawSignature(flow: Flow, block: SignatureBlock, words: PlaceholderWords): void {
  const { canvas } = flow;
  const { pdf } = canvas;
  flow.ensure(SIGNATURE_HEIGHT);
  const top = flow.y;
  const labelWidth = LABEL_WIDTHS[canvas.locale];
  artifact(canvas, () => rule(canvas, LEFT, flow.y, TABLE_WIDTH, 0.5));
  const table = pdf.struct('Table');
  canvas.root.add(table);
  for (const { label, lines } of block.rows) {
    const laid = lines.flatMap((text) => layOut(canvas.fonts, [{ text }], { size: 8 }, TABLE_WIDTH - labelWidth));
    const tr = pdf.struct('TR');
    table.add(tr);
    tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
      showText(canvas, label, 'regular', 8, LEFT, flow.y + 12, SECONDARY),
    );
    tagged(canvas, tr, 'TD', {}, () => {
      drawLines(canvas, laid, LEFT + labelWidth, flow.y + 12, { size: 8, leading: 11.4 });
    });
    tr.end();
    flow.y += laid.length * 11.4 + 6.4;
    artifact(canvas, () => rule(canvas, LEFT, flow.y, TABLE_WIDTH, 0.25, HAIR));
  }
  table.end();
  drawSeal(flow, block.seal, top);
  flow.y += 8;
  flow.y += drawSignaturePlaceholder(canvas, words, LEFT, flow.y, TABLE_WIDTH) + 20;
  drawReviewLine(flow, block.review);
  flow.y = Math.max(flow.y, top + 2 * SEAL_RADIUS + 8) + 12;
}

function drawSeal(flow: Flow, { name, date, hint }: SignatureBlock['seal'], top: number): void {
  const { canvas } = flow;
  const centre = { x: LEFT + WIDTH - SEAL_RADIUS - 2, y: top + SEAL_RADIUS + 2 };
  artifact(canvas, () =>
    canvas.pdf
      .save()
      .lineWidth(0.6)
      .dash(2.4, { space: 2 })
      .strokeColor('#8a8a8a')
      .circle(centre.x, centre.y, SEAL_RADIUS)
      .stroke()
      .undash()
      .restore(),
  );
  const lines = [
    ...layOut(canvas.fonts, [{ text: `${name} ` }], { size: 9 }, 2 * SEAL_RADIUS - 8),
    ...layOut(canvas.fonts, [{ text: `${date} ` }], { size: 9 }, 2 * SEAL_RADIUS),
  ];
  tagged(canvas, canvas.root, 'P', {}, () => {
    for (const [index, line] of lines.entries())
      drawLine(canvas, line, centre.x - line.width / 2, centre.y + (index - lines.length / 2) * 14 + 8, 9);
    const width = measure(canvas.fonts, 'regular', hint, 7.5);
    showText(canvas, hint, 'regular', 7.5, centre.x - width / 2, centre.y + (lines.length / 2) * 14 + 9, SECONDARY);
  });
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

export function drawVerification(flow: Flow, block: VerificationBlock): void {
  const { canvas } = flow;
  const pad = 4 * MM;
  const { modules } = QRCode.create(block.qr, { errorCorrectionLevel: 'M' });
  const qrSize = modules.size * QR_MODULE;
  const inner = WIDTH - 2 * pad;
  const steps = block.steps.map((text, index) =>
    layOut(
      canvas.fonts,
      [{ text: `${index + 1}.\t${text}` }],
      { size: 8.25, hanging: STEP_HANG, tabs: [STEP_HANG] },
      inner - qrSize - 6 * MM,
    ),
  );
  const stepHeight = steps.reduce((sum, lines) => sum + lines.length * 12.6, 0);
  const body = Math.max(stepHeight + 24, qrSize + QUIET + 12);
  const height = pad + body + 24 + pad * 0.6;
  flow.ensure(height + 4);
  const top = flow.y;
  artifact(canvas, () =>
    canvas.pdf.save().lineWidth(1).strokeColor(INK).rect(LEFT, top, WIDTH, height).stroke().restore(),
  );
  tagged(canvas, canvas.root, 'H3', {}, () => showText(canvas, block.title, 'serif', 10.5, LEFT + pad, top + pad + 10));
  let y = top + pad + 24;
  for (const lines of steps) {
    const at = y;
    tagged(canvas, canvas.root, 'P', {}, () => {
      for (const [index, line] of lines.entries())
        drawLine(canvas, line, LEFT + pad + (index > 0 ? STEP_HANG : 0), at + 6 + index * 12.6, 8.25);
    });
    y += lines.length * 12.6;
  }
  drawQr(flow, block, modules, LEFT + WIDTH - pad - qrSize, top + pad);
  const ruleAt = top + pad + body + 2;
  artifact(canvas, () => rule(canvas, LEFT + pad, ruleAt, inner, 0.25, HAIR));
  const head = layOut(canvas.fonts, [{ text: block.head }], { size: 7.75 }, inner)[0]!;
  tagged(canvas, canvas.root, 'P', {}, () => drawLine(canvas, head, LEFT + pad, ruleAt + 13, 7.75));
  flow.y = top + height + 4;
}

/** Modules as vectors; the modules of a row that touch are one rectangle, so that no seam shows. */
function drawQr(
  { canvas }: Flow,
  { qrCaption, qrAlt }: VerificationBlock,
  modules: QRCode.BitMatrix,
  x: number,
  y: number,
): void {
  const side = modules.size * QR_MODULE;
  const draw = (): void => {
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        let run = 0;
        while (column + run < modules.size && modules.get(row, column + run) !== 0) run += 1;
        if (run > 0) canvas.pdf.rect(x + column * QR_MODULE, y + row * QR_MODULE, run * QR_MODULE, QR_MODULE);
        column += run;
      }
    }
    canvas.pdf.fill(INK);
  };
  tagged(canvas, canvas.root, 'Figure', { alt: qrAlt, bbox: [x, y, x + side, y + side], placement: 'Block' }, draw);
  const width = measure(canvas.fonts, 'regular', qrCaption, 7.5);
  const captionAt = x + Math.min((side - width) / 2, side - width); // never past the code's right edge
  tagged(canvas, canvas.root, 'P', {}, () =>
    showText(canvas, qrCaption, 'regular', 7.5, captionAt, y + side + QUIET + 6, SECONDARY),
  );
}
