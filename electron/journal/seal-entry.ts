import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../domain/record/canonical-json';
import { ENTRY_VERSION, type BatchPlace, type Entry, type EntryDraft } from '../../domain/record/entry';
import { sha256Hex } from '../fs/sha256';

export interface Numbering {
  readonly feed: string;
  readonly seq: number;
  readonly at: string;
  readonly prev: string;
  readonly batch?: BatchPlace | undefined;
  /** 32 hex digits; drawn anew where it is absent, so that a body cannot be guessed from its hash. */
  readonly salt?: string;
}

export interface SealedEntry {
  readonly entry: Entry;
  /** The canonical JSON of the entry, without a newline. */
  readonly line: Buffer;
}

const SALT_BYTES = 16;
/** For an entry that is made of files to be judged and never kept: the same files give the same hash. */
export const NO_SALT = '0'.repeat(2 * SALT_BYTES);

/** A draft numbered, dated and chained; the text of its body is made once. `hash` and `bodyHash` as told at `Entry`. */
export function sealLine(draft: EntryDraft, numbering: Numbering): SealedEntry {
  const { feed, seq, at, prev, batch, salt = randomBytes(SALT_BYTES).toString('hex') } = numbering;
  const { type, subject, author, body } = draft;
  const text = canonicalJson(body);
  const bodyHash = bodyHashOf(salt, text);
  // The members in the order of canonical JSON; what is hashed is the same text without body, hash and salt.
  const first = `{"at":${canonicalJson(at)},"author":${canonicalJson(author)},${batchMember(batch)}`;
  const middle = `"bodyHash":"${bodyHash}","feed":"${feed}",`;
  const last = `"seq":${seq},"subject":${canonicalJson(subject)},"type":"${type}","v":${ENTRY_VERSION}}`;
  const hash = sha256Hex(`${first}${middle}"prev":"${prev}",${last}`);
  const line = `${first}"body":${text},${middle}"hash":"${hash}","prev":"${prev}","salt":"${salt}",${last}`;
  const batched = batch === undefined ? {} : { batch };
  const entry = { v: ENTRY_VERSION, feed, seq, at, ...draft, ...batched, salt, bodyHash, prev, hash } as Entry; // draft and entry pair type with body alike
  return { entry, line: Buffer.from(line, 'utf8') };
}

/** The entry alone, where no line is kept. */
export function sealEntry(draft: EntryDraft, numbering: Numbering): Entry {
  return sealLine(draft, numbering).entry;
}

export function bodyHashOf(salt: string, body: string | Uint8Array): string {
  return createHash('sha256').update(salt).update(body).digest('hex');
}

function batchMember(batch: BatchPlace | undefined): string {
  return batch === undefined ? '' : `"batch":${canonicalJson(batch)},`;
}
