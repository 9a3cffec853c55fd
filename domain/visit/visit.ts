import type { CivilDate } from '../calendar/civil-date';
import type { EnteredAt } from '../calendar/entered-at';
import type { RegistrationNo } from '../elevator/elevator';

/** The four categories of TSG T5002-2017 art. 6, shortest first; a longer one contains the shorter ones. */
export const TASKS = ['half-month', 'quarter', 'half-year', 'year'] as const;
export type Task = (typeof TASKS)[number];

export type CheckOutcome = 'ok' | 'defect' | 'not-applicable';

/** How a result was set: by an answer of its own, or as one of the rest that a single key put in order. */
export const HOW_SET = ['each', 'rest'] as const;
export type HowSet = (typeof HOW_SET)[number];

/** The result of one checklist item. `itemId` is the pack's, e.g. `cn.t5002.A-1.29`. */
export interface CheckResult {
  readonly itemId: string;
  readonly outcome: CheckOutcome;
  /** Absent in records made before it was kept: nobody can say. */
  readonly set?: HowSet;
  readonly note?: string;
  /** Measured value in the item's unit, where one was read. */
  readonly reading?: number;
  /** SHA-256 (hex) of attached photos. */
  readonly photos?: readonly string[];
}

/** Which of its times the program filled, as one of a row of visits. */
export const FILLED_TIMES = ['start', 'end', 'both'] as const;
export type FilledTimes = (typeof FILLED_TIMES)[number];

/** One maintenance visit as it was recorded. Times are `HH:MM` in the pack's zone. */
export interface Visit {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  readonly task: Task;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Such a time is told as about that time, and never taken as measured. */
  readonly filledTimes?: FilledTimes;
  /** Names or certificate numbers. A visit logged in the application has at least one; imported ones may have none. */
  readonly technicians: readonly string[];
  /** 使用单位安全管理人员 (TSG T5002-2017 art. 7). */
  readonly confirmedBy?: string;
  readonly note?: string;
  /** Present when the visit was logged with a checklist. */
  readonly checklist?: {
    readonly packId: string;
    readonly packVersion: string;
    readonly results: readonly CheckResult[];
  };
  /** When the source table says it was written down. */
  readonly enteredAt?: EnteredAt;
  readonly extra?: Readonly<Record<string, string>>;
}

/** How many results were set in which way. */
export function countHowSet(
  results: readonly Pick<CheckResult, 'set'>[],
): Readonly<Record<HowSet | 'unknown', number>> {
  const of = (how: HowSet | undefined): number => results.filter(({ set }) => set === how).length;
  return { each: of('each'), rest: of('rest'), unknown: of(undefined) };
}

export const VISIT_FIELDS = [
  'date',
  'task',
  'startedAt',
  'endedAt',
  'filledTimes',
  'technicians',
  'confirmedBy',
  'note',
] as const satisfies readonly (keyof Visit)[];
export type VisitField = (typeof VISIT_FIELDS)[number];

/** Header under which replaced parts (TSG T5002-2017 art. 7) stand in `extra`; registers as people keep them use it too. */
export const REPLACED_PARTS_COLUMN = '更换部件';
