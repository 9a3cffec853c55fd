import type { JournalCondition } from '../../domain/bridge/journal-condition';
import type { Entry } from '../../domain/record/entry';
import { undecidedBreaks } from './break-decisions';
import { contradictionIn, contradictionsIn, type Contradiction } from './contradiction';
import type { Entries } from './entries';
import type { FeedKey, NoKey } from './feed-key';
import type { KnownHead } from './known-heads';
import type { Scan } from './scan';

/** What the condition of a journal is told from. */
export interface KnownOfJournal {
  readonly scan: Scan;
  readonly entries: Entries;
  readonly key: FeedKey | NoKey;
  readonly heads: readonly KnownHead[];
  /** What somebody decided to go on without or over. */
  readonly decisions: readonly Pick<Entry<'journal-mended'>, 'feed' | 'hash' | 'body'>[];
}

export function conditionOf(known: KnownOfJournal): JournalCondition {
  const { ending } = known.scan;
  if (ending.kind === 'newer') return { state: 'newer', version: ending.version };
  return keyless(known) ?? broken(known) ?? contradictedBy(known) ?? { state: 'whole' };
}

/** Where a head that is known elsewhere, and nobody decided about, is not in the journal; else null. */
export function contradictedBy(journal: KnownOfJournal): JournalCondition | null {
  const found = contradictionIn(journal.heads, hashOfFeed(journal), decidedHeads(journal));
  if (found === null) return null;
  const { feed, seq, hash, from, where } = found.known;
  const known = { feed, seq, hash, from, ...(where === undefined ? {} : { where }) };
  return { state: 'contradicted', known, has: found.hash };
}

/** All of them. */
export function contradictionsOf(journal: KnownOfJournal): Contradiction[] {
  return contradictionsIn(journal.heads, hashOfFeed(journal), decidedHeads(journal));
}

function keyless({ scan, key }: KnownOfJournal): JournalCondition | null {
  const feed = scan.feeds.at(-1)?.feed;
  if ('none' in key) return { state: 'keyless', feed: feed ?? '', key: key.none };
  return feed === undefined || feed === key.feed ? null : { state: 'keyless', feed, key: 'other' };
}

function broken({ scan, entries, decisions }: KnownOfJournal): JournalCondition | null {
  const { open, index, breaks } = scan;
  const first = undecidedBreaks(breaks, decisions)[0] ?? open?.found;
  if (first === undefined) return null;
  const { seq, line, reason } = first;
  const damaged = entries.damaged(seq - 1, index.length).length;
  const behind = Math.max(0, index.length - seq + 1 - damaged);
  return { state: 'broken', seq, line, reason, unreadable: damaged + (open?.lines ?? 0), behind };
}

function decidedHeads({ decisions }: KnownOfJournal) {
  return decisions.flatMap(({ body }) => body.known ?? []);
}

/** Before the first entry a journal is of the feed that will write it. */
function hashOfFeed({ scan, entries, key }: KnownOfJournal): (seq: number, feed: string) => string | null {
  const first = 'none' in key ? null : key.feed;
  return (seq, feed) => {
    const own = scan.feeds.findLast(({ from }) => from <= Math.max(1, seq))?.feed ?? first;
    return own === feed ? entries.index.hashOf(seq) : null;
  };
}
