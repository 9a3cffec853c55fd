import type { ReportModel } from '../../domain/report/model';
import type { Canvas } from './surface';
import { drawLine, rule } from './canvas';
import { ACCENT, MM, SECONDARY } from './ink';
import { artifact } from './tagging';
import { oneLine } from './text-runs';

export const LEFT = 26 * MM;
export const WIDTH = 164 * MM;
const PAGE_HEIGHT = 841.89;
const TOP = 26 * MM;
const FIRST_TOP = 18 * MM;
const BOTTOM = PAGE_HEIGHT - 24 * MM;
const HEAD_AT = 13.5 * MM;
const FOOT_AT = PAGE_HEIGHT - 11.5 * MM;
const NOTE_SIZE = 7.5;
const SAMPLE_AT = 5.2 * MM;

/** A column of the page. */
export interface Frame {
  readonly x: number;
  readonly width: number;
}

/** Where the next block goes. Blocks ask for room before they draw. */
export class Flow {
  readonly canvas: Canvas;
  y = FIRST_TOP;

  constructor(canvas: Canvas) {
    this.canvas = canvas;
    canvas.pdf.addPage();
  }

  /** Whether nothing stands on the current page yet. */
  get atTop(): boolean {
    return this.y === TOP;
  }

  get room(): number {
    return BOTTOM - this.y;
  }

  /** Room on a fresh page. */
  static readonly fullRoom = BOTTOM - TOP;

  newPage(): void {
    this.canvas.pdf.addPage();
    this.y = TOP;
  }

  /** Starts a new page when less than `height` points are left; says whether it did. */
  ensure(height: number): boolean {
    if (height <= this.room) return false;
    this.newPage();
    return true;
  }
}

/** Running heads and feet, once all pages are there. */
export function drawHeadsAndFeet(canvas: Canvas, model: ReportModel): void {
  const { pdf, fonts } = canvas;
  const { start, count } = pdf.bufferedPageRange();
  const draw = (text: string, baseline: number, align: 'left' | 'right'): void => {
    const line = oneLine(fonts, text, { size: NOTE_SIZE });
    const x = align === 'left' ? LEFT : LEFT + WIDTH - line.width;
    drawLine(canvas, line, x, baseline, NOTE_SIZE, SECONDARY);
  };
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(start + index);
    pdf.page.margins.bottom = 0;
    artifact(
      canvas,
      () => {
        if (index > 0) {
          draw(model.runningHead.left, HEAD_AT, 'left');
          draw(model.runningHead.right, HEAD_AT, 'right');
          rule(canvas, LEFT, HEAD_AT + 1.6 * MM, WIDTH, 0.35);
        }
        rule(canvas, LEFT, FOOT_AT - 3.6 * MM, WIDTH, 0.35);
        draw(model.foot.chain, FOOT_AT, 'left');
        draw(model.foot.page(index + 1, count), FOOT_AT, 'right');
        if (model.sampleMark !== null) drawSampleMark(canvas, model.sampleMark);
      },
      'Pagination',
    );
  }
}

/** Across the head of every page: nobody may take made-up data for a real elevator. */
function drawSampleMark(canvas: Canvas, text: string): void {
  const line = oneLine(canvas.fonts, text, { size: 9, face: 'bold' });
  const width = line.width + 12;
  const x = LEFT + (WIDTH - width) / 2;
  canvas.pdf.save().lineWidth(1).strokeColor(ACCENT).rect(x, SAMPLE_AT, width, 14).stroke().restore();
  drawLine(canvas, line, x + 6, SAMPLE_AT + 10.4, 9, ACCENT);
}
