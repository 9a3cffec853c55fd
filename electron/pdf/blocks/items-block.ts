import type { ItemsBlock } from '../../../domain/report/model';
import { drawLine, drawLines, rule } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { HAIR, MM, SECONDARY } from '../ink';
import { drawMark } from '../marks';
import type { Line } from '../runs';
import type { Canvas, Structure } from '../surface';
import { artifact, tagged } from '../tagging';
import { layOut, oneLine } from '../text-runs';

const SIZE = 7.75;
const LEADING = 10;
const PADDING = 0.3 * MM;
const CAPTION_SIZE = 8.25;
const CAPTION = 15;
const APART = 4 * MM;
const AFTER_NO = 1.6 * MM;
const MARK_ROOM = 11;
const MARK = 7.5;

interface Placed {
  readonly no: Line;
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Items in columns that are read downwards; what one page does not hold goes on in columns on the next. */
export function drawItems(flow: Flow, block: ItemsBlock): void {
  const { canvas } = flow;
  const width = (WIDTH - APART * (block.columns - 1)) / block.columns;
  const nos = block.items.map(({ no }) => oneLine(canvas.fonts, no, { size: SIZE }));
  const noWidth = Math.max(...nos.map((line) => line.width)) + AFTER_NO;
  const placed = block.items.map(({ title }, index): Placed => {
    const lines = layOut(canvas.fonts, [{ text: title }], { size: SIZE }, width - noWidth - MARK_ROOM);
    return { no: nos[index]!, lines, height: lines.length * LEADING + 2 * PADDING }; // one number an item
  });
  const list = canvas.pdf.struct('L');
  let rest: readonly Placed[] = placed;
  flow.ensure(CAPTION + 3 * (LEADING + 2 * PADDING));
  for (let first = true; rest.length > 0; first = false) {
    if (!first) flow.newPage();
    drawCaption(flow, block, first);
    if (first) canvas.root.add(list);
    const columns = inColumns(rest, block.columns, flow.room);
    const tallest = Math.max(...columns.map(heightOf));
    artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, 0.5));
    for (const [index, column] of columns.entries())
      drawColumn(canvas, list, column, { x: LEFT + index * (width + APART), y: flow.y, width, noWidth }, block.mark);
    flow.y += tallest;
    artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, 0.5));
    rest = rest.slice(columns.reduce((sum, { length }) => sum + length, 0));
  }
  list.end();
  flow.y += 2.4 * MM;
}

function heightOf(items: readonly Placed[]): number {
  return items.reduce((sum, { height }) => sum + height, 0);
}

/** As even as their order allows, none taller than `room`; what is left over is in none of them. At least one item. */
function inColumns(items: readonly Placed[], columns: number, room: number): Placed[][] {
  const most = Math.max(room, items[0]?.height ?? 0);
  let cap = Math.min(most, Math.max(heightOf(items) / columns, ...items.map(({ height }) => height)));
  for (;;) {
    const filled = fill(items, columns, cap);
    if (cap >= most || filled.reduce((sum, { length }) => sum + length, 0) === items.length) return filled;
    cap = Math.min(most, cap + LEADING / 2);
  }
}

function fill(items: readonly Placed[], columns: number, cap: number): Placed[][] {
  const filled: Placed[][] = [];
  let next = 0;
  while (filled.length < columns && next < items.length) {
    const column: Placed[] = [];
    for (let used = 0; next < items.length && used + items[next]!.height <= cap + 0.01; next++) {
      used += items[next]!.height;
      column.push(items[next]!);
    }
    if (column.length === 0) break; // taller than a column of this cap
    filled.push(column);
  }
  return filled;
}

function drawCaption(flow: Flow, { caption, mark }: ItemsBlock, first: boolean): void {
  const { canvas } = flow;
  const baseline = flow.y + 10;
  const draw = (): void => {
    const left = oneLine(canvas.fonts, `${first ? caption.label : caption.continued} `, {
      size: CAPTION_SIZE,
      face: 'bold',
    });
    drawLine(canvas, left, LEFT + 1, baseline, CAPTION_SIZE);
    const right = oneLine(canvas.fonts, caption.right, { size: CAPTION_SIZE });
    drawLine(canvas, right, LEFT + WIDTH - right.width, baseline, CAPTION_SIZE, SECONDARY);
  };
  if (first) tagged(canvas, canvas.root, 'P', {}, draw);
  else artifact(canvas, draw);
  const legend = oneLine(canvas.fonts, caption.right, { size: CAPTION_SIZE });
  artifact(canvas, () => drawMark(canvas, mark, LEFT + WIDTH - legend.width - 7, baseline - 3, MARK));
  flow.y += CAPTION;
}

interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly noWidth: number;
}

function drawColumn(
  canvas: Canvas,
  list: Structure,
  items: readonly Placed[],
  { x, y, width, noWidth }: Column,
  mark: ItemsBlock['mark'],
): void {
  let at = y;
  for (const [index, { no, lines, height }] of items.entries()) {
    const baseline = at + PADDING + LEADING * 0.76;
    artifact(canvas, () => {
      if (index > 0) rule(canvas, x, at, width, 0.25, HAIR);
      drawMark(canvas, mark, x + width - MARK / 2 - 1, at + PADDING + LEADING / 2, MARK);
    });
    const item = canvas.pdf.struct('LI');
    list.add(item);
    tagged(canvas, item, 'Lbl', {}, () => drawLine(canvas, no, x, baseline, SIZE, SECONDARY));
    tagged(canvas, item, 'LBody', {}, () =>
      drawLines(canvas, lines, x + noWidth, baseline, { size: SIZE, leading: LEADING }),
    );
    item.end();
    at += height;
  }
}
