import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditElevator, auditWindow } from '../../domain/audit/audit-elevator';
import { traceIntervals, type TracedInterval } from '../../domain/audit/interval-trace';
import type { ElevatorAudit, RuleAudit } from '../../domain/audit/verdict';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod, type Period } from '../../domain/calendar/period';
import type { Outage } from '../../domain/elevator/elevator';
import { visitRules, type RulePack } from '../../domain/pack/rule-pack';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { packHistory } from '../../domain/service-clock/packed-history';
import type { Task } from '../../domain/visit/visit';

export const CHINA_PACK = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'regulations', 'cn.json'), 'utf8'),
) as RulePack;

/** A question to the clock as a reader would write it down. */
export interface Told {
  readonly asOf: string;
  readonly period?: readonly [from: string, to: string];
  readonly inServiceOn?: string;
  readonly recordsFrom?: string;
  /** Days, half-month unless a task follows: `2026-01-01`, `2026-02-10 quarter`. */
  readonly visits?: readonly string[];
  /** `[from, to]`, or `[from]` for one that is still open. */
  readonly outages?: readonly (readonly [from: string, to?: string])[];
  readonly pack?: Pick<RulePack, 'rules'>;
}

export type RuleWord = 'half-month' | 'quarter' | 'half-year' | 'year';

function historyOf({ inServiceOn, recordsFrom, visits = [], outages = [] }: Told) {
  return packHistory(
    { ...(inServiceOn && { inServiceOn }), ...(recordsFrom && { recordsFrom }) } as { inServiceOn?: CivilDate },
    visits.map((words) => {
      const [date, task = 'half-month'] = words.split(' ');
      return { date: date as CivilDate, task: task as Task };
    }),
    outages.map(([from, to]) => ({ from, ...(to && { to }) }) as Outage),
    [],
  );
}

function windowOf({ asOf, period }: Told) {
  const asked: Period =
    period === undefined
      ? defaultPeriod(asOf as CivilDate)
      : { from: period[0] as CivilDate, to: period[1] as CivilDate };
  return auditWindow(asOf as CivilDate, asked);
}

export function auditOf(told: Told): ElevatorAudit {
  const subject = { registrationNo: '', kind: '3110', history: historyOf(told) };
  return auditElevator(subject, compileRules(told.pack ?? { rules: visitRules(CHINA_PACK) }), windowOf(told));
}

export function ruleOf(told: Told, rule: RuleWord = 'half-month'): RuleAudit {
  const found = auditOf(told).rules.find(({ ruleId }) => ruleId.endsWith(`.${rule}`));
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found;
}

export function tableOf(told: Told, rule: RuleWord = 'half-month'): TracedInterval[] {
  const compiled = compileRules(told.pack ?? { rules: visitRules(CHINA_PACK) }).find(({ id }) =>
    id.endsWith(`.${rule}`),
  );
  if (compiled === undefined) throw new Error(`no rule ${rule}`);
  return traceIntervals(historyOf(told), compiled, windowOf(told));
}
