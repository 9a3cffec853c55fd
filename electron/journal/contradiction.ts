import type { KnownHead } from './known-heads';

export interface Contradiction {
  readonly known: KnownHead;
  /** What the journal has under that number; null = it does not reach it, or is of another feed. */
  readonly hash: string | null;
}

/** The hash under a number, where the entry is of that feed; null where there is none. */
export type HashOf = (seq: number, feed: string) => string | null;

/**
 * The first of these heads that the journal contradicts: an entry that is another one, else the farthest that is missing;
 * null where there is none.
 */
export function contradictionIn(heads: readonly KnownHead[], hashOf: HashOf): Contradiction | null {
  const open = contradictionsIn(heads, hashOf);
  const rewritten = open.filter(({ hash }) => hash !== null).sort((a, b) => a.known.seq - b.known.seq);
  const missing = open.filter(({ hash }) => hash === null).sort((a, b) => b.known.seq - a.known.seq);
  return rewritten[0] ?? missing[0] ?? null;
}

/** All of them. */
export function contradictionsIn(heads: readonly KnownHead[], hashOf: HashOf): Contradiction[] {
  return heads
    .map((known) => ({ known, hash: hashOf(known.seq, known.feed) }))
    .filter(({ known, hash }) => hash !== known.hash);
}
