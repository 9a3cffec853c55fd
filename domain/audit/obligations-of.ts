import { addInterval } from '../calendar/interval';
import { anniversaryMonth } from '../counting/anniversary-month';
import { calendarSpans } from '../counting/calendar-span';
import { certificateExpiry } from '../counting/certificate-expiry';
import { dueMonthChain } from '../counting/due-month-chain';
import { midpoint } from '../counting/midpoint';
import type { CountingInput, Obligation } from '../counting/obligation';
import { rolling, type LimitAt } from '../counting/rolling';
import { serviceYearList, type Supervisions } from '../counting/service-year-list';
import { INSPECTION_KINDS, type InspectionKind } from '../inspection/inspection';
import { actDays, inspectionDays, judgingStart } from '../service-clock/acts';
import { intervalAt, type CompiledRule, type CompiledVersion } from '../service-clock/compiled-rule';
import { STILL_OUT } from '../service-clock/outages';
import { limitFor } from '../service-clock/limit-terms';
import { baseDay, dayOfInspection, NO_DAY, packInspection, type PackedHistory } from '../service-clock/packed-history';

/** What a rule demands of one elevator up to `asOf`, by deadline, and the days of the acts that count. */
export interface Demands {
  readonly obligations: readonly Obligation[];
  readonly acts: readonly number[];
  /** NO_DAY when nothing is on record from which the rule could be counted. */
  readonly start: number;
}

/**
 * The demands of a rule that does not count by the service clock. Modes that count from act to act take the version in
 * force on the anchor's day, as the service clock does; modes whose due days stand in a calendar take the version in
 * force on the due day. Demands that were answered before `from` may be left out.
 */
export function demandsOf(rule: CompiledRule, history: PackedHistory, asOf: number, from: number = NO_DAY): Demands {
  const acts = actDays(history, rule.acts, asOf);
  const start = afterHole(judgingStart(history, rule.acts, acts, asOf), acts, rule, history);
  return demandsSince(rule, history, asOf, { acts, start, from });
}

/** The same through holes in the records: every demand since the first act, also those of which nobody can say anything. */
export function demandsThroughHoles(rule: CompiledRule, history: PackedHistory, asOf: number): Demands {
  const acts = actDays(history, rule.acts, asOf);
  const start = judgingStart(history, rule.acts, acts, asOf);
  return demandsSince(rule, history, asOf, { acts, start, from: NO_DAY });
}

function demandsSince(
  rule: CompiledRule,
  history: PackedHistory,
  asOf: number,
  { acts, start, from }: Omit<Judging, 'asOf'>,
): Demands {
  if (start === NO_DAY) return { obligations: [], acts, start };
  return { obligations: obligationsFrom(rule, history, { acts, start, asOf, from }), acts, start };
}

/** What was owed since a day if nothing of it was ever done. */
export function owedSince(
  rule: CompiledRule,
  history: PackedHistory,
  start: number,
  asOf: number,
): readonly Obligation[] {
  return obligationsFrom(rule, history, { acts: NO_ACTS, start, asOf, from: NO_DAY });
}

const NO_ACTS: readonly number[] = [];

interface Judging {
  /** Empty = none counts, whatever is on record. */
  readonly acts: readonly number[];
  readonly start: number;
  readonly asOf: number;
  readonly from: number;
}

function obligationsFrom(rule: CompiledRule, history: PackedHistory, judging: Judging): readonly Obligation[] {
  const { acts, start, asOf, from } = judging;
  const since = lastBefore(acts, from);
  const base = baseDay(history);
  const obligations: Obligation[] = [];
  for (const [index, version] of rule.versions.entries()) {
    const byAnchor = fromActToAct(version);
    if (!byAnchor && (version.toDay < since || version.fromDay > asOf + LONGEST_AHEAD)) continue;
    const counted = acts === NO_ACTS || version.acts === rule.acts ? acts : actDays(history, version.acts, asOf);
    const judged = counted[0] === undefined || counted[0] >= start ? counted : counted.filter((day) => day >= start);
    const input = { acts: judged, base, start, since, asOf, outages: history.outages };
    const demands = countedBy(version, input, history);
    if (version.fromDay === NO_DAY && version.toDay === STILL_OUT) return demands; // the only one, and of all time
    for (const demand of demands) {
      if (!isOfVersion(demand, version, byAnchor, index === 0)) continue;
      const asked = !byAnchor && version.toDay < asOf ? lapsing(demand, version.toDay) : demand;
      obligations.push(index === 0 ? asked : { ...asked, version: index }); // without one it is the first's
    }
  }
  return rule.versions.length === 1 ? obligations : obligations.sort(byDeadline);
}

/**
 * The acceptance is where demands begin, no proof that the records reach back to it: where the next act came so late
 * after it that the deadline and one interval more had passed, judging starts with that act.
 */
function afterHole(start: number, acts: readonly number[], rule: CompiledRule, history: PackedHistory): number {
  const [first, second] = acts;
  if (start === NO_DAY || first !== start || second === undefined) return start;
  const interval = intervalAt(rule, first, history);
  if (interval === null || second <= addInterval(first, interval, 2)) return start;
  return isAcceptance(first, history) ? second : start;
}

function isAcceptance(day: number, history: PackedHistory): boolean {
  return day <= history.acceptedDay || history.inspections.includes(packInspection(day, 'supervision'));
}

/** No demand is named longer than this before it falls due; a version that starts later cannot matter yet. */
const LONGEST_AHEAD = 36_525;

/** An interval that began before the first version is its own only if it runs into it. */
function isOfVersion(
  { anchor, deadline, dueOn }: Obligation,
  { fromDay, toDay }: CompiledVersion,
  byAnchor: boolean,
  first: boolean,
): boolean {
  if (!byAnchor) return dueOn >= fromDay && dueOn <= toDay;
  return (anchor >= fromDay || (first && deadline >= fromDay)) && anchor <= toDay;
}

/** The last act before a day: what was asked before it was answered, in time or late, before that day. */
function lastBefore(acts: readonly number[], from: number): number {
  let last = NO_DAY;
  for (const act of acts) {
    if (act >= from) break;
    last = act;
  }
  return last;
}

function byDeadline(a: Obligation, b: Obligation): number {
  return a.deadline - b.deadline;
}

/** A demand that outlived its version is asked for no longer than that. */
function lapsing(demand: Obligation, lastDay: number): Obligation {
  const { answeredOn } = demand;
  return answeredOn !== NO_DAY && answeredOn <= lastDay ? demand : { ...demand, lapsesOn: lastDay };
}

function fromActToAct({ counting: { mode } }: CompiledVersion): boolean {
  return mode === 'rolling' || mode === 'anniversary-month' || mode === 'certificate-expiry';
}

function countedBy(
  { counting, interval, hasTerms, main }: CompiledVersion,
  input: CountingInput,
  history: PackedHistory,
): readonly Obligation[] {
  const limitAt: LimitAt = hasTerms ? (anchor) => limitFor(interval, counting, history, anchor) : () => interval;
  switch (counting.mode) {
    case 'service-clock':
    case 'rolling':
      return rolling(input, limitAt);
    case 'calendar-month':
      return calendarSpans(input, 1);
    case 'calendar-year':
      return calendarSpans(input, 12);
    case 'anniversary-month':
      return anniversaryMonth(input, limitAt);
    case 'due-month-chain':
      return dueMonthChain(input, limitAt, counting);
    case 'certificate-expiry':
      return certificateExpiry(input, limitAt, counting.earlyWindow, printedExpiries(history));
    case 'service-year-list':
      return serviceYearList(input, counting, interval, supervisionsOf(history, input.asOf));
    case 'midpoint':
      return main === null ? [] : midpoint(input, demandsOf(main, history, input.asOf).obligations, counting);
  }
}

function supervisionsOf(history: PackedHistory, asOf: number): Supervisions {
  const all = inspectionDays(history, SUPERVISIONS, asOf);
  return { all, alterations: all.length === 0 ? all : inspectionDays(history, ALTERATIONS, asOf) };
}

const SUPERVISIONS = maskOf(['supervision', 'supervision-repair', 'supervision-alteration']);
const ALTERATIONS = maskOf(['supervision-alteration']);

function maskOf(kinds: readonly InspectionKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << INSPECTION_KINDS.indexOf(kind)), 0);
}

function printedExpiries({ inspections, expiries }: PackedHistory): ReadonlyMap<number, number> {
  const printed = new Map<number, number>();
  for (const [index, expiry] of expiries.entries())
    if (expiry !== NO_DAY) printed.set(dayOfInspection(inspections[index]!), expiry);
  return printed;
}
