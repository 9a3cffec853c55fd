import type { PosterBlock } from '../../../domain/report/model';
import { drawLine } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { MM } from '../ink';
import { tagged } from '../tagging';
import { layOut } from '../text-runs';

const LEADING = 1.35;
const APART = 2.4 * MM;

/** Centred lines in letters to be read from afar, in their order. */
export function drawPoster(flow: Flow, { lines }: PosterBlock): void {
  const { canvas } = flow;
  flow.y += 4 * MM;
  for (const { text, size, bold } of lines) {
    const broken = layOut(canvas.fonts, [bold ? { text, bold } : { text }], { size }, WIDTH);
    flow.ensure(broken.length * size * LEADING + APART);
    const top = flow.y;
    tagged(canvas, canvas.root, 'P', {}, () => {
      for (const [index, line] of broken.entries())
        drawLine(canvas, line, LEFT + (WIDTH - line.width) / 2, top + size + index * size * LEADING, size);
    });
    flow.y = top + broken.length * size * LEADING + APART;
  }
  flow.y += 3 * MM;
}
