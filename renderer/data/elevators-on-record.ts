import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import { allElevators, elevatorsNumbered } from './read-model';

let known: Promise<readonly Elevator[]> | null = null;

/** Particulars of every elevator, by registration number; read once, then kept up with what changes. The same list until one does. */
export function elevatorsOnRecord(): Promise<readonly Elevator[]> {
  return (known ??= allElevators().catch((error: unknown) => {
    known = null; // asked anew next time
    throw error;
  }));
}

/** The read model has followed: `touched` = the elevators that changed, null = any may have. */
export function elevatorsChanged(touched: readonly RegistrationNo[] | null): void {
  if (touched === null) known = null;
  else if (touched.length > 0)
    known = known?.then(async (list) => withChanged(list, await elevatorsNumbered(touched))) ?? null;
}

/** The list with those put in their place; the list itself where they say what it says. */
export function withChanged(list: readonly Elevator[], changed: readonly Elevator[]): readonly Elevator[] {
  const byNumber = new Map(changed.map((elevator) => [elevator.registrationNo, elevator]));
  const before = list.filter(({ registrationNo }) => byNumber.has(registrationNo));
  const isSame =
    before.length === changed.length && before.every((one) => isAlike(one, byNumber.get(one.registrationNo)));
  if (isSame) return list;
  const kept = list.map((one) => byNumber.get(one.registrationNo) ?? one);
  const were = new Set(before.map(({ registrationNo }) => registrationNo));
  const added = changed.filter(({ registrationNo }) => !were.has(registrationNo));
  if (added.length === 0) return kept;
  return [...kept, ...added].sort((a, b) => (a.registrationNo < b.registrationNo ? -1 : 1)); // as the store orders its keys
}

function isAlike(a: Elevator, b: Elevator | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b); // both come from the same rows, their members in one order
}
