import { isAsked, type LedgerDoubt } from '../doubts/answered';
import type { RegistrationNo } from '../elevator/elevator';
import type { Fleet } from './elevator-history';
import type { DoubtsRest } from './questions';

/** Visits that are held in memory at once for the checks; the command line looks through any number. */
export const MOST_VISITS_LOOKED_AT = 1_000_000;

/** How many visits the fleet has, where they are too many. */
export function tooManyIn(fleet: Fleet): number | null {
  let visits = 0;
  for (const row of fleet.values()) visits += row.visits.length;
  return visits > MOST_VISITS_LOOKED_AT ? visits : null;
}

/** How many doubts ask for an answer, by the elevators whose records they name. */
export function openByElevator(doubts: readonly LedgerDoubt[]): (readonly [RegistrationNo, number])[] {
  const counts = new Map<RegistrationNo, number>();
  for (const one of doubts)
    if (isAsked(one)) for (const no of numbersIn(one)) counts.set(no, (counts.get(no) ?? 0) + 1);
  return [...counts];
}

export function doubtsOfElevator(doubts: readonly LedgerDoubt[], registrationNo: RegistrationNo): LedgerDoubt[] {
  return doubts.filter((one) => numbersIn(one).has(registrationNo));
}

export function doubtsRest(fleet: Fleet, doubts: readonly LedgerDoubt[]): DoubtsRest {
  const numbers = new Set(doubts.flatMap((one) => [...numbersIn(one)]));
  return { tooMany: null, addresses: Array.from(numbers, (no) => [no, fleet.get(no)?.elevator.address] as const) };
}

function numbersIn({ records }: LedgerDoubt): ReadonlySet<RegistrationNo> {
  return new Set(records.map(({ registrationNo }) => registrationNo));
}
