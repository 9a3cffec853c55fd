import { answeringDays } from '../service-clock/acts';
import { versionIndexAt, type CompiledRule } from '../service-clock/compiled-rule';
import { dayOfInspection, NO_DAY, serviceDaysOf, type PackedHistory } from '../service-clock/packed-history';
import type { AuditWindow, FailureSink, RuleTally } from './rule-tally';

/**
 * Failing acts answer no demand: from the day of the first on, the rule is failed until a later act that answers it
 * passes, or a re-check of the same kind, which may come on the same day (`packHistory` leaves such failures out).
 * In use between the two, the failure stays on record of the period; the days of both acts themselves do not count.
 */
export function tallyFailures(
  history: PackedHistory,
  rule: CompiledRule,
  window: AuditWindow,
  tally: RuleTally,
  onFailure: FailureSink | null,
): void {
  if (history.failures.length === 0) return;
  const failed = failingDays(history, rule.failing, window.asOf);
  if (failed.length === 0) return;
  const acts = answeringDays(rule, history, window.asOf);
  let until = NO_DAY;
  for (const day of failed) {
    if (day < until) continue; // another failing act before the same answer
    const answered = acts.find((act) => act > day) ?? NO_DAY;
    until = answered === NO_DAY ? Infinity : answered;
    const weight = rule.versions[Math.max(0, versionIndexAt(rule, day))]?.weight ?? 'reading';
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

function failingDays({ failures }: PackedHistory, mask: number, asOf: number): number[] {
  const days: number[] = [];
  for (const packed of failures) {
    const day = dayOfInspection(packed);
    if (day > asOf) break;
    if (((mask >> (packed & 63)) & 1) === 1) days.push(day);
  }
  return days;
}
