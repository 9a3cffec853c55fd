import { withinLife } from '../../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../../domain/audit/interval-trace';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Outage } from '../../../domain/elevator/elevator';
import type { Inspection } from '../../../domain/inspection/inspection';
import { visitRulesFor, type ScheduleRule } from '../../../domain/pack/rule-pack';
import { allRecords, type Amendment, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { dayWritten } from '../../../domain/calendar/entered-at';
import { isJudged } from '../../../domain/headline/late-entries';
import { historyOf } from '../../../domain/headline/history';
import { compileRule } from '../../../domain/service-clock/compiled-rule';
import { clockStart, NO_DAY } from '../../../domain/service-clock/packed-history';
import type { Visit } from '../../../domain/visit/visit';

/** Whether a visit counts: withdrawn ones never do; those before the clock start, or after the day of judgement, do not. */
export type VisitStanding = 'counts' | 'withdrawn' | 'before-clock-start' | 'after-as-of';

export type HistoryRow =
  | {
      readonly kind: 'visit';
      readonly record: Recorded<Visit>;
      readonly standing: VisitStanding;
      /** Days since the visit before it, of any category; null for the first, and for visits that do not count. */
      readonly intervalDays: number | null;
      /** The interval that this visit closes was too long by the shortest rule. */
      readonly late: boolean;
    }
  | {
      readonly kind: 'gap';
      readonly rule: ScheduleRule;
      readonly interval: TracedInterval;
      /** The end of the elevator's life, where that ended a gap that nobody closed. */
      readonly endedOn: CivilDate | null;
    }
  | {
      readonly kind: 'outage';
      readonly record: Recorded<Outage>;
      readonly days: number;
      readonly open: boolean;
      /** It begins after the day of judgement. */
      readonly planned: boolean;
    }
  | { readonly kind: 'inspection'; readonly record: Recorded<Inspection> }
  /** A change of the register on which verdicts rest. */
  | { readonly kind: 'register'; readonly amendment: Amendment };

interface Placed {
  readonly row: HistoryRow;
  readonly day: number;
  /** Among rows of one day, the greater stands above. */
  readonly rank: number;
}

/**
 * Everything that happened, newest first: visits, and where they happened the gaps of every rule (a closed one directly
 * below the visit that closed it, an open one on top) and the outages (by their first day; an open one on top).
 */
export function historyOfElevator(
  dossier: Dossier,
  rules: readonly ScheduleRule[],
  asOf: CivilDate,
): readonly HistoryRow[] {
  const packed = historyOf(dossier);
  const asOfDay = toEpochDay(asOf);
  const window = withinLife({ asOf: asOfDay, from: NO_DAY, to: asOfDay }, packed);
  const traces = visitRulesFor({ rules }, dossier.elevator.value).map((rule) => ({
    rule,
    intervals: traceIntervals(packed, compileRule(rule, rules), window),
  }));
  const tightest = traces[0]?.intervals ?? [];
  const lateEnds = new Set(tightest.filter(({ state }) => state === 'late').map(({ to }) => to));
  const placed: Placed[] = [
    ...visitRows(dossier, clockStart(packed), asOf, lateEnds),
    ...traces.flatMap(({ rule, intervals }) => gapRows(rule, intervals, { asOfDay, lastDay: window.asOf })),
    ...dossier.outages.map((record) => outageRow(record, asOfDay)),
    ...registerRows(dossier),
    ...dossier.inspections.map((record): Placed => {
      return { row: { kind: 'inspection', record }, day: toEpochDay(record.value.date), rank: 1 };
    }),
  ];
  return placed.sort((a, b) => b.day - a.day || b.rank - a.rank).map(({ row }) => row);
}

function visitRows(
  dossier: Dossier,
  startDay: number,
  asOf: CivilDate,
  lateEnds: ReadonlySet<CivilDate | null>,
): Placed[] {
  const inOrder = [...dossier.visits].sort((a, b) => (a.value.date < b.value.date ? -1 : 1));
  let previous: number | null = null;
  return inOrder.map((record) => {
    const day = toEpochDay(record.value.date);
    const standing = standingOf(record, day, startDay, asOf);
    const intervalDays = standing === 'counts' && previous !== null ? day - previous : null;
    if (standing === 'counts') previous = day;
    const late = standing === 'counts' && lateEnds.has(record.value.date);
    return { row: { kind: 'visit', record, standing, intervalDays, late }, day, rank: 3 };
  });
}

function standingOf(record: Recorded<Visit>, day: number, startDay: number, asOf: CivilDate): VisitStanding {
  if (record.withdrawn === true) return 'withdrawn';
  if (startDay !== NO_DAY && day < startDay) return 'before-clock-start';
  return record.value.date > asOf ? 'after-as-of' : 'counts';
}

/** `lastDay` = the day of judgement, or before it the last day of the elevator's life. */
function gapRows(
  rule: ScheduleRule,
  intervals: readonly TracedInterval[],
  { asOfDay, lastDay }: { readonly asOfDay: number; readonly lastDay: number },
): Placed[] {
  const ended = lastDay < asOfDay ? toCivilDate(lastDay + 1) : null;
  return intervals
    .filter(({ state }) => state === 'late' || state === 'overdue')
    .map((interval): Placed => {
      const { to } = interval;
      const row = { kind: 'gap', rule, interval, endedOn: to === null ? ended : null } as const;
      return to === null ? { row, day: lastDay + 1, rank: 5 } : { row, day: toEpochDay(to), rank: 2 };
    });
}

function outageRow(record: Recorded<Outage>, asOfDay: number): Placed {
  const { from, to } = record.value;
  const fromDay = toEpochDay(from);
  const open = to === undefined || toEpochDay(to) > asOfDay;
  const days = Math.max(0, (open ? asOfDay + 1 : toEpochDay(to)) - fromDay);
  const onTop = to === undefined && record.withdrawn !== true && fromDay <= asOfDay;
  const planned = fromDay > asOfDay;
  return {
    row: { kind: 'outage', record, days, open, planned },
    day: onTop ? asOfDay + 1 : fromDay,
    rank: onTop ? 4 : 0,
  };
}

/** By the day on which they were entered: a register is true of no single day. */
function registerRows({ elevator }: Dossier): Placed[] {
  return (elevator.amendments ?? [])
    .filter(({ changes }) => changes.some(isJudged))
    .map((amendment): Placed => {
      return { row: { kind: 'register', amendment }, day: toEpochDay(dayWritten(amendment.at)), rank: 1 };
    });
}

/** How many records of the elevator were corrected or withdrawn since. */
export function amendedCount(dossier: Dossier): number {
  return allRecords(dossier).filter(({ amendments }) => (amendments ?? []).length > 0).length;
}
