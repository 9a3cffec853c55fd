import { isTask, type Act } from '../inspection/inspection';
import type { Locale } from '../pack/legal-basis';
import type { RulePack } from '../pack/rule-pack';
import { TASKS, type Task } from '../visit/visit';
import type { Explanation } from './explanation';
import { explainEn } from './words/en';
import { fill, type ExplainWords } from './words/explain-words';
import { explainZhCn } from './words/zh-cn';

/** Names of the acts, from the pack that judged. */
export type ActNames = Pick<RulePack, 'tasks' | 'inspections'>;

export function explainWordsOf(locale: Locale): ExplainWords {
  return locale === 'en' ? explainEn : explainZhCn;
}

/** What people call an act: "quarter visit", "periodic inspection". */
export function nameOf(act: Act, { tasks, inspections }: ActNames, locale: Locale): string {
  const task = isTask(act);
  const named = task ? tasks.find(({ id }) => id === act) : inspections.find(({ id }) => id === act);
  const name = inSentence(named?.title[locale] ?? act, locale);
  return task ? fill(explainWordsOf(locale).visit, { act: name }) : name;
}

/** English names stand in lower case inside a sentence, but for abbreviations. */
function inSentence(name: string, locale: Locale): string {
  return locale === 'en' && !/^.[A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/**
 * Which acts would answer: "a quarter visit or a longer one" where visits do; where inspections do, the one that the rule
 * is named after, and visits that contain it.
 */
export function actsPhrase(
  { task, satisfiedBy }: Pick<Explanation, 'task' | 'satisfiedBy'>,
  names: ActNames,
  locale: Locale,
): string {
  const words = explainWordsOf(locale);
  const tasks = satisfiedBy.filter(isTask);
  const asked = isTask(task) ? [] : [fill(words.one, { act: nameOf(task, names, locale) })];
  const shortest = TASKS.find((visit) => tasks.includes(visit));
  const visits = shortest === undefined ? [] : [visitsPhrase(shortest, tasks.length, names, locale)];
  return [...asked, ...visits].reduce((left, right) => fill(words.or, { left, right }));
}

function visitsPhrase(shortest: Task, categories: number, names: ActNames, locale: Locale): string {
  const words = explainWordsOf(locale);
  if (categories === TASKS.length) return words.anyVisit;
  return fill(categories === 1 ? words.one : words.orLonger, { act: nameOf(shortest, names, locale) });
}
