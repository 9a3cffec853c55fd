import type { RegistrationNo } from '../../domain/elevator/elevator';
import { normalKey } from '../../domain/elevator/registration-no';
import { abandonedParts } from '../../domain/record/batch';
import { NO_HASH, type BatchPlace, type EntryType } from '../../domain/record/entry';
import type { EntryStamp, EntryStamps } from '../../domain/record/entry-clock';
import { ByteColumn, Column, f64, Names, Postings, u16, u32 } from './columns';
import { decodeNotes, encodeNote, instantText, packInstant, type IndexNote, type PackedRecord } from './index-codec';
import { ANY_CODE, type IndexRecord } from './index-record';

/** More numbers than a damaged stretch can have swallowed; a line that says so is not believed. */
export const MOST_MISSING = 1_000_000;
/** In place of a hash that is not known. */
const NO_BYTES = Buffer.alloc(32);

/** Where one line lies in the file, in bytes, without its newline. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

/**
 * Where the entries of a journal lie, what chains them, and which of them touch an elevator: its history is folded from
 * its own entries. Kept beside the journal and made again from it; the same journal gives the same bytes.
 */
export class EntryIndex implements EntryStamps {
  readonly #names = new Names();
  readonly #hashes = new ByteColumn(32);
  readonly #starts = new Column(f64);
  readonly #lengths = new Column(u32);
  readonly #instants = new Column(f64);
  readonly #offsets = new Column(u16);
  readonly #types = new Column(u32);
  readonly #subjects = new Column(u32);
  /** Of the few entries whose time is written otherwise. */
  readonly #times = new Map<number, string>();
  readonly #batches = new Map<number, BatchPlace>();
  /** Of entries without a subject. */
  readonly #named = new Map<number, readonly number[]>();
  readonly #byElevator = new Postings();
  readonly #byCode = new Postings();
  readonly #elevators = new Set<number>();
  #bytes = 0;
  #isPlain = true;
  #unsaved: Buffer[] = [];

  /** An index from the bytes that `takeUnsaved` gave. Throws RangeError on others. */
  static from(bytes: Buffer): EntryIndex {
    const index = new EntryIndex();
    for (const note of decodeNotes(bytes)) {
      if (note.kind !== 'missing') index.#learnNames(note.record);
      if (note.kind === 'missing' && note.count > MOST_MISSING) throw new RangeError('the index skips too much');
      if (note.kind === 'stray' && !index.isDamaged(note.seq)) throw new RangeError('the index fills what is there');
      index.#take(note);
    }
    return index;
  }

  #learnNames({ names, type, subject, elevators, codes }: PackedRecord): void {
    for (const name of names) this.#names.add(name);
    const known = this.#names.length;
    const stray = [type, subject, ...elevators, ...codes].some((name) => name >= known);
    if (stray) throw new RangeError('the index has no such name');
  }

  /** Of the next entry; its line begins where the last one ended, unless something that is no entry lies between. */
  add(entry: IndexRecord, start = this.#bytes): void {
    this.#keep({ kind: 'entry', gap: start - this.#bytes, record: this.#packed(entry) });
  }

  /** Numbers under which no entry can be read; `hash` = of the last of them. */
  skip(count: number, hash: string): void {
    this.#keep({ kind: 'missing', count, hash: Buffer.from(hash, 'hex') });
  }

  /** An entry of a number that was skipped, found out of its place; nothing where it is not the one that was skipped. */
  fill(seq: number, entry: IndexRecord, start: number): void {
    const known = this.isDamaged(seq) ? this.hashOf(seq) : NO_HASH;
    if (known !== null && known !== entry.hash) return;
    this.#keep({ kind: 'stray', seq, start, record: this.#packed(entry) });
  }

  #keep(note: IndexNote): void {
    this.#take(note);
    this.#unsaved.push(encodeNote(note));
  }

  #take(note: IndexNote): void {
    if (note.kind === 'entry') {
      if (note.gap !== 0) this.#isPlain = false;
      this.#bytes += note.gap;
      this.#push(note.record);
    } else if (note.kind === 'missing') {
      this.#isPlain = false;
      this.#skip(note.count, note.hash);
    } else {
      this.#fill(note.seq, note.record, note.start);
    }
  }

  #skip(count: number, hash: Uint8Array): void {
    for (let left = count; left > 0; left--) {
      this.#times.set(this.length + 1, '');
      this.#hashes.push(left === 1 ? hash : NO_BYTES);
      this.#starts.push(this.#bytes);
      this.#lengths.push(0);
      this.#instants.push(NaN);
      this.#offsets.push(0);
      this.#types.push(this.#names.numberOf(''));
      this.#subjects.push(this.#names.numberOf(''));
      this.#named.set(this.length, []);
    }
  }

  #fill(seq: number, { hash, length, instant, offset, ...record }: PackedRecord, start: number): void {
    const place = seq - 1;
    this.#hashes.set(place, hash);
    this.#starts.set(place, start);
    this.#lengths.set(place, length);
    this.#instants.set(place, instant);
    this.#offsets.set(place, offset);
    this.#types.set(place, record.type);
    this.#subjects.set(place, record.subject);
    this.#times.delete(seq);
    this.#named.delete(seq);
    this.#note(seq, record);
  }

  /** Whether no entry can be read under a number. */
  isDamaged(seq: number): boolean {
    return seq >= 1 && seq <= this.length && this.#lengths.at(seq - 1) === 0;
  }

  /** Whether all its lines follow each other, and no number is skipped. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /** What stands behind the last entry and is none is passed over. */
  passOver(bytes: number): void {
    if (bytes === 0) return;
    this.#isPlain = false;
    this.#bytes += bytes;
  }

  #packed({ hash, length, at, type, subject, batch, elevators, codes }: IndexRecord): PackedRecord {
    const known = this.#names.length;
    const numberOf = (text: string): number => this.#names.numberOf(text);
    const numbered = {
      type: numberOf(type),
      subject: numberOf(subject),
      elevators: elevators.map(numberOf),
      codes: codes.map(numberOf),
    };
    return {
      ...{ names: this.#names.since(known), hash: Buffer.from(hash, 'hex'), length, ...packInstant(at), ...numbered },
      ...{ of: batch?.of ?? 0, part: batch?.part ?? 0 },
    };
  }

  #push({ hash, length, instant, offset, text, type, subject, of, part, elevators, codes }: PackedRecord): void {
    const seq = this.length + 1;
    this.#hashes.push(hash);
    this.#starts.push(this.#bytes);
    this.#lengths.push(length);
    this.#instants.push(instant);
    this.#offsets.push(offset);
    this.#types.push(type);
    this.#subjects.push(subject);
    this.#note(seq, { text, subject, of, part, elevators, codes });
    this.#bytes += length + 1;
  }

  #note(
    seq: number,
    {
      text,
      subject,
      of,
      part,
      elevators,
      codes,
    }: Pick<PackedRecord, 'text' | 'subject' | 'of' | 'part' | 'elevators' | 'codes'>,
  ): void {
    if (text !== null) this.#times.set(seq, text);
    if (of > 0) this.#batches.set(seq, { part, of });
    if (this.#names.textOf(subject) === '') this.#named.set(seq, elevators);
    for (const elevator of elevators) {
      this.#byElevator.add(elevator, seq);
      this.#elevators.add(elevator);
    }
    for (const code of codes) this.#byCode.add(code, seq);
  }

  /** What `add` noted since this was last asked, as it is kept on disk: each record behind the ones before it. */
  takeUnsaved(): Buffer {
    const taken = Buffer.concat(this.#unsaved);
    this.#unsaved = [];
    return taken;
  }

  /** How many entries there are. */
  get length(): number {
    return this.#lengths.length;
  }

  /** Bytes of the journal up to the end of the last line, its newline counted. */
  get bytes(): number {
    return this.#bytes;
  }

  get lastHash(): string {
    return this.length === 0 ? NO_HASH : this.#hashes.hexAt(this.length - 1);
  }

  /** The hash of the entry of a number; NO_HASH of 0, null where there is no such entry. */
  hashOf(seq: number): string | null {
    if (seq === 0) return NO_HASH;
    const hash = seq > 0 && seq <= this.length ? this.#hashes.hexAt(seq - 1) : null;
    return hash === NO_HASH ? null : hash; // of a number that was skipped
  }

  /** Of an entry that is there, as are the next ones. */
  placeOf(seq: number): LinePlace {
    return { start: this.#starts.at(seq - 1), length: this.#lengths.at(seq - 1) };
  }

  atOf(seq: number): string {
    const text = this.#times.get(seq) ?? null;
    return instantText({ instant: this.#instants.at(seq - 1), offset: this.#offsets.at(seq - 1), text });
  }

  instantOf(seq: number): number {
    return this.#instants.at(seq - 1);
  }

  stampOf(seq: number): EntryStamp {
    const type = this.#names.textOf(this.#types.at(seq - 1)) as EntryType; // as it was added
    return { at: this.atOf(seq), type, subject: this.#names.textOf(this.#subjects.at(seq - 1)) };
  }

  batchOf(seq: number): BatchPlace | null {
    return this.#batches.get(seq) ?? null;
  }

  /** Numbers of entries of a type, ascending. */
  ofType(type: EntryType): number[] {
    const wanted = this.#names.find(type);
    const found: number[] = [];
    if (wanted === undefined) return found;
    for (let place = 0; place < this.length; place++) if (this.#types.at(place) === wanted) found.push(place + 1);
    return found;
  }

  /** How many entries there are of types that this program does not know. */
  unknown(known: readonly string[]): number {
    const names = new Set(known.map((type) => this.#names.find(type)));
    let found = 0;
    for (let place = 0; place < this.length; place++)
      if (!names.has(this.#types.at(place)) && this.#lengths.at(place) > 0) found += 1;
    return found;
  }

  /**
   * Numbers of entries that do not count: parts of an import that was not written whole. `unread` = how many lines behind
   * the last entry are none.
   */
  abandoned(unread = 0): Set<number> {
    if (this.#batches.size === 0) return new Set();
    const places = Array.from({ length: this.length + unread }, (_, place) =>
      place >= this.length || this.isDamaged(place + 1) ? 'damaged' : this.batchOf(place + 1),
    );
    return new Set(abandonedParts(places).map((place) => place + 1));
  }

  /** In the order of the first entry about each. */
  elevators(): RegistrationNo[] {
    return Array.from(this.#elevators, (name) => this.#names.textOf(name) as RegistrationNo);
  }

  /** Numbers of the entries that touch an elevator, ascending. */
  of(registrationNo: RegistrationNo): readonly number[] {
    const name = this.#names.find(registrationNo);
    const found = name === undefined ? [] : this.#byElevator.of(name);
    return this.#isPlain ? found : found.sort((a, b) => a - b);
  }

  /** The elevators that an entry touches. */
  elevatorsOf(seq: number): readonly RegistrationNo[] {
    const named = this.#named.get(seq) ?? [this.#subjects.at(seq - 1)];
    return named.map((name) => this.#names.textOf(name) as RegistrationNo);
  }

  /** Numbers of entries that may give an elevator that device code, by any spelling. */
  naming(deviceCode: string): readonly number[] {
    return [normalKey(deviceCode), ANY_CODE].flatMap((code) => {
      const name = this.#names.find(code);
      return name === undefined ? [] : this.#byCode.of(name);
    });
  }
}
