/** Tables repeat the same few words; what is longer is a sentence of its own. */
const LONGEST = 64;
const MOST = 4_096;

/** A pure reading of short texts that remembers what the last few thousand different ones gave; its results are shared. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { value });
    return value;
  };
}
