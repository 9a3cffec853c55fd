import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

export interface Place {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface SyntaxFault {
  readonly place: Place;
  /** Name of what the reader stumbled over, such as `CommaExpected`. */
  readonly code: SyntaxCode;
}

export type SyntaxCode = ReturnType<typeof printParseErrorCode> | 'TooDeep';

/** Plain JSON: neither comments nor trailing commas. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
const START: Place = { line: 1, column: 1 };

/** Where the text stops being JSON; null when this reader sees nothing wrong. */
export function syntaxFaultOf(text: string): SyntaxFault | null {
  const errors: ParseError[] = [];
  if (treeOf(text, errors) === 'too-deep') return { place: START, code: 'TooDeep' };
  const first = errors.reduce<ParseError | null>(
    (found, error) => (found === null || error.offset < found.offset ? error : found),
    null,
  );
  return first === null ? null : { place: placeAt(text, first.offset), code: printParseErrorCode(first.error) };
}

/** Finds where a JSON pointer leads; one that leads nowhere is placed at its nearest parent. */
export function placesIn(text: string): (pointer: string) => Place {
  const root = treeOf(text, []);
  return (pointer) => (typeof root === 'object' ? placeAt(text, offsetOf(root, segmentsOf(pointer))) : START);
}

/** Members named twice in one object, of which a plain reading keeps the last without a word: pointer of each repetition. */
export function repeatedMembers(text: string): { readonly pointer: string; readonly place: Place }[] {
  const root = treeOf(text, []);
  const found: { pointer: string; place: Place }[] = [];
  const walk = (node: Node, pointer: string): void => {
    const seen = new Set<string>();
    for (const [index, child] of (node.children ?? []).entries()) {
      const name = node.type === 'object' ? String(child.children?.[0]?.value) : String(index);
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (node.type === 'object' && seen.has(name)) found.push({ pointer: at, place: placeAt(text, child.offset) });
      seen.add(name);
      const value = node.type === 'object' ? child.children?.[1] : child;
      if (value !== undefined) walk(value, at);
    }
  };
  if (typeof root === 'object') walk(root, '');
  return found;
}

/** The value a JSON pointer leads to; undefined where it leads nowhere. */
export function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const segment of segmentsOf(pointer)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = (found as Record<string, unknown>)[segment];
  }
  return found;
}

/** The reader calls itself at every level; a text of nothing but brackets ends the stack, not the program. */
function treeOf(text: string, errors: ParseError[]): Node | 'too-deep' | undefined {
  try {
    return parseTree(text, errors, STRICT);
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function offsetOf(root: Node, segments: readonly string[]): number {
  let node = root;
  let offset = root.offset;
  for (const segment of segments) {
    const child =
      node.type === 'array'
        ? node.children?.[Number(segment)]
        : node.children?.findLast(({ children }) => children?.[0]?.value === segment);
    if (child === undefined) return offset;
    offset = child.offset;
    const value = child.type === 'property' ? child.children?.[1] : child;
    if (value === undefined) return offset;
    node = value;
  }
  return offset;
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
