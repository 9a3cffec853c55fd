import { STILL_OUT, type MergedOutages } from '../service-clock/outages';
import { NO_DAY } from '../service-clock/packed-history';

/**
 * One demand of a rule: an act from `opensOn` on answers it, at the latest on `deadline`. Days are epoch days.
 * `anchor` = the day the demand is counted from; `dueOn` = the last day the text names, before any grace.
 */
export interface Obligation {
  readonly anchor: number;
  readonly opensOn: number;
  readonly dueOn: number;
  readonly deadline: number;
  /** Day of the act that answers it, in time or late; NO_DAY while there is none. */
  readonly answeredOn: number;
  /** What the text itself allows, where a reading makes the deadline earlier; absent = the text says the deadline. */
  readonly lawDeadline?: number;
  /** Place of the version that asks for it among the rule's; absent = the first. */
  readonly version?: number;
}

/** What a counting mode reads of one elevator. Days are epoch days; NO_DAY = unknown. */
export interface CountingInput {
  /** Days on which an act was done that counts, ascending, each once, up to `asOf`. */
  readonly acts: readonly number[];
  /** The same with those before judging starts, of an elevator that was out of service; else they may be left out. */
  readonly onRecord: readonly number[];
  /** Acceptance (安装监督检验), else start of service. */
  readonly base: number;
  /** First day that the rule judges. */
  readonly start: number;
  /** An act before which nobody asks: demands that ended earlier may be left out. NO_DAY = all are wanted. */
  readonly since: number;
  readonly asOf: number;
  readonly inServiceDay: number;
  readonly outages: MergedOutages;
}

/** The first act in `[from, through]`, or NO_DAY. Looked for from the end, for mostly the last ones are asked about. */
export function firstActIn(acts: readonly number[], from: number, through: number): number {
  let first = NO_DAY;
  for (let i = acts.length - 1; i >= 0 && acts[i]! >= from; i--) first = acts[i]!;
  return first > through ? NO_DAY : first;
}

/** The outage `[from, to)` that a day lies in, or null. */
export function outageOn(outages: MergedOutages, day: number): { readonly from: number; readonly to: number } | null {
  for (let i = 0; i < outages.length; i += 2)
    if (outages[i]! <= day && day < outages[i + 1]!) return { from: outages[i]!, to: outages[i + 1]! };
  return null;
}

export function isOutOfService(
  { inServiceDay, outages }: Pick<CountingInput, 'inServiceDay' | 'outages'>,
  day: number,
): boolean {
  return day < inServiceDay || outageOn(outages, day) !== null;
}

/**
 * A deadline on a day out of service moves to the day of return, one before the start of service to the first day in
 * service; null while there is no return.
 */
export function deadlineInService(
  { inServiceDay, outages }: Pick<CountingInput, 'inServiceDay' | 'outages'>,
  deadline: number,
): number | null {
  const day = Math.max(deadline, inServiceDay);
  const out = outageOn(outages, day);
  if (out === null) return day;
  return out.to === STILL_OUT ? null : out.to;
}
