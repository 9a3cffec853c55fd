/**
 * Objects of one kind as three lists: copying a list is far cheaper than copying as many objects, and a word that many
 * of them share stands once. `codes` has a place for each object and key: 0 = absent, else one more than the place of the value.
 */
export interface PackedTable {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
  readonly codes: Int32Array;
}

/** Plain data only: values are primitives or plain objects; a key without a value is as good as absent. */
export function packTable(objects: readonly object[]): PackedTable {
  const keys = keysOf(objects);
  const values = new Values();
  const codes = new Int32Array(objects.length * keys.length);
  let at = 0;
  for (const object of objects as readonly Readonly<Record<string, unknown>>[])
    for (const key of keys) codes[at++] = values.codeOf(object[key]);
  return { keys, values: values.all, codes };
}

/** Each once, in the order in which they first appear. */
export function keysOf(objects: readonly object[]): string[] {
  const keys = new Set<string>();
  for (const object of objects) for (const key in object) keys.add(key);
  return [...keys];
}

/** The values of a table, each of them once. */
export class Values {
  readonly all: unknown[] = [];
  readonly #places = new Map<unknown, number>();

  codeOf(value: unknown): number {
    if (value === undefined) return 0;
    const key = typeof value === 'object' ? likeness(value) : value;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const code = this.all.push(value);
    if (typeof key !== 'object' || key === null) this.#places.set(key, code); // objects are not alike because they are equal
    return code;
  }
}

/** Lists of words, such as who came, are alike where they say the same. */
function likeness(value: object | null): unknown {
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) return value;
  return `${LIST} ${JSON.stringify(value)}`;
}

/** Begins no text: a lone surrogate passes no guard of the bridge. */
const LIST = '\ud800';

/** What `packTable` was given, key for key. */
export function unpackTable<T extends object>({ keys, values, codes }: PackedTable): T[] {
  const objects: T[] = [];
  for (let at = 0; at < codes.length;) {
    const object: Record<string, unknown> = {};
    for (const key of keys) {
      const code = codes[at++]!;
      if (code !== 0) object[key] = values[code - 1];
    }
    objects.push(object as T); // its keys and values are those that were packed
  }
  return objects;
}
