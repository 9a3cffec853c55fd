import type { TracedInterval } from '../audit/interval-trace';
import type { RuleAudit } from '../audit/verdict';
import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { ActNames } from '../explain/act-names';
import { ruleRemedySentence } from '../explain/remedy-sentence';
import type { RemedyReader } from '../explain/remedies';
import type { Confidence, Locale } from '../pack/legal-basis';
import type { RuleVersion, ScheduleRule } from '../pack/rule-pack';
import type { Mark } from './model';
import { textsOf } from './texts/texts-of';

/** A rule that asks for visits, on one elevator. */
export interface RuleToExplain {
  readonly audit: RuleAudit;
  readonly rule: ScheduleRule;
  /** Its trace over the audited period, the running interval last. */
  readonly intervals: readonly TracedInterval[];
  /** The wording that judges now. */
  readonly version: RuleVersion;
  readonly remedyFor: RemedyReader;
  /** First day of the end of its life; null = it goes on. */
  readonly endedOn: CivilDate | null;
}

export interface RuleExplained {
  readonly finding: string;
  /** What would have kept every gap of the period from arising, confirmed by the audit; null where there is none. */
  readonly remedy: string | null;
  readonly basis: string;
  readonly confidence: Confidence;
}

/** The sentences that explain a rule's status on one elevator: dates used, days, what would have been lawful, the clause. */
export function explainRule(judged: RuleToExplain, names: ActNames, asOf: CivilDate, locale: Locale): RuleExplained {
  const { version } = judged;
  const { document, clause, says } = version.legalBasis;
  return {
    finding: findingOf(judged, asOf, locale),
    remedy: remedyOf(judged, names, locale),
    basis:
      locale === 'en'
        ? `${document.en}, ${clause.en}: ${says.en}`
        : `${document['zh-CN']}${clause['zh-CN']}：${says['zh-CN']}`,
    confidence: version.confidence,
  };
}

function findingOf({ audit, intervals, version, endedOn }: RuleToExplain, asOf: CivilDate, locale: Locale): string {
  const texts = textsOf(locale);
  const running = intervals.find(({ to }) => to === null);
  const lateBefore = audit.late > 0 ? texts.explain.lateBefore(audit.late, lateDays(audit)) : '';
  if (version.confidence === 'unverified') return texts.unverifiedFinding + lateBefore;
  if (audit.status === 'not-applicable') return texts.notApplicableFinding;
  if (running === undefined || audit.status === 'no-data') return texts.noDataFinding + lateBefore;
  const { from, deadline, fromClockStart, state, daysLate, missed } = running;
  if (deadline === null)
    return (endedOn === null ? texts.pausedFinding(from) : texts.endedFinding(from, endedOn)) + lateBefore;
  if (state !== 'overdue') {
    const left = toEpochDay(deadline) - toEpochDay(asOf);
    return texts.explain.pending(from, fromClockStart, deadline, left) + lateBefore;
  }
  const outDays = running.calendarDays - running.serviceDays;
  return texts.explain.overdue(from, fromClockStart, deadline, outDays, daysLate, missed) + lateBefore;
}

function remedyOf({ audit, rule, remedyFor }: RuleToExplain, names: ActNames, locale: Locale): string | null {
  if (audit.gaps.length === 0) return null;
  const sentence = ruleRemedySentence(remedyFor(audit.gaps), rule.task, names, locale);
  return `${sentence}${locale === 'en' ? '.' : '。'}`;
}

function lateDays({ gaps }: RuleAudit): number {
  return gaps.filter(({ to }) => to !== null).reduce((sum, { daysLate }) => sum + daysLate, 0);
}

/** The shape that stands before a rule's word: its status, or "lapsed" where the period has late intervals. */
export function markOf(audit: Pick<RuleAudit, 'status' | 'late'>): Mark {
  switch (audit.status) {
    case 'overdue':
    case 'failed':
      return 'late';
    case 'due-soon':
      return audit.late > 0 ? 'lapsed' : 'due-soon';
    case 'met':
      return audit.late > 0 ? 'lapsed' : 'met';
    case 'not-shown':
      return 'no-data';
    default:
      return audit.status;
  }
}
