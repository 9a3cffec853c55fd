import { tallyElevator } from '../audit/tally-elevator';
import { auditWindow } from '../audit/audit-elevator';
import type { RuleStatus, Weight } from '../audit/verdict';
import { toEpochDay } from '../calendar/civil-date';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import { scopeInNumbers } from '../headline/judge-in-numbers';
import { compileRules, type CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY } from '../service-clock/packed-history';
import type { HistoryRow } from './elevator-history';
import type { AuditQuestion } from './fleet-row';
import { coverRows } from './insurance';

/** Something that no maintenance visit answers and that is due, or was. Days are epoch days. */
export interface DueRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  /** The place of the rule in the pack; null = its insurance ends. */
  readonly rule: number | null;
  readonly status: RuleStatus;
  readonly weight: Weight | null;
  /** The last day; of an act that failed the day of that. */
  readonly due: number;
  /** Negative = past. */
  readonly daysLeft: number;
  readonly lastDone: number | null;
}

/** Looked ahead so far. */
export const DUE_DAYS = 90;

/**
 * Inspections, tests and checks, printed ends of certificates among them, and insurance that end within 90 days or are
 * past, the earliest first: on a cycle of 15 days the nearest date of an elevator never is one of them. What nobody shows
 * has no day and is left to the verdict.
 */
export function duesOf(fleet: Iterable<HistoryRow>, question: AuditQuestion): readonly DueRow[] {
  const { asOf, period, pack, kept } = question;
  const rules = compileRules(pack);
  const histories = [...fleet];
  const windows = {
    all: auditWindow(asOf, period, 'all'),
    maintenance: auditWindow(asOf, period, 'maintenance'),
  };
  const today = toEpochDay(asOf);
  const rows = histories.flatMap((history): DueRow[] => {
    const { registrationNo, elevator } = history;
    if (history.endedDay !== NO_DAY && history.endedDay <= today) return [];
    const subject = { kind: elevator.kind, place: elevator.place, history };
    const { rules: tallies } = tallyElevator(subject, rules, windows[scopeInNumbers({ elevator, history }, { kept })]);
    return tallies.flatMap((tally, rule) => {
      if (!asksInspection(rules[rule]!) || tally.status === 'not-applicable') return [];
      const due = tally.status === 'failed' ? tally.failedOn : tally.due;
      if (due === NO_DAY || due - today > DUE_DAYS) return [];
      const { status, weight, lastDone } = tally;
      return [
        {
          ...{ registrationNo, elevator, rule, status, weight, due, daysLeft: due - today },
          lastDone: lastDone === NO_DAY ? null : lastDone,
        },
      ];
    });
  });
  const covers = coverRows(histories, { asOf, period }).flatMap(({ registrationNo, elevator, until }): DueRow[] => {
    if (until === null) return [];
    const due = toEpochDay(until);
    if (due - today > DUE_DAYS) return [];
    const status = due < today ? 'overdue' : 'due-soon';
    return [{ registrationNo, elevator, rule: null, status, weight: null, due, daysLeft: due - today, lastDone: null }];
  });
  return [...rows, ...covers].sort(
    (a, b) => a.due - b.due || (a.registrationNo < b.registrationNo ? -1 : a.registrationNo > b.registrationNo ? 1 : 0),
  );
}

function asksInspection({ acts }: CompiledRule): boolean {
  return acts.inspections !== 0;
}
