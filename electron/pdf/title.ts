import type { ReportModel } from '../../domain/report/model';
import { drawLine, rule } from './canvas';
import { LEFT, WIDTH, type Flow } from './flow';
import type { Face } from './runs';
import { INK, SECONDARY } from './ink';
import { artifact, tagged } from './tagging';
import { layOut, oneLine } from './text-runs';

/** Small line, title, the line of its period where it has one, and the double rule that marks all papers. */
export function drawTitle(flow: Flow, model: ReportModel): void {
  const { canvas } = flow;
  const centred = (text: string, face: Face, size: number, y: number, type: string, apart = 0): void => {
    const line = oneLine(canvas.fonts, text, { size, face });
    const width = line.width + apart * (line.atoms.length - 1);
    const x = LEFT + (WIDTH - width) / 2;
    tagged(canvas, canvas.root, type, {}, () => drawLine(canvas, line, x, y, size, INK, apart));
  };
  drawSmallLine(flow, model);
  const [size, apart] = model.locale === 'en' ? [20, 0] : [22, 22 * 0.06];
  centred(model.title, 'serif', size, flow.y + 34, 'H1', apart);
  if (model.period !== null) centred(model.period, 'regular', 9.5, flow.y + 55, 'P');
  flow.y += model.period === null ? 48 : 68;
  artifact(canvas, () => {
    rule(canvas, LEFT, flow.y, WIDTH, 1.5, INK);
    rule(canvas, LEFT, flow.y + 4.25, WIDTH, 0.35, INK);
  });
  flow.y += 5;
}

const SMALL = 8.25;

/** The number on the right, as long as it is; what stands on the left wraps beside it. */
function drawSmallLine(flow: Flow, { leftLine, numberLine }: ReportModel): void {
  const { canvas } = flow;
  const number = oneLine(canvas.fonts, numberLine, { size: SMALL });
  const lines = layOut(canvas.fonts, [{ text: leftLine }], { size: SMALL }, Math.max(80, WIDTH - number.width - 12));
  tagged(canvas, canvas.root, 'P', {}, () => {
    for (const [index, line] of lines.entries())
      drawLine(canvas, line, LEFT, flow.y + 8 + index * 11, SMALL, SECONDARY);
  });
  tagged(canvas, canvas.root, 'P', {}, () =>
    drawLine(canvas, number, LEFT + WIDTH - number.width, flow.y + 8, SMALL, SECONDARY),
  );
  flow.y += 12 + (lines.length - 1) * 11;
}
