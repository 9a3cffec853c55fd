import { auditElevator, auditWindow } from '../../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import type { RulePack, ScheduleRule } from '../../../domain/pack/rule-pack';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/report/audit-evidence';
import { composeStrip, type StripModel } from '../../../domain/report/strip';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { standing } from '../../../domain/record/dossier';
import { TASKS, type Task, type Visit } from '../../../domain/visit/visit';

export interface JudgedRule {
  readonly rule: ScheduleRule;
  readonly audit: RuleAudit;
  readonly intervals: readonly TracedInterval[];
}

export interface Judgement {
  readonly audit: ElevatorAudit;
  readonly rules: readonly JudgedRule[];
  readonly strip: StripModel;
}

/** One elevator judged from its dossier, with the traces and the strip its page shows. */
export function judgeElevator(dossier: Dossier, pack: RulePack, asOf: CivilDate, period: Period): Judgement {
  const history = historyOf(dossier);
  const compiled = compileRules(pack);
  const window = auditWindow(asOf, period);
  const subject = { registrationNo: dossier.registrationNo, kind: dossier.elevator.value.kind, history };
  const audit = auditElevator(subject, compiled, window);
  const rules = pack.rules.map((rule, index) => ({
    rule,
    audit: audit.rules[index]!,
    intervals: traceIntervals(history, compiled[index]!, window),
  }));
  return { audit, rules, strip: composeStrip(history, compiled, window) };
}

/** The verdict and deadlines if `visit` were on record too: what saving it will change. */
export function judgeWith(
  dossier: Dossier,
  visit: Pick<Visit, 'date' | 'task'>,
  pack: RulePack,
  asOf: CivilDate,
  period: Period,
): ElevatorAudit {
  const { value } = dossier.elevator;
  const history = packHistory(value, [...standing(dossier.visits), visit], standing(dossier.outages));
  return auditElevator(
    { registrationNo: dossier.registrationNo, kind: value.kind, history },
    compileRules(pack),
    auditWindow(asOf, period),
  );
}

/** The shortest category whose visit today would leave no rule overdue; null when none is overdue now. */
export function mendingTask(
  dossier: Dossier,
  pack: RulePack,
  asOf: CivilDate,
  period: Period,
  audit: ElevatorAudit,
): Task | null {
  if (audit.verdict !== 'non-compliant') return null;
  return (
    TASKS.find((task) => judgeWith(dossier, { date: asOf, task }, pack, asOf, period).verdict !== 'non-compliant') ??
    null
  );
}

export type HistoryLine =
  | {
      readonly kind: 'visit';
      readonly record: Recorded<Visit>;
      readonly interval: number | null;
      readonly late: boolean;
    }
  | { readonly kind: 'outage'; readonly record: Dossier['outages'][number] }
  | { readonly kind: 'silence'; readonly after: CivilDate; readonly days: number; readonly serviceDays: number };

/**
 * The whole history, newest first: visits with the days since the one before, outages and the running silence where they
 * happened, what was withdrawn still in its place.
 */
export function historyLines(dossier: Dossier, judgement: Judgement, asOf: CivilDate): HistoryLine[] {
  const first = judgement.rules[0];
  const lateEnds = new Set(first?.audit.gaps.map(({ to }) => to));
  const visits = [...dossier.visits].sort((a, b) =>
    a.value.date < b.value.date ? -1 : a.value.date > b.value.date ? 1 : 0,
  );
  let before: number | null = null;
  const lines: { day: number; line: HistoryLine }[] = visits.map((record) => {
    const day = toEpochDay(record.value.date);
    if (record.withdrawn === true) return { day, line: { kind: 'visit', record, interval: null, late: false } };
    const interval = before === null ? null : day - before;
    before = day;
    return { day, line: { kind: 'visit', record, interval, late: lateEnds.has(record.value.date) && interval !== 0 } };
  });
  for (const record of dossier.outages)
    lines.push({ day: toEpochDay(record.value.from), line: { kind: 'outage', record } });
  const running = first?.intervals.findLast(({ to }) => to === null);
  if (running?.state === 'overdue')
    lines.push({
      day: toEpochDay(asOf) + 1,
      line: { kind: 'silence', after: running.from, days: running.calendarDays, serviceDays: running.serviceDays },
    });
  return lines.sort((a, b) => b.day - a.day).map(({ line }) => line);
}

/** The period a choice on the strip stands for. */
export function periodOf(choice: 'last-year' | 'year' | 'two-years', asOf: CivilDate): Period {
  const to = toEpochDay(asOf);
  if (choice === 'two-years') return { from: toCivilDate(to - 729), to: asOf };
  if (choice === 'last-year') return { from: toCivilDate(to - 729), to: toCivilDate(to - 365) };
  return { from: toCivilDate(to - 364), to: asOf };
}
