import type { StampBlock } from '../../../domain/report/model';
import { drawLine, drawLines } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { ACCENT, MM } from '../ink';
import { artifact, tagged } from '../tagging';
import { layOut } from '../text-runs';

const SIZE = 8.25;
const LEADING = 12;
const PADDING = 2.4 * MM;
const STAMP = 28 * MM;
const APART = 1.2;

/** A doubly framed mark with what it means beside it; accent and frame say it, and the words do without either. */
export function drawStamp(flow: Flow, { stamp, lines }: StampBlock): void {
  const { canvas } = flow;
  const width = WIDTH - STAMP - 3 * PADDING;
  const paragraphs = lines.map((runs) => layOut(canvas.fonts, runs, { size: SIZE }, width));
  const text = paragraphs.reduce((sum, { length }) => sum + length * LEADING, 0);
  const mark = stamp.map((words, index) =>
    layOut(
      canvas.fonts,
      [{ text: words }],
      { size: index === 0 ? 11 : SIZE, face: index === 0 ? 'serif' : 'bold' },
      STAMP,
    ),
  );
  const least = mark.reduce((sum, { length }) => sum + length * 14, 0) + 12;
  const height = Math.max(text, least) + 2 * PADDING;
  flow.ensure(height);
  const top = flow.y;
  artifact(canvas, () => {
    const { pdf } = canvas;
    pdf.save().strokeColor(ACCENT).lineWidth(1).rect(LEFT, top, WIDTH, height).stroke();
    const [x, y, inner] = [LEFT + PADDING, top + PADDING, height - 2 * PADDING];
    pdf.lineWidth(0.8).rect(x, y, STAMP, inner).stroke();
    pdf
      .lineWidth(0.35)
      .rect(x + 2 * APART, y + 2 * APART, STAMP - 4 * APART, inner - 4 * APART)
      .stroke()
      .restore();
  });
  tagged(canvas, canvas.root, 'P', {}, () => {
    const rows = mark.flat();
    const from = top + (height - rows.length * 14) / 2 + 10.5;
    for (const [index, line] of rows.entries()) {
      const x = LEFT + PADDING + (STAMP - line.width) / 2;
      drawLine(canvas, line, x, from + index * 14, index < mark[0]!.length ? 11 : SIZE, ACCENT);
    }
  });
  let y = top + PADDING + 8.5;
  for (const paragraph of paragraphs) {
    const at = y;
    tagged(canvas, canvas.root, 'P', {}, () =>
      drawLines(canvas, paragraph, LEFT + 2 * PADDING + STAMP, at, { size: SIZE, leading: LEADING }),
    );
    y += paragraph.length * LEADING;
  }
  flow.y = top + height + 3 * MM;
}
