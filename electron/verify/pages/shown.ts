/** What one page shows, in points from its lower left corner. */
export interface ShownPage {
  readonly lines: readonly ShownLine[];
  readonly shapes: readonly ShownShape[];
  readonly pictures: readonly ShownPicture[];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export type Colour = readonly [number, number, number];

/** One text object. `order` counts what is drawn on the page, text and shapes together. */
export interface ShownLine {
  /** What the fonts say the glyphs are, without white space. */
  readonly text: string;
  /** Number of the marked content; null in artifacts, undefined outside both. */
  readonly content: number | null | undefined;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly colours: readonly Colour[];
  readonly order: number;
}

export interface ShownShape {
  /** Segments and how they are painted, `rel f`. */
  readonly kind: string;
  /** Corners from the first one on, then the width of the stroke. */
  readonly figures: readonly number[];
  readonly box: Box;
  readonly stroked: boolean;
  readonly filled: Colour | null;
  readonly order: number;
}

export interface ShownPicture {
  readonly object: number;
  readonly box: Box;
  readonly order: number;
}

/** Where the letters of a line stand, without what reaches above and below them. */
export function coreOf({ x, end, y, size }: ShownLine): Box {
  return { left: x + 0.3, right: end - 0.3, bottom: y + 0.08 * size, top: y + 0.55 * size };
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/** 0 = black, 1 = white. */
export function lightness([red, green, blue]: Colour): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
