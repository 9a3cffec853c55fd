import { BOX_SIGNS } from '../../pdf/box-signs';
import { Fault } from '../fault';
import { countOf, dictionaryOf, nameOf } from '../pdf-object';
import { stringBytes, type PdfNode } from '../pdf-syntax';
import { combined, IDENTITY, moved, type Matrix } from './matrix';
import { numbersOf, operationsOf, type Operation } from './operations';
import type { EmbeddedGlyphs } from './proven-fonts';
import type { Box, Colour, ShownLine, ShownPage, ShownPicture, ShownShape } from './shown';

export interface PageResources {
  readonly font: (name: string) => EmbeddedGlyphs;
  /** Number of the image object of that name. */
  readonly image: (name: string) => number;
}

interface State {
  matrix: Matrix;
  fill: Colour;
  stroke: Colour;
  width: number;
  clipped: boolean;
  font: EmbeddedGlyphs | null;
  size: number;
  painted: boolean;
}

const START: State = {
  matrix: IDENTITY,
  fill: [0, 0, 0],
  stroke: [0, 0, 0],
  width: 1,
  clipped: false,
  font: null,
  size: 0,
  painted: true,
};
const MOST_NESTED = 64;
/** Of the size: letters that overlap more than this are drawn over each other. */
const MOST_OVERLAP = 0.2;
const PROPERTIES: readonly string[] = ['MCID', 'Type', 'ActualText'];
/** Rendering mode of text that is not painted. */
const UNPAINTED = 3;

const foreign = (what: string): Fault => new Fault('foreign-content', what);

/**
 * What a content stream shows. Only the operators that our papers are drawn with are known; any other (shadings, patterns,
 * transparency, invisible text, inline images, text inside a clip) is a fault, as is text that is turned or overlaps itself.
 * The one text that is not painted is the sign of a box to be ticked, in content that is copied as that box and no other.
 */
export function readPage(content: Buffer, resources: PageResources, at: Matrix = IDENTITY): ShownPage {
  const reader = new PageReader(content, resources, at);
  for (const operation of operationsOf(content)) reader.take(operation);
  return reader.end();
}

class PageReader {
  readonly #bytes: Buffer;
  readonly #resources: PageResources;
  readonly #lines: ShownLine[] = [];
  readonly #shapes: ShownShape[] = [];
  readonly #pictures: ShownPicture[] = [];
  readonly #saved: State[] = [];
  readonly #marked: (number | null)[] = [];
  /** What is copied for the marked content that is open, where that is told. */
  #copied: string | null = null;
  #state: State;
  #order = 0;
  #path = new Path();
  #clips = false;
  #text: OpenText | null = null;

  constructor(bytes: Buffer, resources: PageResources, at: Matrix) {
    this.#bytes = bytes;
    this.#resources = resources;
    this.#state = { ...START, matrix: at };
  }

  end(): ShownPage {
    if (this.#saved.length > 0 || this.#marked.length > 0 || this.#text !== null || !this.#path.isEmpty)
      throw foreign('open');
    return { lines: this.#lines, shapes: this.#shapes, pictures: this.#pictures };
  }

  take(operation: Operation): void {
    const { operator } = operation;
    if (this.#text !== null) this.#takeInText(operation, this.#text);
    else if (PAINTS.has(operator)) this.#paint(operator);
    else if (SEGMENTS.has(operator)) this.#path.add(operation, this.#state.matrix);
    else this.#takeOutside(operation);
  }

  #takeOutside(operation: Operation): void {
    const { operator } = operation;
    const state = this.#state;
    switch (operator) {
      case 'q':
        if (this.#saved.push({ ...state }) > MOST_NESTED) throw foreign('q');
        return;
      case 'Q': {
        const saved = this.#saved.pop();
        if (saved === undefined) throw foreign('Q');
        this.#state = saved;
        return;
      }
      case 'cm':
        state.matrix = combined(numbersOf(operation, 6) as unknown as Matrix, state.matrix);
        return;
      case 'w':
        state.width = numbersOf(operation, 1)[0]!;
        return;
      case 'W':
        this.#clips = true;
        return;
      case 'd':
      case 'j':
      case 'J':
        return;
      case 'BT':
        if (state.clipped) throw foreign('clip');
        this.#text = { matrix: IDENTITY, pen: 0, spans: [] };
        return;
      case 'Do':
        this.#picture(operation);
        return;
      default:
        if (!this.#takeAnywhere(operation)) throw foreign(operator);
    }
  }

  /** Colours, fonts and marks stand in text and outside. */
  #takeAnywhere(operation: Operation): boolean {
    const { operator, operands } = operation;
    const state = this.#state;
    switch (operator) {
      case 'rg':
      case 'scn':
        state.fill = numbersOf(operation, 3) as unknown as Colour;
        return true;
      case 'RG':
      case 'SCN':
        state.stroke = numbersOf(operation, 3) as unknown as Colour;
        return true;
      case 'g':
      case 'G': {
        const [grey] = numbersOf(operation, 1) as [number];
        state[operator === 'g' ? 'fill' : 'stroke'] = [grey, grey, grey];
        return true;
      }
      case 'cs':
      case 'CS':
        if (nameOf(operands[0]) !== 'DeviceRGB') throw foreign(operator);
        return true;
      case 'Tf':
        state.font = this.#resources.font(nameOf(operands[0]) ?? '');
        state.size = numbersOf({ operator, operands: operands.slice(1) }, 1)[0]!;
        return true;
      case 'BDC':
        this.#mark(operation);
        return true;
      case 'EMC':
        if (this.#marked.pop() === undefined || this.#copied !== null) throw foreign(operator);
        return true;
      default:
        return false;
    }
  }

  #takeInText(operation: Operation, text: OpenText): void {
    const { operator, operands } = operation;
    switch (operator) {
      case 'Tm':
        if (text.spans.length > 0) throw foreign('Tm');
        text.matrix = numbersOf(operation, 6) as unknown as Matrix;
        return;
      case 'TJ':
        if (operands[0]?.kind !== 'array' || operands.length !== 1) throw foreign('TJ');
        for (const item of operands[0].items) this.#show(item, text);
        return;
      case 'Tj':
        if (operands.length !== 1) throw foreign('Tj');
        this.#show(operands[0]!, text);
        return;
      case 'Tr': {
        const [mode] = numbersOf(operation, 1);
        if (mode !== 0 && mode !== UNPAINTED) throw foreign('Tr');
        this.#state.painted = mode === 0;
        return;
      }
      case 'ET':
        if (!this.#state.painted) throw foreign('Tr');
        this.#endText(text);
        return;
      case 'BDC':
      case 'EMC':
        throw foreign(operator);
      default:
        if (!this.#takeAnywhere(operation)) throw foreign(operator);
    }
  }

  #show(item: PdfNode, text: OpenText): void {
    const { font, size, fill } = this.#state;
    if (item.kind === 'number') {
      text.pen -= (item.value / 1000) * size;
      return;
    }
    if (item.kind !== 'string' || font === null || size <= 0) throw foreign('Tf');
    const codes = stringBytes(this.#bytes, item);
    if (codes.length % 2 !== 0) throw foreign('code');
    const from = text.pen;
    let shown = '';
    for (let at = 0; at < codes.length; at += 2) {
      const glyph = font.glyph(codes.readUInt16BE(at));
      shown += glyph.text;
      text.pen += (glyph.advance / 1000) * size;
    }
    if (!this.#state.painted) this.#takeBoxSign(shown);
    text.spans.push({ text: shown, from, to: text.pen, size, colour: fill });
  }

  /** The drawn box is compared as a shape; its sign must say of it what is copied. */
  #takeBoxSign(shown: string): void {
    const sign = Object.values(BOX_SIGNS).find(({ glyph }) => glyph === shown);
    if (sign === undefined || sign.copied !== this.#copied) throw foreign('Tr');
    this.#copied = null;
  }

  #endText({ matrix, spans }: OpenText): void {
    this.#text = null;
    const [a, b, c, d, ,] = combined(matrix, this.#state.matrix);
    const first = spans[0];
    if (first === undefined) return;
    if (a <= 0 || Math.abs(b) > 1e-6 || Math.abs(c) > 1e-6 || Math.abs(d - a) > 1e-6 * a) throw foreign('Tm');
    for (const [index, { from, size }] of spans.entries())
      if (index > 0 && from < spans[index - 1]!.to - MOST_OVERLAP * size) throw foreign('TJ');
    const full = combined(matrix, this.#state.matrix);
    const [x, y] = moved(full, first.from, 0);
    const [end] = moved(full, spans.at(-1)!.to, 0); // there is a first one
    this.#lines.push({
      text: spans
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/gu, ''),
      content: this.#marked.at(-1),
      x,
      end,
      y,
      size: Math.min(...spans.map(({ size }) => size)) * a,
      colours: spans.map(({ colour }) => colour),
      order: this.#order++,
    });
  }

  #mark({ operands: [tag, properties] }: Operation): void {
    const entries = dictionaryOf(properties);
    if (entries === null || [...entries.keys()].some((key) => !PROPERTIES.includes(key))) throw foreign('BDC');
    const content = countOf(entries.get('MCID'));
    if (this.#marked.length > 0 || (content === null) !== (nameOf(tag) === 'Artifact')) throw foreign('BDC');
    this.#marked.push(content);
    const actual = entries.get('ActualText');
    if (actual === undefined) return;
    if (actual.kind !== 'string') throw foreign('BDC');
    const [first, second, ...text] = stringBytes(this.#bytes, actual);
    if (first !== 0xfe || second !== 0xff || text.length !== 2) throw foreign('BDC'); // one sign in UTF-16
    this.#copied = Buffer.from(text).swap16().toString('utf16le');
  }

  #picture({ operands }: Operation): void {
    const { matrix } = this.#state;
    const box = boxOf([moved(matrix, 0, 0), moved(matrix, 1, 1), moved(matrix, 0, 1), moved(matrix, 1, 0)]);
    this.#pictures.push({ object: this.#resources.image(nameOf(operands[0]) ?? ''), box, order: this.#order++ });
  }

  #paint(operator: string): void {
    const path = this.#path;
    this.#path = new Path();
    if (this.#clips) this.#state.clipped = true;
    this.#clips = false;
    if (operator === 'n' || path.isEmpty) return;
    const { fill, stroke, width, matrix } = this.#state;
    const [stroked, filled] = [operator === 'S' || operator === 'B', operator !== 'S'];
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    const reach = stroked ? (width * scale) / 2 : 0;
    const box = boxOf(path.points);
    this.#shapes.push({
      kind: `${path.segments} ${operator} ${(filled ? fill : stroke).map((part) => part.toFixed(2)).join(' ')}`,
      figures: [...path.figures, reach * 2],
      box: {
        left: box.left - reach,
        right: box.right + reach,
        bottom: box.bottom - reach,
        top: box.top + reach,
      },
      stroked,
      filled: filled ? fill : null,
      order: this.#order++,
    });
  }
}

interface OpenText {
  matrix: Matrix;
  pen: number;
  spans: {
    readonly text: string;
    readonly from: number;
    readonly to: number;
    readonly size: number;
    readonly colour: Colour;
  }[];
}

const PAINTS: ReadonlySet<string> = new Set(['S', 'f', 'B', 'n']);
const SEGMENTS: ReadonlyMap<string, number> = new Map([
  ['m', 2],
  ['l', 2],
  ['c', 6],
  ['re', 4],
  ['h', 0],
]);

/** Segments of a path, its corners on the page. */
class Path {
  segments = '';
  readonly points: (readonly [number, number])[] = [];

  get isEmpty(): boolean {
    return this.segments === '';
  }

  add(operation: Operation, matrix: Matrix): void {
    const { operator } = operation;
    const numbers = numbersOf(operation, SEGMENTS.get(operator)!); // asked for segments only
    this.segments += operator;
    if (operator === 're') {
      const [x, y, width, height] = numbers as [number, number, number, number];
      this.points.push(moved(matrix, x, y), moved(matrix, x + width, y + height));
      return;
    }
    for (let at = 0; at < numbers.length; at += 2) this.points.push(moved(matrix, numbers[at]!, numbers[at + 1]!));
  }

  get figures(): number[] {
    const [x, y] = this.points[0]!; // a path that is painted has a point
    return this.points.flatMap(([a, b]) => [a - x, b - y]);
  }
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), right: most(xs), bottom: least(ys), top: most(ys) };
}
