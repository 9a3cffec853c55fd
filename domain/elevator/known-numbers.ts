import type { RegistrationNo } from './elevator';
import { skeletonsOf } from './near-twin';
import { normalKey } from './registration-no';

/**
 * The registration numbers that are known, found by any spelling. Ledgers older than the normal form may hold a number in
 * another one: it stays as it is stored, and what is typed or imported meets it here.
 */
export class KnownNumbers {
  readonly #byKey = new Map<string, RegistrationNo>();
  /** Made when near twins are first asked for: most runs never ask. */
  #bySkeleton: Map<string, RegistrationNo[]> | null = null;
  readonly #stored = new Set<string>();

  constructor(numbers: Iterable<RegistrationNo> = []) {
    for (const registrationNo of numbers) this.add(registrationNo);
  }

  add(registrationNo: RegistrationNo): void {
    if (this.#stored.has(registrationNo)) return;
    this.#stored.add(registrationNo);
    const key = normalKey(registrationNo);
    if (this.#byKey.has(key)) return;
    this.#byKey.set(key, registrationNo);
    if (this.#bySkeleton !== null) note(this.#bySkeleton, registrationNo);
  }

  /** The number as it is stored: the very one, or the first whose normal form is the same. */
  find(registrationNo: string): RegistrationNo | undefined {
    if (this.#stored.has(registrationNo)) return registrationNo as RegistrationNo;
    return this.#byKey.get(normalKey(registrationNo));
  }

  /** Near twins of a number, as stored, in the order they became known; none of a number that is known itself. */
  twinsOf(registrationNo: string): readonly RegistrationNo[] {
    if (this.#byKey.size === 0 || this.find(registrationNo) !== undefined) return [];
    this.#bySkeleton ??= [...this.#byKey.values()].reduce(note, new Map<string, RegistrationNo[]>());
    const found = skeletonsOf(registrationNo).flatMap((skeleton) => this.#bySkeleton?.get(skeleton) ?? []);
    return [...new Set(found)];
  }
}

function note(into: Map<string, RegistrationNo[]>, registrationNo: RegistrationNo): Map<string, RegistrationNo[]> {
  for (const skeleton of skeletonsOf(registrationNo)) {
    const alike = into.get(skeleton);
    if (alike === undefined) into.set(skeleton, [registrationNo]);
    else alike.push(registrationNo);
  }
  return into;
}
