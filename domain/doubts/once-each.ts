/** A function of a text that is worked out once for each text: a fleet has few names and days, and many visits. */
export function onceEach<K extends string, V>(work: (text: K) => V): (text: K) => V {
  const known = new Map<K, V>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = work(text)));
    return value;
  };
}
