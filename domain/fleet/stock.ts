import { ageOf } from '../elevator/age';
import { assessmentsOf } from '../risk/assessment-due';
import { judgeInNumbers, readyQuestion } from '../headline/judge-in-numbers';
import { questionBy } from '../headline/question-by';
import type { JudgedHazard } from '../risk/judge-hazards';
import { oldAgeOf } from '../risk/old-age';
import { priorityOf } from '../headline/priority';
import type { HistoryRow } from './elevator-history';
import type { StockQuestion, StockRow } from './stock-rows';

/** What is the same for every elevator, worked out once. */
export function stockRows(question: StockQuestion): (history: HistoryRow) => StockRow {
  const { asOf, period, pack, days, kept } = question;
  const criteria = pack.hazards ?? null;
  const ready = readyQuestion(questionBy(pack, { asOf, period, hazardDays: days, scope: { kept } }));
  return (history) => {
    const { registrationNo, elevator, callouts, failedInspections, assessments } = history;
    const { kind, place } = elevator;
    const subject = { kind, place, history, elevator, hazards: history.hazards, late: null };
    const { tallied, use, hazards } = judgeInNumbers(subject, ready);
    const oldAge = criteria === null ? null : oldAgeOf(elevator, criteria, asOf);
    const due = criteria === null ? [] : assessmentsOf(elevator, assessments, criteria, asOf).due;
    const open = hazards.filter((hazard) => hazard.open);
    return {
      registrationNo,
      elevator,
      use: use.state,
      age: ageOf(elevator, asOf),
      old: oldAge === null ? null : { ruleId: oldAge.rule.id, on: oldAge.on, reached: oldAge.reached },
      priority: priorityOf({
        asOf,
        elevator: { value: elevator },
        oldAge,
        hazards,
        use,
        audit: { rules: tallied.rules.map(({ missed, late, daysOverdue }) => ({ missed, late, daysOverdue })) },
        visits: [], // they name records, which only the page of one elevator shows
        inspections: failedInspections.map((value) => ({ value })),
        callouts: callouts.map((value) => ({ value })),
      }),
      open: byGroup(open),
      overdue: open.filter(({ breached }) => breached).length,
      late: open.filter(({ overdue, breached }) => overdue && !breached).length,
      assessment: due[0]?.status ?? null,
      cost: open.reduce((sum, { value }) => sum + (value.estimatedCost ?? 0), 0),
      costMissing: open.filter(({ value }) => value.estimatedCost === undefined).length,
    };
  };
}

function byGroup(open: readonly JudgedHazard[]): StockRow['open'] {
  const having = (group: JudgedHazard['group']): number => open.filter((hazard) => hazard.group === group).length;
  return { I: having('I'), II: having('II'), III: having('III'), none: having(null) };
}
