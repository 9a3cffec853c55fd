import { Fault } from '../fault';
import { fullBudget, readNode, skipBlank, type Cursor, type PdfNode } from '../pdf-syntax';

/** One operator of a content stream with what stands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfNode[];
}

const MOST_OPERANDS = 64;

/** The operations of a content stream in their order (ISO 32000-2, 7.8.2). Throws Fault. */
export function* operationsOf(content: Buffer): Generator<Operation> {
  const cursor: Cursor = { bytes: content, at: 0, budget: fullBudget() };
  let operands: PdfNode[] = [];
  for (skipBlank(cursor); cursor.at < content.length; skipBlank(cursor)) {
    const operator = takeOperator(cursor);
    if (operator === null) {
      operands.push(readNode(cursor));
      if (operands.length > MOST_OPERANDS) throw new Fault('too-complex', String(cursor.at));
      continue;
    }
    yield { operator, operands };
    operands = [];
  }
  if (operands.length > 0) throw new Fault('structure-damaged', String(cursor.at));
}

/** The longest operators have three characters, or are the two that mark content. */
function takeOperator(cursor: Cursor): string | null {
  const word = /^[A-Za-z'"][A-Za-z0-9*]{0,2}(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
    cursor.bytes.toString('latin1', cursor.at, cursor.at + 4),
  )?.[0];
  if (word === undefined) return null;
  cursor.at += word.length;
  return word;
}

/** Plain numbers, as many as asked for. */
export function numbersOf({ operator, operands }: Operation, count: number): number[] {
  const numbers = operands.map((node) => (node.kind === 'number' ? node.value : NaN));
  if (numbers.length !== count || numbers.some((value) => !Number.isFinite(value)))
    throw new Fault('foreign-content', operator);
  return numbers;
}
