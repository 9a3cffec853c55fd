import type { LooseFile } from '../verify/loose-reader';
import { arrayIn, type PlacedDictionary } from '../verify/placed';

/** Objects of an update by number, as they are written there. */
export type Written = Map<number, string>;

/**
 * Adds a reference to the array under `key` of a dictionary, which is an object by itself or stands in `holder`. What is
 * written anew is the one object that the array stands in, byte for byte but for the reference.
 */
export function growArray(
  file: LooseFile,
  dictionary: PlacedDictionary,
  holder: PlacedDictionary,
  key: string,
  reference: string,
  written: Written,
): void {
  const array = arrayIn(file, dictionary, key);
  if (array !== null && array.number !== null) {
    const node = file.object(array.number)!.node;
    written.set(array.number, spliced(array.source, node.start, node.end, node.end - 1, ` ${reference}`));
    return;
  }
  const outer = dictionary.number === null ? holder : dictionary;
  if (outer.number === null) throw new Error(`the dictionary with /${key} stands in no object`);
  const object = file.object(outer.number)!.node;
  const value = dictionary.entries.get(key);
  const at = value === undefined ? endOf(dictionary) - 2 : value.end - 1;
  const addition = value === undefined ? `/${key} [${reference}]\n` : ` ${reference}`;
  written.set(outer.number, spliced(outer.source, object.start, object.end, at, addition));
}

/** Where the brackets of a dictionary close: behind its last value. */
function endOf({ source, entries }: PlacedDictionary): number {
  const last = Math.max(...[...entries.values()].map((node) => node.end));
  return source.indexOf('>>', last) + 2;
}

function spliced(source: Buffer, start: number, end: number, at: number, addition: string): string {
  return `${source.toString('latin1', start, at)}${addition}${source.toString('latin1', at, end)}`;
}
