import type { EnteredAt } from '../calendar/entered-at';
import type { RegistrationNo } from '../elevator/elevator';

export const CALLOUT_KINDS = ['fault', 'entrapment'] as const;
/** A fault (故障), or people trapped in the car (困人). */
export type CallOutKind = (typeof CALLOUT_KINDS)[number];

/** A minute on the clock of the place, `yyyy-mm-ddTHH:MM`. */
export type LocalMinute = string & { readonly __brand: 'LocalMinute' };

/** The times of a 96333 call in the order in which they happen. */
export const CALLOUT_TIMES = ['reportedAt', 'dispatchedAt', 'arrivedAt', 'freedAt'] as const;
export type CallOutTime = (typeof CALLOUT_TIMES)[number];

/** One call about an elevator that failed. Times that nobody wrote down are absent. */
export interface CallOut {
  readonly registrationNo: RegistrationNo;
  readonly kind: CallOutKind;
  readonly reportedAt: LocalMinute;
  readonly dispatchedAt?: LocalMinute;
  readonly arrivedAt?: LocalMinute;
  readonly freedAt?: LocalMinute;
  /** Cause class of the rule pack. */
  readonly cause?: string;
  readonly trapped?: number;
  readonly injured?: number;
  /** Who came. */
  readonly by?: string;
  readonly note?: string;
  /** When the source table says it was written down. */
  readonly enteredAt?: EnteredAt;
  readonly extra?: Readonly<Record<string, string>>;
}

export type CallOutField = Exclude<keyof CallOut, 'registrationNo' | 'extra' | 'enteredAt'>;

export const CALLOUT_FIELDS = [
  'kind',
  'reportedAt',
  'dispatchedAt',
  'arrivedAt',
  'freedAt',
  'cause',
  'trapped',
  'injured',
  'by',
  'note',
] as const satisfies readonly CallOutField[];

/** The first time that lies before one that must come earlier; null when all are in order. */
export function timeOutOfOrder(callOut: Pick<CallOut, CallOutTime>): CallOutTime | null {
  let latest: LocalMinute | undefined;
  for (const name of CALLOUT_TIMES) {
    const time = callOut[name];
    if (time === undefined) continue;
    if (latest !== undefined && time < latest) return name;
    latest = time;
  }
  return null;
}
