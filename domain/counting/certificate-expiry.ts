import { addInterval, type Interval } from '../calendar/interval';
import { NO_DAY } from '../service-clock/packed-history';
import { firstActIn, type CountingInput, type Obligation } from './obligation';
import type { LimitAt } from './rolling';

/**
 * A certificate runs for a term from the act that led to it. An act inside the early window before expiry adds the next
 * term to the old expiry; any other act starts a term from its own day. An expiry printed on the certificate stands
 * above the arithmetic. `printed`: act day → printed expiry.
 */
export function certificateExpiry(
  input: CountingInput,
  limitAt: LimitAt,
  earlyWindow: Interval | null,
  printed: ReadonlyMap<number, number>,
): Obligation[] {
  const { acts, start, asOf } = input;
  const obligations: Obligation[] = [];
  let anchor = start;
  if (anchor === NO_DAY) return obligations;
  let expiry = printed.get(anchor) ?? addInterval(anchor, limitAt(anchor));
  for (;;) {
    const act = firstActIn(acts, anchor + 1, asOf);
    const end = act === NO_DAY ? asOf : act;
    const opensOn = anchor + 1;
    obligations.push({ anchor, opensOn, dueOn: expiry, deadline: expiry, answeredOn: act });
    for (let times = 1; addInterval(expiry, limitAt(anchor), times) < end; times++) {
      const deadline = addInterval(expiry, limitAt(anchor), times);
      obligations.push({ anchor, opensOn, dueOn: deadline, deadline, answeredOn: act });
    }
    if (act === NO_DAY) return obligations;
    const early = earlyWindow !== null && act <= expiry && act >= addInterval(expiry, earlyWindow, -1);
    expiry = printed.get(act) ?? addInterval(early ? expiry : act, limitAt(act));
    anchor = act;
  }
}
