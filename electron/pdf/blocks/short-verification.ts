import type { ShortVerificationBlock } from '../../../domain/report/model';
import { drawLine, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { drawQr, qrOf, QUIET_MODULES } from '../qr';
import { drawSignaturePlaceholder, fieldHeight, type PlaceholderWords } from '../signature-placeholder';
import { artifact, tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut } from '../text-runs';

const SIZE = 7.5;
const LEADING = 11;
const PADDING = 3 * MM;
const QR_MODULE = 0.45 * MM;

interface Measured {
  readonly qr: ReturnType<typeof qrOf>;
  readonly side: number;
  readonly width: number;
  readonly lines: readonly (readonly Line[])[];
  readonly height: number;
}

const QUIET = QUIET_MODULES * QR_MODULE;

function measured({ canvas }: Flow, block: ShortVerificationBlock, words: PlaceholderWords): Measured {
  const qr = qrOf(block.qr);
  const side = qr.size * QR_MODULE;
  const width = WIDTH - side - 2 * QUIET - 2 * PADDING;
  const lines = block.lines.map((text) => layOut(canvas.fonts, [{ text }], { size: SIZE }, width));
  const texts = lines.reduce((sum, { length }) => sum + length * LEADING, 0);
  const height = Math.max(2 * PADDING + 13 + fieldHeight(canvas, words, width) + 4 + texts, side + 2 * QUIET);
  return { qr, side, width, lines, height };
}

/** What it takes on a page. */
export function shortVerificationHeight(flow: Flow, block: ShortVerificationBlock, words: PlaceholderWords): number {
  return measured(flow, block, words).height + 1;
}

/** The signature field, fingerprint and chain head beside the code; what a one-page paper has instead of two sections. */
export function drawShortVerification(flow: Flow, block: ShortVerificationBlock, words: PlaceholderWords): void {
  const { canvas } = flow;
  const { qr, side, width, lines, height } = measured(flow, block, words);
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
  const place = { x: LEFT + WIDTH - QUIET - side, y: top + (height - side) / 2, module: QR_MODULE, alt: block.qrAlt };
  drawQr(canvas, canvas.root, qr, place);
  flow.y = top + height;
}
