/** A list of numbers that grows, in one piece of memory: millions of objects would take ten times as much. */
export class Column<A extends Uint32Array | Uint16Array | Float64Array> {
  readonly #make: (length: number) => A;
  #items: A;
  #length = 0;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#items = make(16);
  }

  get length(): number {
    return this.#length;
  }

  /** The number at a place that is there. */
  at(place: number): number {
    return this.#items[place]!;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const wider = this.#make(2 * this.#length);
      wider.set(this.#items);
      this.#items = wider;
    }
    this.#items[this.#length++] = value;
  }

  set(place: number, value: number): void {
    while (this.#length <= place) this.push(0);
    this.#items[place] = value;
  }
}

export const u32 = (length: number): Uint32Array => new Uint32Array(length);
export const u16 = (length: number): Uint16Array => new Uint16Array(length);
export const f64 = (length: number): Float64Array => new Float64Array(length);

/** Pieces of bytes of one length, one after the other. */
export class ByteColumn {
  readonly #width: number;
  #bytes: Buffer;
  #length = 0;

  constructor(width: number) {
    this.#width = width;
    this.#bytes = Buffer.alloc(16 * width);
  }

  push(piece: Uint8Array): void {
    const end = (this.#length + 1) * this.#width;
    if (end > this.#bytes.length) {
      const wider = Buffer.alloc(2 * this.#bytes.length);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(piece, this.#length++ * this.#width);
  }

  /** Another piece at a place that is there. */
  set(place: number, piece: Uint8Array): void {
    this.#bytes.set(piece, place * this.#width);
  }

  hexAt(place: number): string {
    return this.#bytes.toString('hex', place * this.#width, (place + 1) * this.#width);
  }
}

/** Under each key, which is a small number, numbers in the order in which they came. */
export class Postings {
  /** By key: one more than the place of its newest; 0 = none. */
  readonly #newest = new Column(u32);
  readonly #values = new Column(u32);
  readonly #before = new Column(u32);

  /** A value that is the newest under the key already is not noted twice. */
  add(key: number, value: number): void {
    const newest = key < this.#newest.length ? this.#newest.at(key) : 0;
    if (newest > 0 && this.#values.at(newest - 1) === value) return;
    this.#values.push(value);
    this.#before.push(newest);
    this.#newest.set(key, this.#values.length);
  }

  of(key: number): number[] {
    const found: number[] = [];
    let place = key < this.#newest.length ? this.#newest.at(key) : 0;
    for (; place > 0; place = this.#before.at(place - 1)) found.push(this.#values.at(place - 1));
    return found.reverse();
  }
}

/** Texts by small numbers, each once. */
export class Names {
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();

  get length(): number {
    return this.#texts.length;
  }

  /** The number of a text, given to it now where it has none. */
  numberOf(text: string): number {
    return this.#places.get(text) ?? this.add(text);
  }

  find(text: string): number | undefined {
    return this.#places.get(text);
  }

  add(text: string): number {
    const place = this.#texts.push(text) - 1;
    this.#places.set(text, place);
    return place;
  }

  textOf(place: number): string {
    return this.#texts[place]!;
  }

  /** Those that were added last, from a number on. */
  since(place: number): readonly string[] {
    return this.#texts.slice(place);
  }
}
