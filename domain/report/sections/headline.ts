import { isUnread } from '../../explain/unread';
import { toCivilDate, toEpochDay } from '../../calendar/civil-date';
import { isOverdue } from '../../audit/is-overdue';
import type { Failure, RuleAudit } from '../../audit/verdict';
import { lifeEndOf } from '../../elevator/elevator';
import type { UseReason, UseState } from '../../headline/use';
import type { ScheduleRule } from '../../pack/rule-pack';
import { standing } from '../../record/dossier';
import { nthServiceDayAfter } from '../../service-clock/outages';
import { termsOf } from '../../terms/terms-of';
import { nameOfUse } from '../../terms/name-of-use';
import { emphasised } from '../emphasised';
import type { Block, Mark, Run } from '../model';
import type { FailureFigures } from '../texts/headline-texts';
import { citation, type Subject } from './subject';

const USE_MARKS: Readonly<Record<Exclude<UseState, 'cannot-tell' | 'may-run'>, Mark>> = {
  retired: 'not-applicable',
  'out-of-use': 'not-applicable',
  'must-not-run': 'late',
};

/** May it be used, with every reason; loud where the answer is no, one line where nothing on record forbids it. */
export function useBlock(subject: Subject): Block {
  const { state } = subject.headline.use;
  const word = useWord(subject);
  const reasons = reasonRuns(subject);
  if (state === 'may-run' || state === 'cannot-tell')
    return { kind: 'paragraph', style: 'body', runs: [...emphasised(subject.heads.use(word)), ...reasons] };
  return { kind: 'verdict', mark: USE_MARKS[state], title: word, runs: reasons };
}

export function useWord({ headline: { use }, evidence, locale }: Subject): string {
  return capitalised(nameOfUse(use.state, evidence.dossier.elevator.value, locale), locale);
}

/** Day, number, clause with its weight directly behind, of each reason. */
export function reasonRuns(subject: Subject): Run[] {
  const { headline, texts, locale } = subject;
  const { reasons } = headline.use;
  return reasons.flatMap((reason, index): Run[] => {
    const { basis, weight } = reason;
    const clause: Run[] =
      basis === null ? [] : [{ text: ` ${citation(basis, locale)}` }, { text: texts.confidence[weight], tag: weight }];
    const isLast = index === reasons.length - 1;
    const stop = isLast ? (locale === 'en' ? '. ' : '。') : texts.clauseSeparator;
    return [{ text: reasonWords(subject, reason) }, ...clause, { text: stop }];
  });
}

function reasonWords({ evidence, heads, locale }: Subject, { kind, on, record }: UseReason): string {
  const terms = termsOf(locale);
  const { value } = evidence.dossier.elevator;
  const end = lifeEndOf(value);
  if (kind === 'retired' && end !== null) return heads.retired(terms.ended[end.as], on, value.successorNo ?? null);
  return heads.reason(terms.useReason[kind], on, record);
}

/** The verdict's word with its weight; "restored" only where nothing is amiss on the day. */
export function verdictTitle(subject: Subject): string {
  const { texts, heads, evidence } = subject;
  const { verdict, weight } = evidence.audit;
  const word = texts.verdict[verdict];
  const weighed = weight === null ? word : heads.weighed(word, texts.confidence[weight]);
  return verdict === 'lapsed' && isRestored(subject) ? weighed + heads.restored : weighed;
}

/** Under a text that nobody has read nothing is restored: nothing can be said. */
function isRestored({ evidence, headline, rules, others }: Subject): boolean {
  if ([...rules, ...others].some(({ audit, version }) => audit.status === 'no-data' && isUnread(version))) return false;
  const amiss = evidence.audit.rules.some(
    (audit) => isOverdue(audit) || audit.status === 'failed' || audit.status === 'not-shown',
  );
  return !amiss && headline.use.state !== 'retired' && headline.use.state !== 'out-of-use';
}

/** What stands before the counted sentences: scope, both verdicts where they differ, failed acts. */
export function saidFirst(subject: Subject): string {
  const { evidence, headline, heads, texts, locale } = subject;
  const { verdict, verdictByLaw } = evidence.audit;
  return [
    headline.scope === 'maintenance' ? heads.scope(capitalised(termsOf(locale).scope.maintenance, locale)) : '',
    verdictByLaw === verdict ? '' : heads.byReading(texts.verdict[verdict], texts.verdict[verdictByLaw]),
    ...failuresOf(subject).map(({ figures }) => heads.failure(figures)),
  ].join('');
}

/** What stands after them: what was not shown, what rests on late entries, from when and until when was judged. */
export function saidLast(subject: Subject): string {
  const { evidence, headline, heads, texts } = subject;
  const { verdict, rules } = evidence.audit;
  const { late, worstDaysLate, verdictWithoutLate } = headline.entry;
  const notShown = rules.filter(({ status }) => status === 'not-shown').map((audit) => titleOf(subject, audit));
  return [
    notShown.length === 0 ? '' : heads.notShown(notShown),
    verdictWithoutLate === null || verdictWithoutLate === verdict
      ? ''
      : heads.withoutLate(late, worstDaysLate ?? 0, texts.verdict[verdictWithoutLate]),
    beginningOf(subject),
    headline.use.state === 'retired' ? heads.judgedUntil(subject.judgedOn) : '',
  ].join('');
}

/** Nothing before the first day of the records was audited, where the elevator is older than that. */
export function beginningOf({ evidence, heads }: Subject): string {
  const { recordsFrom, inServiceOn, acceptedOn } = evidence.dossier.elevator.value;
  const since = inServiceOn ?? acceptedOn;
  return recordsFrom === undefined || (since !== undefined && recordsFrom <= since)
    ? ''
    : heads.recordsFrom(recordsFrom);
}

export interface FailureTold {
  readonly ruleId: string;
  readonly figures: FailureFigures;
}

/** Failing acts of the period, open or answered, each once. */
export function failuresOf(subject: Pick<Subject, 'evidence' | 'say' | 'history'>): FailureTold[] {
  const told = new Map<string, FailureTold>();
  for (const audit of subject.evidence.audit.rules)
    for (const failure of audit.failures ?? []) {
      const figures = figuresOf(subject, audit, failure);
      const key = `${figures.on} ${figures.act}`;
      if (!told.has(key)) told.set(key, { ruleId: audit.ruleId, figures });
    }
  return [...told.values()].sort((a, b) => (a.figures.on < b.figures.on ? -1 : 1));
}

function figuresOf(
  { evidence, say, history }: Pick<Subject, 'evidence' | 'say' | 'history'>,
  { ruleId }: RuleAudit,
  { on, to, serviceDays }: Failure,
): FailureFigures {
  const rule = ruleOf(evidence, ruleId);
  const failed = standing(evidence.dossier.inspections).filter(({ date, result }) => date === on && result === 'fail');
  const act =
    failed.find(({ kind }) => kind === rule?.task) ?? failed.find(({ kind }) => rule?.satisfiedBy.includes(kind));
  const title = evidence.pack.inspections.find(({ id }) => id === act?.kind)?.title ?? rule?.title;
  const since = serviceDays === 0 ? null : nthServiceDayAfter(history.outages, toEpochDay(on), 1);
  return {
    act: title === undefined ? ruleId : say(title),
    on,
    no: act?.reportNo ?? null,
    since: since === null ? null : toCivilDate(since),
    to,
    days: serviceDays,
  };
}

function ruleOf({ pack }: Subject['evidence'], ruleId: string): ScheduleRule | undefined {
  return pack.rules.find(({ id }) => id === ruleId);
}

function titleOf({ evidence, say }: Subject, { ruleId }: RuleAudit): string {
  const rule = ruleOf(evidence, ruleId);
  return rule === undefined ? ruleId : say(rule.title);
}

/** As an English sentence opens. */
export function capitalised(words: string, locale: Subject['locale']): string {
  return locale === 'en' ? words[0]!.toUpperCase() + words.slice(1) : words;
}
