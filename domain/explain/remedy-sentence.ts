import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Act } from '../inspection/inspection';
import type { Locale } from '../pack/legal-basis';
import { actsPhrase, explainWordsOf, type ActNames } from './act-names';
import type { Remedy } from './remedies';
import { fill, type RemedyWords } from './words/explain-words';

/** Days that a sentence lists before it names the first and the last. */
const LISTED = 6;

/** What would have kept one gap from arising, as a sentence without its stop. Null = cannot tell, and it says so. */
export function gapRemedySentence(remedy: Remedy | null, task: Act, names: ActNames, locale: Locale): string {
  return remedySentence(remedy, 'gap', task, names, locale);
}

/** The same of all gaps of a rule: lawful, or only nothing late where something else stands against it. */
export function ruleRemedySentence(remedy: Remedy | null, task: Act, names: ActNames, locale: Locale): string {
  return remedySentence(remedy, remedy?.lawful === true ? 'lawful' : 'inTime', task, names, locale);
}

function remedySentence(
  remedy: Remedy | null,
  result: keyof RemedyWords['result'],
  task: Act,
  names: ActNames,
  locale: Locale,
): string {
  const { remedy: words, date } = explainWordsOf(locale);
  if (remedy === null) return words.unknown;
  const acts = actsPhrase({ task, satisfiedBy: remedy.acts }, names, locale);
  const when = fill(words.when[formOf(remedy)], { ...valuesOf(remedy, date, words), acts });
  return fill(words.sentence, { when, result: words.result[result] });
}

/** For a cell of a table: how many acts and when, dates in figures. */
export function remedyInBrief(remedy: Remedy | null, locale: Locale): string {
  const { remedy: words } = explainWordsOf(locale);
  if (remedy === null) return words.unknownBrief;
  return fill(
    words.brief[formOf(remedy)],
    valuesOf(remedy, (day) => day, words),
  );
}

/** The days are one; few enough for a list; a step of so many days apart; or neither. */
export type RemedyForm = 'one' | 'list' | 'every' | 'span';

function formOf({ days }: Remedy): RemedyForm {
  if (days.length === 1) return 'one';
  if (days.length > 2 && stepOf(days) !== null) return 'every';
  return days.length <= LISTED ? 'list' : 'span';
}

/** Calendar days from each to the next; null where that differs. */
function stepOf(days: readonly CivilDate[]): number | null {
  const steps = new Set(days.slice(1).map((day, index) => toEpochDay(day) - toEpochDay(days[index]!)));
  return steps.size === 1 ? [...steps][0]! : null;
}

function valuesOf({ days, latest }: Remedy, date: (day: CivilDate) => string, words: RemedyWords) {
  return {
    first: date(days[0]!), // a remedy has an act
    last: date(days.at(-1)!),
    count: days.length,
    step: stepOf(days) ?? 0,
    days: days.map(date).join(words.comma),
    latest: !latest ? '' : days.length === 1 ? words.latest.one : words.latest.each,
  };
}
