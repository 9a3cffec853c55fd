import { firstActIn, type CountingInput, type Obligation } from './obligation';
import { NO_DAY } from '../service-clock/packed-history';

/** The `times`-th deadline after an anchor, `times ≥ 1`. Must grow with `times`. */
export type DeadlineAfter = (anchor: number, times: number) => number;

/**
 * Demands that follow each other from act to act: every act answers the running one and starts the next. Deadlines that
 * passed before the act came are demands of their own, answered late by it. Ends with the running demand.
 */
export function intervalChain({ acts, start, since, asOf }: CountingInput, deadlineAfter: DeadlineAfter): Obligation[] {
  const obligations: Obligation[] = [];
  if (start === NO_DAY) return obligations;
  let anchor = Math.max(start, since);
  for (;;) {
    const act = firstActIn(acts, anchor + 1, asOf);
    const end = act === NO_DAY ? asOf : act;
    for (let times = 1; times === 1 || deadlineAfter(anchor, times) < end; times++) {
      const deadline = deadlineAfter(anchor, times);
      obligations.push({ anchor, opensOn: anchor + 1, dueOn: deadline, deadline, answeredOn: act });
    }
    if (act === NO_DAY) return obligations;
    anchor = act;
  }
}
