import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { isTask, type Act } from '../inspection/inspection';
import type { Locale, RulePack } from '../pack/rule-pack';
import { TASKS, type Task } from '../visit/visit';
import { NOT_COUNTED_REASONS, type ActRef, type ExplainedInterval, type Explanation } from './explanation';
import { explainEn } from './words/en';
import { fill, type ExplainWords, type LineKind } from './words/explain-words';
import { explainZhCn } from './words/zh-cn';

export interface ExplanationLine {
  readonly kind: LineKind;
  readonly label: string;
  readonly text: string;
}

/** Names of the acts, from the pack that judged. */
export type ActNames = Pick<RulePack, 'tasks' | 'inspections'>;

/** Acts that a line lists before it only counts them. */
const LISTED = 12;

export function explainWordsOf(locale: Locale): ExplainWords {
  return locale === 'en' ? explainEn : explainZhCn;
}

/** The finding alone, as one sentence. */
export function findingSentence(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): string {
  const words = explainWordsOf(locale);
  if (e.confidence === 'unverified') return words.finding.unverified;
  if (e.status === 'no-data' || e.status === 'not-shown' || e.status === 'not-applicable')
    return words.finding[e.status];
  if (e.failed !== null) {
    const { on, act, serviceDays } = e.failed;
    const values = { on: words.date(on), act: nameOf(act, names, locale), asOf: words.date(asOf), days: serviceDays };
    return fill(words.finding.failed, values);
  }
  if (e.running === null) return words.finding['nothing-due'];
  const { deadline, missed } = e.running;
  if (deadline === null || e.running.deadline === null) return words.finding.paused;
  const values = {
    deadline: words.date(deadline),
    asOf: words.date(asOf),
    acts: actsPhrase(e, names, locale),
    days: e.daysOverdue,
    missed,
  };
  if (e.status === 'overdue')
    return fill(e.confidence === 'reading' ? words.finding.overdueReading : words.finding.overdue, values);
  const left = toEpochDay(deadline) - toEpochDay(asOf);
  if (left < 0) return words.finding.paused;
  return fill(left === 0 ? words.finding.pendingToday : words.finding.pending, { ...values, left });
}

/** What would have made a gap lawful; null where nothing was late. */
export function remedySentence(
  { deadline }: ExplainedInterval,
  e: Explanation,
  names: ActNames,
  locale: Locale,
): string | null {
  const words = explainWordsOf(locale);
  if (deadline === null) return null;
  return fill(words.remedy, { deadline: words.date(deadline), acts: actsPhrase(e, names, locale) });
}

/** Clause and what it asks, as one sentence. */
export function clauseSentence({ legalBasis }: Explanation, locale: Locale): string {
  const { document, clause, says } = legalBasis;
  return fill(explainWordsOf(locale).clause, {
    document: document[locale],
    clause: clause[locale],
    says: says[locale],
  });
}

/** The limit in words: the pack's own where it has them. */
export function limitSentence(
  { limitText, limit, mode }: Pick<Explanation, 'limitText' | 'limit' | 'mode'>,
  locale: Locale,
): string {
  const words = explainWordsOf(locale);
  return limitText === null ? fill(words.limits[mode], { limit: words.limit(limit) }) : limitText[locale];
}

/** What a list says of a rule: the finding, what would have made its gaps lawful, and the clause. */
export interface BriefExplanation {
  readonly finding: string;
  readonly remedy: string | null;
  readonly basis: string;
  readonly confidence: Explanation['confidence'];
}

export function briefExplanation(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): BriefExplanation {
  const first = e.gaps[0];
  return {
    finding: findingSentence(e, names, asOf, locale),
    remedy: first === undefined ? null : remedySentence(first, e, names, locale),
    basis: clauseSentence(e, locale),
    confidence: e.confidence,
  };
}

/** The whole explanation, line by line, in one language. */
export function explanationLines(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): ExplanationLine[] {
  const words = explainWordsOf(locale);
  const line = (kind: LineKind, text: string): ExplanationLine => ({ kind, label: words.labels[kind], text });
  const gaps = e.gaps.flatMap((gap) => [
    line('gap', gapSentence(gap, asOf, words)),
    ...[remedySentence(gap, e, names, locale)].flatMap((text) => (text === null ? [] : [line('remedy', text)])),
  ]);
  const counted = listed(e.counted, names, words, locale);
  return [
    line('basis', fill(words.basis, { clause: clauseSentence(e, locale), confidence: words.confidence[e.confidence] })),
    line('version', versionSentence(e, words)),
    line('limit', limitSentence(e, locale)),
    ...(e.running === null ? [] : [line('anchor', anchorSentence(e.running, e.counted, names, words, locale))]),
    line('finding', findingSentence(e, names, asOf, locale)),
    ...gaps,
    ...(e.fileBy === null ? [] : [line('filing', fill(words.filing, { date: words.date(e.fileBy) }))]),
    line(
      'counted',
      counted === '' ? words.countedNone : fill(words.counted, { count: e.counted.length, list: counted }),
    ),
    ...NOT_COUNTED_REASONS.flatMap((reason) => {
      const acts = e.notCounted.filter((act) => act.reason === reason);
      const values = { count: acts.length, list: listed(acts, names, words, locale) };
      return acts.length === 0 ? [] : [line('not-counted', fill(words.notCounted[reason], values))];
    }),
    ...(e.note === null ? [] : [line('note', e.note[locale])]),
  ];
}

function versionSentence({ version }: Explanation, words: ExplainWords): string {
  const { effectiveFrom, effectiveTo, verifiedThrough: verified } = version;
  const to = effectiveTo === null ? '' : words.date(effectiveTo);
  if (effectiveFrom === null)
    return fill(effectiveTo === null ? words.version.unknownStart : words.version.unknownStartUntil, { to, verified });
  const from = words.date(effectiveFrom);
  return fill(effectiveTo === null ? words.version.since : words.version.between, { from, to, verified });
}

function anchorSentence(
  { from, fromAct }: ExplainedInterval,
  counted: readonly ActRef[],
  names: ActNames,
  words: ExplainWords,
  locale: Locale,
): string {
  const act = fromAct ? counted.findLast(({ date }) => date === from) : undefined;
  const date = words.date(from);
  return act === undefined
    ? fill(words.anchor.start, { date })
    : fill(words.anchor.act, { date, act: nameOf(act.act, names, locale) });
}

function gapSentence(
  { from, to, deadline, daysLate, missed }: ExplainedInterval,
  asOf: CivilDate,
  words: ExplainWords,
) {
  return fill(to === null ? words.openGap : words.gap, {
    from: words.date(from),
    to: to === null ? '' : words.date(to),
    asOf: words.date(asOf),
    deadline: deadline === null ? '' : words.date(deadline), // a gap has passed its deadline
    days: daysLate,
    missed,
  });
}

function listed(acts: readonly ActRef[], names: ActNames, words: ExplainWords, locale: Locale): string {
  const shown = acts
    .slice(-LISTED)
    .map(({ date, act }) => fill(words.act, { date, act: nameOf(act, names, locale) }))
    .join(words.comma);
  return acts.length > LISTED ? fill(words.more, { list: shown }) : shown;
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
