/**
 * Section 1 of the formats, read aloud: dates are strings, every rule walks from day to day, nothing is clever.
 * It shares no code with the engine, not even the calendar, so that a fault cannot be made and forgiven by the same line.
 */

export type LiteralUnit = 'day' | 'week' | 'month' | 'year';

export interface LiteralVersion {
  readonly effectiveFrom: string;
  /** Last day in force; absent = still in force. */
  readonly effectiveTo?: string;
  readonly count: number;
  readonly unit: LiteralUnit;
  readonly weight: 'law' | 'reading';
}

export interface LiteralRule {
  readonly id: string;
  readonly satisfiedBy: readonly string[];
  readonly warnDays: number;
  /** In order of `effectiveFrom`. */
  readonly versions: readonly LiteralVersion[];
  readonly isForThisElevator: boolean;
}

export interface LiteralHistory {
  readonly inServiceOn?: string;
  readonly recordsFrom?: string;
  readonly visits: readonly { readonly date: string; readonly task: string }[];
  readonly outages: readonly { readonly from: string; readonly to?: string }[];
}

export interface LiteralPeriod {
  readonly from: string;
  readonly to: string;
}

export interface LiteralInterval {
  readonly from: string;
  /** False for a clock start without a visit on its day. */
  readonly startsWithEvent: boolean;
  readonly to: string | null;
  readonly deadline: string | null;
  readonly state: 'met' | 'late' | 'pending' | 'overdue';
  readonly lateDays: readonly string[];
  readonly missed: number;
  /** That of the anchor's day. */
  readonly version: LiteralVersion | undefined;
}

export interface LiteralGap {
  readonly from: string;
  readonly to: string | null;
  readonly deadline: string;
  readonly daysLate: number;
  readonly missed: number;
  readonly version: string | null;
  readonly weight: 'law' | 'reading';
}

export interface LiteralRuleAudit {
  readonly ruleId: string;
  readonly status: 'met' | 'due-soon' | 'overdue' | 'not-applicable' | 'no-data';
  readonly lastDone: string | null;
  readonly dueOn: string | null;
  readonly daysOverdue: number;
  readonly met: number;
  readonly late: number;
  readonly missed: number;
  readonly daysOut: number;
  readonly weight: 'law' | 'reading' | null;
  readonly gaps: readonly LiteralGap[];
}

type LiteralVerdict = 'compliant' | 'lapsed' | 'non-compliant' | 'not-applicable' | 'no-data';

export interface LiteralAudit {
  readonly verdict: LiteralVerdict;
  readonly weight: 'law' | 'reading' | null;
  readonly verdictByLaw: LiteralVerdict;
  readonly rules: readonly LiteralRuleAudit[];
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function partsOf(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

const dayAfterOf = new Map<string, string>();

export function dayAfter(date: string): string {
  const known = dayAfterOf.get(date);
  if (known !== undefined) return known;
  const [year, month, day] = partsOf(date);
  const next =
    day < monthLength(year, month)
      ? written(year, month, day + 1)
      : month < 12
        ? written(year, month + 1, 1)
        : written(year + 1, 1, 1);
  dayAfterOf.set(date, next);
  return next;
}

/** The days of `(after, upTo]`. */
export function daysAfterUpTo(after: string, upTo: string): string[] {
  const days: string[] = [];
  for (let day = after; day < upTo;) {
    day = dayAfter(day);
    days.push(day);
  }
  return days;
}

/** `day ⊕ times · interval`, counted from the day itself. */
export function plus(date: string, unit: LiteralUnit, count: number): string {
  if (unit === 'day' || unit === 'week') {
    let day = date;
    for (let left = unit === 'week' ? count * 7 : count; left > 0; left--) day = dayAfter(day);
    return day;
  }
  let [year, month] = partsOf(date);
  const [, , day] = partsOf(date);
  for (let left = unit === 'year' ? count * 12 : count; left > 0; left--) {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  return written(year, month, Math.min(day, monthLength(year, month)));
}

function isTakenOut(history: LiteralHistory, day: string): boolean {
  return history.outages.some(({ from, to }) => from <= day && (to === undefined || day < to));
}

/** In use on that day: put into service already, and not taken out by any outage. */
function isServiceDay(history: LiteralHistory, day: string): boolean {
  if (history.inServiceOn !== undefined && day < history.inServiceOn) return false;
  return !isTakenOut(history, day);
}

/** The `n`-th service day after `anchor`; null while an open outage keeps it from coming. */
function nthServiceDayAfter(history: LiteralHistory, anchor: string, n: number): string | null {
  let day = anchor;
  for (let counted = 0; counted < n;) {
    day = dayAfter(day);
    const today = day;
    if (history.outages.some(({ from, to }) => to === undefined && from <= today)) return null;
    if (isServiceDay(history, day)) counted += 1;
  }
  return day;
}

/** Anchors older than the rule are judged by its first version; after the last version has ended nothing limits them. */
function versionInForce(rule: LiteralRule, anchor: string): LiteralVersion | undefined {
  const begun = rule.versions.filter(({ effectiveFrom }) => effectiveFrom <= anchor);
  if (begun.length === 0) return rule.versions[0];
  return begun.find(({ effectiveTo }) => effectiveTo === undefined || anchor <= effectiveTo);
}

/** `dk`: the deadline of `k` intervals counted from the anchor. */
function deadlineOf(history: LiteralHistory, rule: LiteralRule, anchor: string, k: number): string | null {
  const version = versionInForce(rule, anchor);
  if (version === undefined) return null;
  const calendarDays = daysAfterUpTo(anchor, plus(anchor, version.unit, k * version.count)).length;
  return nthServiceDayAfter(history, anchor, calendarDays);
}

function deadlinesBefore(history: LiteralHistory, rule: LiteralRule, anchor: string, end: string): number {
  for (let k = 1; ; k++) {
    const deadline = deadlineOf(history, rule, anchor, k);
    if (deadline === null || deadline >= end) return k - 1;
  }
}

function clockStartOf({ inServiceOn, recordsFrom }: LiteralHistory): string | undefined {
  if (inServiceOn === undefined || recordsFrom === undefined) return inServiceOn ?? recordsFrom;
  return inServiceOn > recordsFrom ? inServiceOn : recordsFrom;
}

/** Days of the events that the clock knows: satisfying, not after `asOf`, not before the clock start. */
function eventsOf(history: LiteralHistory, rule: LiteralRule, asOf: string): string[] {
  const start = clockStartOf(history);
  const days = new Set<string>();
  for (const { date, task } of history.visits) {
    if (!rule.satisfiedBy.includes(task) || date > asOf) continue;
    if (start === undefined || date >= start) days.add(date);
  }
  return [...days].sort();
}

function intervalFrom(
  history: LiteralHistory,
  rule: LiteralRule,
  asOf: string,
  anchor: string,
  next: string | undefined,
): Omit<LiteralInterval, 'startsWithEvent'> {
  const deadline = deadlineOf(history, rule, anchor, 1);
  const end = next ?? asOf;
  const inTime = deadline === null || end <= deadline;
  const base = { from: anchor, to: next ?? null, deadline, version: versionInForce(rule, anchor) };
  if (inTime) return { ...base, state: next === undefined ? 'pending' : 'met', lateDays: [], missed: 0 };
  return {
    ...base,
    state: next === undefined ? 'overdue' : 'late',
    lateDays: daysAfterUpTo(deadline, end).filter((day) => isServiceDay(history, day)),
    missed: deadlinesBefore(history, rule, anchor, end),
  };
}

/** Every interval of the elevator under the rule, from the clock start to the one that is still running. */
export function literalIntervals(history: LiteralHistory, rule: LiteralRule, asOf: string): LiteralInterval[] {
  const events = eventsOf(history, rule, asOf);
  const start = clockStartOf(history) ?? events[0];
  if (start === undefined) return [];
  const anchors = [...new Set([start, ...events])].sort();
  return anchors.map((anchor, i) => ({
    ...intervalFrom(history, rule, asOf, anchor, anchors[i + 1]),
    startsWithEvent: events.includes(anchor),
  }));
}

function belongsTo(period: LiteralPeriod, interval: LiteralInterval, asOf: string): boolean {
  if (interval.state === 'pending') return false;
  if (interval.state === 'met') {
    return interval.to !== null && period.from <= interval.to && interval.to <= period.to;
  }
  const days = daysAfterUpTo(interval.deadline ?? asOf, interval.to ?? asOf);
  return days.some((day) => period.from <= day && day <= period.to);
}

export function hasServiceDay(history: LiteralHistory, period: LiteralPeriod): boolean {
  const days = [period.from, ...daysAfterUpTo(period.from, period.to)];
  return days.some((day) => isServiceDay(history, day));
}

function isDueSoon(rule: LiteralRule, deadline: string, asOf: string): boolean {
  return daysAfterUpTo(asOf, deadline).length <= rule.warnDays;
}

function statusOf(rule: LiteralRule, running: LiteralInterval | undefined, asOf: string): LiteralRuleAudit['status'] {
  if (running === undefined) return 'no-data';
  if (running.state === 'overdue') return 'overdue';
  return running.deadline !== null && isDueSoon(rule, running.deadline, asOf) ? 'due-soon' : 'met';
}

function gapsOf(intervals: readonly LiteralInterval[]): LiteralGap[] {
  return intervals.flatMap(({ from, to, deadline, lateDays, missed, version }) =>
    deadline === null || version === undefined
      ? []
      : [
          {
            from,
            to,
            deadline,
            daysLate: lateDays.length,
            missed,
            version: version.effectiveFrom,
            weight: version.weight,
          },
        ],
  );
}

export function literalRuleAudit(
  history: LiteralHistory,
  rule: LiteralRule,
  asOf: string,
  period: LiteralPeriod,
): LiteralRuleAudit {
  return judgedRule(history, rule, asOf, period).audit;
}

/** Of a rule that does not apply no gap is told and nothing is counted. */
function foundNothing(
  { id }: LiteralRule,
  dates: Pick<LiteralRuleAudit, 'lastDone' | 'dueOn'>,
  weight: LiteralRuleAudit['weight'],
): LiteralRuleAudit {
  const figures = { daysOverdue: 0, met: 0, late: 0, missed: 0, daysOut: 0 };
  return { ruleId: id, status: 'not-applicable', ...dates, ...figures, weight, gaps: [] };
}

/** The audit, and the weight of the version that runs. */
function judgedRule(history: LiteralHistory, rule: LiteralRule, asOf: string, period: LiteralPeriod) {
  const intervals = literalIntervals(history, rule, asOf);
  const running = intervals.at(-1);
  const counted = intervals.filter((interval) => belongsTo(period, interval, asOf));
  const outside = counted.filter(({ state }) => state !== 'met');
  const inPeriod = (day: string) => period.from <= day && day <= period.to;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const runs = (running?.version ?? rule.versions.at(-1))?.weight ?? null;
  const applies = rule.isForThisElevator && hasServiceDay(history, period);
  const dates = { lastDone: eventsOf(history, rule, asOf).at(-1) ?? null, dueOn: running?.deadline ?? null };
  if (!applies) return { audit: foundNothing(rule, dates, runs), runs };
  const audit: LiteralRuleAudit = {
    ruleId: rule.id,
    status: statusOf(rule, running, asOf),
    ...dates,
    daysOverdue: running?.state === 'overdue' ? running.lateDays.length : 0,
    met: counted.filter(({ state }) => state === 'met').length,
    late: counted.filter(({ state }) => state === 'late').length,
    missed: sum(outside.map(({ missed }) => missed)),
    daysOut: sum(outside.map(({ lateDays }) => lateDays.filter(inPeriod).length)),
    weight: heaviestOf(gapsOf(outside)) ?? runs,
    gaps: gapsOf(outside),
  };
  return { audit, runs };
}

export function literalAudit(
  history: LiteralHistory,
  rules: readonly LiteralRule[],
  asOf: string,
  period: LiteralPeriod,
): LiteralAudit {
  const judged = rules.map((rule) => judgedRule(history, rule, asOf, period));
  const audits = judged.map(({ audit }) => audit);
  const inService = hasServiceDay(history, period);
  const verdict = verdictOf(audits, inService);
  const lawful = judged.flatMap(({ audit, runs }) =>
    runs === 'law' || audit.gaps.some((gap) => gap.weight === 'law') ? [byLaw(audit, runs)] : [],
  );
  const verdictByLaw = verdict === 'not-applicable' ? verdict : verdictOf(lawful, inService, true);
  const carried = verdict === 'non-compliant' || verdict === 'lapsed';
  return {
    verdict,
    weight: carried ? (verdictByLaw === verdict ? 'law' : 'reading') : null,
    verdictByLaw,
    rules: audits,
  };
}

function heaviestOf(gaps: readonly LiteralGap[]): 'law' | 'reading' | null {
  if (gaps.length === 0) return null;
  return gaps.some(({ weight }) => weight === 'law') ? 'law' : 'reading';
}

/** The audit with the findings of readings taken away. */
function byLaw(audit: LiteralRuleAudit, runs: 'law' | 'reading' | null): LiteralRuleAudit {
  const gaps = audit.gaps.filter(({ weight }) => weight === 'law');
  const late = gaps.filter(({ to }) => to !== null).length;
  const softened = audit.status === 'overdue' && runs !== 'law' ? 'met' : audit.status;
  return { ...audit, gaps, late, status: softened };
}

function verdictOf(rules: readonly LiteralRuleAudit[], inService: boolean, ofLaw = false): LiteralAudit['verdict'] {
  if (!inService || (!ofLaw && rules.every(({ status }) => status === 'not-applicable'))) return 'not-applicable';
  const withData = rules.filter(({ status }) => status !== 'no-data' && status !== 'not-applicable');
  if (withData.length === 0) return 'no-data';
  if (withData.some(({ status }) => status === 'overdue')) return 'non-compliant';
  return withData.some(({ late }) => late > 0) ? 'lapsed' : 'compliant';
}
