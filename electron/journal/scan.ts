import { createReadStream } from 'node:fs';
import { ENTRY_VERSION, NO_HASH } from '../../domain/record/entry';
import { readLine } from './entry-line';

/** Where one good line lies in the file, in bytes, without its newline. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

export interface Scan {
  readonly places: readonly LinePlace[];
  readonly lastHash: string;
  /** Bytes up to the end of the last good line. */
  readonly goodBytes: number;
  readonly ending:
    | { readonly kind: 'clean' }
    | { readonly kind: 'torn'; readonly bytes: number }
    | { readonly kind: 'broken'; readonly seq: number; readonly line: number; readonly reason: string }
    | { readonly kind: 'newer'; readonly version: number };
}

const NEWLINE = 0x0a;

/**
 * Walks the whole chain from the first line. Stops at the first line that does not follow from the one before.
 * If that is the last line of the file and it is cut short (no newline), the tail is torn; otherwise the chain is broken.
 */
export async function scanJournal(path: string, feed: string): Promise<Scan> {
  const places: LinePlace[] = [];
  let lastHash = NO_HASH;
  let goodBytes = 0;
  let problem: Scan['ending'] | null = null;

  const take = (line: Buffer): void => {
    const facts = readLine(line);
    const number = places.length + 1;
    if (facts !== null && facts.v > ENTRY_VERSION) problem = { kind: 'newer', version: facts.v };
    else {
      const reason = brokenBecause(facts, feed, number, lastHash);
      if (reason !== null) problem = { kind: 'broken', seq: number, line: number, reason };
    }
    if (problem !== null || facts === null) return;
    places.push({ start: goodBytes, length: line.length });
    goodBytes += line.length + 1;
    lastHash = facts.hash;
  };

  let pending: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0 && problem === null; end = chunk.indexOf(NEWLINE, from)) {
      pending.push(chunk.subarray(from, end));
      take(Buffer.concat(pending));
      pending = [];
      from = end + 1;
    }
    if (problem !== null) return { places, lastHash, goodBytes, ending: problem };
    pending.push(chunk.subarray(from));
  }
  const rest = Buffer.concat(pending).length;
  return { places, lastHash, goodBytes, ending: rest > 0 ? { kind: 'torn', bytes: rest } : { kind: 'clean' } };
}

function brokenBecause(facts: ReturnType<typeof readLine>, feed: string, seq: number, prev: string): string | null {
  if (facts === null) return 'not-an-entry';
  if (!facts.intact) return 'hash-differs';
  if (facts.feed !== feed) return 'other-feed';
  if (facts.seq !== seq) return 'number-differs';
  return facts.prev === prev ? null : 'previous-hash-differs';
}
