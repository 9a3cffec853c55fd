import { tallyRule } from '../audit/tally-rule';
import { newTally, type AuditWindow } from '../audit/tally';
import type { RuleAudit } from '../audit/verdict';
import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import { fixedDaysOf, type Interval } from '../calendar/interval';
import {
  missingPermission,
  onDemandDays,
  type Permitted,
  type PermissionField,
} from '../elevator/on-demand-permission';
import { asksForVisits, type RuleVersion, type ScheduleRule } from '../pack/rule-pack';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';

/** An elevator registered as maintained on demand, by a rule of days, with both counts. */
export interface OnDemand {
  /** Longest interval as registered. */
  readonly days: number;
  readonly authority: string | null;
  readonly document: string | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** Whether the permission judges: the pack knows none, something of it is missing, or it does on its days. */
  readonly state: 'not-eased' | 'incomplete' | 'counts';
  readonly missing: readonly PermissionField[];
  /** The longest that the pack lets a permission name; null where it knows none. */
  readonly cap: Interval | null;
  /** Days of the text, which knows no exception. */
  readonly limitDays: number;
  /** Intervals of the period that are late by the text, and the longest of them in days of service. */
  readonly late: number;
  readonly longest: { readonly from: CivilDate; readonly to: CivilDate | null; readonly days: number } | null;
  /** Those longer than the registered days as well; where the permission judges, those late by it. */
  readonly beyond: number;
}

interface OnDemandQuestion {
  readonly elevator: Permitted;
  readonly history: PackedHistory;
  readonly rule: Pick<ScheduleRule, 'task'>;
  readonly compiled: CompiledRule;
  readonly version: Pick<RuleVersion, 'interval' | 'counting'>;
  readonly window: AuditWindow;
  /** The verdict. */
  readonly audit: Pick<RuleAudit, 'status' | 'gaps'>;
}

/** Null where nothing is registered, or the rule counts no days or asks for no visits. */
export function onDemandOf({
  elevator,
  history,
  rule,
  compiled,
  version: { interval, counting },
  window,
  audit,
}: OnDemandQuestion): OnDemand | null {
  const days = onDemandDays(elevator.regime);
  const limitDays = fixedDaysOf(interval);
  if (days === 0 || limitDays === 0 || !asksForVisits(rule)) return null;
  const missing = missingPermission(elevator);
  const cap = counting.onDemand?.cap ?? null;
  const state = cap === null ? 'not-eased' : missing.length > 0 ? 'incomplete' : 'counts';
  const byText = audit.status === 'not-applicable' ? [] : gapsByText(history, compiled, window);
  const longest = byText.reduce<TextGap | null>(
    (most, gap) => (most === null || gap.daysLate > most.daysLate ? gap : most),
    null,
  );
  return {
    days,
    authority: elevator.regimeAuthority ?? null,
    document: elevator.regimeDocument ?? null,
    from: elevator.regimeFrom ?? null,
    to: elevator.regimeTo ?? null,
    state,
    missing,
    cap,
    limitDays,
    late: byText.length,
    longest:
      longest === null
        ? null
        : {
            from: toCivilDate(longest.from),
            to: longest.to === NO_DAY ? null : toCivilDate(longest.to),
            days: limitDays + longest.daysLate,
          },
    beyond:
      state === 'counts' ? audit.gaps.length : byText.filter(({ daysLate }) => limitDays + daysLate > days).length,
  };
}

interface TextGap {
  readonly from: number;
  readonly to: number;
  readonly daysLate: number;
}

/** Late intervals of the period as if nothing were permitted. */
function gapsByText(history: PackedHistory, compiled: CompiledRule, window: AuditWindow): TextGap[] {
  const gaps: TextGap[] = [];
  tallyRule({ ...history, permit: null }, compiled, window, true, newTally(), (from, to, _deadline, daysLate) =>
    gaps.push({ from, to, daysLate }),
  );
  return gaps;
}
