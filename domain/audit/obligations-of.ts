import { toEpochDay } from '../calendar/civil-date';
import { addInterval, type Interval } from '../calendar/interval';
import { anniversaryMonth } from '../counting/anniversary-month';
import { calendarSpans } from '../counting/calendar-span';
import { certificateExpiry } from '../counting/certificate-expiry';
import { dueMonthChain } from '../counting/due-month-chain';
import { midpoint, type MainDemands } from '../counting/midpoint';
import { deadlineInService, firstActIn, type CountingInput, type Obligation } from '../counting/obligation';
import { rolling, type LimitAt } from '../counting/rolling';
import { serviceYearList, type InspectionsBeside, type ServiceYearTerms } from '../counting/service-year-list';
import { INSPECTION_KINDS, type InspectionKind } from '../inspection/inspection';
import {
  acceptanceDay,
  actDays,
  answeringDays,
  inspectionDays,
  judgingStart,
  lastActDay,
  lastAnsweringDay,
} from '../service-clock/acts';
import { intervalAt, versionIndexAt, type CompiledRule, type CompiledVersion } from '../service-clock/compiled-rule';
import { STILL_OUT } from '../service-clock/outages';
import { ageCeiling, limitFor } from '../service-clock/limit-terms';
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
 * force on the due day. What came due before the first version and was open when it began is asked by the first. A
 * demand that was open when its version ended is answered by the first act that counts in the version of its day.
 * Demands that were answered before `from` may be left out.
 */
export function demandsOf(rule: CompiledRule, history: PackedHistory, asOf: number, from: number = NO_DAY): Demands {
  const acts = answeringDays(rule, history, asOf);
  const start = startOf(rule, history, acts, asOf);
  return demandsSince(rule, history, asOf, { acts, start, from });
}

/** The same through holes in the records: every demand since the first act, also those of which nobody can say anything. */
export function demandsThroughHoles(rule: CompiledRule, history: PackedHistory, asOf: number): Demands {
  const acts = answeringDays(rule, history, asOf);
  const start = judgingStart(history, rule, acts, asOf);
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
  /** Days of the acts that counted when they were done. Empty = none counts, whatever is on record. */
  readonly acts: readonly number[];
  readonly start: number;
  readonly asOf: number;
  readonly from: number;
}

/** What a text asked that nobody has read is not known: what was not answered before it nor due is not asked for. */
function obligationsFrom(rule: CompiledRule, history: PackedHistory, judging: Judging): readonly Obligation[] {
  const asked = obligationsOfAll(rule, history, judging);
  const { unreadFrom } = rule;
  if (judging.asOf < unreadFrom) return asked;
  return asked.filter(
    ({ deadline, answeredOn }) =>
      (answeredOn !== NO_DAY && answeredOn < unreadFrom) ||
      (deadlineInService(history, deadline) ?? STILL_OUT) < unreadFrom,
  );
}

function obligationsOfAll(rule: CompiledRule, history: PackedHistory, judging: Judging): readonly Obligation[] {
  const { acts, start, asOf, from } = judging;
  const lastOf = lastBefore(acts, from);
  const base = baseDay(history);
  const { inServiceDay, outages } = history;
  const obligations: Obligation[] = [];
  for (let index = 0; index < rule.versions.length; index++) {
    const version = rule.versions[index]!;
    const byAnchor = fromActToAct(version);
    if (!byAnchor && (version.toDay < lastOf || version.fromDay > asOf + LONGEST_AHEAD)) continue;
    const counted = rule.sameActs || acts === NO_ACTS ? acts : inBoth(actDays(history, version.acts, asOf), acts);
    const judged = counted[0] === undefined || counted[0] >= start ? counted : counted.filter((day) => day >= start);
    const onRecord = acts === NO_ACTS ? onRecordBy(rule, version, history, start) : counted;
    const since = counted === acts ? lastOf : lastBefore(judged, from);
    const demands = countedBy(
      rule,
      version,
      { acts: judged, onRecord, base, start, since, asOf, inServiceDay, outages },
      history,
    );
    if (version.fromDay === NO_DAY && version.toDay === STILL_OUT) return demands; // the only one, and of all time
    let [anchor, isOf] = [NO_DAY, false];
    for (const demand of demands) {
      const answer = version.toDay < asOf ? answerAfter(demand, version.toDay, acts, asOf) : demand.answeredOn;
      // An interval is judged as a whole, by its first deadline.
      if (!byAnchor || demand.anchor !== anchor)
        isOf = isOfVersion(demand, answer, version, byAnchor, index === 0, history, judging);
      ({ anchor } = demand);
      if (!isOf) continue;
      obligations.push(index === 0 && answer === demand.answeredOn ? demand : ofVersion(demand, index, answer));
    }
  }
  return rule.versions.length === 1 ? obligations : obligations.sort(byDeadline);
}

/** What nobody had answered when its version ended is answered by the first act after that, or after its deadline. */
function answerAfter(
  { opensOn, deadline, answeredOn }: Obligation,
  lastDay: number,
  acts: readonly number[],
  asOf: number,
): number {
  if (answeredOn !== NO_DAY && answeredOn <= lastDay) return answeredOn;
  return firstActIn(acts, Math.max(opensOn, Math.min(deadline, lastDay) + 1), asOf);
}

/** Written out, since a spread costs more than all the counting. */
function ofVersion(demand: Obligation, version: number, answeredOn: number): Obligation {
  const { anchor, opensOn, dueOn, deadline, lawDeadline } = demand;
  if (lawDeadline !== undefined) return { ...demand, answeredOn, version };
  return { anchor, opensOn, dueOn, deadline, answeredOn, version };
}

/**
 * First day that a rule judges. The acceptance is where demands begin, no proof that the records reach back to it: where
 * the next record came so late after it that the deadline and one interval more had passed, judging starts with the
 * next act. Records that reach back and hold no act at all show what was left out since the acceptance.
 */
function startOf(rule: CompiledRule, history: PackedHistory, acts: readonly number[], asOf: number): number {
  const start = judgingStart(history, rule, acts, asOf);
  if (rule.acts.inspections === 0) return start;
  const accepted = acceptanceDay(history, asOf);
  if (isRecordedBefore(acts[0], accepted, history)) return start;
  if (accepted !== NO_DAY && (acts.at(-1) ?? NO_DAY) <= accepted) {
    const record = rule.sameActs ? NO_DAY : recordAfter(rule, history, accepted, asOf);
    if (record === NO_DAY) return start;
    return isHole(rule, history, accepted, record) ? NO_DAY : accepted;
  }
  const [first, second] = acts;
  if (first !== start || second === undefined || !isAcceptance(first, history)) return start;
  const record = rule.sameActs ? second : recordAfter(rule, history, first, asOf); // never later than the second act
  return isHole(rule, history, first, record) ? second : start;
}

/** Whether nothing since the acceptance answers the rule, and the records do not reach back to it either. */
export function isUnrecorded(rule: CompiledRule, history: PackedHistory, accepted: number, asOf: number): boolean {
  if (lastAnsweringDay(rule, history, asOf) > accepted) return false;
  if (isRecordedBefore(answeringDays(rule, history, accepted)[0], accepted, history)) return false;
  const record = recordAfter(rule, history, accepted, asOf);
  return record === NO_DAY || isHole(rule, history, accepted, record);
}

/** Whether an act up to the acceptance, other than that inspection itself, shows that records were kept already. */
function isRecordedBefore(first: number | undefined, accepted: number, { inspections }: PackedHistory): boolean {
  return first !== undefined && first <= accepted && !inspections.includes(packInspection(first, 'supervision'));
}

/** The first act after a day that answers some version of the rule, whether it counted on its day or not. */
function recordAfter(rule: CompiledRule, history: PackedHistory, day: number, asOf: number): number {
  if (lastActDay(history, rule.answering, asOf) <= day) return NO_DAY;
  return firstActIn(actDays(history, rule.answering, asOf), day + 1, asOf);
}

function isHole(rule: CompiledRule, history: PackedHistory, from: number, record: number): boolean {
  const interval = intervalAt(rule, from, history);
  if (interval === null || record <= addInterval(from, interval, 2)) return false; // no deadline is nearer than that
  const version = rule.versions[versionIndexAt(rule, from)]!;
  const { inServiceDay, outages } = history;
  const onRecord = onRecordBy(rule, version, history, from);
  const input = { acts: NO_ACTS, onRecord, base: baseDay(history), start: from, since: NO_DAY, asOf: from };
  const [first] = countedBy(rule, version, { ...input, inServiceDay, outages }, history);
  const due = first === undefined ? null : deadlineInService(history, first.deadline);
  return first === undefined || (due !== null && record > addInterval(due, interval));
}

/** Acts of a version up to a day that counted when they were done: one may come before return from an outage. */
function onRecordBy(
  rule: CompiledRule,
  { acts }: CompiledVersion,
  history: PackedHistory,
  day: number,
): readonly number[] {
  if (history.outages.length === 0) return NO_ACTS;
  return inBoth(actDays(history, acts, day), answeringDays(rule, history, day));
}

function isAcceptance(day: number, history: PackedHistory): boolean {
  return day <= history.acceptedDay || history.inspections.includes(packInspection(day, 'supervision'));
}

/** No demand is named longer than this before it falls due; a version that starts later cannot matter yet. */
const LONGEST_AHEAD = 36_525;

/** What was asked before the first version is its own only if it was still open when that began. */
function isOfVersion(
  { anchor, deadline, dueOn }: Obligation,
  answeredOn: number,
  { fromDay, toDay }: CompiledVersion,
  byAnchor: boolean,
  first: boolean,
  history: PackedHistory,
  { acts, asOf }: Pick<Judging, 'acts' | 'asOf'>,
): boolean {
  const day = byAnchor ? anchor : dueOn;
  if (day >= fromDay || (first && byAnchor && deadline >= fromDay)) return day <= toDay;
  if (!first) return false;
  const due = deadlineInService(history, deadline);
  if (due === null || due >= fromDay) return true;
  const answer = answeredOn === NO_DAY ? firstActIn(acts, deadline + 1, asOf) : answeredOn;
  return answer === NO_DAY ? asOf >= fromDay : answer >= fromDay;
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

/** Days of acts that a version counts and that counted when they were done, both ascending. */
function inBoth(counted: readonly number[], acts: readonly number[]): readonly number[] {
  let i = 0;
  return counted.filter((day) => {
    while (i < acts.length && acts[i]! < day) i += 1;
    return acts[i] === day;
  });
}

function byDeadline(a: Obligation, b: Obligation): number {
  return a.deadline - b.deadline;
}

function fromActToAct({ counting: { mode } }: CompiledVersion): boolean {
  return mode === 'rolling' || mode === 'anniversary-month' || mode === 'certificate-expiry';
}

function countedBy(
  rule: CompiledRule,
  version: CompiledVersion,
  input: CountingInput,
  history: PackedHistory,
): readonly Obligation[] {
  const { counting, interval, main } = version;
  const limitAt = limitOf(rule, version, history);
  switch (counting.mode) {
    case 'service-clock':
    case 'rolling':
      return rolling(input, limitAt, ageCeiling(counting, history));
    case 'calendar-month':
      return calendarSpans(input, 1);
    case 'calendar-year':
      return calendarSpans(input, 12);
    case 'anniversary-month':
      return anniversaryMonth(input, limitAt);
    case 'due-month-chain':
      return dueMonthChain(input, limitAt, counting);
    case 'certificate-expiry':
      return certificateExpiry(
        input,
        limitAt,
        counting.earlyWindow,
        printedExpiries(history, version.acts.inspections),
      );
    case 'service-year-list':
      return serviceYearList(
        input,
        counting,
        { interval, fromDay: version.fromDay },
        inspectionsBeside(main, counting, history, input.asOf),
      );
    case 'midpoint':
      return main === null ? [] : midpoint(input, mainDemands(main, history, input.asOf), counting);
  }
}

function mainDemands(main: CompiledRule, history: PackedHistory, asOf: number): MainDemands {
  const { obligations, acts, start } = demandsOf(main, history, asOf);
  return { obligations, acts: acts.filter((day) => day >= start) };
}

/** The limit by the anchor's day: from act to act that of the version in force on it. */
function limitOf(rule: CompiledRule, version: CompiledVersion, history: PackedHistory): LimitAt {
  const { interval, counting, hasTerms } = version;
  if (rule.versions.length > 1 && fromActToAct(version))
    return (anchor) => intervalAt(rule, anchor, history) ?? interval;
  return hasTerms ? (anchor) => limitFor(interval, counting, history, anchor) : () => interval;
}

/** The inspections that a list reads beside the acts that answer it. */
function inspectionsBeside(
  main: CompiledRule | null,
  { alterationsFrom }: ServiceYearTerms,
  history: PackedHistory,
  asOf: number,
): InspectionsBeside {
  const supervisions = inspectionDays(history, SUPERVISIONS, asOf);
  const since = alterationsFrom === undefined ? NO_DAY : toEpochDay(alterationsFrom);
  const alterations = supervisions.length === 0 ? supervisions : inspectionDays(history, ALTERATIONS, asOf);
  return {
    supervisions,
    alterations: alterations.filter((day) => day >= since),
    main: main === null ? null : { acts: actDays(history, main.acts, asOf), beforeReturnAfter: returnTerm(main) },
  };
}

function returnTerm({ versions }: CompiledRule): Interval | undefined {
  const list = versions.findLast(({ counting }) => counting.mode === 'service-year-list')?.counting;
  return list?.mode === 'service-year-list' ? list.beforeReturnAfter : undefined;
}

const SUPERVISIONS = maskOf(['supervision', 'supervision-repair', 'supervision-alteration']);
const ALTERATIONS = maskOf(['supervision-alteration']);

function maskOf(kinds: readonly InspectionKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << INSPECTION_KINDS.indexOf(kind)), 0);
}

/** Act day → the expiry printed on the certificate of an act that counts; of several on one day, the latest. */
function printedExpiries({ inspections, expiries }: PackedHistory, kinds: number): ReadonlyMap<number, number> {
  const printed = new Map<number, number>();
  for (const [index, expiry] of expiries.entries()) {
    const packed = inspections[index]!;
    if (expiry === NO_DAY || ((kinds >> (packed & 63)) & 1) === 0) continue;
    const day = dayOfInspection(packed);
    printed.set(day, Math.max(expiry, printed.get(day) ?? NO_DAY));
  }
  return printed;
}
