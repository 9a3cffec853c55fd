/** The instant of an entry such that its text comes out again: `text` stands only where it is written otherwise. */
export interface PackedInstant {
  /** Milliseconds; NaN where the text is no instant. */
  readonly instant: number;
  /** Minutes, one day added; ZULU for `Z`. */
  readonly offset: number;
  readonly text: string | null;
}

/** What the index keeps of an entry, its texts by their numbers. */
export interface PackedRecord extends PackedInstant {
  /** Texts that appear here for the first time; they have the next numbers. */
  readonly names: readonly string[];
  /** 32 bytes. */
  readonly hash: Uint8Array;
  readonly length: number;
  readonly type: number;
  readonly subject: number;
  /** 0 = stands for itself. */
  readonly of: number;
  readonly part: number;
  readonly elevators: readonly number[];
  readonly codes: readonly number[];
}

/** What the index notes, in the order of the file. */
export type IndexNote =
  /** The next entry; `gap` = bytes between the line before and its own that give none; -1 where the newline between them is lost. */
  | { readonly kind: 'entry'; readonly gap: number; readonly record: PackedRecord }
  /** Numbers under which none can be read; `hash` = of the last of them. */
  | { readonly kind: 'missing'; readonly count: number; readonly hash: Uint8Array }
  /** An entry of such a number, out of its place. */
  | { readonly kind: 'stray'; readonly seq: number; readonly start: number; readonly record: PackedRecord };

/** What a note begins with; an entry that lies behind the one before it takes no more. */
const KINDS = { plain: 0, behindGap: 1, missing: 2, stray: 3 } as const;

const DAY_MINUTES = 24 * 60;
const ZULU = 3 * DAY_MINUTES;
const REGULAR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|([+-])(\d\d):(\d\d))$/;
const HASH_BYTES = 32;

export function packInstant(text: string): PackedInstant {
  const instant = Date.parse(text);
  const found = REGULAR.exec(text);
  if (found === null || !(instant >= 0)) return { instant, offset: 0, text };
  const [, sign, hours, minutes] = found;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) + DAY_MINUTES;
  const packed = { instant, offset: sign === undefined ? ZULU : offset, text: null };
  return instantText(packed) === text ? packed : { instant, offset: 0, text };
}

export function instantText({ instant, offset, text }: PackedInstant): string {
  if (text !== null) return text;
  const minutes = offset === ZULU ? 0 : offset - DAY_MINUTES;
  const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19);
  return offset === ZULU ? `${local}Z` : `${local}${minutes < 0 ? '-' : '+'}${clock(Math.abs(minutes))}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Numbers take a byte for each seven bits; a text stands behind its length. */
export function encodeNote(note: IndexNote): Buffer {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  const all = (piece: Uint8Array): void => {
    for (const byte of piece) bytes.push(byte);
  };
  const text = (value: string): void => {
    const encoded = Buffer.from(value, 'utf8');
    number(encoded.length);
    all(encoded);
  };
  const list = (values: readonly number[]): void => {
    number(values.length);
    for (const value of values) number(value);
  };
  if (note.kind === 'missing') {
    number(KINDS.missing);
    number(note.count);
    all(note.hash);
    return Buffer.from(bytes);
  }
  const { record } = note;
  if (note.kind === 'stray') {
    number(KINDS.stray);
    number(note.seq);
    number(note.start);
  } else if (note.gap === 0) {
    number(KINDS.plain);
  } else {
    number(KINDS.behindGap);
    number(note.gap + 1);
  }
  number(record.names.length);
  for (const name of record.names) text(name);
  all(record.hash);
  number(record.length);
  number(record.text === null ? record.offset + 1 : 0);
  if (record.text === null) number(record.instant / 1000);
  else text(record.text);
  number(record.type);
  number(record.subject);
  number(record.of);
  if (record.of > 0) number(record.part);
  list(record.elevators);
  list(record.codes);
  return Buffer.from(bytes);
}

/** The notes in bytes made by `encodeNote`. Throws RangeError on others. */
export function* decodeNotes(bytes: Buffer): Generator<IndexNote> {
  const reader = new NoteReader(bytes);
  while (!reader.isAtEnd) {
    const kind = reader.number();
    if (kind === KINDS.plain) yield { kind: 'entry', gap: 0, record: reader.record() };
    else if (kind === KINDS.behindGap) yield { kind: 'entry', gap: reader.number() - 1, record: reader.record() };
    else if (kind === KINDS.missing) yield { kind: 'missing', count: reader.number(), hash: reader.piece(HASH_BYTES) };
    else if (kind === KINDS.stray)
      yield { kind: 'stray', seq: reader.number(), start: reader.number(), record: reader.record() };
    else throw new RangeError('the index has a note of no known kind');
  }
}

class NoteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes.readUInt8(this.#at++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  piece(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the index ends within a note');
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  record(): PackedRecord {
    const names = this.#several(() => this.#text());
    const hash = this.piece(HASH_BYTES);
    const length = this.number();
    const written = this.number();
    const instant: PackedInstant =
      written === 0 ? unwritten(this.#text()) : { instant: this.number() * 1000, offset: written - 1, text: null };
    const [type, subject, of] = [this.number(), this.number(), this.number()];
    const part = of > 0 ? this.number() : 0;
    const elevators = this.#several(() => this.number());
    return {
      names,
      hash,
      length,
      ...instant,
      type,
      subject,
      of,
      part,
      elevators,
      codes: this.#several(() => this.number()),
    };
  }

  #text(): string {
    return this.piece(this.number()).toString('utf8');
  }

  #several<T>(one: () => T): T[] {
    const count = this.number();
    if (count > this.#bytes.length - this.#at) throw new RangeError('the index names more than it holds');
    return Array.from({ length: count }, one);
  }
}

function unwritten(text: string): PackedInstant {
  return { instant: Date.parse(text), offset: 0, text };
}
