import type { Canvas } from './surface';
import { drawLine, showText } from './canvas';
import { MM, SECONDARY } from './ink';
import { artifact, tagged } from './tagging';
import { layOut, measure } from './text-runs';

export const SEAL_RADIUS = 21 * MM;

/** A ring for the seal around the printed name and date, so that the seal covers the date. */
export function drawSeal(
  canvas: Canvas,
  { name, date, hint }: { readonly name: string; readonly date: string; readonly hint: string },
  centre: { readonly x: number; readonly y: number },
): void {
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
