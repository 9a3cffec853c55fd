import { createReadStream } from 'node:fs';
import type { ChainBreak } from '../../domain/bridge/replies';
import { ENTRY_VERSION, NO_HASH, type BatchPlace } from '../../domain/record/entry';
import { stampOf, type EntryStamp } from '../../domain/record/entry-clock';
import { EntryIndex } from './entry-index';
import { readLine, type LineFacts } from './read-line';

/** Where one good line lies in the file, in bytes, without its newline. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

/** A line of an entry, with its hash, what its time is judged by and its place in an import of several entries. */
export type ScannedLine = LinePlace & EntryStamp & { readonly hash: string; readonly batch: BatchPlace | null };

export function scannedLine(
  place: LinePlace,
  { at, type, subject, hash, batch }: Pick<LineFacts, 'at' | 'type' | 'subject' | 'hash' | 'batch'>,
): ScannedLine {
  return { ...place, ...stampOf(at, type, subject), hash, batch };
}

export interface Scan {
  readonly places: readonly ScannedLine[];
  readonly index: EntryIndex;
  readonly lastHash: string;
  /** Bytes up to the end of the last good line. */
  readonly goodBytes: number;
  readonly ending:
    | { readonly kind: 'clean' }
    /** The last line is whole but for its newline; it is among the places. */
    | { readonly kind: 'unended' }
    | { readonly kind: 'torn'; readonly bytes: number }
    | { readonly kind: 'broken'; readonly seq: number; readonly line: number; readonly reason: ChainBreak }
    | { readonly kind: 'newer'; readonly version: number };
}

const NEWLINE = 0x0a;

/**
 * Walks the whole chain from the first line. Stops at the first line that does not follow from the one before.
 * A last line without its newline is taken where it is whole, else the tail is torn; otherwise the chain is broken.
 */
export async function scanJournal(path: string, feed: string): Promise<Scan> {
  const index = new EntryIndex();
  const places: ScannedLine[] = [];
  let lastHash = NO_HASH;
  let goodBytes = 0;

  const take = (line: Buffer): Scan['ending'] | null => {
    const facts = readLine(line);
    const number = places.length + 1;
    if (facts !== null && facts.v > ENTRY_VERSION) return { kind: 'newer', version: facts.v };
    const reason = brokenBecause(facts, feed, number, lastHash);
    if (facts === null || reason !== null)
      return { kind: 'broken', seq: number, line: number, reason: reason ?? 'not-an-entry' };
    places.push(scannedLine({ start: goodBytes, length: line.length }, facts));
    index.add(number, facts, line);
    goodBytes += line.length + 1;
    lastHash = facts.hash;
    return null;
  };

  let pending: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      pending.push(chunk.subarray(from, end));
      const ending = take(Buffer.concat(pending));
      if (ending !== null) return { places, index, lastHash, goodBytes, ending };
      pending = [];
      from = end + 1;
    }
    pending.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(pending);
  if (rest.length === 0) return { places, index, lastHash, goodBytes, ending: { kind: 'clean' } };
  const ending = take(rest);
  if (ending === null) return { places, index, lastHash, goodBytes, ending: { kind: 'unended' } };
  if (ending.kind === 'newer') return { places, index, lastHash, goodBytes, ending };
  return { places, index, lastHash, goodBytes, ending: { kind: 'torn', bytes: rest.length } };
}

function brokenBecause(facts: LineFacts | null, feed: string, seq: number, prev: string): ChainBreak | null {
  if (facts === null) return 'not-an-entry';
  if (!facts.intact) return 'hash-differs';
  if (facts.feed !== feed) return 'other-feed';
  if (facts.seq !== seq) return 'number-differs';
  return facts.prev === prev ? null : 'previous-hash-differs';
}
