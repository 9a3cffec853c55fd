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
  /** Of a line from which details were erased (it has no salt): SHA-256 of what is left of its body. Null of any other line. */
  readonly left: string | null;
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
  const subject = textIn(tail.subject!);
  if (subject === null) return null;
  const { hash, prev, salt } = tail as Record<string, string>;
  const v = Number(tail.v);
  const body = v === 1 ? null : bodyOf(line, at, head?.first, salt, hash!);
  return {
    v,
    feed,
    seq: Number(tail.seq),
    prev: prev!,
    hash: hash!,
    at: head?.at ?? '',
    type: tail.type as EntryType, // of a newer program perhaps: `v` says so
    subject,
    batch: head?.part === undefined ? null : { part: Number(head.part), of: Number(head.of) },
    intact: v === 1 ? isIntactV1(line, at, hash!) : body !== null && salt !== undefined && body.isStated(salt),
    left: body !== null && salt === undefined ? sha256Hex(body.text) : null,
  };
}

/** A string with its quotes, as the pattern has it; null where a damaged byte made it none. */
function textIn(json: string): string | null {
  try {
    return JSON.parse(json) as string;
  } catch {
    return null;
  }
}

/** Version 1: the hash is over the line without the member of the hash. */
function isIntactV1(line: Buffer, at: number, hash: string): boolean {
  return sha256Hex(Buffer.concat([line.subarray(0, at), line.subarray(at + HASH_MEMBER_BYTES)])) === hash;
}

/** The body of a line whose hash, over the line without body, hash and salt, is the stored one; null of any other line. */
function bodyOf(
  line: Buffer,
  at: number,
  first: string | undefined,
  salt: string | undefined,
  hash: string,
): { readonly text: Buffer; readonly isStated: (salt: string) => boolean } | null {
  const bodyEnd = at - FEED_MEMBER_BYTES - BODY_HASH_MEMBER_BYTES; // its comma is the byte before
  if (first === undefined || bodyEnd <= first.length) return null;
  const stated = /^,"bodyHash":"([0-9a-f]{64})",$/.exec(
    line.subarray(bodyEnd - 1, bodyEnd + BODY_HASH_MEMBER_BYTES).toString('latin1'),
  )?.[1];
  const bodyStart = first.length + '"body":'.length; // `first` is latin1: a character a byte
  const saltAt = at + HASH_MEMBER_BYTES + PREV_MEMBER_BYTES;
  const chained = Buffer.concat([
    line.subarray(0, first.length),
    line.subarray(bodyEnd, at),
    line.subarray(at + HASH_MEMBER_BYTES, saltAt),
    line.subarray(saltAt + (salt === undefined ? 0 : SALT_MEMBER_BYTES)),
  ]);
  if (stated === undefined || sha256Hex(chained) !== hash) return null;
  const text = line.subarray(bodyStart, bodyEnd - 1);
  return { text, isStated: (known) => bodyHashOf(known, text) === stated };
}

/** A whole line of the second version with another body, and without the salt: from the hash of the body, which stays, nothing that is gone can be guessed. */
export function lineWithBody(line: Buffer, body: string): Buffer {
  const at = line.lastIndexOf(HASH_MARK);
  const first = HEAD.exec(line.subarray(0, HEAD_BYTES).toString('latin1'))?.groups?.['first'] ?? ''; // whole, so it has one
  const bodyEnd = at - FEED_MEMBER_BYTES - BODY_HASH_MEMBER_BYTES;
  const saltAt = at + HASH_MEMBER_BYTES + PREV_MEMBER_BYTES;
  const salted = line.indexOf('"salt":"', saltAt) === saltAt;
  return Buffer.concat([
    line.subarray(0, first.length),
    Buffer.from(`"body":${body}`, 'utf8'),
    line.subarray(bodyEnd - 1, saltAt),
    line.subarray(saltAt + (salted ? SALT_MEMBER_BYTES : 0)),
  ]);
}
