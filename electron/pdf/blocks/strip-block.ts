import { civilPartsOf, epochDayOf } from '../../../domain/calendar/civil-date';
import type { Block, StripWords } from '../../../domain/report/model';
import { lateVisitsOf, type StripModel } from '../../../domain/report/strip';
import type { Canvas } from '../surface';
import { showText } from '../canvas';
import { MM, SECONDARY } from '../ink';
import { tagged } from '../tagging';
import { LEFT, WIDTH, type Flow } from '../flow';
import { measure } from '../text-runs';
import {
  DAYS_ROOM,
  FIRST_LANE,
  LABEL,
  LANE,
  LANE_GAP,
  laneHeight,
  LANES_AT,
  laneTop,
  MONTHS_AT,
  type RowSpan,
} from './strip-geometry';
import { drawAsOf, drawBands, drawGaps, drawOutageDays, drawOutages, drawVisits } from './strip-lanes';
import { drawLegend } from './strip-legend';

const ROW_DAYS = 184;
const AHEAD_DAYS = 9;
const LEGEND_HEIGHT = 5 * MM;

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
  const hasLate = lateVisitsOf(strip).length > 0;
  flow.ensure(LEGEND_HEIGHT);
  tagged(canvas, canvas.root, 'P', {}, () => drawLegend(canvas, words.legend, hasLate, flow.y + 2 * MM));
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
  drawOutages(canvas, strip, row);
  const ends = strip.lanes.map((lane, index) => ({
    late: drawGaps(canvas, strip, lane, words, row, index),
    visit: drawVisits(canvas, lane, row, index),
  }));
  drawOutageDays(canvas, strip, words, row);
  if (row.last && ends[0] !== undefined) drawAsOf(canvas, strip, words, row, ends[0]);
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
