import type { RegistrationNo } from '../../domain/elevator/elevator';

interface EarlierRows {
  /** By row, which of `elevators` it is about. */
  readonly elevatorOf: Uint32Array;
  /** In the order in which rows first speak of them. */
  readonly elevators: readonly RegistrationNo[];
  /** By row, the first one of its elevator that is about the same happening; -1 where that is the row itself. */
  readonly before: Int32Array;
}

/** The rows of each elevator are gone through by themselves: the keys of all at once would take more than the rows. */
export function earlierRows<T extends { readonly registrationNo: RegistrationNo }>(
  rows: readonly { readonly value: T }[],
  keyOf: (value: T) => string,
): EarlierRows {
  const { elevatorOf, elevators } = elevatorsOf(rows);
  const before = new Int32Array(rows.length).fill(-1);
  const first = new Map<string, number>();
  let last = -1;
  for (const at of byElevator(elevatorOf, elevators.length)) {
    if (elevatorOf[at] !== last) first.clear();
    last = elevatorOf[at]!;
    const key = keyOf(rows[at]!.value);
    const known = first.get(key);
    if (known === undefined) first.set(key, at);
    else before[at] = known;
  }
  return { elevatorOf, elevators, before };
}

function elevatorsOf(
  rows: readonly { readonly value: { readonly registrationNo: RegistrationNo } }[],
): Pick<EarlierRows, 'elevatorOf' | 'elevators'> {
  const elevatorOf = new Uint32Array(rows.length);
  const elevators: RegistrationNo[] = [];
  const known = new Map<RegistrationNo, number>();
  for (const [at, { value }] of rows.entries()) {
    let elevator = known.get(value.registrationNo);
    if (elevator === undefined) known.set(value.registrationNo, (elevator = elevators.push(value.registrationNo) - 1));
    elevatorOf[at] = elevator;
  }
  return { elevatorOf, elevators };
}

/** The rows, those of one elevator one after the other and each in its order. */
function byElevator(elevatorOf: Uint32Array, elevators: number): Uint32Array {
  const next = new Uint32Array(elevators + 1);
  for (const elevator of elevatorOf) next[elevator + 1]! += 1;
  for (let elevator = 0; elevator < elevators; elevator += 1) next[elevator + 1]! += next[elevator]!;
  const order = new Uint32Array(elevatorOf.length);
  for (const [at, elevator] of elevatorOf.entries()) {
    order[next[elevator]!] = at;
    next[elevator]! += 1;
  }
  return order;
}
