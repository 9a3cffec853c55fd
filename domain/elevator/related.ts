import type { Elevator, RegistrationNo } from './elevator';
import { normalKey } from './registration-no';
import { sharedDeviceCodes } from './shared-device-codes';

/** What else of a register is about one elevator. */
export interface Related {
  /** Certificates that it had before, the latest first. */
  readonly predecessors: readonly Elevator[];
  /** Other certificates in use with its device code. */
  readonly sameCode: readonly RegistrationNo[];
}

/** Found by the successor that a certificate names, step by step, and by the device code; each is named once. */
export function relatedTo(elevator: Elevator, elevators: Iterable<Elevator>): Related {
  const code = elevator.deviceCode === undefined ? null : normalKey(elevator.deviceCode);
  const before = new Map<string, Elevator[]>();
  const coded: Elevator[] = [];
  for (const one of elevators) {
    if (one.successorNo !== undefined) {
      const key = normalKey(one.successorNo);
      before.set(key, [...(before.get(key) ?? []), one]);
    }
    if (code !== null && one.deviceCode !== undefined && normalKey(one.deviceCode) === code) coded.push(one);
  }
  const { registrationNo } = elevator;
  const shared = sharedDeviceCodes(coded).flatMap(({ registrationNos }) => registrationNos);
  return {
    predecessors: chainBefore(elevator, before),
    sameCode: shared.includes(registrationNo) ? shared.filter((no) => no !== registrationNo) : [],
  };
}

/** Registers have named each other in a circle: whoever was met is not met again. */
function chainBefore(elevator: Elevator, before: ReadonlyMap<string, readonly Elevator[]>): Elevator[] {
  const met = new Set([normalKey(elevator.registrationNo)]);
  const found: Elevator[] = [];
  for (let at = [elevator]; at.length > 0;) {
    at = at
      .flatMap(({ registrationNo }) => before.get(normalKey(registrationNo)) ?? [])
      .filter(({ registrationNo }) => {
        const key = normalKey(registrationNo);
        return !met.has(key) && met.add(key).has(key);
      });
    found.push(...at);
  }
  return found;
}
