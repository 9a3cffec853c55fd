import type { Gap, RuleStatus } from '../audit/verdict';
import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { citationOf } from '../pack/citation';
import type { LegalBasis, Locale } from '../pack/legal-basis';
import { actsPhrase, explainWordsOf, nameOf, type ActNames } from './act-names';
import { textDatesSentence } from '../terms/text-dates-words';
import { NOT_COUNTED_REASONS, type ActRef, type ExplainedInterval, type Explanation } from './explanation';
import type { NextAct } from './next-act';
import { onDemandSentence } from './on-demand-sentence';
import { unreadSentence } from './unread';
import { gapRemedySentence, ruleRemedySentence } from './remedy-sentence';
import { fill, type ExplainWords, type LineKind } from './words/explain-words';

export interface ExplanationLine {
  readonly kind: LineKind;
  readonly label: string;
  readonly text: string;
}

/** Acts that a line lists before it only counts them. */
const LISTED = 12;

/** The finding alone, as one sentence. */
export function findingSentence(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): string {
  const words = explainWordsOf(locale);
  if (e.confidence === 'unverified') return unreadSentence(e.version, locale);
  if (e.status === 'no-data' || e.status === 'not-shown' || e.status === 'not-applicable')
    return words.finding[e.status];
  if (e.failed !== null) {
    const { on, act, serviceDays } = e.failed;
    const values = { on: words.date(on), act: nameOf(act, names, locale), asOf: words.date(asOf), days: serviceDays };
    return fill(words.finding.failed, values);
  }
  if (e.running === null) return words.finding['nothing-due'];
  const { deadline } = e.running;
  const still =
    e.endedOn === null ? words.finding.paused : fill(words.finding.ended, { endedOn: words.date(e.endedOn) });
  if (deadline === null) return still;
  const values = {
    deadline: words.date(deadline),
    asOf: words.date(asOf),
    acts: actsPhrase(e, names, locale),
    days: e.daysOverdue,
    missed: missedOpen(e),
  };
  if (e.status === 'overdue')
    return fill(e.weight === 'reading' ? words.finding.overdueReading : words.finding.overdue, values);
  const left = toEpochDay(deadline) - toEpochDay(asOf);
  if (left < 0) return still;
  return fill(left === 0 ? words.finding.pendingToday : words.finding.pending, { ...values, left });
}

/** Deadlines passed of all that is open: each wording left open has its own. */
function missedOpen({ gaps, running }: Explanation): number {
  const open = gaps.filter(({ to }) => to === null);
  return open.length === 0 ? (running?.missed ?? 0) : open.reduce((sum, { missed }) => sum + missed, 0);
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

/** What a list says of a rule: the finding, its gaps each with its own law, what would have kept them, and the clause. */
export interface BriefExplanation {
  readonly finding: string;
  readonly gaps: readonly string[];
  /** Null where there is no gap. */
  readonly remedy: string | null;
  readonly basis: string;
  readonly confidence: Explanation['confidence'];
}

export function briefExplanation(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): BriefExplanation {
  return {
    finding: findingSentence(e, names, asOf, locale),
    gaps: e.gaps.map((gap) => gapSentence(gap, asOf, locale)),
    remedy: remediesOf(e, names, locale).join(locale === 'en' ? '. ' : '。') || null,
    basis: clauseSentence(e, locale),
    confidence: e.confidence,
  };
}

/** What would have kept its gaps from arising, and what still helps one that failed or is not shown. */
function remediesOf(e: Explanation, names: ActNames, locale: Locale): string[] {
  return [
    ...(e.gaps.length === 0 ? [] : [ruleRemedySentence(e.remedy, e.task, names, locale)]),
    ...(e.next === null ? [] : [nextActSentence(e.next, e.status, names, locale)]),
  ];
}

function nextActSentence({ on, act, dueOn }: NextAct, status: RuleStatus, names: ActNames, locale: Locale): string {
  const words = explainWordsOf(locale);
  const then = dueOn === null ? '' : fill(words.next.due, { dueOn: words.date(dueOn) });
  const values = { on: words.date(on), act: nameOf(act, names, locale), then };
  return fill(status === 'failed' ? words.next.failed : words.next.notShown, values);
}

/** The whole explanation, line by line, in one language. */
export function explanationLines(e: Explanation, names: ActNames, asOf: CivilDate, locale: Locale): ExplanationLine[] {
  const words = explainWordsOf(locale);
  const line = (kind: LineKind, text: string): ExplanationLine => ({ kind, label: words.labels[kind], text });
  const gaps = e.gaps.flatMap((gap) => [
    line('gap', gapSentence(gap, asOf, locale)),
    ...(e.gaps.length === 1 ? [] : [line('remedy', gapRemedySentence(gap.remedy, e.task, names, locale))]),
  ]);
  const all = remediesOf(e, names, locale).map((sentence) => line('remedy', sentence));
  const counted = listed(e.counted, names, words, locale);
  return [
    line('basis', fill(words.basis, { clause: clauseSentence(e, locale), confidence: words.confidence[e.confidence] })),
    line('version', versionSentence(e, words)),
    line('text', textDatesSentence(e.version, asOf, locale)),
    line('limit', limitSentence(e, locale)),
    ...(e.onDemand === null ? [] : [line('on-demand', onDemandSentence(e.onDemand, locale))]),
    ...(e.running === null ? [] : [line('anchor', anchorSentence(e.running, e.counted, names, words, locale))]),
    line('finding', findingSentence(e, names, asOf, locale)),
    ...gaps,
    ...all,
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
  const { effectiveFrom, effectiveTo } = version;
  const to = effectiveTo === null ? '' : words.date(effectiveTo);
  if (effectiveFrom === null)
    return fill(effectiveTo === null ? words.version.unknownStart : words.version.unknownStartUntil, { to });
  const from = words.date(effectiveFrom);
  return fill(effectiveTo === null ? words.version.since : words.version.between, { from, to });
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

/** A gap with the clause, the version and the weight that judged it. */
export function gapSentence(
  { from, to, deadline, daysLate, missed, version, weight, legalBasis }: Gap & { readonly legalBasis: LegalBasis },
  asOf: CivilDate,
  locale: Locale,
): string {
  const words = explainWordsOf(locale);
  const gap = fill(to === null ? words.openGap : words.gap, {
    from: words.date(from),
    to: to === null ? '' : words.date(to),
    asOf: words.date(asOf),
    deadline: words.date(deadline),
    days: daysLate,
    missed,
  });
  return fill(version === null ? words.gapLaw.unknownStart : words.gapLaw.since, {
    gap,
    clause: citationOf(legalBasis, locale),
    from: version === null ? '' : words.date(version),
    confidence: words.confidence[weight],
  });
}

function listed(acts: readonly ActRef[], names: ActNames, words: ExplainWords, locale: Locale): string {
  const shown = acts
    .slice(-LISTED)
    .map(({ date, act }) => fill(words.act, { date, act: nameOf(act, names, locale) }))
    .join(words.comma);
  return acts.length > LISTED ? fill(words.more, { list: shown }) : shown;
}
