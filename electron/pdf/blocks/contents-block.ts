import type { Block, ReportModel } from '../../../domain/report/model';
import type { Canvas, Structure } from '../surface';
import { drawLine, showText } from '../canvas';
import { LEFT, type Flow } from '../flow';
import { INK, MM } from '../ink';
import { content, tagged } from '../tagging';
import { measure, oneLine } from '../text-runs';

const SIZE = 9.5;
const LEADING = 15;
const COLUMN = 79 * MM;
const APART = 6 * MM;

/** A place of the paper that the contents name. */
export interface Place {
  readonly text: string;
  /** Index of its page, and how far down it stands. */
  readonly page: number;
  readonly y: number;
}

/** Room that was kept for the contents, to be filled when every page is known. */
export interface ContentsRoom {
  readonly page: number;
  readonly y: number;
  readonly element: Structure;
}

/** What the contents of a paper will list. */
export function titlesOf({ blocks }: ReportModel): string[] {
  return blocks.flatMap((block) => {
    const title = titleOf(block);
    return title === null ? [] : [title];
  });
}

export function titleOf(block: Block): string | null {
  if (block.kind === 'heading') return block.text;
  return block.kind === 'verification' ? block.title : null;
}

/** Draws the title and keeps room for the lines. */
export function keepContents(flow: Flow, title: string, entries: number): ContentsRoom {
  const { canvas } = flow;
  const height = Math.ceil(entries / 2) * LEADING;
  flow.ensure(36 + height);
  flow.y += flow.atTop ? 0 : 10;
  tagged(canvas, canvas.root, 'H2', {}, () => showText(canvas, title, 'serif', 12, LEFT, flow.y + 12));
  flow.y += 20;
  const element = canvas.pdf.struct('TOC');
  canvas.root.add(element);
  const room = { page: lastPage(canvas), y: flow.y, element };
  flow.y += height + 4;
  return room;
}

/** Index of the page that is drawn on. */
export function lastPage({ pdf }: Canvas): number {
  const { start, count } = pdf.bufferedPageRange();
  return start + count - 1;
}

/** Fills the room: text, dots and real page number in two columns, each line a link to its place. */
export function drawContents(canvas: Canvas, { page, y, element }: ContentsRoom, places: readonly Place[]): void {
  const { pdf } = canvas;
  const { start } = pdf.bufferedPageRange();
  const perColumn = Math.ceil(places.length / 2);
  const targets = places.map((place) => {
    pdf.switchToPage(place.page);
    return pdf.page.dictionary;
  });
  pdf.switchToPage(page);
  for (const [index, place] of places.entries()) {
    const x = LEFT + Math.floor(index / perColumn) * (COLUMN + APART);
    const baseline = y + (index % perColumn) * LEADING + 11;
    const item = pdf.struct('TOCI');
    element.add(item);
    const link = pdf.struct('Link', { alt: place.text });
    item.add(link);
    content(canvas, link, 'Link', () => drawEntry(canvas, place.text, String(place.page - start + 1), x, baseline));
    pdf.annotate(x, baseline - 10, COLUMN, LEADING, {
      Subtype: 'Link',
      Border: [0, 0, 0],
      F: PRINT,
      Dest: [targets[index], 'XYZ', null, pdf.page.height - place.y, null],
      Contents: new String(place.text),
      structParent: link,
    } as never);
    link.end();
    item.end();
  }
  element.end();
}

const PRINT = 4;

function drawEntry(canvas: Canvas, text: string, number: string, x: number, baseline: number): void {
  const width = measure(canvas.fonts, 'regular', number, SIZE);
  const title = oneLine(canvas.fonts, `${text} `, { size: SIZE });
  drawLine(canvas, title, x, baseline, SIZE);
  const [from, to] = [x + title.width + 4, x + COLUMN - width - 4];
  if (to > from)
    canvas.pdf
      .save()
      .lineWidth(0.5)
      .dash(0.6, { space: 1.6 })
      .strokeColor(INK)
      .moveTo(from, baseline)
      .lineTo(to, baseline)
      .stroke()
      .undash()
      .restore();
  showText(canvas, number, 'regular', SIZE, x + COLUMN - width, baseline);
}
