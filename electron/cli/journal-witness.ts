import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Entry } from '../../domain/record/entry';
import { readManifest } from '../backup/manifest';
import { hashOfFeed, type KnownOfJournal } from '../journal/condition-of';
import { bodyLeft, type Entries } from '../journal/entries';
import { linesOf } from '../journal/lines-of';
import { readLine } from '../journal/read-line';
import { isProved } from '../papers/meet-heads';
import { signedPaperHead } from '../verify/paper-head';

/** What a paper or a backup says of a journal. */
export interface Witness {
  readonly file: string;
  /**
   * `altered` = under a head that agrees, erasures took more from an entry than they say; `foreign` = it is of another journal;
   * `unproved` = the feed did not sign what it says; `none` = it says nothing that is signed.
   */
  readonly says: 'agrees' | 'contradicts' | 'altered' | 'foreign' | 'unproved' | 'none';
  readonly head: JournalHead | null;
  /** What the journal has under the number of the head. */
  readonly has: string | null;
  /** The entry that was altered; 0 = none was. */
  readonly altered: number;
}

/** Throws where there is no such file. */
export async function witnessOf(path: string, { entries, scan, key }: KnownOfJournal): Promise<Witness> {
  const isBackup = (await stat(path)).isDirectory();
  const about = { file: basename(path), has: null, altered: 0 };
  const stated = isBackup ? await headOfBackup(path) : await headOfPaper(path);
  if (stated === null) return { ...about, says: 'none', head: null };
  const { head } = stated;
  const isFirst = scan.feeds.length === 0 && !('none' in key) && key.feed === head.feed;
  if (!isFirst && !scan.feeds.some(({ feed }) => feed === head.feed)) return { ...about, says: 'foreign', head };
  const has = hashOfFeed({ scan, entries, key })(head.seq, head.feed);
  if (has !== head.hash) return { ...about, says: stated.isProved ? 'contradicts' : 'unproved', head, has };
  const altered = isBackup ? await alteredSince(join(path, 'journal', 'journal.ndjson'), entries) : 0;
  return { ...about, says: altered === 0 ? 'agrees' : 'altered', head, has, altered };
}

/**
 * The first entry of which more is gone than the erasures about it say: a backup made before still has it whole. Whoever holds the
 * key of the feed can sign an erasure of more than details; the chain alone cannot tell, for what was is gone.
 */
async function alteredSince(path: string, entries: Entries): Promise<number> {
  const erased = new Set(entries.erasures.seqs);
  for await (const { bytes } of linesOf(path)) {
    const before = readLine(bytes);
    if (before === null || !before.intact || before.v === 1 || !erased.has(before.seq)) continue;
    if (before.hash !== entries.index.hashOf(before.seq)) continue;
    const { body } = JSON.parse(bytes.toString('utf8')) as Entry;
    const [now] = await entries.read([before.seq]);
    if (canonicalJson(bodyLeft(body, entries.erasures.of(before.seq))) !== canonicalJson(now?.body)) return before.seq;
  }
  return 0;
}

interface Stated {
  readonly head: JournalHead;
  readonly isProved: boolean;
}

async function headOfPaper(path: string): Promise<Stated | null> {
  const stated = signedPaperHead(await readFile(path));
  return stated === null ? null : { head: stated.head, isProved: isProved(stated) };
}

async function headOfBackup(path: string): Promise<Stated | null> {
  const read = await readManifest(path).catch(() => null);
  return read === null ? null : { head: { feed: read.feed, ...read.head }, isProved: true };
}
