import { readNode, skipBlank, type Cursor, type PdfNode, type ReadBudget } from './pdf-syntax';

/** A rectangle on a page, in its own units. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

type Matrix = readonly [number, number, number, number, number, number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function boxUnder(m: Matrix, width: number, bottom: number, top: number): Box {
  const corners = [
    [0, bottom],
    [width, bottom],
    [0, top],
    [width, top],
  ].map(([x, y]) => [m[0] * x! + m[2] * y! + m[4], m[1] * x! + m[3] * y! + m[5]]);
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Where a page of ours shows words and pictures; a glyph, four digits of a string, counts as wide as it is high, which none exceeds. */
export function shownBoxes(content: Buffer, budget: ReadBudget): Box[] {
  const boxes: Box[] = [];
  const saved: Matrix[] = [];
  let ctm = UNIT;
  let line = UNIT;
  let size = 0;
  let leading = 0;
  let operands: PdfNode[] = [];
  const numberAt = (index: number): number => {
    const node = operands.at(index);
    return node?.kind === 'number' ? node.value : 0;
  };
  const matrix = (): Matrix => [numberAt(-6), numberAt(-5), numberAt(-4), numberAt(-3), numberAt(-2), numberAt(-1)];
  const show = (node: PdfNode | undefined): void => {
    const strings = node?.kind === 'array' ? node.items : node === undefined ? [] : [node];
    const glyphs = strings.reduce((sum, item) => (item.kind === 'string' ? sum + (item.end - item.start) / 4 : sum), 0);
    boxes.push(boxUnder(times(line, ctm), glyphs * Math.abs(size), -0.3 * Math.abs(size), Math.abs(size)));
  };
  const move = (x: number, y: number): void => {
    line = times([1, 0, 0, 1, x, y], line);
  };
  const OPERATORS: Readonly<Record<string, () => void>> = {
    q: () => saved.push(ctm),
    Q: () => (ctm = saved.pop() ?? UNIT),
    cm: () => (ctm = times(matrix(), ctm)),
    BT: () => (line = UNIT),
    Tf: () => (size = numberAt(-1)),
    TL: () => (leading = numberAt(-1)),
    Tm: () => (line = matrix()),
    Td: () => move(numberAt(-2), numberAt(-1)),
    TD: () => {
      leading = -numberAt(-1);
      move(numberAt(-2), numberAt(-1));
    },
    'T*': () => move(0, -leading),
    Tj: () => show(operands.at(-1)),
    TJ: () => show(operands.at(-1)),
    "'": () => {
      move(0, -leading);
      show(operands.at(-1));
    },
    Do: () => boxes.push(boxUnder(ctm, 1, 0, 1)),
  };
  const cursor: Cursor = { bytes: content, at: 0, budget };
  for (skipBlank(cursor); cursor.at < content.length; skipBlank(cursor)) {
    const word = /^[A-Za-z'"][A-Za-z0-9*]*/.exec(content.toString('latin1', cursor.at, cursor.at + 16))?.[0];
    if (word === undefined) {
      operands.push(readNode(cursor));
      continue;
    }
    cursor.at += word.length;
    OPERATORS[word]?.();
    operands = [];
  }
  return boxes;
}
