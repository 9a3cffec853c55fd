/** Room for so many elevators beside 32 bits of a hash in one exact number. */
const ELEVATORS = 2 ** 20;
/** So many are gone through one by one before they are sorted in. */
const MOST_FRESH = 50_000;

/**
 * Which elevators carry a mark: eight bytes each, for a fleet has millions. Marks are kept as hashes, so that now and then
 * an elevator is named that does not carry it; none that does is left out.
 */
export class MarkIndex {
  readonly #elevators: string[] = [];
  readonly #places = new Map<string, number>();
  #sorted = new Float64Array(0);
  #fresh: number[] = [];

  /** An elevator carries a mark; twice is as once. */
  add(registrationNo: string, key: string): void {
    let place = this.#places.get(registrationNo);
    if (place === undefined) {
      place = this.#elevators.length;
      if (place >= ELEVATORS) throw new RangeError('more elevators than the index has room for');
      this.#elevators.push(registrationNo);
      this.#places.set(registrationNo, place);
    }
    this.#fresh.push(hashOf(key) * ELEVATORS + place);
  }

  /** Elevators that may carry one of the marks, each once, in the order in which they came. */
  find(keys: Iterable<string>): string[] {
    if (this.#fresh.length > MOST_FRESH) this.#sortIn();
    const hashes = new Set<number>();
    for (const key of keys) hashes.add(hashOf(key));
    const found = new Set<number>();
    for (const hash of hashes)
      for (let at = this.#firstFrom(hash * ELEVATORS); at < this.#sorted.length; at++) {
        const one = this.#sorted[at]!; // within
        if (one >= (hash + 1) * ELEVATORS) break;
        found.add(one % ELEVATORS);
      }
    for (const one of this.#fresh) if (hashes.has(Math.floor(one / ELEVATORS))) found.add(one % ELEVATORS);
    return [...found].sort((a, b) => a - b).map((place) => this.#elevators[place]!); // as it was added
  }

  #sortIn(): void {
    const all = new Float64Array(this.#sorted.length + this.#fresh.length);
    all.set(this.#sorted);
    all.set(this.#fresh, this.#sorted.length);
    this.#fresh = [];
    all.sort();
    let kept = 0;
    for (const one of all) if (kept === 0 || one !== all[kept - 1]) all[kept++] = one;
    this.#sorted = all.slice(0, kept);
  }

  #firstFrom(value: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** FNV-1a over the signs, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
