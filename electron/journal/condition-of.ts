import type { JournalCondition, JournalHead, WrittenElsewhere } from '../../domain/bridge/journal-condition';
import type { Entry } from '../../domain/record/entry';
import { undecidedBreaks } from './break-decisions';
import { contradictionIn, contradictionsIn, type Contradiction, type HashOf } from './contradiction';
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
  readonly closings: readonly Pick<Entry<'feed-closed'>, 'seq' | 'at' | 'author'>[];
}

export function conditionOf(known: KnownOfJournal): JournalCondition {
  const { ending } = known.scan;
  if (ending.kind === 'newer') return { state: 'newer', version: ending.version };
  return keyless(known) ?? broken(known) ?? contradictedBy(known) ?? closedBy(known) ?? { state: 'whole' };
}

/** Where a head that is known elsewhere, and nobody decided about, is not in the journal; else null. */
export function contradictedBy(journal: KnownOfJournal): JournalCondition | null {
  const found = contradictionIn(openHeads(journal), hashOfFeed(journal));
  return found === null ? null : { state: 'contradicted', known: told(found.known), has: found.hash };
}

/** All of them. */
export function contradictionsOf(journal: KnownOfJournal): Contradiction[] {
  return contradictionsIn(openHeads(journal), hashOfFeed(journal));
}

/** Where the feed that was written last is closed; else null. */
export function closedBy({ scan, entries, closings }: KnownOfJournal): JournalCondition | null {
  const last = scan.feeds.at(-1);
  const closing = closings.find(({ seq }) => last !== undefined && seq >= last.from);
  if (last === undefined || closing === undefined) return null;
  const { seq, at, author } = closing;
  return { state: 'closed', feed: last.feed, seq, on: at.slice(0, 10), author, after: entries.index.length - seq };
}

/**
 * Heads of feeds that were closed here before them, by a restoring or by going on after the records were taken elsewhere, the
 * farthest first. They contradict nothing: this journal names where it left those feeds.
 */
export function writtenElsewhere(journal: KnownOfJournal): WrittenElsewhere[] {
  return undecidedHeads(journal)
    .map((known) => ({ known: told(known), closedAt: leftAt(journal, known) }))
    .filter((one): one is WrittenElsewhere => one.closedAt !== null)
    .sort((a, b) => b.known.seq - a.known.seq);
}

/** The last number of a head's feed here, where that feed was left before it. */
function leftAt({ decisions }: KnownOfJournal, { feed, seq }: JournalHead): number | null {
  const left = decisions.find(({ body: { found, closes } }) => found !== 'keyless' && closes?.feed === feed)?.body
    .closes;
  return left !== undefined && seq > left.seq ? left.seq : null;
}

function told({ feed, seq, hash, from, where }: KnownHead): WrittenElsewhere['known'] {
  return { feed, seq, hash, from, ...(where === undefined ? {} : { where }) };
}

function openHeads(journal: KnownOfJournal): KnownHead[] {
  return undecidedHeads(journal).filter((head) => leftAt(journal, head) === null);
}

/** Those that somebody decided to go on without do not count. */
function undecidedHeads({ heads, decisions }: KnownOfJournal): KnownHead[] {
  const decided = new Set(decisions.flatMap(({ body }) => body.known ?? []).map(nameOf));
  return heads.filter((head) => !decided.has(nameOf(head)));
}

function nameOf({ feed, seq, hash }: JournalHead): string {
  return `${feed} ${seq} ${hash}`;
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

/** What a feed has under a number. Before the first entry a journal is of the feed that will write it. */
export function hashOfFeed({ scan, entries, key }: Pick<KnownOfJournal, 'scan' | 'entries' | 'key'>): HashOf {
  const first = 'none' in key ? null : key.feed;
  return (seq, feed) => {
    const own = scan.feeds.findLast(({ from }) => from <= Math.max(1, seq))?.feed ?? first;
    return own === feed ? entries.index.hashOf(seq) : null;
  };
}
