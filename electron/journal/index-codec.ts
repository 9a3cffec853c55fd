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
export function encodeRecord(record: PackedRecord): Buffer {
  const bytes: number[] = [];
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  const text = (value: string): void => {
    const encoded = Buffer.from(value, 'utf8');
    number(encoded.length);
    for (const byte of encoded) bytes.push(byte);
  };
  const list = (values: readonly number[]): void => {
    number(values.length);
    for (const value of values) number(value);
  };
  number(record.names.length);
  for (const name of record.names) text(name);
  for (const byte of record.hash) bytes.push(byte);
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

/** The records in bytes made by `encodeRecord`. Throws RangeError on others. */
export function* decodeRecords(bytes: Buffer): Generator<PackedRecord> {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes.readUInt8(at++);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const piece = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('the index ends within a record');
    return bytes.subarray(at, (at += length));
  };
  const text = (): string => piece(number()).toString('utf8');
  const several = <T>(one: () => T): T[] => {
    const count = number();
    if (count > bytes.length - at) throw new RangeError('the index names more than it holds');
    return Array.from({ length: count }, one);
  };
  while (at < bytes.length) {
    const names = several(text);
    const hash = piece(HASH_BYTES);
    const length = number();
    const written = number();
    const instant: PackedInstant =
      written === 0 ? unwritten(text()) : { instant: number() * 1000, offset: written - 1, text: null };
    const [type, subject, of] = [number(), number(), number()];
    const part = of > 0 ? number() : 0;
    yield {
      names,
      hash,
      length,
      ...instant,
      type,
      subject,
      of,
      part,
      elevators: several(number),
      codes: several(number),
    };
  }
}

function unwritten(text: string): PackedInstant {
  return { instant: Date.parse(text), offset: 0, text };
}
