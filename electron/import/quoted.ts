import { cleanText, isPlaceholder, isUnwritable } from '../../domain/reading/text';
import { stateOf } from '../../domain/reading/state-words';
import { isFormula } from '../../domain/table/csv';
import { isDitto } from './dittos';
import { flawOf } from './text-marks';

/**
 * Read as something else than it says: nothing at all, the state of a row, an error, a formula, an older form of a sign,
 * another line break, what stands above it, a control character that came in by a fault.
 */
function isTakenOtherwise(text: string): boolean {
  return (
    isFormula(text) ||
    isPlaceholder(text) ||
    flawOf(text) !== null ||
    isDitto(text) ||
    isList(text) ||
    cleanText(text) !== text ||
    isUnwritable(text) ||
    (text.length < 20 && stateOf(text) !== null)
  );
}

/** The text of a cell without the one apostrophe in front by which a text is taken to the letter. */
export function unquoted(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  return isTakenOtherwise(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
}

/** Whether a cell is to be taken to the letter: an apostrophe stands in front of what would be read otherwise. */
export function isQuoted(cell: string): boolean {
  return unquoted(cell) !== cell;
}

/**
 * A text with that apostrophe where reading it back would not give it: `wanted` where the field takes it otherwise, and
 * always where an apostrophe of its own would be taken away. Formula signs are guarded by what writes the file.
 */
export function quoted(text: string, wanted: boolean): string {
  if (isFormula(text)) return text;
  const own = text.startsWith("'") && isTakenOtherwise(text.replace(/^'+/, ''));
  return own || (wanted && !text.startsWith("'") && isTakenOtherwise(text)) ? `'${text}` : text;
}

const LIST = /^\["[^]*"\]$/;

function isList(text: string): boolean {
  return listIn(text) !== null;
}

/** The items of a list written to the letter, `["张三/李四","王五"]`, as one whose items hold signs that part items is. */
export function listIn(text: string): readonly string[] | null {
  if (!LIST.test(text)) return null;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every((item): item is string => typeof item === 'string') ? items : null;
  } catch {
    return null;
  }
}
