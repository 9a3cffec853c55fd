import { answeringDays } from '../service-clock/acts';
import { versionIndexAt, type CompiledRule } from '../service-clock/compiled-rule';
import { dayOfInspection, NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import type { AuditWindow, FailureSink, RuleTally } from './tally';

/**
 * Failing acts answer no demand: from the day of the first on, the rule is failed until a later act that answers it
 * passes, or a re-check of the same kind, which may come on the same day. In use between the two, the failure stays on
 * record of the period; the days of both acts themselves do not count. One that was over before the first version began
 * is nobody's breach of it.
 */
export function tallyFailures(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  tally: RuleTally,
  onFailure: FailureSink | null,
): void {
  const { failures, clearedFailures } = history;
  if (failures.length + clearedFailures.length === 0) return;
  const failed = failingDays(failures, rule.failing, window.asOf);
  const cleared = failingDays(clearedFailures, rule.failing, window.asOf).filter((day) => !failed.includes(day));
  if (failed.length + cleared.length === 0) return;
  const began = rule.versions[0]?.fromDay ?? NO_DAY;
  const acts = answeringDays(rule, history, window.asOf);
  let until = NO_DAY;
  for (const day of [...failed, ...cleared].sort((a, b) => a - b)) {
    if (day < until) continue; // another failing act before the same answer
    const answered = cleared.includes(day) ? day : (acts.find((act) => act > day) ?? NO_DAY);
    until = answered === NO_DAY ? Infinity : answered;
    if ((answered === NO_DAY ? window.asOf : answered) < began) continue;
    // Under a text that nobody has read it failed all the same; of that text nothing more can be said.
    const weight = rule.versions[versionIndexAt(rule, day)]?.weight ?? 'reading';
    if (answered === NO_DAY) {
      const serviceDays = serviceDaysOf(history, day, window.asOf);
      tally.failedOn = day;
      tally.failedInUse = serviceDays > 0;
      tally.failedWeight = weight;
      onFailure?.(day, NO_DAY, serviceDays, weight);
      return;
    }
    if (answered < window.from || day > window.to) continue;
    onFailure?.(day, answered, serviceDaysOf(history, day, answered - 1), weight);
    if (serviceDaysOf(history, Math.max(day, window.from - 1), Math.min(answered - 1, window.to)) === 0) continue;
    tally.cleared += 1;
    if (weight === 'law') tally.clearedByLaw += 1;
  }
}

function failingDays(failures: Int32Array, mask: number, asOf: number): number[] {
  const days: number[] = [];
  for (const packed of failures) {
    const day = dayOfInspection(packed);
    if (day > asOf) break;
    if (((mask >> (packed & 63)) & 1) === 1) days.push(day);
  }
  return days;
}
