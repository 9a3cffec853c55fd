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
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const places = new Map<unknown, number>();
  const values: unknown[] = [];
  const codes = new Int32Array(objects.length * keys.length);
  let at = 0;
  for (const object of objects as readonly Readonly<Record<string, unknown>>[])
    for (const key of keys) {
      const value = object[key];
      if (value !== undefined) codes[at] = placeOf(value, values, places);
      at += 1;
    }
  return { keys, values, codes };
}

function placeOf(value: unknown, values: unknown[], places: Map<unknown, number>): number {
  const key = likeness(value);
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = values.push(value);
  if (typeof key !== 'object' || key === null) places.set(key, place); // objects are not alike because they are equal
  return place;
}

/** Lists of words, such as who came, are alike where they say the same. */
function likeness(value: unknown): unknown {
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
