import type { JournalHead } from '../../domain/bridge/replies';
import type { KnownHead } from './known-heads';

export interface Contradiction {
  readonly known: KnownHead;
  /** What the journal has under that number; null = it does not reach it, or is of another feed. */
  readonly hash: string | null;
}

/**
 * The first known head that the journal contradicts: an entry that is another one, else the farthest that is missing; null
 * where there is none. `hashOf` = the hash under a number, null beyond the last. Heads that somebody decided about do not count.
 */
export function contradictionIn(
  heads: readonly KnownHead[],
  { feed }: Pick<JournalHead, 'feed'>,
  hashOf: (seq: number) => string | null,
  decided: readonly JournalHead[],
): Contradiction | null {
  const open = contradictionsIn(heads, { feed }, hashOf, decided);
  const rewritten = open.filter(({ hash }) => hash !== null).sort((a, b) => a.known.seq - b.known.seq);
  const missing = open.filter(({ hash }) => hash === null).sort((a, b) => b.known.seq - a.known.seq);
  return rewritten[0] ?? missing[0] ?? null;
}

/** All of them. */
export function contradictionsIn(
  heads: readonly KnownHead[],
  { feed }: Pick<JournalHead, 'feed'>,
  hashOf: (seq: number) => string | null,
  decided: readonly JournalHead[],
): Contradiction[] {
  const isDecided = new Set(decided.map(nameOf));
  return heads
    .filter((known) => !isDecided.has(nameOf(known)))
    .map((known) => ({ known, hash: known.feed === feed ? hashOf(known.seq) : null }))
    .filter(({ known, hash }) => hash !== known.hash);
}

function nameOf({ feed, seq, hash }: JournalHead): string {
  return `${feed} ${seq} ${hash}`;
}
