import type { TracedInterval } from '../audit/interval-trace';
import type { RuleAudit } from '../audit/verdict';
import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { versionAt, visitTasksOf, type Confidence, type Locale, type ScheduleRule } from '../pack/rule-pack';
import type { Mark } from './model';
import { textsOf } from './texts/texts-of';

export interface RuleExplained {
  readonly finding: string;
  /** What would have made it lawful: the overdue interval, or else those that were late; null where nothing is amiss. */
  readonly remedy: string | null;
  readonly basis: string;
  readonly confidence: Confidence;
}

/**
 * The sentences that explain a rule's status on one elevator: dates used, days, what would have been lawful, the clause.
 * `intervals` = its trace over the audited period, the running interval last.
 */
export function explainRule(
  audit: RuleAudit,
  rule: ScheduleRule,
  intervals: readonly TracedInterval[],
  asOf: CivilDate,
  locale: Locale,
): RuleExplained {
  const texts = textsOf(locale);
  const running = intervals.findLast(({ to }) => to === null);
  const version = versionAt(rule, running?.from ?? null);
  const { document, clause, says } = version.legalBasis;
  const basis =
    locale === 'en'
      ? `${document.en}, ${clause.en}: ${says.en}`
      : `${document['zh-CN']}${clause['zh-CN']}：${says['zh-CN']}`;
  const lateBefore = audit.late > 0 ? texts.explain.lateBefore(audit.late, lateDays(audit)) : '';
  const explained = { basis, confidence: version.confidence };
  if (version.confidence === 'unverified') return { ...explained, finding: texts.unverifiedFinding, remedy: null };
  if (audit.status === 'not-applicable') return { ...explained, finding: texts.notApplicableFinding, remedy: null };
  if (running === undefined || audit.status === 'no-data')
    return { ...explained, finding: texts.noDataFinding, remedy: null };
  const { from, deadline, fromClockStart } = running;
  const past = audit.gaps.flatMap(({ to, deadline: missedOn }) => (to === null ? [] : [missedOn]));
  const remedyPast = past.length === 0 ? null : texts.explain.remedyPast(past, visitTasksOf(rule));
  if (deadline === null) return { ...explained, finding: texts.pausedFinding(from) + lateBefore, remedy: remedyPast };
  if (running.state !== 'overdue') {
    const left = toEpochDay(deadline) - toEpochDay(asOf);
    return {
      ...explained,
      finding: texts.explain.pending(from, fromClockStart, deadline, left) + lateBefore,
      remedy: remedyPast,
    };
  }
  const outDays = running.calendarDays - running.serviceDays;
  return {
    ...explained,
    finding:
      texts.explain.overdue(from, fromClockStart, deadline, outDays, running.daysLate, running.missed) + lateBefore,
    remedy: texts.explain.remedyOpen(deadline, visitTasksOf(rule)),
  };
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
