import type { Block } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine, drawLines, rule, showText } from '../canvas';
import { MM, SECONDARY } from '../ink';
import { artifact, content, tagged } from '../tagging';
import { drawMark } from '../marks';
import { LEFT, WIDTH, type Flow } from '../flow';
import type { Line } from '../runs';
import { layOut, oneLine, stretchOf } from '../text-runs';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

const STYLES = {
  body: { size: 9.5, leading: 15.5, indent: 19, hanging: 0, after: 6, color: undefined },
  note: { size: 7.5, leading: 11, indent: 0, hanging: 0, after: 4, color: SECONDARY },
  item: { size: 8.75, leading: 13.6, indent: 0, hanging: 12, after: 3, color: undefined },
} as const;

export const HEADING_HEIGHT = 36;

export function drawHeading(flow: Flow, text: string): void {
  const { canvas } = flow;
  flow.y += flow.atTop ? 0 : 13;
  tagged(canvas, canvas.root, 'H2', {}, () => showText(canvas, text, 'serif', 12, LEFT, flow.y + 12));
  flow.y += 23;
}

export const SUBHEADING_HEIGHT = 24;

export function drawSubheading(flow: Flow, text: string): void {
  const { canvas } = flow;
  flow.y += flow.atTop ? 0 : 5;
  const lines = layOut(canvas.fonts, [{ text }], { size: 10.5, face: 'serif' }, WIDTH);
  tagged(canvas, canvas.root, 'H3', {}, () => drawLines(canvas, lines, LEFT, flow.y + 11, { size: 10.5, leading: 15 }));
  flow.y += lines.length * 15 + 4;
}

/** To whom the paper goes, in bold on a line of its own. */
export function drawAddressee(flow: Flow, runs: BlockOf<'addressee'>['runs']): void {
  const { canvas } = flow;
  const lines = layOut(canvas.fonts, runs, { size: 9.5, face: 'bold' }, WIDTH);
  tagged(canvas, canvas.root, 'P', {}, () => drawLines(canvas, lines, LEFT, flow.y + 14, { size: 9.5, leading: 15.5 }));
  flow.y += lines.length * 15.5 + 5;
}

/** An item of a list is read as a whole; one longer than this breaks all the same. */
const MOST_KEPT_LINES = 12;

function layOutParagraph(canvas: Canvas, { style, runs }: BlockOf<'paragraph'>) {
  const { size, indent, hanging } = STYLES[style];
  const firstIndent = canvas.locale === 'zh-CN' ? indent : 0; // only Chinese running text is indented
  const lines = layOut(canvas.fonts, runs, { size, indent: firstIndent, hanging, tabs: [hanging] }, WIDTH);
  return { lines, firstIndent };
}

/** What a paragraph takes on its page: all of a short one or of an item, the first lines of one that may break. */
export function paragraphStart({ canvas }: Flow, block: BlockOf<'paragraph'>): number {
  const { lines } = layOutParagraph(canvas, block);
  const { leading, after } = STYLES[block.style];
  const kept = block.style === 'item' ? MOST_KEPT_LINES : 3;
  return lines.length > kept ? 2 * leading : lines.length * leading + after;
}

export function drawParagraph(flow: Flow, block: BlockOf<'paragraph'>): void {
  const { size, leading, hanging, after, color } = STYLES[block.style];
  const { lines, firstIndent } = layOutParagraph(flow.canvas, block);
  if (block.style === 'item' && lines.length <= MOST_KEPT_LINES) flow.ensure(lines.length * leading);
  drawFlowing(flow, lines, { size, leading, indent: firstIndent, hanging, ...(color === undefined ? {} : { color }) });
  flow.y += after;
}

interface LineStyle {
  readonly size: number;
  readonly leading: number;
  readonly indent: number;
  readonly hanging: number;
  readonly color?: string;
}

/** Lines of one paragraph over as many pages as they need; no line stands alone on either side of a break. */
function drawFlowing(flow: Flow, lines: readonly Line[], { size, leading, indent, hanging, color }: LineStyle): void {
  const { canvas } = flow;
  flow.ensure(Math.min(lines.length, 2) * leading);
  const element = canvas.pdf.struct('P');
  canvas.root.add(element);
  let next = 0;
  while (next < lines.length) {
    let fit = Math.max(1, Math.floor((flow.room + 0.01) / leading));
    if (next + fit === lines.length - 1 && fit > 2) fit -= 1;
    const part = lines.slice(next, next + fit);
    content(canvas, element, 'P', () => {
      for (const [index, line] of part.entries()) {
        const shift = next + index === 0 ? indent : hanging;
        const stretch = canvas.locale === 'zh-CN' ? stretchOf(line, WIDTH - shift, size) : 0;
        drawLine(canvas, line, LEFT + shift, flow.y + index * leading + leading * 0.72, size, color, stretch);
      }
    });
    flow.y += part.length * leading;
    next += part.length;
    if (next < lines.length) flow.newPage();
  }
  element.end();
}

const VERDICT_INSET = 12 * MM;

const VERDICT_SIZE = 14.5;
const VERDICT_LEADING = 20;
const VERDICT_WIDTH = WIDTH - VERDICT_INSET;
const BODY_SIZE = 9.5;
const BODY_LEADING = 15.5;

function layOutVerdict({ fonts }: Canvas, { title, runs }: BlockOf<'verdict'>) {
  const lines = layOut(fonts, runs, { size: BODY_SIZE }, VERDICT_WIDTH);
  const heading = layOut(fonts, [{ text: title }], { size: VERDICT_SIZE, face: 'serif' }, VERDICT_WIDTH);
  const top = 21 + (heading.length - 1) * VERDICT_LEADING;
  return { heading, lines, top, height: top + 9 + lines.length * BODY_LEADING };
}

export function verdictHeight({ canvas }: Flow, block: BlockOf<'verdict'>): number {
  return layOutVerdict(canvas, block).height;
}

export function drawVerdict(flow: Flow, block: BlockOf<'verdict'>): void {
  const { canvas } = flow;
  const { heading, lines, top, height } = layOutVerdict(canvas, block);
  flow.ensure(height);
  artifact(canvas, () => {
    rule(canvas, LEFT, flow.y - 5, WIDTH, 0.5);
    drawMark(canvas, block.mark, LEFT + 4.2 * MM, flow.y + 13, 23);
  });
  const x = LEFT + VERDICT_INSET;
  tagged(canvas, canvas.root, 'H3', {}, () =>
    drawLines(canvas, heading, x, flow.y + 15, { size: VERDICT_SIZE, leading: VERDICT_LEADING }),
  );
  flow.y += top;
  tagged(canvas, canvas.root, 'P', {}, () => {
    for (const [index, line] of lines.entries()) {
      const stretch = canvas.locale === 'zh-CN' ? stretchOf(line, VERDICT_WIDTH, BODY_SIZE) : 0;
      drawLine(canvas, line, x, flow.y + index * BODY_LEADING + 11, BODY_SIZE, undefined, stretch);
    }
  });
  flow.y += lines.length * BODY_LEADING + 7;
}

const FACT_SIZE = 8.75;
const FACT_LEADING = 12.8;

/** Particulars in two columns: label, value, label, value. The double rule of the title stands above them. */
export function drawFacts(flow: Flow, { rows, labelWidths, secondAt }: BlockOf<'facts'>): void {
  const { canvas } = flow;
  const { pdf } = canvas;
  const starts = [0, secondAt * MM];
  const table = pdf.struct('Table');
  canvas.root.add(table);
  for (const [index, row] of rows.entries()) {
    const placed = row.map(({ label, content: runs }, column) => {
      const at = starts[column]! + labelWidths[column]! * MM;
      const end = column + 1 < row.length ? starts[column + 1]! - 2 * MM : WIDTH;
      return {
        label,
        labelAt: LEFT + starts[column]! + 1,
        at: LEFT + at,
        lines: layOut(canvas.fonts, runs, { size: FACT_SIZE }, end - at),
      };
    });
    const tr = pdf.struct('TR');
    table.add(tr);
    for (const { label, labelAt, at, lines } of placed) {
      tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
        showText(canvas, label, 'regular', FACT_SIZE, labelAt, flow.y + 12.2, SECONDARY),
      );
      tagged(canvas, tr, 'TD', {}, () =>
        drawLines(canvas, lines, at, flow.y + 12.2, { size: FACT_SIZE, leading: FACT_LEADING }),
      );
    }
    tr.end();
    flow.y += Math.max(...placed.map(({ lines }) => lines.length)) * FACT_LEADING + 5.2;
    const last = index === rows.length - 1;
    artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, last ? 0.5 : 0.25, last ? undefined : '#b5b5b5'));
  }
  table.end();
  flow.y += 4;
}

export function drawEnd(flow: Flow, text: string): void {
  const { canvas } = flow;
  flow.y += 16; // below the box it ends, and never alone on a page: the bottom margin holds it
  const line = oneLine(canvas.fonts, text, { size: FACT_SIZE });
  tagged(canvas, canvas.root, 'P', {}, () =>
    drawLine(canvas, line, LEFT + (WIDTH - line.width) / 2, flow.y, FACT_SIZE, SECONDARY),
  );
}
