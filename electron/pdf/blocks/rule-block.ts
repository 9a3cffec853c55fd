import type { Labelled, RuleBlock } from '../../../domain/report/model';
import { artifact, drawLine, MM, rule, SECONDARY, showText, tagged, type Structure } from '../canvas';
import { Flow, LEFT, WIDTH } from '../flow';
import { drawMark } from '../marks';
import { layOut, type Line } from '../text-runs';

const SIZE = 8.5;
const LEADING = 13.6;
const LABEL_AT = 33 * MM;
const VALUE_AT = 48.5 * MM;
const ROW_LEADING = 12.4;

interface Laid {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** One rule: name, limit and status on the left; basis, finding, dates used and what would have been lawful beside it. */
export function drawRuleBlock(flow: Flow, block: RuleBlock): void {
  const { canvas } = flow;
  const lay = ({ label, content }: Labelled): Laid => ({
    label,
    lines: layOut(canvas.fonts, canvas.missing, content, { size: SIZE }, WIDTH - VALUE_AT),
  });
  const texts = [lay(block.basis), lay(block.finding)];
  const dates = block.dates === null ? null : layDates(flow, block.dates);
  const remedy = block.remedy === null ? [] : [lay(block.remedy)];
  const height =
    [...texts, ...remedy].reduce((sum, { lines }) => sum + lines.length * LEADING, 0) + (dates?.height ?? 0) + 16;
  flow.ensure(Math.min(height, Flow.fullRoom));
  artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, 0.5));
  const top = flow.y + 5;
  const section = canvas.pdf.struct('Sect' as never);
  canvas.root.add(section);
  tagged(canvas, section, 'H3', {}, () => showText(canvas, block.title, 'serif', 10.5, LEFT, top + 11.5));
  tagged(canvas, section, 'P', {}, () => showText(canvas, block.limit, 'regular', 7.5, LEFT, top + 25, SECONDARY));
  artifact(canvas, () => drawMark(canvas, block.mark, LEFT + 5, top + 36.5, 9));
  tagged(canvas, section, 'P', {}, () => showText(canvas, block.word, 'regular', 7.75, LEFT + 13, top + 39.4));
  flow.y = top;
  for (const text of texts) drawLabelled(flow, section, text);
  if (dates !== null) drawDates(flow, section, block.datesLabel, dates);
  for (const text of remedy) drawLabelled(flow, section, text);
  section.end();
  flow.y = Math.max(flow.y, top + 44) + 6;
}

function drawLabelled(flow: Flow, section: Structure, { label, lines }: Laid): void {
  const { canvas } = flow;
  flow.ensure(lines.length * LEADING);
  tagged(canvas, section, 'P', {}, () => {
    showText(canvas, label, 'regular', 7.75, LEFT + LABEL_AT, flow.y + 10.4, SECONDARY);
    for (const [index, line] of lines.entries())
      drawLine(canvas, line, LEFT + VALUE_AT, flow.y + 10.4 + index * LEADING, SIZE);
  });
  flow.y += lines.length * LEADING;
}

interface LaidDates {
  readonly widths: readonly number[];
  readonly right: readonly boolean[];
  readonly rows: readonly {
    readonly cells: readonly (readonly Line[])[];
    readonly height: number;
    readonly head: boolean;
  }[];
  readonly height: number;
}

function layDates(flow: Flow, { columns, rows }: NonNullable<RuleBlock['dates']>): LaidDates {
  const { fonts, missing } = flow.canvas;
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => (width * (WIDTH - VALUE_AT)) / sum);
  const lay = (cells: readonly (readonly Line[])[], head: boolean) => ({
    cells,
    head,
    height: Math.max(...cells.map((lines) => lines.length)) * ROW_LEADING,
  });
  const laid = [
    lay(
      columns.map(({ title }, index) => layOut(fonts, missing, [{ text: title }], { size: 7.75 }, widths[index]! - 4)),
      true,
    ),
    ...rows.map((row) =>
      lay(
        row.map((cell, index) => layOut(fonts, missing, cell.runs, { size: 7.75 }, widths[index]! - 4)),
        false,
      ),
    ),
  ];
  return {
    widths,
    right: columns.map(({ align }) => align === 'right'),
    rows: laid,
    height: laid.reduce((total, { height }) => total + height, 0) + 3,
  };
}

function drawDates(flow: Flow, section: Structure, label: string, { widths, right, rows }: LaidDates): void {
  const { canvas } = flow;
  flow.ensure((rows[0]?.height ?? 0) + (rows[1]?.height ?? 0));
  tagged(canvas, section, 'P', {}, () =>
    showText(canvas, label, 'regular', 7.75, LEFT + LABEL_AT, flow.y + 10, SECONDARY),
  );
  const table = canvas.pdf.struct('Table' as never);
  section.add(table);
  for (const row of rows) {
    flow.ensure(row.height);
    const tr = canvas.pdf.struct('TR' as never);
    table.add(tr);
    let x = LEFT + VALUE_AT;
    for (const [column, lines] of row.cells.entries()) {
      const at = x;
      const width = widths[column]!;
      tagged(canvas, tr, row.head ? 'TH' : 'TD', row.head ? { scope: 'Column' } : {}, () => {
        for (const [index, line] of lines.entries())
          drawLine(
            canvas,
            line,
            right[column] === true ? at + width - 8 - line.width : at,
            flow.y + 10 + index * ROW_LEADING,
            7.75,
            row.head ? SECONDARY : undefined,
          );
      });
      x += width;
    }
    tr.end();
    flow.y += row.height;
  }
  table.end();
  flow.y += 3;
}
