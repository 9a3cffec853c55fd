import type { Elevator } from '../../domain/elevator/elevator';
import { normalKey } from '../../domain/elevator/registration-no';

/** The words of a search, in the form of `searchText`. */
export function searchWords(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((word) => normalKey(word).toLowerCase())
    .filter((word) => word !== '');
}

/** Whether the names of an elevator hold every one of the words, whichever way either of them is spelled. */
export function isFoundBy(elevator: Elevator, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = searchText(elevator);
  return words.every((word) => text.includes(word));
}

/** Made once an elevator: every key that is typed asks it of the whole fleet. */
const texts = new WeakMap<Elevator, string>();

/** Text an elevator is found by. */
function searchText(elevator: Elevator): string {
  let text = texts.get(elevator);
  if (text === undefined) texts.set(elevator, (text = makeSearchText(elevator)));
  return text;
}

function makeSearchText(elevator: Elevator): string {
  const { registrationNo, deviceCode, rescueCode, address, district, internalNo, userUnit } = elevator;
  return [registrationNo, deviceCode, rescueCode, `${district ?? ''}${address ?? ''}${internalNo ?? ''}`, userUnit]
    .map((name) => normalKey(name ?? ''))
    .join(' ')
    .toLowerCase();
}

/** The elevator whose number was typed, by any spelling of it. */
export function elevatorNumbered<E extends Pick<Elevator, 'registrationNo'>>(
  elevators: readonly E[],
  typed: string,
): E | undefined {
  const key = normalKey(typed);
  return (
    elevators.find(({ registrationNo }) => registrationNo === typed) ??
    elevators.find(({ registrationNo }) => normalKey(registrationNo) === key)
  );
}
