import type { FormBlock } from '../../../domain/report/model';
import type { Canvas, Structure } from '../surface';
import { drawLines, rule } from '../canvas';
import { Flow, LEFT, WIDTH } from '../flow';
import { INK, MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut } from '../text-runs';

interface Measure {
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
}

const OPEN: Measure = { size: 8.75, leading: 12.8, padding: 1.6 * MM };
/** For papers that are read more than written on, and must stay one page. */
const DENSE: Measure = { size: 8.25, leading: 11.4, padding: 1.05 * MM };
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
  const measure = form.dense === true ? DENSE : OPEN;
  const rows = form.rows.flatMap((cells) =>
    split(canvas, place(canvas, form, cells, measure), form.rowContinued, measure),
  );
  const element = canvas.pdf.struct('Table');
  canvas.root.add(element);
  let top = flow.y;
  for (const [index, row] of rows.entries()) {
    const height = heightOf(row, measure);
    if (flow.room < height) {
      frame(canvas, top, flow.y);
      flow.newPage();
      top = flow.y;
    }
    drawRow(canvas, element, row, { y: flow.y, height, ruled: flow.y > top && index > 0, measure });
    flow.y += height;
  }
  frame(canvas, top, flow.y);
  element.end();
  flow.y += form.dense === true ? 2.6 * MM : 4 * MM;
}

function place(
  canvas: Canvas,
  { labelWidths, secondAt }: FormBlock,
  cells: FormBlock['rows'][number],
  { size }: Measure,
): Row {
  return cells.map(({ label, lines, least = 1 }, column) => {
    const labelAt = LEFT + (column === 0 ? 0 : secondAt * MM);
    const labelWidth = labelWidths[column === 0 ? 0 : 1] * MM;
    const end = column === 0 && cells.length > 1 ? LEFT + secondAt * MM : LEFT + WIDTH;
    const valueAt = labelAt + labelWidth + INSET;
    const width = end - valueAt - INSET;
    return {
      label: layOut(canvas.fonts, [{ text: label }], { size }, labelWidth - 1.5 * INSET),
      labelAt,
      labelWidth,
      valueAt,
      lines: lines.flatMap((runs) => layOut(canvas.fonts, runs, { size }, width)),
      least,
    };
  });
}

function heightOf(row: Row, { leading, padding }: Measure): number {
  const lines = Math.max(...row.map((cell) => Math.max(cell.lines.length, cell.label.length, cell.least)));
  return lines * leading + 2 * padding;
}

/** A row as it is, or its parts that each fit on a page; the later ones repeat the label. */
function split(canvas: Canvas, row: Row, continued: string, measure: Measure): Row[] {
  const { size, leading, padding } = measure;
  const fit = Math.floor((Flow.fullRoom - 2 * padding) / leading);
  if (heightOf(row, measure) <= Flow.fullRoom) return [row];
  const parts = Math.ceil(Math.max(...row.map(({ lines }) => lines.length)) / fit);
  return Array.from({ length: parts }, (_, part) =>
    row.map((cell): Placed => ({
      ...cell,
      least: 1,
      lines: cell.lines.slice(part * fit, (part + 1) * fit),
      label:
        part === 0
          ? cell.label
          : layOut(canvas.fonts, [{ text: `${textOf(cell.label)}${continued}` }], { size }, cell.labelWidth - INSET),
    })),
  );
}

function textOf(lines: readonly Line[]): string {
  return lines.flatMap(({ atoms }) => atoms.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join('');
}

interface PlaceOfRow {
  readonly y: number;
  readonly height: number;
  readonly ruled: boolean;
  readonly measure: Measure;
}

function drawRow(canvas: Canvas, table: Structure, row: Row, { y, height, ruled, measure }: PlaceOfRow): void {
  const { size, leading, padding } = measure;
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
    const middle = (count: number): number => y + (height - count * leading) / 2 + leading * 0.74;
    const style = { size, leading };
    tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
      drawLines(canvas, label, labelAt + INSET, middle(label.length), { ...style, color: SECONDARY }),
    );
    const from =
      lines.length * leading + 2 * padding < height && lines.length > 1
        ? y + padding + leading * 0.74
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
