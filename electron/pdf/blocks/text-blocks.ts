import type { Block, Run } from '../../../domain/report/model';
import { artifact, content, drawLine, MM, rule, SECONDARY, showText, tagged } from '../canvas';
import { drawMark } from '../marks';
import { LEFT, WIDTH, type Flow } from '../flow';
import { layOut, measure, type Line } from '../text-runs';

const STYLES = {
  body: { size: 9.5, leading: 15.5, indent: 19, after: 6, color: undefined },
  note: { size: 7.5, leading: 11, indent: 0, after: 4, color: SECONDARY },
  item: { size: 8.75, leading: 13.6, indent: 0, after: 3, color: undefined },
} as const;

export function drawHeading(flow: Flow, text: string): void {
  const { canvas } = flow;
  flow.ensure(25 * MM);
  flow.y += 14;
  tagged(canvas, canvas.root, 'H2', {}, () => showText(canvas, text, 'serif', 12, LEFT, flow.y + 12));
  flow.y += 24;
}

export function drawParagraph(flow: Flow, block: Extract<Block, { kind: 'paragraph' }>, locale: string): void {
  const { size, leading, indent, after, color } = STYLES[block.style];
  const { canvas } = flow;
  const firstIndent = locale === 'zh-CN' ? indent : 0; // only Chinese running text is indented
  const lines = layOut(canvas.fonts, canvas.missing, block.runs, { size, indent: firstIndent }, WIDTH);
  drawLines(flow, lines, { size, leading, indent: firstIndent, ...(color === undefined ? {} : { color }) });
  flow.y += after;
}

interface LineStyle {
  readonly size: number;
  readonly leading: number;
  readonly indent: number;
  readonly color?: string;
}

/** Lines of one paragraph over as many pages as they need; two lines stay together at a break. */
function drawLines(flow: Flow, lines: readonly Line[], { size, leading, indent, color }: LineStyle): void {
  const { canvas } = flow;
  flow.ensure(Math.min(lines.length, 2) * leading);
  const element = canvas.pdf.struct('P' as never);
  canvas.root.add(element);
  let next = 0;
  while (next < lines.length) {
    const fit = Math.max(1, Math.floor(flow.room / leading));
    const part = lines.slice(next, next + fit);
    content(canvas.pdf, element, 'P', () => {
      for (const [index, line] of part.entries())
        drawLine(
          canvas,
          line,
          LEFT + (next + index === 0 ? indent : 0),
          flow.y + index * leading + leading * 0.72,
          size,
          color,
        );
    });
    flow.y += part.length * leading;
    next += part.length;
    if (next < lines.length) flow.newPage();
  }
  element.end();
}

export function drawVerdict(flow: Flow, block: Extract<Block, { kind: 'verdict' }>): void {
  const { canvas } = flow;
  const inset = 12 * MM;
  const lines = layOut(canvas.fonts, canvas.missing, block.runs, { size: 9.5 }, WIDTH - inset);
  flow.ensure(40 + lines.length * 15.5);
  artifact(canvas, () => {
    rule(canvas, LEFT, flow.y - 6, WIDTH, 0.5);
    drawMark(canvas, block.mark, LEFT + 4.2 * MM, flow.y + 13, 23);
  });
  tagged(canvas, canvas.root, 'H3', {}, () => showText(canvas, block.title, 'serif', 14.5, LEFT + inset, flow.y + 14));
  flow.y += 22;
  tagged(canvas, canvas.root, 'P', {}, () => {
    for (const [index, line] of lines.entries()) drawLine(canvas, line, LEFT + inset, flow.y + index * 15.5 + 11, 9.5);
  });
  flow.y += lines.length * 15.5 + 8;
}

/** Particulars in two columns: label, value, label, value. */
export function drawFacts(flow: Flow, { rows, labelWidths }: Extract<Block, { kind: 'facts' }>): void {
  const { canvas } = flow;
  const { pdf } = canvas;
  const size = 8.75;
  const leading = 12.8;
  const half = WIDTH / 2;
  const table = pdf.struct('Table' as never);
  canvas.root.add(table);
  const valueLines = (runs: readonly Run[], label: number): Line[] =>
    layOut(canvas.fonts, canvas.missing, runs, { size }, half - label * MM - 6);
  const line = (weight: number, color?: string): void =>
    artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, weight, color));
  line(0.5);
  for (const [index, row] of rows.entries()) {
    const laid = row.map((fact, column) => valueLines(fact.content, labelWidths[column]!));
    const height = Math.max(...laid.map((lines) => lines.length)) * leading + 5.6;
    const tr = pdf.struct('TR' as never);
    table.add(tr);
    for (const [column, fact] of row.entries()) {
      const x = LEFT + column * half + (column > 0 ? 5.6 * MM : 0);
      tagged(canvas, tr, 'TH', { scope: 'Row' }, () =>
        showText(canvas, fact.label, 'regular', size, x, flow.y + 12.4, SECONDARY),
      );
      tagged(canvas, tr, 'TD', {}, () => {
        for (const [at, text] of laid[column]!.entries())
          drawLine(canvas, text, x + labelWidths[column]! * MM, flow.y + 12.4 + at * leading, size);
      });
    }
    tr.end();
    flow.y += height;
    line(index === rows.length - 1 ? 0.5 : 0.25, index === rows.length - 1 ? undefined : '#b5b5b5');
  }
  table.end();
  flow.y += 6;
}

export function drawEnd(flow: Flow, text: string): void {
  const { canvas } = flow;
  flow.ensure(30);
  flow.y += 18;
  const width = measure(canvas.fonts, 'regular', text, 8.75);
  tagged(canvas, canvas.root, 'P', {}, () =>
    showText(canvas, text, 'regular', 8.75, LEFT + (WIDTH - width) / 2, flow.y, SECONDARY),
  );
}
