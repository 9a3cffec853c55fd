import type { Labelled, RuleBlock } from '../../../domain/report/model';
import type { Canvas, Structure } from '../surface';
import { drawLine, drawLines, rule, showText } from '../canvas';
import { MM, SECONDARY } from '../ink';
import { artifact, tagged } from '../tagging';
import { LEFT, WIDTH, type Flow } from '../flow';
import { drawMark } from '../marks';
import type { Line } from '../runs';
import { layOut, oneLine, stretchOf } from '../text-runs';

const SIZE = 8.5;
const LEADING = 13.6;
const SMALL = 7.75;
const TITLE_SIZE = 10.5;
const TITLE_LEADING = 14;
const LABEL_AT = 33 * MM;
const VALUE_AT = 48.5 * MM;
const VALUE_WIDTH = WIDTH - VALUE_AT;
const ROW_LEADING = 12.4;
const LEFT_HEIGHT = 44;
/** Blocks up to this height are kept whole; a taller one breaks between the rows of its dates. */
const KEPT_WHOLE = 110 * MM;

interface Laid {
  readonly label: string;
  readonly lines: readonly Line[];
}

interface LaidRow {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
}

interface LaidDates {
  readonly label: string;
  readonly widths: readonly number[];
  readonly right: readonly boolean[];
  readonly head: LaidRow;
  readonly rows: readonly LaidRow[];
}

interface LaidBlock {
  readonly before: readonly Laid[];
  readonly dates: LaidDates | null;
  readonly after: readonly Laid[];
  readonly height: number;
}

export function ruleBlockHeight({ fonts }: Canvas, block: RuleBlock): number {
  return Math.min(layBlock(fonts, block).height, KEPT_WHOLE);
}

/** One rule: name, limit and status on the left; basis, finding, dates used and what would have been lawful beside it. */
export function drawRuleBlock(flow: Flow, block: RuleBlock): void {
  const { canvas } = flow;
  const { before, dates, after, height } = layBlock(canvas.fonts, block);
  flow.ensure(Math.min(height, KEPT_WHOLE));
  artifact(canvas, () => rule(canvas, LEFT, flow.y, WIDTH, 0.5));
  const { page } = canvas.pdf;
  const top = flow.y + 5;
  const titles = titleLines(canvas.fonts, block);
  const below = top + (titles.length - 1) * TITLE_LEADING;
  const section = canvas.pdf.struct('Sect');
  canvas.root.add(section);
  tagged(canvas, section, 'H3', {}, () =>
    drawLines(canvas, titles, LEFT, top + 11.5, { size: TITLE_SIZE, leading: TITLE_LEADING }),
  );
  tagged(canvas, section, 'P', {}, () => showText(canvas, block.limit, 'regular', SMALL, LEFT, below + 25, SECONDARY));
  artifact(canvas, () => drawMark(canvas, block.mark, LEFT + 5, below + 36.5, 9));
  tagged(canvas, section, 'P', {}, () => showText(canvas, block.word, 'regular', SMALL, LEFT + 13, below + 39.4));
  flow.y = top;
  for (const text of before) drawLabelled(flow, section, text);
  if (dates !== null) drawDates(flow, section, dates);
  for (const text of after) drawLabelled(flow, section, text);
  section.end();
  const bottom = page === canvas.pdf.page ? Math.max(flow.y, below + LEFT_HEIGHT) : flow.y;
  flow.y = bottom + 6;
}

function titleLines(fonts: Canvas['fonts'], { title }: RuleBlock): Line[] {
  return layOut(fonts, [{ text: title }], { size: TITLE_SIZE, face: 'serif' }, LABEL_AT - 3 * MM);
}

function layBlock(fonts: Canvas['fonts'], block: RuleBlock): LaidBlock {
  const lay = ({ label, content }: Labelled): Laid => ({
    label,
    lines: layOut(fonts, content, { size: SIZE }, VALUE_WIDTH),
  });
  const used = block.dates === null ? [lay({ label: block.datesLabel, content: block.datesUsed })] : [];
  const before = [lay(block.basis), lay(block.finding), ...used];
  const dates = block.dates === null ? null : layDates(fonts, block.datesLabel, block.dates);
  const after = block.remedy === null ? [] : [lay(block.remedy)];
  const texts = [...before, ...after].reduce((sum, { lines }) => sum + lines.length * LEADING, 0);
  const rows = dates === null ? 0 : [dates.head, ...dates.rows].reduce((sum, row) => sum + row.height, 3);
  const left = LEFT_HEIGHT + (titleLines(fonts, block).length - 1) * TITLE_LEADING;
  return { before, dates, after, height: Math.max(texts + rows, left) + 11 };
}

function drawLabelled(flow: Flow, section: Structure, { label, lines }: Laid): void {
  const { canvas } = flow;
  flow.ensure(lines.length * LEADING);
  tagged(canvas, section, 'P', {}, () => {
    showText(canvas, label, 'regular', SMALL, LEFT + LABEL_AT, flow.y + 10.4, SECONDARY);
    for (const [index, line] of lines.entries()) {
      const stretch = canvas.locale === 'zh-CN' ? stretchOf(line, VALUE_WIDTH, SIZE) : 0;
      drawLine(canvas, line, LEFT + VALUE_AT, flow.y + 10.4 + index * LEADING, SIZE, undefined, stretch);
    }
  });
  flow.y += lines.length * LEADING;
}

function layDates(
  fonts: Canvas['fonts'],
  label: string,
  { columns, rows }: NonNullable<RuleBlock['dates']>,
): LaidDates {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => (width * VALUE_WIDTH) / sum);
  const row = (cells: readonly Labelled['content'][]): LaidRow => {
    const laid = cells.map((runs, index) => layOut(fonts, runs, { size: SMALL }, widths[index]! - 3));
    return { cells: laid, height: Math.max(...laid.map((lines) => lines.length)) * ROW_LEADING };
  };
  return {
    label,
    widths,
    right: columns.map(({ align }) => align === 'right'),
    head: row(columns.map(({ title }) => [{ text: title }])),
    rows: rows.map((cells) => row(cells.map(({ runs }) => runs))),
  };
}

/** The gaps as a small table; its head is repeated on every page it reaches. */
function drawDates(flow: Flow, section: Structure, dates: LaidDates): void {
  const { canvas } = flow;
  flow.ensure(dates.head.height + (dates.rows[0]?.height ?? 0));
  tagged(canvas, section, 'P', {}, () =>
    drawLine(
      canvas,
      oneLine(canvas.fonts, dates.label, { size: SMALL }),
      LEFT + LABEL_AT,
      flow.y + 10,
      SMALL,
      SECONDARY,
    ),
  );
  const table = canvas.pdf.struct('Table');
  section.add(table);
  drawTagged(flow, table, dates, dates.head, 'TH');
  for (const row of dates.rows) {
    if (flow.ensure(row.height)) {
      artifact(canvas, () => {
        for (const column of dates.widths.keys()) drawCell(flow, dates, dates.head, column, SECONDARY);
      });
      flow.y += dates.head.height;
    }
    drawTagged(flow, table, dates, row, 'TD');
  }
  table.end();
  flow.y += 3;
}

function drawTagged(flow: Flow, table: Structure, dates: LaidDates, row: LaidRow, type: 'TH' | 'TD'): void {
  const { canvas } = flow;
  const tr = canvas.pdf.struct('TR');
  table.add(tr);
  for (const column of dates.widths.keys())
    tagged(canvas, tr, type, type === 'TH' ? { scope: 'Column' } : {}, () =>
      drawCell(flow, dates, row, column, type === 'TH' ? SECONDARY : undefined),
    );
  tr.end();
  flow.y += row.height;
}

function drawCell(flow: Flow, { widths, right }: LaidDates, row: LaidRow, column: number, color?: string): void {
  const left = LEFT + VALUE_AT + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const lines = row.cells[column] ?? [];
  const first = lines[0];
  const x = right[column] === true && first !== undefined ? left + widths[column]! - 8 - first.width : left;
  drawLines(flow.canvas, lines, x, flow.y + 10, {
    size: SMALL,
    leading: ROW_LEADING,
    ...(color === undefined ? {} : { color }),
  });
}
