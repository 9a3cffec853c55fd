import type { ShortVerificationBlock } from '../../../domain/report/model';
import { drawLine, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { drawQr, qrOf, QUIET_MODULES } from '../qr';
import { drawSignaturePlaceholder, fieldHeight, type PlaceholderWords } from '../signature-placeholder';
import { artifact, tagged } from '../tagging';
import { layOut } from '../text-runs';

const SIZE = 7.5;
const LEADING = 11;
const PADDING = 3 * MM;
const QR_MODULE = 0.45 * MM;

/** The signature field, fingerprint and chain head beside the code; what a one-page paper has instead of two sections. */
export function drawShortVerification(flow: Flow, block: ShortVerificationBlock, words: PlaceholderWords): void {
  const { canvas } = flow;
  const qr = qrOf(block.qr);
  const quiet = QUIET_MODULES * QR_MODULE;
  const side = qr.size * QR_MODULE;
  const width = WIDTH - side - 2 * quiet - 2 * PADDING;
  const lines = block.lines.map((text) => layOut(canvas.fonts, [{ text }], { size: SIZE }, width));
  const field = fieldHeight(canvas, words, width);
  const texts = lines.reduce((sum, { length }) => sum + length * LEADING, 0);
  const height = Math.max(2 * PADDING + 13 + field + 4 + texts, side + 2 * quiet);
  flow.ensure(height + 1);
  const top = flow.y;
  artifact(canvas, () =>
    canvas.pdf.save().lineWidth(1).strokeColor(INK).rect(LEFT, top, WIDTH, height).stroke().restore(),
  );
  const x = LEFT + PADDING;
  tagged(canvas, canvas.root, 'H2', {}, () => showText(canvas, block.title, 'bold', 8.25, x, top + PADDING + 7));
  let y = top + PADDING + 13;
  y += drawSignaturePlaceholder(canvas, words, x, y, width) + 4;
  for (const paragraph of lines) {
    const at = y;
    tagged(canvas, canvas.root, 'P', {}, () => {
      for (const [index, line] of paragraph.entries())
        drawLine(canvas, line, x, at + 8 + index * LEADING, SIZE, SECONDARY);
    });
    y += paragraph.length * LEADING;
  }
  const place = { x: LEFT + WIDTH - quiet - side, y: top + (height - side) / 2, module: QR_MODULE, alt: block.qrAlt };
  drawQr(canvas, canvas.root, qr, place);
  flow.y = top + height;
}
