import type { CivilDate } from '../calendar/civil-date';
import type { EnteredAt } from '../calendar/entered-at';
import type { RegistrationNo } from '../elevator/elevator';

/**
 * What a day's check came to. `nothing-found` is a record as well (零风险报告, SAMR Order 74 art. 76, accepted reading);
 * `not-done` says why a day has none.
 */
export const CHECK_RESULTS = ['nothing-found', 'found', 'not-done'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What the check goes through: 基础管理, 机房, 轿厢与层站, 井道底坑, 安全保护装置. */
export const CHECK_MODULES = ['management', 'machine-room', 'car-and-landings', 'pit', 'safety-devices'] as const;
export type CheckModule = (typeof CHECK_MODULES)[number];

/** The user unit's check of one elevator on one day (每日电梯安全检查记录). */
export interface DailyCheck {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  readonly result: CheckResult;
  /** The safety officer who checked, or who says why nobody did. */
  readonly by: string;
  /** `HH:MM` in the pack's zone, where a paper states it; else the time of the entry tells it. */
  readonly at?: string;
  /** Where something was found. */
  readonly modules?: readonly CheckModule[];
  readonly found?: string;
  /** What was done there and then. */
  readonly measure?: string;
  readonly toldTo?: string;
  /** Why there was no check. */
  readonly reason?: string;
  /** When its table says it was written down. */
  readonly enteredAt?: EnteredAt;
}

/** Fields a correction may change. Day and result are none: what was not checked cannot become checked by a correction. */
export const DAILY_CHECK_FIELDS = [
  'by',
  'at',
  'modules',
  'found',
  'measure',
  'toldTo',
  'reason',
] as const satisfies readonly (keyof DailyCheck)[];
export type DailyCheckField = (typeof DAILY_CHECK_FIELDS)[number];
