import { civilPartsOf } from '../../../domain/calendar/civil-date';
import type { StripWords } from '../../../domain/report/model';
import { serviceSpans, type StripLane, type StripModel } from '../../../domain/report/strip';
import type { Canvas } from '../surface';
import { drawLine, showText } from '../canvas';
import { ACCENT, INK, MM } from '../ink';
import { LEFT, WIDTH } from '../flow';
import { measure, oneLine } from '../text-runs';
import { FIRST_LANE, LABEL, LANE, laneHeight, laneTop, MONTHS_AT, type RowSpan } from './strip-geometry';

const LATE_AT = 6.2 * MM;
const WINDOW = '#e6e8e7';
const WINDOW_EDGE = '#9a9d9b';
const OUTAGE = '#b4b4b4';

/** Lawful windows; the running one after the as-of day is a dashed outline. */
export function drawBands({ pdf }: Canvas, strip: StripModel, lane: StripLane, row: RowSpan, index: number): void {
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

export function drawOutages({ pdf }: Canvas, strip: StripModel, row: RowSpan): void {
  for (const { x, width } of outageBoxes(strip, row))
    for (const index of strip.lanes.keys()) pdf.rect(x, laneTop(row, index), width, laneHeight(index)).fill(OUTAGE);
}

/** Drawn after the visits, on a patch of the outage's own grey: people do come while an elevator is out of service. */
export function drawOutageDays(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan): void {
  const middle = laneTop(row, 0) + FIRST_LANE / 2;
  for (const { x, width, days } of outageBoxes(strip, row)) {
    const text = words.out(days);
    const textWidth = measure(canvas.fonts, 'bold', text, 6.6);
    if (textWidth >= width) continue;
    const at = x + (width - textWidth) / 2;
    canvas.pdf.rect(at - 1.5, middle - 4, textWidth + 3, 8).fill(OUTAGE);
    showText(canvas, text, 'bold', 6.6, at, middle + 2.3);
  }
}

function outageBoxes(strip: StripModel, row: RowSpan): { x: number; width: number; days: number }[] {
  return strip.outages.flatMap(({ from, to, days }) => {
    const start = Math.max(from, row.from);
    const end = Math.min(to - 1, row.to, strip.asOf);
    return end < start ? [] : [{ x: row.x(start), width: row.x(end + 1) - row.x(start), days }];
  });
}

/** Past the limit: white with hatching, service days only, the number of days above; where the last of these ends. */
export function drawGaps(
  canvas: Canvas,
  strip: StripModel,
  lane: StripLane,
  words: StripWords,
  row: RowSpan,
  index: number,
): number {
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
    const end = row.x(Math.min(gap.to, row.to) + 1);
    const middle = (row.x(gap.from) + end - width) / 2;
    // A gap that lasts to the as-of day keeps its figure clear of the line that stands there.
    const x = Math.max(gap.to === strip.asOf ? Math.min(middle, end - width - 1.5) : middle, LEFT + LABEL);
    if (x < labelEnd + 2) continue; // labels that meet: the table has them all
    showText(canvas, text, 'bold', 6.6, x, row.top + LATE_AT, ACCENT);
    labelEnd = x + width;
  }
  return labelEnd;
}

/** In a thin lane the days stand on a white patch inside the hatching, where it is wide enough. */
function patch(canvas: Canvas, text: string, left: number, right: number, top: number): void {
  const line = oneLine(canvas.fonts, text, { size: 6, face: 'bold' });
  if (line.width + 6 > right - left) return;
  const x = (left + right - line.width) / 2;
  canvas.pdf.rect(x - 1.5, top + 0.3, line.width + 3, LANE - 0.6).fill('#ffffff');
  drawLine(canvas, line, x, top + LANE / 2 + 2.2, 6, ACCENT);
}

export function hatch({ pdf }: Canvas, x: number, y: number, width: number, height: number): void {
  pdf.save().rect(x, y, width, height).fill('#ffffff');
  pdf.rect(x, y, width, height).clip().lineWidth(0.55).strokeColor(ACCENT);
  for (let offset = -height; offset < width; offset += 2)
    pdf.moveTo(x + offset, y + height).lineTo(x + offset + height, y);
  pdf.stroke().restore();
  pdf.save().lineWidth(0.7).strokeColor(ACCENT).rect(x, y, width, height).stroke().restore();
}

/** A stroke at the end of the day, its day of the month below, the longer category as a shape on top. Gives where the last day ends. */
export function drawVisits(canvas: Canvas, lane: StripLane, row: RowSpan, index: number): number {
  const { pdf } = canvas;
  const top = laneTop(row, index);
  const height = laneHeight(index);
  let labelEnd = -Infinity;
  for (const { day, task, lateBy } of lane.visits) {
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
    if (lateBy !== undefined) drawLateMark(canvas, x, top + height);
    drawCategory(canvas, task, x, top - rise - 2.4);
    const label = String(civilPartsOf(day).day);
    const width = measure(canvas.fonts, 'regular', label, 6);
    if (x - width / 2 < labelEnd + 1.5) continue;
    showText(canvas, label, 'regular', 6, x - width / 2, top + height + 7.4);
    labelEnd = x + width / 2;
  }
  return labelEnd;
}

/** Entered late: a hollow triangle that stands on `base`, told by its shape in grey too. */
export function drawLateMark({ pdf }: Canvas, x: number, base: number): void {
  pdf
    .save()
    .lineWidth(0.8)
    .moveTo(x - 2.7, base)
    .lineTo(x, base - 5)
    .lineTo(x + 2.7, base)
    .closePath()
    .fillAndStroke('#ffffff', INK)
    .restore();
}

export function drawCategory({ pdf }: Canvas, task: StripLane['visits'][number]['task'], x: number, y: number): void {
  if (task === 'half-month') return;
  pdf.save().lineWidth(0.8).strokeColor(INK);
  if (task === 'year') pdf.circle(x, y, 2.3).fill(INK);
  else pdf.circle(x, y, 2.2).fillAndStroke('#ffffff', INK);
  if (task === 'half-year') pdf.path(`M ${x} ${y - 2.2} A 2.2 2.2 0 0 1 ${x} ${y + 2.2} Z`).fill(INK);
  pdf.restore();
}

/** Where labels of a row end that others must keep clear of. */
export interface LabelEnds {
  readonly late: number;
  readonly visit: number;
}

/** The as-of line, its word left of it, or right of it where the days of a gap that runs up to it need the room. */
export function drawAsOf(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan, ends: LabelEnds): void {
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
  const meets = ends.late > x - width - 4;
  if (meets) showText(canvas, words.asOf, 'regular', 6, Math.max(x, ends.late) + 1, row.top + LATE_AT);
  else showText(canvas, words.asOf, 'regular', 6.6, x - width - 2, row.top + LATE_AT);
  drawDue(canvas, strip, words, row, ends.visit);
}

const DUE_SIZE = 6.3;

/** The next deadline below its day; where the last visit has its own day there, in the running window, which is then wide. */
function drawDue(canvas: Canvas, strip: StripModel, words: StripWords, row: RowSpan, visitEnd: number): void {
  const due = strip.lanes[0]?.intervals.findLast(({ running }) => running)?.deadline ?? null;
  if (due === null || due <= strip.asOf) return;
  const { month, day } = civilPartsOf(due);
  const text = words.due(month, day);
  const end = row.x(Math.min(due, row.to) + 1);
  const width = measure(canvas.fonts, 'bold', text, DUE_SIZE);
  const at = Math.min(end - width / 2, LEFT + WIDTH - width);
  const lane = laneTop(row, 0);
  if (at >= visitEnd + 1.5) return showText(canvas, text, 'bold', DUE_SIZE, at, lane + FIRST_LANE + 7.4);
  for (const [line, part] of (text.match(/[\d/]+|[^\d/\s]+/g) ?? []).entries()) {
    const partWidth = measure(canvas.fonts, 'bold', part, DUE_SIZE);
    const middle = (row.x(strip.asOf + 1) + end - partWidth) / 2;
    showText(canvas, part, 'bold', DUE_SIZE, Math.min(middle, LEFT + WIDTH - partWidth), lane + 7.4 + line * 7.2);
  }
}
