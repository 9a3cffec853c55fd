import type { RuleTally } from './tally';
import type { Verdict, Weight } from './verdict';

/** An elevator's verdict, its weight, and what the text alone would say (`formats.md` section 1). */
export interface Standing {
  readonly verdict: Verdict;
  readonly weight: Weight | null;
  readonly verdictByLaw: Verdict;
}

/** `inUse` = the period has a service day. */
export function standingOf(tallies: readonly RuleTally[], inUse: boolean): Standing {
  const whole = new Findings();
  const byLaw = new Findings();
  let applies = false;
  for (const tally of tallies) {
    if (tally.status === 'not-applicable') continue;
    applies = true;
    if (tally.status === 'no-data' && tally.late + tally.cleared === 0) continue; // lateness of before a text ended stays
    const { status, weight, overdue, overdueByLaw, failedInUse, failedWeight } = tally;
    const { late, cleared, lateByLaw, clearedByLaw } = tally;
    whole.add(overdue || failedInUse, late + cleared > 0, status === 'not-shown');
    const isLaw = weight === 'law';
    const failsByLaw = failedWeight === 'law';
    if (isLaw || overdueByLaw || failsByLaw || lateByLaw + clearedByLaw > 0)
      byLaw.add(
        overdueByLaw || (failedInUse && failsByLaw),
        lateByLaw + clearedByLaw > 0,
        isLaw && status === 'not-shown',
      );
  }
  if (!inUse || !applies) return { verdict: 'not-applicable', weight: null, verdictByLaw: 'not-applicable' };
  const { verdict } = whole;
  const verdictByLaw = byLaw.verdict;
  const isFinding = verdict === 'non-compliant' || verdict === 'lapsed' || verdict === 'not-shown';
  return { verdict, weight: isFinding ? (verdictByLaw === verdict ? 'law' : 'reading') : null, verdictByLaw };
}

/** What was found in the rules that were judged. */
class Findings {
  #judged = 0;
  #breached = 0;
  #lapsed = 0;
  #notShown = 0;

  add(breached: boolean, lapsed: boolean, notShown: boolean): void {
    this.#judged += 1;
    if (breached) this.#breached += 1;
    if (lapsed) this.#lapsed += 1;
    if (notShown) this.#notShown += 1;
  }

  get verdict(): Verdict {
    if (this.#judged === 0) return 'no-data';
    if (this.#breached > 0) return 'non-compliant';
    if (this.#lapsed > 0) return 'lapsed';
    return this.#notShown > 0 ? 'not-shown' : 'compliant';
  }
}
