import { nameKey } from '../doubts/names';
import type { Firm } from './firm';
import type { Person } from './person';

/**
 * By what a person is told from another: the number of the certificate; without one the name with its firm. Two of one name
 * are two people as long as their keys differ, and nothing ever joins them.
 */
export function personKey({ name, firm = '', certificateNo = '' }: Person): string {
  return certificateNo === '' ? JSON.stringify([nameKey(name), nameKey(firm)]) : nameKey(certificateNo);
}

export function firmKey({ name }: Firm): string {
  return nameKey(name);
}

/** How many others among these are written with the same name. */
export function namesakesOf(person: Person, people: readonly Person[]): number {
  const key = nameKey(person.name);
  return people.filter((other) => other !== person && nameKey(other.name) === key).length;
}
