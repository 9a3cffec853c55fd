import {
  RULE_FIGURES,
  type ComparedLimit,
  type ComparedRule,
  type Comparison,
  type RuleDifference,
  type RuleFigures,
  type Side,
  type Sides,
  type VersionDates,
} from '../audit/compare-audits';
import type { Measure } from '../audit/judge-by';
import type { Gap } from '../audit/verdict';
import type { CivilDate } from '../calendar/civil-date';
import type { LegalBasis, Locale } from '../pack/legal-basis';
import type { Requirement } from '../pack/rule-pack';
import { explainWordsOf } from './act-names';
import { limitSentence } from './explanation-lines';
import { compareEn } from './words/compare-en';
import type { CompareWords } from './words/compare-words';
import { compareZhCn } from './words/compare-zh-cn';
import { fill } from './words/explain-words';

export function compareWordsOf(locale: Locale): CompareWords {
  return locale === 'en' ? compareEn : compareZhCn;
}

type NamedMeasure = { readonly pack: Pick<Measure['pack'], 'id' | 'version'>; readonly asOf: CivilDate };

/** What each side is called in sentences: by what tells it from the other. */
export function sideNames({ left, right }: Sides<NamedMeasure>, locale: Locale): Sides<string> {
  const { side } = compareWordsOf(locale);
  const { date } = explainWordsOf(locale);
  const otherDay = left.asOf !== right.asOf;
  const samePack = left.pack.id === right.pack.id && left.pack.version === right.pack.version;
  const pattern = samePack ? side.day : otherDay ? side.both : side.pack;
  const packOf = ({ pack }: NamedMeasure): string =>
    left.pack.id === right.pack.id ? `${pack.id} ${pack.version}` : pack.id;
  const nameOf = (measure: NamedMeasure): string => fill(pattern, { pack: packOf(measure), date: date(measure.asOf) });
  return { left: nameOf(left), right: nameOf(right) };
}

export interface ComparedRuleLines {
  /** Of the left pack's rule, else of the right's. */
  readonly ruleId: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The differences of one elevator in sentences; only rules that differ are listed. */
export interface ComparisonLines {
  /** Null where both sides come to the same verdict. */
  readonly verdict: string | null;
  readonly rules: readonly ComparedRuleLines[];
  readonly requirements: Sides<readonly string[]>;
}

export function comparisonLines(comparison: Comparison, locale: Locale): ComparisonLines {
  const { verdict, rules, requirements, measures } = comparison;
  const words = compareWordsOf(locale);
  const names = sideNames(measures, locale);
  const sentences = (side: Side): string[] => requirements[side].map((each) => requirementSentence(each, locale));
  return {
    verdict:
      verdict.left === verdict.right
        ? null
        : fill(words.verdictIs, { ...names, a: words.verdict[verdict.left], b: words.verdict[verdict.right] }),
    rules: rules
      .filter(({ differences }) => differences.length > 0)
      .map((rule) => ({
        ruleId: (rule.left ?? rule.right)?.rule.id ?? '', // one side is always there
        title: comparedTitle(rule, locale),
        sentences: rule.differences.map((difference) => differenceSentence(difference, rule, names, locale)),
      })),
    requirements: { left: sentences('left'), right: sentences('right') },
  };
}

/** The title of the rule, or both titles where two rules of other names meet. */
export function comparedTitle({ left, right }: Pick<ComparedRule, 'left' | 'right'>, locale: Locale): string {
  const a = left?.rule.title[locale];
  const b = right?.rule.title[locale];
  if (a === undefined || b === undefined || a === b) return a ?? b ?? '';
  return fill(compareWordsOf(locale).titles, { a, b });
}

/** One difference as one sentence. */
export function differenceSentence(
  difference: RuleDifference,
  rule: Pick<ComparedRule, 'left' | 'right'>,
  names: Sides<string>,
  locale: Locale,
): string {
  const words = compareWordsOf(locale);
  const say = <T>(what: keyof CompareWords['differs'], { left, right }: Sides<T>, word: (value: T) => string): string =>
    fill(words.differs[what], { ...names, a: word(left), b: word(right) });
  const date = (day: CivilDate | null): string => dateOr(day, words, locale);
  switch (difference.what) {
    case 'only':
      return onlySentence(difference.side, rule, names, locale);
    case 'status':
      return say('status', difference, (status) => words.status[status]);
    case 'due':
    case 'last-done':
      return say(difference.what, difference, date);
    case 'limit':
      return say('limit', difference, (limit) => limitPhrase(limit, locale));
    case 'version':
      return say('version', difference, (dates) => versionPhrase(dates, locale));
    case 'clause':
      return say('clause', difference, (basis) => clausePhrase(basis, locale));
    case 'confidence':
      return say('confidence', difference, (confidence) => words.confidence[confidence]);
    case 'figures':
      return say('figures', difference, (figures) => figuresPhrase(figures, difference, words));
    case 'gap-only':
      return gapSentence(words.gapOnly, difference.gap, locale, { side: names[difference.side] });
    case 'gap': {
      const word = (gap: Gap): string => gapSentence(words.gapIs, gap, locale);
      const { left, right } = difference;
      return fill(words.gap, { ...names, from: date(left.from), a: word(left), b: word(right) });
    }
  }
}

function onlySentence(
  side: Side,
  rule: Pick<ComparedRule, 'left' | 'right'>,
  names: Sides<string>,
  locale: Locale,
): string {
  const words = compareWordsOf(locale);
  const audit = rule[side]?.audit;
  if (audit === undefined) throw new Error(`a rule only on the ${side} side is not there`);
  const values = { side: names[side], status: words.status[audit.status] };
  return audit.dueOn === null
    ? fill(words.only, values)
    : fill(words.onlyDue, { ...values, due: explainWordsOf(locale).date(audit.dueOn) });
}

function dateOr(day: CivilDate | null, { none }: CompareWords, locale: Locale): string {
  return day === null ? none : explainWordsOf(locale).date(day);
}

export function limitPhrase({ interval, mode, text }: ComparedLimit, locale: Locale): string {
  return limitSentence({ limit: interval, mode, limitText: text }, locale);
}

/** Only the figures in which the two sides differ. */
function figuresPhrase(figures: RuleFigures, { left, right }: Sides<RuleFigures>, words: CompareWords): string {
  return RULE_FIGURES.filter((name) => left[name] !== right[name])
    .map((name) => fill(words.figures[name], { count: figures[name] }))
    .join(words.comma);
}

/** Document and clause as tables write them. */
export function clausePhrase({ shortDocument, shortClause }: LegalBasis, locale: Locale): string {
  const { clause } = compareWordsOf(locale);
  return fill(clause, { document: shortDocument[locale], clause: shortClause[locale] });
}

export function versionPhrase({ effectiveFrom, effectiveTo }: VersionDates, locale: Locale): string {
  const { version } = compareWordsOf(locale);
  const { date } = explainWordsOf(locale);
  const to = effectiveTo === null ? '' : date(effectiveTo);
  if (effectiveFrom === null) return effectiveTo === null ? version.unknown : fill(version.until, { to });
  const from = date(effectiveFrom);
  return effectiveTo === null ? fill(version.since, { from }) : fill(version.between, { from, to });
}

function gapSentence(
  patterns: { readonly closed: string; readonly open: string },
  { from, to, deadline, daysLate, missed }: Gap,
  locale: Locale,
  more: Readonly<Record<string, string>> = {},
): string {
  const { date } = explainWordsOf(locale);
  const values = { from: date(from), deadline: date(deadline), days: daysLate, missed, ...more };
  return to === null ? fill(patterns.open, values) : fill(patterns.closed, { ...values, to: date(to) });
}

function requirementSentence({ kind, title, legalBasis }: Requirement, locale: Locale): string {
  const words = compareWordsOf(locale);
  const clause = clausePhrase(legalBasis, locale);
  return fill(words.requirement, { kind: words.requirementKind[kind], title: title[locale], clause });
}
