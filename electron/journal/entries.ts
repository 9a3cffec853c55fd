import type { FileHandle } from 'node:fs/promises';
import { BridgeError } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Entry, EntryType } from '../../domain/record/entry';
import { clockDoubtsOf, type ClockDoubts } from '../../domain/record/entry-clock';
import { withErased } from '../../domain/record/erasure';
import type { EntryIndex, LinePlace } from './entry-index';
import { NO_ERASURES, type Erased, type Erasures } from './erasures';
import { readLine } from './read-line';

/** The entries of an open journal, read where the index says that they lie; each is held against its hash when it is read. */
export class Entries {
  readonly index: EntryIndex;
  /** Numbers of entries that do not count: parts of an import that was not written whole. */
  readonly abandoned: ReadonlySet<number>;
  /** What was erased counts from the moment at which that is on record, whether the file was written anew since or not. */
  readonly erasures: Erasures;
  readonly #handle: FileHandle;

  /** `unread` = lines behind the last entry that are none. */
  constructor(handle: FileHandle, index: EntryIndex, unread = 0, erasures = NO_ERASURES) {
    this.#handle = handle;
    this.erasures = erasures;
    this.index = index;
    this.abandoned = index.abandoned(unread);
  }

  /**
   * Entries after `afterSeq`, in order, until about `maxBytes` of journal text are read; at least one if there is one.
   * Throws BridgeError journal-changed where a line is no longer the one of its hash, as do the next two.
   */
  async readAfter(afterSeq: number, maxBytes: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    let budget = maxBytes;
    for (let seq = afterSeq + 1; seq <= this.index.length; seq++) {
      if (this.index.isDamaged(seq)) continue;
      const { length } = this.index.placeOf(seq);
      if (entries.length > 0 && length > budget) break;
      entries.push(await this.#read(seq));
      budget -= length;
    }
    return entries;
  }

  /** The entries of these numbers, in this order; each is there. */
  read(seqs: readonly number[]): Promise<Entry[]> {
    return Promise.all(seqs.map((seq) => this.#read(seq)));
  }

  /** All entries of a type that count, in order. */
  async ofType<T extends EntryType>(type: T): Promise<Entry<T>[]> {
    return (await this.read(this.index.ofType(type).filter((seq) => this.#counts(seq)))) as Entry<T>[]; // as the index says
  }

  /** Elevators that entries are about, in the order of the first one. */
  elevators(): RegistrationNo[] {
    const all = this.index.elevators();
    return this.abandoned.size === 0 ? all : all.filter((no) => this.about(no).length > 0);
  }

  /** Numbers of the entries about an elevator that count, ascending. */
  about(registrationNo: RegistrationNo): number[] {
    return this.index.of(registrationNo).filter((seq) => this.#counts(seq));
  }

  /** Numbers of the entries that may give an elevator that device code, and count. */
  namingCode(deviceCode: string): number[] {
    return this.index.naming(deviceCode).filter((seq) => this.#counts(seq));
  }

  /** When the entry was made that counts before one; null = none does. */
  timeBefore(seq: number): string | null {
    for (let before = seq - 1; before >= 1; before--) if (this.#counts(before)) return this.index.atOf(before);
    return null;
  }

  /** The first entry of the import that an entry is part of; the entry itself where it stands alone. */
  firstOfBatch(seq: number): number {
    return seq - (this.index.batchOf(seq)?.part ?? 1) + 1;
  }

  /** Entries whose time is in doubt, by the clock as it stands now. */
  clock(now: string): ClockDoubts {
    return clockDoubtsOf(this.index, now);
  }

  /** Numbers after `afterSeq` up to `last` under which no entry can be read. */
  damaged(afterSeq: number, last: number): number[] {
    if (this.index.isPlain) return [];
    const seqs = Array.from({ length: Math.max(0, last - afterSeq) }, (_, place) => afterSeq + 1 + place);
    return seqs.filter((seq) => this.index.isDamaged(seq));
  }

  /** The line of an entry as it lies in the file, and what of the erasures about it is not carried out there yet. Throws as `read`. */
  async lineOf(seq: number): Promise<{ readonly line: Buffer; readonly due: readonly Erased[] }> {
    const line = await this.#lineAt(this.index.placeOf(seq));
    const facts = readLine(line);
    const isWhole = facts !== null && (facts.intact || this.erasures.hasLeft(facts));
    if (!isWhole || facts.hash !== this.index.hashOf(seq)) throw new BridgeError('journal-changed');
    const about = facts.v === 1 ? [] : this.erasures.of(seq).filter(({ hash }) => hash === facts.hash);
    return { line, due: about.slice(about.findLastIndex(({ left }) => left === facts.left) + 1) };
  }

  #counts(seq: number): boolean {
    return !this.abandoned.has(seq) && !this.index.isDamaged(seq);
  }

  async #read(seq: number): Promise<Entry> {
    const { line, due } = await this.lineOf(seq);
    const entry = JSON.parse(line.toString('utf8')) as Entry; // the chain has it by its hash
    if (due.length === 0) return entry;
    const { salt: _, ...rest } = entry;
    return { ...rest, body: bodyLeft(entry.body, due) } as Entry;
  }

  async #lineAt({ start, length }: LinePlace): Promise<Buffer> {
    const line = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.#handle.read(line, 0, length, start);
    return line.subarray(0, bytesRead);
  }
}

/** What erasures leave of a body. */
export function bodyLeft(body: unknown, due: readonly Pick<Erased, 'places' | 'mark'>[]): unknown {
  return due.reduce((before, { places, mark }) => withErased(before, places, mark), body);
}
