import { Fault } from './fault';
import { MAX_UPDATES } from './limits';
import { countOf, dictionaryOf, nameOf } from './pdf-object';
import { fullBudget, readNode, skipBlank, takeWord, type Cursor } from './pdf-syntax';

/** What a writer put behind a finished file (ISO 32000-2 section 7.5.6). */
export interface Update {
  readonly start: number;
  /** Behind its `%%EOF`; up to `next` there are line ends only. */
  readonly end: number;
  readonly next: number;
  /** Objects in their order, cross-reference streams left out. */
  readonly objects: readonly { readonly number: number; readonly at: number }[];
  /** Where its cross-reference sections stand. */
  readonly sections: readonly number[];
  readonly startxref: number;
}

/**
 * The updates from `from` on, every byte accounted for: objects, sections, trailers, comments, each update closed with
 * its own end. Null when the bytes are anything else. Throws Fault `too-complex`.
 */
export function readUpdates(bytes: Buffer, from: number, lengthOf: (number: number) => number | null): Update[] | null {
  const cursor: Cursor = { bytes, at: from, budget: fullBudget() };
  const updates: Update[] = [];
  passLineEnds(cursor);
  while (cursor.at < bytes.length) {
    if (updates.length === MAX_UPDATES) throw new Fault('too-complex', 'updates');
    const update = readUpdate(cursor, lengthOf);
    if (update === null) return null;
    updates.push(update);
  }
  return updates;
}

function readUpdate(cursor: Cursor, lengthOf: (number: number) => number | null): Update | null {
  const start = cursor.at;
  const objects: { number: number; at: number }[] = [];
  const sections: number[] = [];
  try {
    for (skipBlank(cursor); !takeWord(cursor, 'startxref'); skipBlank(cursor)) {
      const at = cursor.at;
      if (takeWord(cursor, 'xref')) passTable(cursor);
      else {
        const { number, isSection } = passObject(cursor, lengthOf);
        if (!isSection) {
          objects.push({ number, at });
          continue;
        }
      }
      sections.push(at);
    }
    const startxref = countOf(readNode(cursor));
    passWhite(cursor);
    if (startxref === null || !sections.includes(startxref) || !takeWord(cursor, '%%EOF')) return null;
    const end = cursor.at;
    passLineEnds(cursor);
    return { start, end, next: cursor.at, objects, sections, startxref };
  } catch (error) {
    if (error instanceof Fault && error.code !== 'too-complex') return null;
    throw error;
  }
}

function passTable(cursor: Cursor): void {
  for (skipBlank(cursor); !takeWord(cursor, 'trailer'); skipBlank(cursor)) {
    if (takeWord(cursor, 'n') || takeWord(cursor, 'f')) continue;
    if (readNode(cursor).kind !== 'number') throw new Fault('structure-damaged', String(cursor.at));
  }
  if (readNode(cursor).kind !== 'dictionary') throw new Fault('structure-damaged', String(cursor.at));
}

function passObject(cursor: Cursor, lengthOf: (number: number) => number | null) {
  const number = countOf(readNode(cursor));
  readNode(cursor);
  skipBlank(cursor);
  if (number === null || !takeWord(cursor, 'obj')) throw new Fault('structure-damaged', String(cursor.at));
  const entries = dictionaryOf(readNode(cursor));
  skipBlank(cursor);
  if (entries !== null && takeWord(cursor, 'stream')) {
    if (cursor.bytes[cursor.at] === 13) cursor.at++;
    if (cursor.bytes[cursor.at] === 10) cursor.at++;
    const stated = entries.get('Length');
    const length = stated?.kind === 'reference' ? lengthOf(stated.number) : countOf(stated);
    if (length === null) throw new Fault('structure-damaged', String(cursor.at));
    cursor.at += length;
    passWhite(cursor);
    if (!takeWord(cursor, 'endstream')) throw new Fault('structure-damaged', String(cursor.at));
    skipBlank(cursor);
  }
  if (!takeWord(cursor, 'endobj')) throw new Fault('structure-damaged', String(cursor.at));
  return { number, isSection: nameOf(entries?.get('Type')) === 'XRef' };
}

function passWhite(cursor: Cursor): void {
  while ([0, 9, 10, 12, 13, 32].includes(cursor.bytes[cursor.at] ?? -1)) cursor.at++;
}

function passLineEnds(cursor: Cursor): void {
  while ([10, 13].includes(cursor.bytes[cursor.at] ?? -1)) cursor.at++;
}
