import { demandsOf } from '../audit/obligations-of';
import { runningOf, traceIntervals, type TracedInterval } from '../audit/interval-trace';
import { endedBy } from '../audit/end-of-life';
import { judgedBy } from '../audit/judged-by';
import type { AuditWindow } from '../audit/tally';
import type { RuleAudit } from '../audit/verdict';
import { versionOfGap } from '../audit/version-of-gap';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { filingDeadline } from '../counting/filing';
import type { RuleVersion, ScheduleRule } from '../pack/rule-pack';
import { datesOf } from '../pack/text-dates';
import { standing, type ServiceRecords } from '../record/dossier';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { limitFor } from '../service-clock/limit-terms';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { onDemandOf } from './on-demand';
import { actsOfRule } from './counted-acts';
import type { ActRef, ExplainedGap, ExplainedInterval, Explanation, NotCounted } from './explanation';
import { nextActOf } from './next-act';
import { remedyReader, type RemedyReader } from './remedies';
import { versionNow } from './version-now';

export interface ExplainQuestion {
  readonly dossier: ServiceRecords;
  readonly history: PackedHistory;
  readonly rule: ScheduleRule;
  readonly compiled: CompiledRule;
  readonly audit: RuleAudit;
  readonly window: AuditWindow;
}

/** What the verdict on one rule rests on: clause, version, anchor, limit, deadline, acts counted and not, counterfactual. */
export function explain(question: ExplainQuestion): Explanation {
  const { rule, compiled, audit, window, history, dossier } = question;
  const applies = audit.status !== 'not-applicable';
  const intervals = applies ? traceIntervals(history, compiled, window) : [];
  const running = runningOf(intervals);
  const version = versionNow(rule, audit, intervals, window.asOf);
  const anchor = running === null ? window.asOf : toEpochDay(running.from);
  const remedyFor = remedyReader(question);
  const gaps = explainedGaps(question, intervals, remedyFor);
  const from = Math.min(window.from, ...intervals.map((interval) => toEpochDay(interval.from)));
  const acts = actsOfRule(dossier, rule, compiled, history, { from, asOf: window.asOf });
  return {
    ruleId: rule.id,
    title: rule.title,
    status: audit.status,
    consequence: rule.consequence,
    confidence: judgedBy(rule, audit, version)[0].weight,
    weight: audit.weight,
    mode: version.counting.mode,
    legalBasis: version.legalBasis,
    note: version.note ?? null,
    version: {
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      ...datesOf(version),
    },
    limit: limitFor(version.interval, version.counting, history, anchor),
    limitText: version.limitText ?? null,
    onDemand: onDemandOf({ ...question, elevator: dossier.elevator.value, version }),
    task: rule.task,
    satisfiedBy: version.satisfiedBy ?? rule.satisfiedBy,
    running: running === null ? null : explained(running),
    endedOn: endedBy(history, window),
    gaps,
    remedy: gaps.length === 0 ? null : remedyFor(gaps),
    next: audit.status === 'failed' || audit.status === 'not-shown' ? nextActOf(question) : null,
    lastDone: audit.lastDone,
    daysOverdue: audit.daysOverdue,
    failed: failedAct(question),
    ...withinWindows(acts, question),
    fileBy: fileBy(version, question),
  };
}

function failedAct({ audit, dossier, rule }: ExplainQuestion): Explanation['failed'] {
  const open = audit.failures?.find(({ to }) => to === null);
  if (open === undefined) return null;
  const { on, serviceDays } = open;
  const failed = standing(dossier.inspections).filter(({ date, result }) => date === on && result === 'fail');
  const act =
    failed.find(({ kind }) => kind === rule.task) ?? failed.find(({ kind }) => rule.satisfiedBy.includes(kind));
  return { on, act: act?.kind ?? rule.task, serviceDays };
}

function explained(interval: TracedInterval): ExplainedInterval {
  const { from, fromClockStart, to, deadline, daysLate, missed, calendarDays, serviceDays } = interval;
  return { from, fromAct: !fromClockStart, to, deadline, daysLate, missed, outDays: calendarDays - serviceDays };
}

function explainedGaps(
  { audit, rule }: ExplainQuestion,
  intervals: readonly TracedInterval[],
  remedyFor: RemedyReader,
): ExplainedGap[] {
  return audit.gaps.map((gap) => {
    const traced = intervals.find(({ to, deadline }) => to === gap.to && deadline === gap.deadline);
    return {
      ...gap,
      fromAct: traced?.fromClockStart === false,
      outDays: traced === undefined ? 0 : traced.calendarDays - traced.serviceDays,
      legalBasis: versionOfGap(rule, gap).legalBasis,
      remedy: remedyFor([gap]),
    };
  });
}

/** Where demands have windows, an act that answered none of them came outside its window. */
function withinWindows(
  { counted, notCounted }: { readonly counted: readonly ActRef[]; readonly notCounted: readonly NotCounted[] },
  { compiled, history, window }: ExplainQuestion,
): Pick<Explanation, 'counted' | 'notCounted'> {
  const windowed = compiled.versions.some(({ counting: { mode } }) => mode === 'service-year-list');
  if (!windowed) return { counted, notCounted };
  const { obligations, start } = demandsOf(compiled, history, window.asOf);
  const opensOn = obligations[0]?.opensOn ?? NO_DAY;
  const judgedFrom = opensOn === NO_DAY ? NO_DAY : Math.min(opensOn, start + 1);
  const answering = new Set(obligations.map(({ answeredOn }) => answeredOn));
  const outside = counted.filter(({ date }) => {
    const day = toEpochDay(date);
    return judgedFrom !== NO_DAY && day >= judgedFrom && !answering.has(day);
  });
  return {
    counted: counted.filter((act) => !outside.includes(act)),
    notCounted: [...notCounted, ...outside.map((act): NotCounted => ({ ...act, reason: 'outside-window' }))].sort(
      (a, b) => (a.date < b.date ? -1 : 1),
    ),
  };
}

function fileBy({ counting }: RuleVersion, { compiled, history, window }: ExplainQuestion): CivilDate | null {
  const filing = 'filing' in counting ? counting.filing : undefined;
  if (filing === undefined) return null;
  const { obligations } = demandsOf(compiled, history, window.asOf);
  const last = obligations.findLast(({ answeredOn }) => answeredOn !== NO_DAY);
  if (last === undefined || (filing.from !== undefined && toCivilDate(last.answeredOn) < filing.from)) return null;
  return toCivilDate(filingDeadline(filing, last.answeredOn, last.dueOn));
}
