import type { Elevator, RegistrationNo } from '../elevator/elevator';
import { normalKey } from '../elevator/registration-no';
import type { Fleet } from './elevator-history';
import { soundsLike, type SoundsOf, type Stretch } from './sounds';

/** The words of a search, in the form of `keyOf`. */
export function searchWords(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map((word) => normalKey(word).toLowerCase())
    .filter((word) => word !== '');
}

interface SoughtWord {
  readonly key: string;
  /** The same where it is all letters, which may be how a name sounds. */
  readonly letters: string | null;
  /** Names told already: the elevators of a site share theirs. */
  readonly sounding: Map<string, boolean>;
}

/** What a text asks for: every one of its words, as it is spelled or as it sounds. */
export interface Sought {
  readonly words: readonly SoughtWord[];
  readonly soundsOf: SoundsOf;
}

/** One letter sounds like half of all names. */
const LETTERS = /^[a-z]{2,}$/;

export function soughtBy(text: string, soundsOf: SoundsOf): Sought {
  const words = searchWords(text).map((key) => ({ key, letters: LETTERS.test(key) ? key : null, sounding: new Map() }));
  return { words, soundsOf };
}

/** Whether names that belong to one thing hold every word; `key` = them in the form of `keyOf`. */
export function holds({ words, soundsOf }: Sought, key: string, names: readonly string[]): boolean {
  return words.every((word) => key.includes(word.key) || names.some((name) => sounds(word, name, soundsOf)));
}

function sounds({ letters, sounding }: SoughtWord, name: string, soundsOf: SoundsOf): boolean {
  if (letters === null) return false;
  let told = sounding.get(name);
  if (told === undefined) sounding.set(name, (told = soundsLike(name, letters, soundsOf) !== null));
  return told;
}

/** The stretches of a text that the words are found by, in its order. */
export function marksIn(text: string, { words, soundsOf }: Sought): Stretch[] {
  const lower = text.toLowerCase();
  const found = words.flatMap(({ key, letters }): Stretch[] => {
    const at = lower.indexOf(key);
    if (at >= 0) return [[at, at + key.length]];
    const stretch = letters === null ? null : soundsLike(text, letters, soundsOf);
    return stretch === null ? [] : [stretch];
  });
  return found.sort(([a], [b]) => a - b).filter(([from], at, all) => at === 0 || from >= all[at - 1]![1]);
}

/** Whether the names of an elevator hold every one of the words, whichever way either of them is spelled. */
export function isFoundBy(elevator: Elevator, sought: Sought): boolean {
  if (sought.words.length === 0) return true;
  const { key, names } = namesOf(elevator);
  return holds(sought, key, names);
}

interface Names {
  /** All that it is found by as it is spelled. */
  readonly key: string;
  /** What it is found by as it sounds. */
  readonly names: readonly string[];
}

/** Made once an elevator: every key that is typed asks it of the whole fleet. */
const known = new WeakMap<Elevator, Names>();

function namesOf(elevator: Elevator): Names {
  let names = known.get(elevator);
  if (names === undefined) known.set(elevator, (names = makeNames(elevator)));
  return names;
}

function makeNames(elevator: Elevator): Names {
  const { registrationNo, deviceCode, rescueCode, address, district, internalNo } = elevator;
  const { userUnit, propertyManager, maintainer } = elevator;
  const place = `${district ?? ''}${address ?? ''}${internalNo ?? ''}`;
  const names = [address, district, userUnit, propertyManager, maintainer].filter((name) => name !== undefined);
  return {
    key: keyOf([registrationNo, deviceCode, rescueCode, place, userUnit, propertyManager, maintainer]),
    names: [...new Set(names)],
  };
}

/** Names in the form in which words are sought in them. */
export function keyOf(names: readonly (string | undefined)[]): string {
  return names
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

export interface SearchQuestion {
  readonly text: string;
  /** How many are wanted. */
  readonly most: number;
}

/** Elevators whose names hold every word of a text, in the order of the fleet, the one with that number before all others; none for an empty text. */
export function foundIn(fleet: Fleet, { text, most }: SearchQuestion, soundsOf: SoundsOf): readonly Elevator[] {
  const sought = soughtBy(text, soundsOf);
  if (sought.words.length === 0) return [];
  const found = Array.from(fleet.values(), ({ elevator }) => elevator).filter((one) => isFoundBy(one, sought));
  const numbered = elevatorNumbered(found, text);
  const shown = found.slice(0, most);
  return numbered === undefined ? shown : [numbered, ...shown.filter((one) => one !== numbered)].slice(0, most);
}

/** For each elevator, in the order of the fleet, 1 where its names hold every word of a text. */
export function matchesIn(fleet: Fleet, text: string, soundsOf: SoundsOf): Uint8Array {
  const sought = soughtBy(text, soundsOf);
  return Uint8Array.from(fleet.values(), ({ elevator }) => (isFoundBy(elevator, sought) ? 1 : 0));
}

/** The elevators that stand before and after one in a list; null = there is none. */
export interface Neighbours {
  readonly previous: RegistrationNo | null;
  readonly next: RegistrationNo | null;
}

export function neighboursIn(order: readonly RegistrationNo[], registrationNo: RegistrationNo): Neighbours {
  const at = order.indexOf(registrationNo);
  return { previous: at > 0 ? (order[at - 1] ?? null) : null, next: at < 0 ? null : (order[at + 1] ?? null) };
}
