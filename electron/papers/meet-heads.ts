import type { HeadSource } from '../../domain/bridge/journal-condition';
import { canonicalJson } from '../../domain/record/canonical-json';
import { countIn } from '../../domain/report/report-number';
import type { Ports } from '../host/ports';
import { isSignedByFeed } from '../journal/feed-key';
import type { ContradictedHead } from '../journal/heads-elsewhere';
import type { KnownHead } from '../journal/known-heads';
import type { PaperHead } from '../verify/paper-head';
import type { ReadPaper } from '../verify/read-papers';

/** A paper with an intact signature that states a head. */
export interface MetPaper {
  readonly stated: PaperHead;
  /** SHA-256 of the issuer's certificate, hex. */
  readonly issuer: string;
  readonly from: HeadSource;
}

/**
 * Keeps what a paper says of this ledger's own journal and holds the journal against it. A head is heeded where its feed is one
 * of this ledger and the feed signed it, or an identity of this ledger signed the paper; whatever else says is nobody's word.
 * Answers where the journal and the paper contradict each other.
 */
export async function meetPaper(ports: Ports, { stated, issuer, from }: MetPaper): Promise<ContradictedHead | null> {
  const { heads } = ports.journal;
  const { head } = stated;
  if (!heads.isOwn(head.feed)) return null;
  const isOurs = (await ownSigners(ports)).has(issuer);
  if (!isProved(stated) && !isOurs) return null;
  await heads.meet(knownBy(stated, from, isOurs));
  return heads.contradicted(head);
}

/**
 * Holds the journal against the papers that were signed here and against the backups, so far as they were not read before. Papers of
 * this profile that only its own identities signed count also where their feed is known by nothing else any more.
 */
export async function meetElsewhere(ports: Ports): Promise<void> {
  const { reportsDir, backups, readElsewhere } = ports;
  const { heads } = ports.journal;
  const found = await readElsewhere({
    papers: reportsDir,
    read: heads.filesRead,
    backups: backups.status.folder,
  });
  if (found === null) return;
  const own = await ownSigners(ports);
  const files = found.papers.map((paper) => ({
    name: paper.name,
    size: paper.size,
    mtimeMs: paper.mtimeMs,
    head: headIn(ports, paper, own),
  }));
  if (files.length > 0) await heads.meetRead(files);
  for (const { name, feed, seq, hash } of found.backups)
    if (hash !== null && heads.isOwn(feed)) await heads.meet({ feed, seq, hash, from: 'backup', where: name });
}

function headIn(
  { journal }: Ports,
  { stated, isNamedByContent }: ReadPaper,
  own: ReadonlySet<string>,
): KnownHead | null {
  if (stated === null) return null;
  const isOurs = own.has(stated.issuer);
  const isOfThisLedger = journal.heads.isOwn(stated.head.feed) && (isOurs || isProved(stated));
  const isOfOneBefore = isOurs && isProved(stated) && isNamedByContent && !stated.isCountersigned;
  return isOfThisLedger || isOfOneBefore ? knownBy(stated, 'paper', isOurs) : null;
}

/** Whether the feed itself signed the head. */
export function isProved({ head, signature }: PaperHead): boolean {
  return signature !== null && isSignedByFeed(head.feed, canonicalJson(head), signature);
}

/** The number of a paper that somebody else signed tells nothing of how many were signed here. */
function knownBy({ number, head }: PaperHead, from: HeadSource, isOurs: boolean): KnownHead {
  const papers = isOurs ? countIn(number, head.feed) : null;
  return { ...head, from, where: number, ...(papers === null ? {} : { papers }) };
}

/** SHA-256 of the certificates that papers of this ledger are or were signed by. */
async function ownSigners({ identities, ledger }: Ports): Promise<ReadonlySet<string>> {
  const kept = (await identities.list()).map(({ fingerprint }) => fingerprint);
  const used = (await ledger.reports()).map(({ body }) => body.fingerprint);
  return new Set([...kept, ...used]);
}
