import { Fault } from './fault';
import type { PdfDictionary } from './pdf-syntax';
import { countOf, dictionaryOf } from './pdf-object';

/** Undoes the predictor of a cross-reference or object stream (ISO 32000-2 section 7.4.4.4); PNG filters only. */
export function unpredicted(data: Buffer, dictionary: PdfDictionary): Buffer {
  const parms = dictionary.get('DecodeParms');
  const settings = dictionaryOf(parms?.kind === 'array' ? parms.items[0] : parms);
  const predictor = countOf(settings?.get('Predictor')) ?? 1;
  if (predictor === 1) return data;
  const columns = countOf(settings?.get('Columns')) ?? 1;
  const plain = ['Colors', 'BitsPerComponent'].every((key) => settings?.has(key) !== true || isUsual(settings, key));
  if (predictor < 10 || columns < 1 || columns > 4096 || !plain) throw new Fault('unknown-filter', 'predictor');
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) undoRow(data, row * (columns + 1), out, row * columns, columns);
  return out;
}

function isUsual(settings: PdfDictionary, key: string): boolean {
  return countOf(settings.get(key)) === (key === 'Colors' ? 1 : 8);
}

function undoRow(data: Buffer, from: number, out: Buffer, to: number, columns: number): void {
  const filter = data[from]!;
  if (filter > 4) throw new Fault('unknown-filter', 'predictor');
  for (let column = 0; column < columns; column++) {
    const left = column > 0 ? out[to + column - 1]! : 0;
    const up = to > 0 ? out[to - columns + column]! : 0;
    const upLeft = to > 0 && column > 0 ? out[to - columns + column - 1]! : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter]!;
    out[to + column] = (data[from + 1 + column]! + guess) & 0xff;
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
