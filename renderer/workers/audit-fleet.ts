import { auditWindow, withinLife } from '../../domain/audit/audit-elevator';
import { standingOf } from '../../domain/audit/standing';
import { newTally, type AuditWindow } from '../../domain/audit/rule-tally';
import { hasServiceDay, tallyRule } from '../../domain/audit/tally-rule';
import { compileRules, isFor, type CompiledRule } from '../../domain/service-clock/compiled-rule';
import { NO_DAY } from '../../domain/service-clock/packed-history';
import type { HistoryRow } from '../data/database';
import type { AuditQuestion, FleetRow } from '../data/fleet-protocol';

export interface PreparedAudit {
  readonly rules: readonly CompiledRule[];
  readonly window: AuditWindow;
}

export function prepareAudit({ asOf, period, pack }: AuditQuestion): PreparedAudit {
  return { rules: compileRules(pack), window: auditWindow(asOf, period) };
}

/** The row of one elevator: verdict and what presses most, without the prose. */
export function fleetRow(history: HistoryRow, { rules, window: asked }: PreparedAudit): FleetRow {
  const window = withinLife(asked, history);
  const { registrationNo, elevator } = history;
  const inUse = hasServiceDay(history, window);
  let gaps = 0;
  let pressing: FleetRow['pressing'] = null;
  const tallies = rules.map((rule, index) => {
    const tally = newTally();
    tallyRule(history, rule, window, inUse && isFor(rule, elevator), tally, () => (gaps += 1));
    if (tally.due !== NO_DAY && tally.status !== 'not-applicable') {
      const daysLeft = tally.status === 'overdue' ? -tally.daysOverdue : tally.due - window.asOf;
      const presses =
        tally.status === 'overdue'
          ? pressing === null || daysLeft < pressing.daysLeft || pressing.status !== 'overdue'
          : pressing === null || (pressing.status !== 'overdue' && daysLeft < pressing.daysLeft);
      if (presses) pressing = { rule: index, status: tally.status, due: tally.due, daysLeft };
    }
    return tally;
  });
  const lastVisit = tallies.reduce(
    (last, { lastDone }, index) => (rules[index]!.acts.inspections === 0 ? Math.max(last, lastDone) : last),
    NO_DAY,
  );
  return {
    registrationNo,
    elevator,
    verdict: standingOf(tallies, inUse).verdict,
    gaps,
    lastVisit: lastVisit === NO_DAY ? null : lastVisit,
    pressing,
    outNow: isOut(history, window.asOf),
  };
}

function isOut({ outages }: HistoryRow, day: number): boolean {
  for (let i = 0; i < outages.length; i += 2) if (outages[i]! <= day && day < outages[i + 1]!) return true;
  return false;
}
