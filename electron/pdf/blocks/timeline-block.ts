import { civilPartsOf, epochDayOf, toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { TimelineBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { showText } from '../canvas';
import { LEFT, WIDTH, type Flow } from '../flow';
import { ACCENT, INK, MM, SECONDARY } from '../ink';
import { tagged } from '../tagging';
import { measure } from '../text-runs';

const HEIGHT = 20 * MM;
const EDGE = 4 * MM;
const BAR_AT = 7 * MM;
const BAR = 6 * MM;
const POINTS_AT = 3.4 * MM;
const RADIUS = 2.6;
const DIAMOND = 3.3;
/** An assessment soon after an inspection stays to be seen. */
const RAISED = 5;
const TEXT = 6.6;
const GROUNDS = ['#ffffff', '#f0f1f0', '#dadddb', '#c2c6c4', '#aeb3b0'] as const;
const MOST_YEARS_MARKED = 9;

type X = (day: CivilDate) => number;

/** The years in use as a bar, the inspections on record above it, the as-of day across it. */
export function drawTimeline(flow: Flow, block: TimelineBlock): void {
  const { canvas } = flow;
  flow.ensure(HEIGHT);
  const top = flow.y;
  const [from, to] = [toEpochDay(block.from), toEpochDay(block.to)];
  const scale = (WIDTH - 2 * EDGE) / Math.max(1, to - from);
  const x: X = (day) => LEFT + EDGE + (toEpochDay(day) - from) * scale;
  const bbox = [LEFT, top, LEFT + WIDTH, top + HEIGHT];
  tagged(canvas, canvas.root, 'Figure', { alt: block.alt, bbox, placement: 'Block' }, () => {
    for (const [index, span] of block.spans.entries()) drawSpan(canvas, span, x, top, index);
    drawYears(canvas, block, x, top);
    if (block.unknown !== null) drawUnknown(canvas, block.unknown, x, top);
    for (const point of block.points) drawPoint(canvas, point, x(point.on), top);
    drawAsOf(canvas, block.asOf, x, top);
  });
  flow.y += HEIGHT;
}

export const TIMELINE_HEIGHT = HEIGHT;

function drawSpan(
  canvas: Canvas,
  { from, to, label }: TimelineBlock['spans'][number],
  x: X,
  top: number,
  index: number,
): void {
  const [left, right] = [x(from), x(to)];
  canvas.pdf
    .save()
    .lineWidth(0.5)
    .rect(left, top + BAR_AT, right - left, BAR)
    .fillAndStroke(GROUNDS[Math.min(index, GROUNDS.length - 1)], SECONDARY)
    .restore();
  const width = measure(canvas.fonts, 'bold', label, TEXT + 0.6);
  if (width < right - left)
    showText(canvas, label, 'bold', TEXT + 0.6, (left + right - width) / 2, top + BAR_AT + BAR / 2 + 2.4);
}

/** Whole years below the bar, as many as can be read. */
function drawYears(canvas: Canvas, { from, to, asOf }: TimelineBlock, x: X, top: number): void {
  const [first, last] = [civilPartsOf(toEpochDay(from)).year, civilPartsOf(toEpochDay(to)).year];
  const step = Math.max(1, Math.ceil((last - first) / MOST_YEARS_MARKED));
  for (let year = first + 1; year <= last; year += step) {
    const at = x(toCivilDate(epochDayOf(year, 1, 1)));
    const label = String(year);
    const width = measure(canvas.fonts, 'regular', label, TEXT);
    canvas.pdf
      .save()
      .lineWidth(0.5)
      .strokeColor(SECONDARY)
      .moveTo(at, top + BAR_AT + BAR)
      .lineTo(at, top + BAR_AT + BAR + 3)
      .stroke()
      .restore();
    if (Math.abs(at - x(asOf.on)) > width + 14)
      showText(canvas, label, 'regular', TEXT, at - width / 2, top + BAR_AT + BAR + 11, SECONDARY);
  }
}

function drawUnknown(
  canvas: Canvas,
  { from, to, label }: NonNullable<TimelineBlock['unknown']>,
  x: X,
  top: number,
): void {
  const [left, right, y] = [x(from) + 6, x(to) - 6, top + POINTS_AT];
  const width = measure(canvas.fonts, 'regular', label, TEXT);
  if (right - left < 12) return;
  const dash = (a: number, b: number): void => {
    if (b - a < 4) return;
    canvas.pdf
      .save()
      .lineWidth(0.5)
      .dash(2, { space: 2 })
      .strokeColor(SECONDARY)
      .moveTo(a, y)
      .lineTo(b, y)
      .stroke()
      .undash()
      .restore();
  };
  if (width + 16 > right - left) {
    dash(left, right);
    return;
  }
  const middle = (left + right) / 2;
  dash(left, middle - width / 2 - 4);
  dash(middle + width / 2 + 4, right);
  showText(canvas, label, 'regular', TEXT, middle - width / 2, y + 2.3, SECONDARY);
}

/** Hollow = accepted, full = passed, crossed = failed, dashed = the next one due; a square for works, a diamond for an assessment. */
function drawPoint({ pdf }: Canvas, { shape }: TimelineBlock['points'][number], x: number, top: number): void {
  if (shape === 'design-life') return drawLifeEnd(pdf, x, top + BAR_AT + BAR);
  const y = top + POINTS_AT - (shape === 'assessed' ? RAISED : 0);
  pdf
    .save()
    .lineWidth(0.9)
    .strokeColor(shape === 'failed' ? ACCENT : INK);
  if (shape === 'due') pdf.dash(1.4, { space: 1.1 });
  pdf
    .moveTo(x, y + RADIUS)
    .lineTo(x, top + BAR_AT)
    .stroke();
  if (shape === 'done') pdf.circle(x, y, RADIUS).fill(INK);
  else if (shape === 'works') pdf.rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS).fill(INK);
  else if (shape === 'assessed')
    pdf.polygon([x, y - DIAMOND], [x + DIAMOND, y], [x, y + DIAMOND], [x - DIAMOND, y]).fillAndStroke('#ffffff', INK);
  else if (shape === 'failed') {
    pdf.rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS).fillAndStroke('#ffffff', ACCENT);
    const arm = RADIUS * 0.55;
    pdf
      .moveTo(x - arm, y - arm)
      .lineTo(x + arm, y + arm)
      .moveTo(x + arm, y - arm)
      .lineTo(x - arm, y + arm)
      .stroke();
  } else pdf.circle(x, y, RADIUS).fillAndStroke('#ffffff', INK);
  pdf.undash().restore();
}

/** Below the bar, where no inspection covers it. */
function drawLifeEnd(pdf: Canvas['pdf'], x: number, y: number): void {
  pdf
    .save()
    .lineWidth(0.9)
    .strokeColor(INK)
    .polygon([x, y], [x + DIAMOND, y + 2 * RADIUS], [x - DIAMOND, y + 2 * RADIUS])
    .fillAndStroke('#ffffff', INK)
    .restore();
}

function drawAsOf(canvas: Canvas, { on, label }: TimelineBlock['asOf'], x: X, top: number): void {
  const at = x(on);
  canvas.pdf
    .save()
    .lineWidth(0.7)
    .dash(2, { space: 1.4 })
    .strokeColor(INK)
    .moveTo(at, top + 1)
    .lineTo(at, top + BAR_AT + BAR + 4)
    .stroke()
    .undash()
    .restore();
  const width = measure(canvas.fonts, 'regular', label, TEXT);
  const left = Math.min(at - width / 2, LEFT + WIDTH - width);
  showText(canvas, label, 'regular', TEXT, left, top + BAR_AT + BAR + 11);
}
