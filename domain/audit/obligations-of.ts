import { anniversaryMonth } from '../counting/anniversary-month';
import { calendarSpans } from '../counting/calendar-span';
import { certificateExpiry } from '../counting/certificate-expiry';
import { dueMonthChain } from '../counting/due-month-chain';
import { midpoint } from '../counting/midpoint';
import type { CountingInput, Obligation } from '../counting/obligation';
import { rolling, type LimitAt } from '../counting/rolling';
import { serviceYearList } from '../counting/service-year-list';
import { INSPECTION_KINDS, type InspectionKind } from '../inspection/inspection';
import { actDays, inspectionDays, judgingStart } from '../service-clock/acts';
import type { CompiledRule, CompiledVersion } from '../service-clock/compiled-rule';
import { limitFor } from '../service-clock/limit-terms';
import { baseDay, dayOfInspection, NO_DAY, type PackedHistory } from '../service-clock/packed-history';

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
 * force on the due day.
 */
export function demandsOf(rule: CompiledRule, history: PackedHistory, asOf: number): Demands {
  const acts = actDays(history, rule.acts, asOf);
  const start = judgingStart(history, rule.acts, acts, asOf);
  if (start === NO_DAY) return { obligations: [], acts, start };
  const obligations = rule.versions.flatMap((version, index) => {
    const counted = version.acts === rule.acts ? acts : actDays(history, version.acts, asOf);
    const input = { acts: counted, base: baseDay(history), start, asOf, outages: history.outages };
    const found = countedBy(version, input, history);
    if (rule.versions.length === 1 && version.fromDay === NO_DAY) return found;
    const first = index === 0;
    if (fromActToAct(version))
      return found.filter(
        ({ anchor, deadline }) =>
          (anchor >= version.fromDay || (first && deadline >= version.fromDay)) && anchor <= version.toDay,
      );
    return found
      .filter(({ dueOn }) => dueOn >= version.fromDay && dueOn <= version.toDay)
      .map((demand) => (version.toDay < asOf ? lapsing(demand, version.toDay) : demand));
  });
  return { obligations: rule.versions.length === 1 ? obligations : obligations.sort(byDeadline), acts, start };
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
    case 'service-year-list': {
      const of = (...kinds: InspectionKind[]) => inspectionDays(history, maskOf(kinds), input.asOf);
      return serviceYearList(
        input,
        { ...counting, interval },
        {
          all: of('supervision', 'supervision-repair', 'supervision-alteration'),
          alterations: of('supervision-alteration'),
        },
      );
    }
    case 'midpoint':
      return main === null ? [] : midpoint(input, demandsOf(main, history, input.asOf).obligations, counting);
  }
}

function maskOf(kinds: readonly InspectionKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << INSPECTION_KINDS.indexOf(kind)), 0);
}

function printedExpiries({ inspections, expiries }: PackedHistory): ReadonlyMap<number, number> {
  const printed = new Map<number, number>();
  for (const [index, expiry] of expiries.entries())
    if (expiry !== NO_DAY) printed.set(dayOfInspection(inspections[index]!), expiry);
  return printed;
}
