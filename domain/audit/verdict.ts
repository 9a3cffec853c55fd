import type { CivilDate } from '../calendar/civil-date';

export const RULE_STATUSES = ['met', 'due-soon', 'overdue', 'not-applicable', 'no-data'] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

export const VERDICTS = ['non-compliant', 'lapsed', 'compliant', 'not-applicable', 'no-data'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A late or overdue interval of the period; `to` null = nobody has come yet. */
export interface Gap {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly deadline: CivilDate;
  /** Service days past the deadline, not clipped to the period. */
  readonly daysLate: number;
  readonly missed: number;
}

/** One rule on one elevator, in the words of `formats.md` section 3. */
export interface RuleAudit {
  readonly ruleId: string;
  readonly status: RuleStatus;
  readonly lastDone: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly daysOverdue: number;
  readonly met: number;
  readonly late: number;
  readonly missed: number;
  readonly daysOut: number;
  readonly gaps: readonly Gap[];
}

export interface ElevatorAudit {
  readonly registrationNo: string;
  readonly verdict: Verdict;
  readonly rules: readonly RuleAudit[];
}
