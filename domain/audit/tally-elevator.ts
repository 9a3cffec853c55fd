import { isFor, type CompiledRule } from '../service-clock/compiled-rule';
import type { PackedHistory } from '../service-clock/packed-history';
import { withinLife } from './audit-elevator';
import { newTally, type AuditWindow, type GapSink, type RuleTally } from './tally';
import { standingOf, type Standing } from './standing';
import { hasServiceDay, tallyRule } from './tally-rule';

/** What of an elevator a judgement rests on. */
export interface TallySubject {
  readonly kind: string;
  readonly place?: string | undefined;
  readonly history: PackedHistory;
}

/** One elevator in numbers: what was found of each rule, in the order given, and what follows from it. */
export interface TalliedElevator extends Standing {
  /** That asked for, or the part of it before the end of its life. */
  readonly window: AuditWindow;
  readonly rules: readonly RuleTally[];
}

/** Judges one elevator; every gap of every rule is handed over. */
export function tallyElevator(
  { kind, place, history }: TallySubject,
  rules: readonly CompiledRule[],
  asked: AuditWindow,
  onGap: GapSink | null = null,
): TalliedElevator {
  const window = withinLife(asked, history);
  const inUse = hasServiceDay(history, window);
  const tallies: RuleTally[] = [];
  for (const rule of rules) {
    const tally = newTally();
    tallyRule(history, rule, window, inUse && isFor(rule, { kind, place }), tally, onGap);
    tallies.push(tally);
  }
  return { window, rules: tallies, ...standingOf(tallies, inUse) };
}
