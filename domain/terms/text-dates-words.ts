import type { CivilDate } from '../calendar/civil-date';
import type { Locale } from '../pack/legal-basis';
import { wantsCheck, type DatesInBrief, type Successor, type TextDates } from '../pack/text-dates';
import { termsOf } from './terms-of';

/** How old a fact is, in the order in which it is told: text read, search, what is known to be newer, and whether to look again. */
export function textDatesWords(dates: TextDates, on: CivilDate, locale: Locale): readonly string[] {
  const { text } = termsOf(locale);
  const { textAsOf, lookedUntil, successorKnown } = dates;
  return [
    textAsOf === null ? text.undated : text.asOf(textAsOf),
    lookedUntil === null ? text.neverLooked : text.lookedUntil(lookedUntil),
    ...(successorKnown === undefined ? [] : [successorWords(successorKnown, locale)]),
    ...(wantsCheck(dates, on) ? [text.check] : []),
  ];
}

export function textDatesSentence(dates: TextDates, on: CivilDate, locale: Locale): string {
  return textDatesWords(dates, on, locale).join(locale === 'en' ? '; ' : '；');
}

export function successorWords({ title, from }: Successor, locale: Locale): string {
  return termsOf(locale).text.successor(title[locale], from);
}

/** The dates of a whole pack. */
export function briefDatesWords(dates: DatesInBrief, on: CivilDate, locale: Locale): readonly string[] {
  const { text } = termsOf(locale);
  const { texts, undated, lookedUntil, successors } = dates;
  return [
    texts === null ? text.undated : text.asOf(texts[0] === texts[1] ? texts[0] : text.range(...texts)),
    ...(texts !== null && undated > 0 ? [text.someUndated(undated)] : []),
    lookedUntil === null ? text.partlyLooked : text.lookedUntil(lookedUntil),
    ...(successors.length === 0 ? [] : [text.successors(successors.length)]),
    ...(wantsCheck(dates, on) ? [text.check] : []),
  ];
}
