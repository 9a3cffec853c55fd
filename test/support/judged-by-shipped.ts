import { auditElevator, auditWindow } from '../../domain/audit/audit-elevator';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Elevator } from '../../domain/elevator/elevator';
import type { ExplainQuestion } from '../../domain/explain/explain';
import { isTask, type Act } from '../../domain/inspection/inspection';
import { historyOf } from '../../domain/headline/history';
import { compileRule } from '../../domain/service-clock/compiled-rule';
import { dossierWith } from './dossier-with';
import { shippedPack } from './shipped-packs';

/** An act on its day; of an inspection, also the expiry printed on the certificate that it led to. */
export type Done = readonly [date: string, act: Act, validUntil?: string];

interface Beside {
  readonly outages?: readonly { readonly from: string; readonly to?: string }[];
}

/** One history judged by one rule of a pack as it ships. */
export function judgedByShipped(
  packId: string,
  ruleId: string,
  elevator: Partial<Elevator>,
  acts: readonly Done[],
  [from, asOf]: readonly [string, string],
  { outages = [] }: Beside = {},
): ExplainQuestion {
  const dossier = dossierWith({
    elevator: { kind: 'passenger-lift', inServiceOn: undefined, ...elevator },
    visits: acts.flatMap(([date, task]) => (isTask(task) ? [{ date, task }] : [])),
    inspections: acts.flatMap(([date, kind, validUntil]) =>
      isTask(kind) ? [] : [validUntil === undefined ? { date, kind } : { date, kind, validUntil }],
    ),
    outages,
  });
  const history = historyOf(dossier);
  const { rules } = shippedPack(packId);
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`${packId} has no rule ${ruleId}`);
  const compiled = compileRule(rule, rules);
  const window = auditWindow(asOf as CivilDate, { from: from as CivilDate, to: asOf as CivilDate });
  const { registrationNo, kind, place } = dossier.elevator.value;
  const { rules: audits } = auditElevator({ registrationNo, kind, place, history }, [compiled], window);
  return { dossier, history, rule, compiled, audit: audits[0]!, window };
}
