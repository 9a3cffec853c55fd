import type { JournalBreak } from '../../domain/record/entry';
import { ChainWalk } from './chain-walk';
import { EntryIndex } from './entry-index';
import { erasuresIn, NO_ERASURES, type Erasures } from './erasures';
import { recordOf } from './index-record';
import { linesOf } from './lines-of';

/** From which number on entries are of a feed. */
export interface FeedSegment {
  readonly feed: string;
  readonly from: number;
}

export interface Scan {
  /** Of the whole entries, those behind a break too. */
  readonly index: EntryIndex;
  readonly feeds: readonly FeedSegment[];
  /** Stretches that give no entry, with whole entries behind each; `open` = the one with none behind it, and its lines. */
  readonly breaks: readonly JournalBreak[];
  readonly open: { readonly found: JournalBreak; readonly lines: number } | null;
  readonly ending:
    | { readonly kind: 'clean' }
    /** The last line is whole but for its newline, in whose place `surplus` bytes stand; it is in the index. */
    | { readonly kind: 'unended'; readonly surplus: number }
    | { readonly kind: 'torn'; readonly bytes: number }
    | { readonly kind: 'newer'; readonly version: number };
}

const CLOSING_BRACE = 0x7d;

/**
 * Walks the whole chain from the first line, on behind what does not follow from the line before. A last line without its
 * newline is taken where it is whole, else the tail is torn. `bytes` = how much of the file is read; all of it where it is
 * absent.
 */
export async function scanJournal(path: string, bytes?: number): Promise<Scan> {
  const { metErased, ...scan } = await scanKnowing(path, bytes, NO_ERASURES);
  // An erasure stands behind the entries that it is about.
  return metErased ? scanKnowing(path, bytes, await erasuresIn(path, bytes)) : scan;
}

async function scanKnowing(
  path: string,
  bytes: number | undefined,
  erasures: Erasures,
): Promise<Scan & { readonly metErased: boolean }> {
  const index = new EntryIndex();
  const feeds: FeedSegment[] = [];
  const walk = new ChainWalk(
    {
      entry: (facts, line, start) => {
        if (feeds.at(-1)?.feed !== facts.feed) feeds.push({ feed: facts.feed, from: facts.seq });
        index.add(recordOf(facts, line), start);
      },
      missing: (count, hash) => index.skip(count, hash),
      stray: (facts, line, start) => {
        if (facts.feed === walk.feed) index.fill(facts.seq, recordOf(facts, line), start);
      },
      unread: () => undefined,
    },
    erasures,
  );
  let end = 0;
  const found = (ending: Scan['ending']): Scan & { readonly metErased: boolean } => {
    index.passOver(Math.max(0, end - index.bytes));
    return { index, feeds, breaks: walk.breaks, open: walk.open, ending, metErased: walk.metErased };
  };
  for await (const line of linesOf(path, bytes)) {
    if (!line.isEnded) return found(tailOf(walk, line.bytes, line.start));
    if (!walk.take(line.bytes, line.start)) return found({ kind: 'newer', version: walk.newer! }); // said by the walk
    end = line.start + line.bytes.length + 1;
  }
  return found({ kind: 'clean' });
}

/** What stands behind the last newline: an entry, with or without bytes that took the newline's place, or none. */
function tailOf(walk: ChainWalk, tail: Buffer, start: number): Scan['ending'] {
  const line = tail.subarray(0, tail.lastIndexOf(CLOSING_BRACE) + 1);
  if (walk.takeTail(line, start)) return { kind: 'unended', surplus: tail.length - line.length };
  return walk.newer === null ? { kind: 'torn', bytes: tail.length } : { kind: 'newer', version: walk.newer };
}
