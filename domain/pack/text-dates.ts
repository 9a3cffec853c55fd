import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Text } from './legal-basis';

/** A newer edition that is known to exist and was not read: nothing that it asks stands in the pack. */
export interface Successor {
  readonly title: Text;
  /** Its first day in force; null = not known. */
  readonly from: CivilDate | null;
  readonly sources: readonly string[];
}

/** How old a fact is: which text was read, and how far anybody looked for a newer one. Two dates, for neither says the other. */
export interface TextDates {
  /** Date or edition of the text that was read, `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; null = not known, or no text was read. */
  readonly textAsOf: string | null;
  /** Until when a successor was looked for; null = no search is on record. */
  readonly lookedUntil: CivilDate | null;
  readonly successorKnown?: Successor;
}

/** Months after the last search from which a reader is asked to search again. */
export const MONTHS_UNTIL_CHECK = 12;

/** Whether the text should be looked up again by that day; it asks for a look and relaxes nothing. */
export function wantsCheck({ lookedUntil }: Pick<TextDates, 'lookedUntil'>, on: CivilDate): boolean {
  return lookedUntil === null || toEpochDay(on) >= addMonths(toEpochDay(lookedUntil), MONTHS_UNTIL_CHECK);
}

/** The dates of a fact, also of one that was written down before facts had two. */
export function datesOf({ textAsOf, lookedUntil, successorKnown }: Partial<TextDates>): TextDates {
  return {
    textAsOf: textAsOf ?? null,
    lookedUntil: lookedUntil ?? null,
    ...(successorKnown === undefined ? {} : { successorKnown }),
  };
}

/** The dates of many facts in one line: the earliest and the latest of each, and what is not known. */
export interface DatesInBrief {
  /** Earliest and latest edition read; null = of none is it known. */
  readonly texts: readonly [earliest: string, latest: string] | null;
  /** Facts whose text has no known date. */
  readonly undated: number;
  /** The day until which a successor of each was looked for; null = for some, no search is on record. */
  readonly lookedUntil: CivilDate | null;
  /** Newer editions known and not read, each once. */
  readonly successors: readonly Successor[];
}

/** What is judged or shown by a pack, with its dates. */
export function datedFactsOf({
  rules,
  requirements,
}: {
  readonly rules: readonly { readonly versions: readonly TextDates[] }[];
  readonly requirements: readonly TextDates[];
}): readonly TextDates[] {
  return [...rules.flatMap(({ versions }) => versions), ...requirements];
}

export function datesInBrief(facts: readonly TextDates[]): DatesInBrief {
  const texts = facts.flatMap(({ textAsOf }) => (textAsOf === null ? [] : [textAsOf])).sort();
  const [earliest, latest] = [texts[0], texts.at(-1)];
  const looked = facts.map(({ lookedUntil }) => lookedUntil);
  const known = facts.flatMap(({ successorKnown }) => (successorKnown === undefined ? [] : [successorKnown]));
  return {
    texts: earliest === undefined || latest === undefined ? null : [earliest, latest],
    undated: facts.length - texts.length,
    lookedUntil: looked.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b), looked[0] ?? null),
    successors: [...new Map(known.map((successor) => [successor.title.en, successor])).values()],
  };
}
