import type { BatchPlace, EntryType } from '../../domain/record/entry';
import { sha256Hex } from '../fs/sha256';
import { bodyHashOf } from './seal-entry';

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
  readonly batch: BatchPlace | null;
  /** Whether the stored hashes are those of the rest of the line. */
  readonly intact: boolean;
}

const HASH_MARK = Buffer.from('"hash":"');
const HASH_MEMBER_BYTES = HASH_MARK.length + 64 + 2; // with its closing quote and comma
const FEED_MEMBER_BYTES = '"feed":"",'.length + 64;
const BODY_HASH_MEMBER_BYTES = '"bodyHash":"",'.length + 64;
const SALT_MEMBER_BYTES = '"salt":"",'.length + 32;
const PREV_MEMBER_BYTES = '"prev":"",'.length + 64;
/** More than the members before the body can take. */
const HEAD_BYTES = 4_096;

const TAIL =
  /^"hash":"(?<hash>[0-9a-f]{64})","prev":"(?<prev>[0-9a-f]{64})",(?:"salt":"(?<salt>[0-9a-f]{32})",)?"seq":(?<seq>\d{1,15}),"subject":(?<subject>"(?:[^"\\]|\\.)*"),"type":"(?<type>[a-z-]+)","v":(?<v>\d{1,9})\}$/u;
const HEAD =
  /^(?<first>\{"at":"(?<at>[^"\\]*)","author":"(?:[^"\\]|\\.)*",(?:"batch":\{"of":(?<of>\d{1,9}),"part":(?<part>\d{1,9})\},)?)"body":/;

/**
 * Reads what chains a line without parsing its body. Members of canonical JSON are sorted, so a line ends with
 * `…,"feed":…,"hash":…,"prev":…,"salt":…,"seq":…,"subject":…,"type":…,"v":…}`; quotes inside strings are escaped, so the
 * last `"hash":"` is the member itself. Null when the line has no such tail.
 */
export function readLine(line: Buffer): LineFacts | null {
  const at = line.lastIndexOf(HASH_MARK);
  if (at < FEED_MEMBER_BYTES) return null;
  const tail = TAIL.exec(line.subarray(at).toString('utf8'))?.groups;
  const feed = /^"feed":"([0-9a-f]{64})",$/.exec(line.subarray(at - FEED_MEMBER_BYTES, at).toString('latin1'))?.[1];
  if (tail === undefined || feed === undefined) return null;
  const head = HEAD.exec(line.subarray(0, HEAD_BYTES).toString('latin1'))?.groups;
  const { hash, prev, salt } = tail as Record<string, string>;
  const v = Number(tail.v);
  return {
    v,
    feed,
    seq: Number(tail.seq),
    prev: prev!,
    hash: hash!,
    at: head?.at ?? '',
    type: tail.type as EntryType, // of a newer program perhaps: `v` says so
    subject: JSON.parse(tail.subject!) as string, // a string with its quotes, as the pattern has it
    batch: head?.part === undefined ? null : { part: Number(head.part), of: Number(head.of) },
    intact: v === 1 ? isIntactV1(line, at, hash!) : isIntact(line, at, head?.first, salt, hash!),
  };
}

/** Version 1: the hash is over the line without the member of the hash. */
function isIntactV1(line: Buffer, at: number, hash: string): boolean {
  return sha256Hex(Buffer.concat([line.subarray(0, at), line.subarray(at + HASH_MEMBER_BYTES)])) === hash;
}

/** The hash is over the line without body, hash and salt; the body's own is over salt and body. */
function isIntact(
  line: Buffer,
  at: number,
  first: string | undefined,
  salt: string | undefined,
  hash: string,
): boolean {
  const bodyEnd = at - FEED_MEMBER_BYTES - BODY_HASH_MEMBER_BYTES; // its comma is the byte before
  if (first === undefined || salt === undefined || bodyEnd <= first.length) return false;
  const stated = /^,"bodyHash":"([0-9a-f]{64})",$/.exec(
    line.subarray(bodyEnd - 1, bodyEnd + BODY_HASH_MEMBER_BYTES).toString('latin1'),
  )?.[1];
  const bodyStart = first.length + '"body":'.length; // `first` is latin1: a character a byte
  const saltAt = at + HASH_MEMBER_BYTES + PREV_MEMBER_BYTES;
  const chained = Buffer.concat([
    line.subarray(0, first.length),
    line.subarray(bodyEnd, at),
    line.subarray(at + HASH_MEMBER_BYTES, saltAt),
    line.subarray(saltAt + SALT_MEMBER_BYTES),
  ]);
  return sha256Hex(chained) === hash && bodyHashOf(salt, line.subarray(bodyStart, bodyEnd - 1)) === stated;
}
