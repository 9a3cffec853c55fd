import { auditWindow } from '../audit/audit-elevator';
import { planFleet, type PlanSubject } from '../plan/plan-fleet';
import type { PlanRow, PlanSummary } from '../plan/plan-rows';
import { compileRules } from '../service-clock/compiled-rule';
import type { Fleet, HistoryRow } from './elevator-history';
import type { FleetRow } from './fleet-row';
import type { PlanQuestion } from './questions';

/** The next visits of the fleet; `rowOf` = how each elevator was judged. */
export function fleetPlan(
  fleet: Fleet,
  { asOf, period, pack, settings, calendar }: PlanQuestion,
  rowOf: (history: HistoryRow) => FleetRow,
): { readonly rows: readonly PlanRow[]; readonly summary: PlanSummary } {
  const subjects = Array.from(fleet.values(), (history): PlanSubject => {
    const { elevator, lastTeam } = history;
    const { kind, place } = elevator;
    return { kind, place, history, elevator, use: rowOf(history).use, team: lastTeam };
  });
  const window = auditWindow(asOf, period, 'maintenance');
  return planFleet(subjects, { rules: compileRules(pack), window, settings, calendar });
}
