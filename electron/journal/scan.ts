import { createReadStream } from 'node:fs';
import type { ChainBreak } from '../../domain/bridge/replies';
import { ENTRY_VERSION, NO_HASH } from '../../domain/record/entry';
import { stampOf, type EntryStamp } from '../../domain/record/entry-clock';
import { readLine } from './entry-line';

/** Where one good line lies in the file, in bytes, without its newline. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

/** A line of an entry, with what its time is judged by. */
export type ScannedLine = LinePlace & EntryStamp;

export interface Scan {
  readonly places: readonly ScannedLine[];
  readonly lastHash: string;
  /** Bytes up to the end of the last good line. */
  readonly goodBytes: number;
  readonly ending:
    | { readonly kind: 'clean' }
    | { readonly kind: 'torn'; readonly bytes: number }
    | { readonly kind: 'broken'; readonly seq: number; readonly line: number; readonly reason: ChainBreak }
    | { readonly kind: 'newer'; readonly version: number };
}

const NEWLINE = 0x0a;

/**
 * Walks the whole chain from the first line. Stops at the first line that does not follow from the one before.
 * If that is the last line of the file and it is cut short (no newline), the tail is torn; otherwise the chain is broken.
 */
export async function scanJournal(path: string, feed: string): Promise<Scan> {
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
    const { at, type, subject } = facts;
    places.push({ start: goodBytes, length: line.length, ...stampOf(at, type, subject) });
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
      if (ending !== null) return { places, lastHash, goodBytes, ending };
      pending = [];
      from = end + 1;
    }
    pending.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(pending).length;
  return { places, lastHash, goodBytes, ending: rest > 0 ? { kind: 'torn', bytes: rest } : { kind: 'clean' } };
}

function brokenBecause(facts: ReturnType<typeof readLine>, feed: string, seq: number, prev: string): ChainBreak | null {
  if (facts === null) return 'not-an-entry';
  if (!facts.intact) return 'hash-differs';
  if (facts.feed !== feed) return 'other-feed';
  if (facts.seq !== seq) return 'number-differs';
  return facts.prev === prev ? null : 'previous-hash-differs';
}
