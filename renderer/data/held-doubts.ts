import { askedItemsOf, type DoubtPart } from '../../domain/doubts/from-dossiers';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { FleetDoubts, type DoubtsQuestion } from '../../domain/fleet/fleet-doubts';

type Load = (
  numbers: readonly RegistrationNo[],
  asked: ReadonlySet<string>,
) => Promise<ReadonlyMap<RegistrationNo, DoubtPart | null>>;

const AT_ONCE = 200;

/** The doubts by the question asked last: one more question of the same kind reads only the elevators that changed since. */
export class HeldDoubts {
  #key = '';
  #doubts: FleetDoubts | null = null;
  #changed = new Set<RegistrationNo>();

  /** These elevators changed; null = any may have. */
  forget(numbers: readonly RegistrationNo[] | null): void {
    if (numbers === null) this.#doubts = null;
    else for (const no of numbers) this.#changed.add(no);
  }

  /** One call at a time. Between two parts of the reading others take their turn, and may change what was read. */
  async by(question: DoubtsQuestion, numbers: () => Iterable<RegistrationNo>, load: Load): Promise<FleetDoubts> {
    const { pack, asOf, certificates, roster } = question;
    const key = JSON.stringify([pack.id, pack.version, pack.believability, asOf, certificates, roster]);
    if (key !== this.#key) this.#doubts = null;
    this.#key = key;
    const asked = askedItemsOf(pack);
    for (;;) {
      if (this.#doubts === null) {
        this.#changed = new Set(numbers());
        this.#doubts = new FleetDoubts(question);
      }
      const doubts: FleetDoubts = this.#doubts;
      const part = [...this.#changed].slice(0, AT_ONCE);
      if (part.length === 0) return doubts;
      for (const no of part) this.#changed.delete(no);
      try {
        doubts.put(await load(part, asked));
      } catch (error) {
        this.#doubts = null;
        throw error;
      }
    }
  }
}
