const HAN_DIGITS = '零一二三四五六七八九';
/** Not the end of another number, as in `GB 45067-2024 4.6 b)` without its space. */
const NUMBER = String.raw`(?<![\d.])(\d+(?:\.\d+)*|[一二三四五六七八九十]+)\s*`;
const ITEM = String.raw`([a-z]|\d+|[一二三四五六七八九十]+)\s*`;

/** Ways to write an item of a clause, all at the end of the text: the document may stand before. */
const SHAPES = [
  new RegExp(String.raw`${NUMBER}条\s*第?\s*\(?\s*${ITEM}\)?\s*项?$`),
  new RegExp(String.raw`${NUMBER}\(\s*${ITEM}\)\s*项?$`),
  new RegExp(String.raw`${NUMBER}([a-z])\s*\)?\s*项?$`),
];

/**
 * A clause and its item without the way they are written: `第二十五条第（三）项`, `25条(三)`, `art. 25(3)` are all
 * `25/3`, and `4.6 b)` is `4.6/b`. Null for a text that names no item of a clause.
 */
export function clauseKey(text: string): string | null {
  const value = text.normalize('NFKC').trim().toLowerCase();
  const found = SHAPES.map((shape) => shape.exec(value)).find((match) => match !== null);
  return found === undefined ? null : `${arabic(found[1]!)}/${arabic(found[2]!)}`;
}

/** `二十五` = `25`; what is no Han numeral below a hundred stays as it is. */
function arabic(numeral: string): string {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(numeral);
  if (match === null) return numeral;
  const tens = match[2] === undefined ? 0 : match[1] === undefined ? 1 : HAN_DIGITS.indexOf(match[1]);
  return String(tens * 10 + (match[3] === undefined ? 0 : HAN_DIGITS.indexOf(match[3])));
}
