import type { Gap } from '../audit/verdict';
import { fixedDaysOf } from '../calendar/interval';
import type { Elevator } from '../elevator/elevator';
import { asksForVisits, type Locale, type RuleVersion, type ScheduleRule } from '../pack/rule-pack';
import { ON_DEMAND_WORDS } from './words/on-demand-words';
import { fill } from './words/explain-words';

/** An elevator registered as maintained on demand, by a rule that does not give way to that. */
export interface OnDemand {
  /** Longest interval as registered. */
  readonly days: number;
  readonly document: string | null;
  /** Days of the rule that judges. */
  readonly limitDays: number;
  /** Late intervals of the period, and those among them longer than the registered days as well. */
  readonly late: number;
  readonly beyondRegistered: number;
}

/** Null where nothing is registered, the rule counts no days or asks for no visits, or it gives way to the permission. */
export function onDemandOf(
  { regime, regimeDocument }: Pick<Elevator, 'regime' | 'regimeDocument'>,
  rule: Pick<ScheduleRule, 'task'>,
  { interval, counting }: Pick<RuleVersion, 'interval' | 'counting'>,
  gaps: readonly Pick<Gap, 'daysLate'>[],
): OnDemand | null {
  const days = Number(/^on-demand:(\d+)$/.exec(regime)?.[1] ?? 0);
  const limitDays = fixedDaysOf(interval);
  if (days === 0 || limitDays === 0 || counting.onDemand !== undefined || !asksForVisits(rule)) return null;
  return {
    days,
    document: regimeDocument ?? null,
    limitDays,
    late: gaps.length,
    beyondRegistered: gaps.filter(({ daysLate }) => limitDays + daysLate > days).length,
  };
}

/** Says by which days is judged, and both counts: against those of the rule and against those registered. */
export function onDemandSentence({ document, ...numbers }: OnDemand, locale: Locale): string {
  const words = ON_DEMAND_WORDS[locale];
  const by = document === null ? words.withoutDocument : fill(words.document, { document });
  return fill(words.sentence, { ...numbers, by });
}
