import type { FormBlock } from '../../../domain/report/model';
import type { Canvas, Structure } from '../surface';
import { drawLines, rule } from '../canvas';
import { Flow, LEFT, WIDTH } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut } from '../text-runs';

const SIZE = 8.75;
const LEADING = 12.8;
const PADDING = 1.6 * MM;
const INSET = 2 * MM;
const LABEL_GROUND = '#f3f3f2';
const OUTER = 1;
const INNER = 0.35;

interface Placed {
  readonly label: readonly Line[];
  readonly labelAt: number;
  readonly labelWidth: number;
  readonly valueAt: number;
  readonly lines: readonly Line[];
  readonly least: number;
}

type Row = readonly Placed[];

/** A form box as one table; it breaks between rows, and a row taller than a page between its lines. */
export function drawForm(flow: Flow, form: FormBlock): void {
  const { canvas } = flow;
  const rows = form.rows.flatMap((cells) => split(canvas, place(canvas, form, cells), form.rowContinued));
  const element = canvas.pdf.struct('Table');
  canvas.root.add(element);
  let top = flow.y;
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row);
    if (flow.room < height) {
      frame(canvas, top, flow.y);
      flow.newPage();
      top = flow.y;
    }
    drawRow(canvas, element, row, flow.y, height, flow.y > top && index > 0);
    flow.y += height;
  }
  frame(canvas, top, flow.y);
  element.end();
  flow.y += 4 * MM;
}

function place(canvas: Canvas, { labelWidths, secondAt }: FormBlock, cells: FormBlock['rows'][number]): Row {
  return cells.map(({ label, lines, least = 1 }, column) => {
    const labelAt = LEFT + (column === 0 ? 0 : secondAt * MM);
    const labelWidth = labelWidths[column === 0 ? 0 : 1] * MM;
    const end = column === 0 && cells.length > 1 ? LEFT + secondAt * MM : LEFT + WIDTH;
    const valueAt = labelAt + labelWidth + INSET;
    const width = end - valueAt - INSET;
    return {
      label: layOut(canvas.fonts, [{ text: label }], { size: SIZE }, labelWidth - 1.5 * INSET),
      labelAt,
      labelWidth,
      valueAt,
      lines: lines.flatMap((runs) => layOut(canvas.fonts, runs, { size: SIZE }, width)),
      least,
    };
  });
}

function heightOf(row: Row): number {
  const lines = Math.max(...row.map((cell) => Math.max(cell.lines.length, cell.label.length, cell.least)));
  return lines * LEADING + 2 * PADDING;
}

/** A row as it is, or its parts that each fit on a page; the later ones repeat the label. */
function split(canvas: Canvas, row: Row, continued: string): Row[] {
  const fit = Math.floor((Flow.fullRoom - 2 * PADDING) / LEADING);
  if (heightOf(row) <= Flow.fullRoom) return [row];
  const parts = Math.ceil(Math.max(...row.map(({ lines }) => lines.length)) / fit);
  return Array.from({ length: parts }, (_, part) =>
    row.map((cell): Placed => ({
      ...cell,
      least: 1,
      lines: cell.lines.slice(part * fit, (part + 1) * fit),
      label:
        part === 0
          ? cell.label
          : layOut(
              canvas.fonts,
              [{ text: `${textOf(cell.label)}${continued}` }],
              { size: SIZE },
              cell.labelWidth - INSET,
            ),
    })),
  );
}

function textOf(lines: readonly Line[]): string {
  return lines.flatMap(({ atoms }) => atoms.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join('');
}

function drawRow(canvas: Canvas, table: Structure, row: Row, y: number, height: number, ruled: boolean): void {
  artifact(canvas, () => {
    for (const { labelAt, labelWidth } of row) {
      canvas.pdf.rect(labelAt, y, labelWidth, height).fill(LABEL_GROUND);
      vertical(canvas, labelAt, y, height);
      vertical(canvas, labelAt + labelWidth, y, height);
    }
    if (ruled) rule(canvas, LEFT, y, WIDTH, INNER);
  });
  const tr = canvas.pdf.struct('TR');
  table.add(tr);
  for (const { label, labelAt, valueAt, lines } of row) {
    const middle = (count: number): number => y + (height - count * LEADING) / 2 + LEADING * 0.74;
    const style = { size: SIZE, leading: LEADING };
    tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
      drawLines(canvas, label, labelAt + INSET, middle(label.length), { ...style, color: SECONDARY }),
    );
    const from =
      lines.length * LEADING + 2 * PADDING < height && lines.length > 1
        ? y + PADDING + LEADING * 0.74
        : middle(lines.length);
    tagged(canvas, tr, 'TD', {}, () => drawLines(canvas, lines, valueAt, from, style));
  }
  tr.end();
}

function vertical({ pdf }: Canvas, x: number, y: number, height: number): void {
  pdf
    .save()
    .lineWidth(INNER)
    .strokeColor(INK)
    .moveTo(x, y)
    .lineTo(x, y + height)
    .stroke()
    .restore();
}

function frame(canvas: Canvas, top: number, bottom: number): void {
  if (bottom <= top) return;
  artifact(canvas, () =>
    canvas.pdf
      .save()
      .lineWidth(OUTER)
      .strokeColor(INK)
      .rect(LEFT, top, WIDTH, bottom - top)
      .stroke()
      .restore(),
  );
}
