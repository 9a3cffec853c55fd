import type { SigningBlock, SigningBox } from '../../../domain/report/model';
import { drawLine, drawLines, showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import type { Line } from '../runs';
import type { Canvas } from '../surface';
import { artifact, tagged } from '../tagging';
import { layOut } from '../text-runs';

const SIZE = 8.75;
const LEADING = 16;
const NOTE_SIZE = 7.5;
const NOTE_LEADING = 10.5;
const PADDING = 2.6 * MM;
const HALF = WIDTH / 2;
const BELOW = 3 * MM;

interface Measured {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly note: readonly Line[];
  readonly height: number;
}

/** Two boxes to be signed by hand; those who sign by hand and the signature of the file never stand in each other's place. */
export function drawSigning(flow: Flow, block: SigningBlock): void {
  const { canvas } = flow;
  const boxes = block.boxes.map((box) => measured(canvas, box));
  const height = Math.max(...boxes.map((box) => box.height));
  flow.ensure(height + BELOW);
  const top = flow.y;
  artifact(canvas, () => {
    const { pdf } = canvas;
    pdf.save().strokeColor(INK).lineWidth(1).rect(LEFT, top, WIDTH, height).stroke();
    pdf
      .lineWidth(0.35)
      .moveTo(LEFT + HALF, top)
      .lineTo(LEFT + HALF, top + height)
      .stroke()
      .restore();
  });
  for (const [index, { label, lines, note }] of boxes.entries()) {
    const x = LEFT + index * HALF + PADDING;
    tagged(canvas, canvas.root, 'P', {}, () => showText(canvas, label, 'bold', SIZE, x, top + PADDING + 7));
    let y = top + PADDING + LEADING + 7;
    tagged(canvas, canvas.root, 'P', {}, () => drawLines(canvas, lines, x, y, { size: SIZE, leading: LEADING }));
    y += lines.length * LEADING - 3;
    tagged(canvas, canvas.root, 'P', {}, () => {
      for (const [row, line] of note.entries()) drawLine(canvas, line, x, y + row * NOTE_LEADING, NOTE_SIZE, SECONDARY);
    });
  }
  flow.y = top + height + BELOW;
}

/** What the boxes take, with the air below them. */
export function signingHeight({ canvas }: Flow, { boxes }: SigningBlock): number {
  return Math.max(...boxes.map((box) => measured(canvas, box).height)) + BELOW;
}

function measured({ fonts }: Canvas, { label, lines, note }: SigningBox): Measured {
  const width = HALF - 2 * PADDING;
  const laidOut = lines.flatMap((runs) => layOut(fonts, runs, { size: SIZE }, width));
  const below = layOut(fonts, [{ text: note }], { size: NOTE_SIZE }, width);
  const height = 2 * PADDING + (laidOut.length + 1) * LEADING + below.length * NOTE_LEADING - 6;
  return { label, lines: laidOut, note: below, height };
}
