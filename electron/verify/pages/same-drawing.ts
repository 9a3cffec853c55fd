import type { ShownPaper } from './shown-paper';
import {
  coreOf,
  lightness,
  meet,
  type Box,
  type Colour,
  type ShownLine,
  type ShownPage,
  type ShownShape,
} from './shown';

/** Points: shapes are alike up to this much, coordinates being written rounded. */
const TOLERANCE = 0.08;
/** Points; what is thicker is no rule. */
const MOST_RULE_WIDTH = 2;
const LIGHT = 0.6;
const EDGE = 2;

/**
 * Whether nothing is drawn that could say or hide a word: every shape is one that our own layout of the same paper has too
 * (horizontal rules may be of any length and number), no shape or picture crosses letters that it does not cross there, letters lie on
 * light ground, are dark, not smaller than ours, inside the page and not over each other.
 */
export function hasOnlyDrawingOf(theirs: ShownPaper, ours: ShownPaper): boolean {
  const known = drawnIn(ours);
  return (
    isDrawnFrom(theirs, known) &&
    pagesOf(theirs).every(({ page, width, height }) => isLegible(page, known, { width, height }))
  );
}

interface Known {
  readonly shapes: Map<string, { readonly figures: readonly number[]; left: number }[]>;
  /** What crosses what, in words and kinds. */
  readonly crossings: ReadonlySet<string>;
  readonly colours: ReadonlySet<string>;
  readonly least: number;
}

function drawnIn(paper: ShownPaper): Known {
  const shapes: Known['shapes'] = new Map();
  const crossings = new Set<string>();
  const colours = new Set<string>();
  let least = Infinity;
  for (const { page } of pagesOf(paper)) {
    for (const { kind, figures } of page.shapes) {
      const same = shapes.get(kind)?.find((other) => isNear(other.figures, figures));
      if (same !== undefined) same.left++;
      else shapes.set(kind, [...(shapes.get(kind) ?? []), { figures, left: 1 }]);
    }
    for (const crossing of crossingsOn(page)) crossings.add(crossing);
    for (const line of page.lines) {
      least = Math.min(least, line.size);
      for (const colour of line.colours) colours.add(inked(line, colour));
    }
  }
  return { shapes, crossings, colours, least };
}

interface SizedPage {
  readonly page: ShownPage;
  readonly width: number;
  readonly height: number;
}

/** The appearance of the signature lies over its page. */
function pagesOf({ pages, appearance, appearancePage, sizes }: ShownPaper): SizedPage[] {
  return pages.map((page, index) => {
    const after = page.lines.length + page.shapes.length + page.pictures.length;
    const later = <T extends { readonly order: number }>(drawn: readonly T[]): T[] =>
      drawn.map((one) => ({ ...one, order: one.order + after }));
    const whole: ShownPage =
      index === appearancePage
        ? {
            lines: [...page.lines, ...later(appearance.lines)],
            shapes: [...page.shapes, ...later(appearance.shapes)],
            pictures: page.pictures,
          }
        : page;
    const [width, height] = sizes[index]!; // as many as pages
    return { page: whole, width, height };
  });
}

function isDrawnFrom(theirs: ShownPaper, { shapes }: Known): boolean {
  return pagesOf(theirs).every(({ page }) =>
    page.shapes.every((shape) => {
      if (isRule(shape)) return true;
      const same = shapes.get(shape.kind)?.find(({ figures, left }) => left > 0 && isNear(figures, shape.figures));
      if (same === undefined) return false;
      same.left--;
      return true;
    }),
  );
}

function isRule({ kind, figures, box }: ShownShape): boolean {
  return (
    kind.startsWith('ml S ') && box.top - box.bottom <= MOST_RULE_WIDTH && (figures.at(-1) ?? 0) <= MOST_RULE_WIDTH
  );
}

function isNear(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - b[index]!) <= TOLERANCE);
}

function isLegible(page: ShownPage, known: Known, size: { width: number; height: number }): boolean {
  const sheet: Box = { left: -EDGE, right: size.width + EDGE, bottom: -EDGE, top: size.height + EDGE };
  const isInside = ({ x, end, y, size: em }: ShownLine): boolean =>
    x >= sheet.left && end <= sheet.right && y >= sheet.bottom && y + 0.6 * em <= sheet.top;
  return (
    page.lines.every(
      (line) =>
        line.text === '' ||
        (isInside(line) &&
          line.size >= known.least - TOLERANCE &&
          line.colours.every((colour) => lightness(colour) < LIGHT || known.colours.has(inked(line, colour)))),
    ) && crossingsOn(page).every((crossing) => known.crossings.has(crossing))
  );
}

function inked({ text }: ShownLine, colour: Colour): string {
  return `${text} ${colour.map((part) => part.toFixed(2)).join(' ')}`;
}

/** Letters that something crosses: another text, a shape or picture drawn later, or one drawn before that is dark. */
function crossingsOn({ lines, shapes, pictures }: ShownPage): string[] {
  const found: string[] = [];
  const shown = lines.filter(({ text }) => text !== '').map((line) => ({ line, core: coreOf(line) }));
  for (const [index, { line, core }] of shown.entries()) {
    for (const other of shown.slice(index + 1))
      if (meet(core, other.core)) found.push(`${line.text} / ${other.line.text}`);
    for (const shape of shapes)
      if (meet(core, shape.box) && !isGround(shape, line, core)) found.push(`${line.text} / ${shape.kind}`);
    for (const picture of pictures) if (meet(core, picture.box)) found.push(`${line.text} / picture`);
  }
  return found;
}

/** A light area below the letters, with its edge, if it has one, outside of them. */
function isGround({ filled, stroked, box, kind, order }: ShownShape, line: ShownLine, core: Box): boolean {
  const surrounds =
    box.left <= core.left && box.right >= core.right && box.bottom <= core.bottom && box.top >= core.top;
  if (filled === null) return stroked && kind.startsWith('re ') && surrounds;
  return order < line.order && lightness(filled) >= LIGHT && (!stroked || surrounds);
}
