import { canonicalJson } from '../../domain/record/canonical-json';
import { ENTRY_VERSION, type Entry, type EntryDraft, type EntryType } from '../../domain/record/entry';
import { sha256Hex } from '../fs/sha256';

export interface Numbering {
  readonly feed: string;
  readonly seq: number;
  readonly at: string;
  readonly prev: string;
}

/** A draft numbered, dated and chained: `hash` = SHA-256 of the canonical JSON of all the rest. */
export function sealEntry(draft: EntryDraft, { feed, seq, at, prev }: Numbering): Entry {
  const unsealed = { v: ENTRY_VERSION, feed, seq, at, ...draft, prev };
  return { ...unsealed, hash: sha256Hex(canonicalJson(unsealed)) } as Entry; // draft and entry pair type with body alike
}

/** The line of an entry, without its newline: the canonical JSON of the whole entry. */
export function lineOf(entry: Entry): Buffer {
  return Buffer.from(canonicalJson(entry), 'utf8');
}

export interface LineFacts {
  readonly v: number;
  readonly feed: string;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  /** '' where the line begins otherwise. */
  readonly at: string;
  readonly type: EntryType;
  readonly subject: string;
  /** Whether the stored hash is the hash of the rest of the line. */
  readonly intact: boolean;
}

const HASH_MARK = Buffer.from('"hash":"');
const HASH_MEMBER_BYTES = HASH_MARK.length + 64 + 2; // with its closing quote and comma
const TAIL =
  /^"hash":"([0-9a-f]{64})","prev":"([0-9a-f]{64})","seq":(\d{1,15}),"subject":("(?:[^"\\]|\\.)*"),"type":"([a-z-]+)","v":(\d{1,9})\}$/u;
const HEAD_BYTES = 64;
const FEED_MEMBER_BYTES = '"feed":"",'.length + 64;

/**
 * Reads what chains a line without parsing its body. Members of canonical JSON are sorted, so the tail is
 * `"feed":…,"hash":…,"prev":…,"seq":…,"subject":…,"type":…,"v":…}`; quotes inside strings are escaped, so the last
 * `"hash":"` is the member itself. The hashed text is the line without that member. Null when the line has no such tail.
 */
export function readLine(line: Buffer): LineFacts | null {
  const at = line.lastIndexOf(HASH_MARK);
  if (at < FEED_MEMBER_BYTES) return null;
  const tail = TAIL.exec(line.subarray(at).toString('utf8'));
  const feed = /^"feed":"([0-9a-f]{64})",$/.exec(line.subarray(at - FEED_MEMBER_BYTES, at).toString('latin1'));
  if (tail === null || feed === null) return null;
  const rest = Buffer.concat([line.subarray(0, at), line.subarray(at + HASH_MEMBER_BYTES)]);
  const hash = tail[1]!;
  return {
    v: Number(tail[6]),
    feed: feed[1]!,
    seq: Number(tail[3]),
    prev: tail[2]!,
    hash,
    at: headOf(line),
    type: tail[5] as EntryType, // of a newer program perhaps: `v` says so
    subject: JSON.parse(tail[4]!) as string, // a string with its quotes, as the pattern has it
    intact: sha256Hex(rest) === hash,
  };
}

/** When the entry was made: `at` is the first member of its canonical JSON. */
function headOf(line: Buffer): string {
  return /^\{"at":"([^"\\]*)"/.exec(line.subarray(0, HEAD_BYTES).toString('latin1'))?.[1] ?? '';
}
