import { civilPartsOf, epochDayOf } from '../../../domain/calendar/civil-date';
import type { Block, StripWords } from '../../../domain/report/model';
import type { StripLane, StripModel } from '../../../domain/report/strip';
import { ACCENT, drawLine, INK, MM, SECONDARY, showText, tagged, type Canvas } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { measure, oneLine } from '../text-runs';
import { drawLegend } from './strip-legend';

const LABEL = 20 * MM;
const FIRST_LANE = 6.4 * MM;
const LANE = 2.5 * MM;
const LANE_GAP = 0.75 * MM;
const ROW_DAYS = 184;
const AHEAD_DAYS = 9;
const MONTHS_AT = 3 * MM;
const LATE_AT = 6.2 * MM;
const LANES_AT = 9.6 * MM;
const DAYS_ROOM = 3.4 * MM;
const LEGEND_HEIGHT = 5 * MM;

const WINDOW = '#e6e8e7';
const WINDOW_EDGE = '#9a9d9b';
const OUTAGE = '#b4b4b4';

/** The days one row shows, `[from, to]`, and where each lies. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  readonly x: (day: number) => number;
  readonly top: number;
  readonly first: boolean;
  readonly last: boolean;
}

type StripOf = Extract<Block, { kind: 'strip' }>;

/** Two rows a year as one figure a page; its alternative text says what it shows. */
export function drawStrip(flow: Flow, block: StripOf): void {
  const { canvas } = flow;
  const { strip, words, alt } = block;
  if (words.nothing !== null) {
    flow.ensure(20);
    const text = words.nothing;
    tagged(canvas, canvas.root, 'P', {}, () => showText(canvas, text, 'regular', 9.5, LEFT, flow.y + 11));
    flow.y += 20;
    return;
  }
  const rowHeight = heightOfRow(strip);
  const spans = rowSpans(strip);
  flow.ensure(stripHeight(block));
  let drawn = 0;
  while (drawn < spans.length) {
    if (flow.room < rowHeight) flow.newPage();
    const fit = Math.min(spans.length - drawn, Math.floor(flow.room / rowHeight));
    const top = flow.y;
    const rows = spans.slice(drawn, drawn + fit).map((span, at) => ({ ...span, top: top + at * rowHeight }));
    const bbox = [LEFT, top, LEFT + WIDTH, top + fit * rowHeight];
    drawn += fit;
    tagged(canvas, canvas.root, 'Figure', { alt, bbox, placement: 'Block' }, () => {
      for (const row of rows) drawRow(canvas, strip, words, row);
    });
    flow.y += fit * rowHeight;
  }
  flow.ensure(LEGEND_HEIGHT);
  tagged(canvas, canvas.root, 'P', {}, () => drawLegend(canvas, words.legend, flow.y + 2 * MM));
  flow.y += LEGEND_HEIGHT;
}

/** Room for the first two rows and the legend, or for the sentence that stands instead. */
export function stripHeight({ strip, words }: StripOf): number {
  return words.nothing === null ? Math.min(rowSpans(strip).length, 2) * heightOfRow(strip) + LEGEND_HEIGHT : 20;
}

function heightOfRow({ lanes }: StripModel): number {
  return LANES_AT + FIRST_LANE + DAYS_ROOM + (lanes.length - 1) * (LANE + LANE_GAP) + 1.4 * MM;
}

/** Rows of half a year, as even as can be; the last runs a few days on so that the next deadline is seen. */
function rowSpans({ from, to }: StripModel): Omit<RowSpan, 'top'>[] {
  const days = to - from + 1;
  const rows = Math.max(1, Math.ceil(days / ROW_DAYS));
  const perRow = Math.ceil(days / rows);
  const scale = (WIDTH - LABEL) / (perRow + AHEAD_DAYS);
  return Array.from({ length: rows }, (_, index) => {
    const start = from + index * perRow;
    const end = Math.min(to, start + perRow - 1) + (index === rows - 1 ? AHEAD_DAYS : 0);
    const x = (day: number): number => LEFT + LABEL + (day - start) * scale;
    return { from: start, to: end, first: index === 0, last: index === rows - 1, x };
  });
}

function laneTop(row: RowSpan, index: number): number {
  return row.top + LANES_AT + (index === 0 ? 0 : FIRST_LANE + DAYS_ROOM + (index - 1) * (LANE + LANE_GAP));
}

const laneHeight = (index: number): number => (index === 0 ? FIRST_LANE : LANE);

function drawRow(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan): void {
  drawMonths(canvas, words, row, strip.lanes.length);
  for (const [index, lane] of strip.lanes.entries()) {
    const label = words.lanes[index] ?? '';
    const width = measure(canvas.fonts, 'regular', label, 6.6);
    showText(
      canvas,
      label,
      'regular',
      6.6,
      LEFT + LABEL - width - 4,
      laneTop(row, index) + laneHeight(index) / 2 + 2.3,
    );
    drawBands(canvas, strip, lane, row, index);
  }
  drawOutages(canvas, strip, words, row);
  for (const [index, lane] of strip.lanes.entries()) {
    drawGaps(canvas, strip, lane, words, row, index);
    drawVisits(canvas, lane, row, index);
  }
  if (row.last) drawAsOf(canvas, strip, words, row);
}

function drawMonths(canvas: Canvas, words: StripWords, row: RowSpan, lanes: number): void {
  const { pdf } = canvas;
  const bottom = laneTop(row, lanes - 1) + LANE;
  const start = civilPartsOf(row.from);
  let { first } = row;
  for (let month = start.month - 1 + (start.day > 1 ? 1 : 0); ; month++) {
    const year = start.year + Math.floor(month / 12);
    const day = epochDayOf(year, (month % 12) + 1, 1);
    if (day > row.to - 5) break;
    pdf
      .save()
      .lineWidth(0.3)
      .strokeColor('#c4c4c4')
      .moveTo(row.x(day), row.top)
      .lineTo(row.x(day), bottom)
      .stroke()
      .restore();
    showText(
      canvas,
      words.month(year, (month % 12) + 1, first),
      'regular',
      6.6,
      row.x(day) + 2.5,
      row.top + MONTHS_AT - 1.5,
      SECONDARY,
    );
    first = false;
  }
  pdf
    .save()
    .lineWidth(0.35)
    .strokeColor(SECONDARY)
    .moveTo(LEFT + LABEL, row.top + MONTHS_AT + 1)
    .lineTo(row.x(row.to + 1), row.top + MONTHS_AT + 1)
    .stroke()
    .restore();
}

/** Lawful windows; the running one after the as-of day is a dashed outline. */
function drawBands({ pdf }: Canvas, strip: StripModel, lane: StripLane, row: RowSpan, index: number): void {
  const top = laneTop(row, index);
  const height = laneHeight(index);
  for (const { anchor, bandTo, deadline, running } of lane.intervals) {
    const from = Math.max(anchor + 1, row.from);
    const to = Math.min(bandTo, row.to, running ? strip.asOf : bandTo);
    if (to >= from)
      pdf
        .save()
        .lineWidth(0.35)
        .rect(row.x(from), top, row.x(to + 1) - row.x(from), height)
        .fillAndStroke(WINDOW, WINDOW_EDGE)
        .restore();
    if (!running || !row.last || deadline === null || deadline <= strip.asOf) continue;
    const end = Math.min(deadline, row.to);
    pdf
      .save()
      .lineWidth(0.5)
      .dash(1.6, { space: 1.2 })
      .strokeColor(INK)
      .rect(row.x(strip.asOf + 1), top, row.x(end + 1) - row.x(strip.asOf + 1), height)
      .stroke()
      .undash()
      .restore();
  }
}

function drawOutages(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan): void {
  const top = laneTop(row, 0);
  for (const { from, to, days } of strip.outages) {
    const start = Math.max(from, row.from);
    const end = Math.min(to - 1, row.to, strip.asOf);
    if (end < start) continue;
    const width = row.x(end + 1) - row.x(start);
    for (const index of strip.lanes.keys())
      canvas.pdf.rect(row.x(start), laneTop(row, index), width, laneHeight(index)).fill(OUTAGE);
    const text = words.out(days);
    const textWidth = measure(canvas.fonts, 'bold', text, 6.6);
    if (textWidth < width)
      showText(canvas, text, 'bold', 6.6, row.x(start) + (width - textWidth) / 2, top + FIRST_LANE / 2 + 2.3);
  }
}

/** Past the limit: white with hatching, service days only, the number of days above. */
function drawGaps(
  canvas: Canvas,
  strip: StripModel,
  lane: StripLane,
  words: StripWords,
  row: RowSpan,
  index: number,
): void {
  let labelEnd = -Infinity;
  for (const { gap } of lane.intervals) {
    if (gap === null || gap.to < row.from || gap.from > row.to) continue;
    for (const [from, to] of serviceSpans(strip, Math.max(gap.from, row.from), Math.min(gap.to, row.to)))
      hatch(canvas, row.x(from), laneTop(row, index), row.x(to + 1) - row.x(from), laneHeight(index));
    if (gap.from < row.from) continue;
    const text = words.late(gap.days);
    if (index > 0) {
      patch(canvas, text, row.x(gap.from), row.x(Math.min(gap.to, row.to) + 1), laneTop(row, index));
      continue;
    }
    const width = measure(canvas.fonts, 'bold', text, 6.6);
    const x = Math.max(
      row.x(gap.from) + (row.x(Math.min(gap.to, row.to) + 1) - row.x(gap.from) - width) / 2,
      LEFT + LABEL,
    );
    if (x < labelEnd + 2) continue; // labels that meet: the table has them all
    showText(canvas, text, 'bold', 6.6, x, row.top + LATE_AT, ACCENT);
    labelEnd = x + width;
  }
}

/** In a thin lane the days stand on a white patch inside the hatching, where it is wide enough. */
function patch(canvas: Canvas, text: string, left: number, right: number, top: number): void {
  const line = oneLine(canvas.fonts, text, { size: 6, face: 'bold' });
  if (line.width + 6 > right - left) return;
  const x = (left + right - line.width) / 2;
  canvas.pdf.rect(x - 1.5, top + 0.6, line.width + 3, LANE - 1.2).fill('#ffffff');
  drawLine(canvas, line, x, top + LANE / 2 + 2.1, 6, ACCENT);
}

/** `[from, to]` without the days out of service. */
function serviceSpans({ outages }: StripModel, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  let start = from;
  for (const outage of outages) {
    if (outage.to <= start || outage.from > to) continue;
    if (outage.from > start) spans.push([start, outage.from - 1]);
    start = Math.max(start, outage.to);
  }
  if (start <= to) spans.push([start, to]);
  return spans;
}

export function hatch({ pdf }: Canvas, x: number, y: number, width: number, height: number): void {
  pdf.save().rect(x, y, width, height).fill('#ffffff');
  pdf.rect(x, y, width, height).clip().lineWidth(0.55).strokeColor(ACCENT);
  for (let offset = -height; offset < width; offset += 2)
    pdf.moveTo(x + offset, y + height).lineTo(x + offset + height, y);
  pdf.stroke().restore();
  pdf.save().lineWidth(0.7).strokeColor(ACCENT).rect(x, y, width, height).stroke().restore();
}

/** A stroke at the end of the day, its day of the month below, the longer category as a shape on top. */
function drawVisits(canvas: Canvas, lane: StripLane, row: RowSpan, index: number): void {
  const { pdf } = canvas;
  const top = laneTop(row, index);
  const height = laneHeight(index);
  let labelEnd = -Infinity;
  for (const { day, task } of lane.visits) {
    if (day < row.from || day > row.to) continue;
    const x = row.x(day + 1);
    const rise = index === 0 ? 3 : 0;
    pdf
      .save()
      .lineWidth(index === 0 ? 1.3 : 1.1)
      .strokeColor(INK)
      .moveTo(x, top - rise)
      .lineTo(x, top + height + (index === 0 ? 1 : 0))
      .stroke()
      .restore();
    if (index > 0) continue;
    drawCategory(canvas, task, x, top - rise - 2.4);
    const label = String(civilPartsOf(day).day);
    const width = measure(canvas.fonts, 'regular', label, 6);
    if (x - width / 2 < labelEnd + 1.5) continue;
    showText(canvas, label, 'regular', 6, x - width / 2, top + height + 7.4);
    labelEnd = x + width / 2;
  }
}

export function drawCategory({ pdf }: Canvas, task: StripLane['visits'][number]['task'], x: number, y: number): void {
  if (task === 'half-month') return;
  pdf.save().lineWidth(0.8).strokeColor(INK);
  if (task === 'year') pdf.circle(x, y, 2.3).fill(INK);
  else pdf.circle(x, y, 2.2).fillAndStroke('#ffffff', INK);
  if (task === 'half-year') pdf.path(`M ${x} ${y - 2.2} A 2.2 2.2 0 0 1 ${x} ${y + 2.2} Z`).fill(INK);
  pdf.restore();
}

function drawAsOf(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan): void {
  if (strip.asOf < row.from || strip.asOf > row.to) return;
  const x = row.x(strip.asOf + 1);
  const bottom = laneTop(row, strip.lanes.length - 1) + LANE;
  canvas.pdf
    .save()
    .lineWidth(0.7)
    .dash(2, { space: 1.4 })
    .strokeColor(INK)
    .moveTo(x, row.top + MONTHS_AT + 2)
    .lineTo(x, bottom)
    .stroke()
    .undash()
    .restore();
  const width = measure(canvas.fonts, 'regular', words.asOf, 6.6);
  showText(canvas, words.asOf, 'regular', 6.6, x - width - 2, row.top + LATE_AT);
  const due = strip.lanes[0]?.intervals.findLast(({ running }) => running)?.deadline ?? null;
  if (due === null || due <= strip.asOf) return;
  const { month, day } = civilPartsOf(due);
  const text = words.due(month, day);
  const dueWidth = measure(canvas.fonts, 'bold', text, 6.3);
  const at = Math.min(row.x(Math.min(due, row.to) + 1) - dueWidth / 2, LEFT + WIDTH - dueWidth);
  canvas.pdf.rect(at - 1, laneTop(row, 0) + FIRST_LANE + 1.4, dueWidth + 2, 7).fill('#ffffff');
  showText(canvas, text, 'bold', 6.3, at, laneTop(row, 0) + FIRST_LANE + 7.4);
}
