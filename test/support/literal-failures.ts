/**
 * "Failed acts count", `formats.md` section 1, read aloud: every day is walked, and the state of the rule is what the day
 * before left and the acts of the day make of it. Shares no code with the engine.
 */

export interface ToldAct {
  readonly date: string;
  readonly result: 'pass' | 'fail' | 'recheck';
}

export interface LiteralFailures {
  /** The day of the first failing act that none has answered, or null. */
  readonly failedOn: string | null;
  /** In use on some day after it. */
  readonly inUseSince: boolean;
  /** A failing act answered since, with a day of use of the period between the two. */
  readonly lapsed: boolean;
}

export function literalFailures(
  acts: readonly ToldAct[],
  days: readonly string[],
  isInUse: (day: string) => boolean,
  period: { readonly from: string; readonly to: string },
): LiteralFailures {
  let failedOn: string | null = null;
  let inUseSince = false;
  let usedInPeriod = false;
  let lapsed = false;
  for (const day of days) {
    const today = acts.filter(({ date }) => date === day).map(({ result }) => result);
    const answers = today.includes('pass') || today.includes('recheck');
    if (failedOn !== null && answers) {
      lapsed ||= usedInPeriod;
      failedOn = null;
      inUseSince = usedInPeriod = false;
    }
    // A re-check of the same day answers the failing act of that day; a pass of the same day contradicts it.
    if (failedOn === null && today.includes('fail') && !today.includes('recheck')) failedOn = day;
    else if (failedOn !== null && isInUse(day)) {
      inUseSince = true;
      usedInPeriod ||= period.from <= day && day <= period.to;
    }
  }
  return { failedOn, inUseSince, lapsed };
}
