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
  let term = termOf(anchor, printed, null);
  for (;;) {
    const act = firstActIn(acts, anchor + 1, asOf);
    const end = act === NO_DAY ? asOf : act;
    const limit = limitAt(anchor);
    const expiry = expiryOf(term, limit, 1);
    for (let times = 1, deadline = expiry; times === 1 || deadline < end;) {
      obligations.push({ anchor, opensOn: anchor + 1, dueOn: deadline, deadline, answeredOn: act });
      deadline = expiryOf(term, limit, ++times);
    }
    if (act === NO_DAY) return obligations;
    const early = earlyWindow !== null && act <= expiry && act >= addInterval(expiry, earlyWindow, -1);
    term = termOf(act, printed, early ? expiry : null);
    anchor = act;
  }
}

/** From where the terms of a certificate are counted, and how many have run out on that day: a printed expiry ends one. */
interface Term {
  readonly from: number;
  readonly past: 0 | 1;
}

function termOf(act: number, printed: ReadonlyMap<number, number>, renewed: number | null): Term {
  const expiry = printed.get(act);
  return expiry === undefined ? { from: renewed ?? act, past: 0 } : { from: expiry, past: 1 };
}

function expiryOf({ from, past }: Term, limit: Interval, times: number): number {
  return addInterval(from, limit, times - past);
}
