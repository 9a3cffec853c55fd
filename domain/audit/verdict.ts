import type { CivilDate } from '../calendar/civil-date';
import type { Confidence } from '../pack/legal-basis';

/** The first that holds, `formats.md` section 1; listed worst first. */
export const RULE_STATUSES = [
  'failed',
  'overdue',
  'not-shown',
  'due-soon',
  'met',
  'not-applicable',
  'no-data',
] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

export const VERDICTS = ['non-compliant', 'lapsed', 'not-shown', 'compliant', 'not-applicable', 'no-data'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which rules are judged: those that visits answer, or those too that inspections, tests and checks answer. */
export const SCOPES = ['maintenance', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Legal weight of a finding; `unverified` numbers find nothing. */
export type Weight = Exclude<Confidence, 'unverified'>;

/** A late or overdue interval of the period; `to` null = nobody has come yet. */
export interface Gap {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly deadline: CivilDate;
  /** Service days past the deadline, not clipped to the period. */
  readonly daysLate: number;
  readonly missed: number;
  /** First day of the version that judged it; null = older than anything the sources say. */
  readonly version: CivilDate | null;
  readonly weight: Weight;
}

/** An act that failed, and the one that answered it; `to` null = none yet. */
export interface Failure {
  readonly on: CivilDate;
  readonly to: CivilDate | null;
  /** Service days between the two, or after the failing act up to the day of judgement; not clipped to the period. */
  readonly serviceDays: number;
  readonly weight: Weight;
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
  /** The heaviest of what was found; where nothing was, that of the version that runs. Null = no version judges. */
  readonly weight: Weight | null;
  readonly gaps: readonly Gap[];
  /** Failures with a day in the period, or open at its end, by date; absent = none. */
  readonly failures?: readonly Failure[];
}

export interface ElevatorAudit {
  readonly registrationNo: string;
  readonly verdict: Verdict;
  readonly rules: readonly RuleAudit[];
  /** Of the findings that carry the verdict, the heaviest; null = nothing was found. */
  readonly weight: Weight | null;
  /** The verdict by findings of weight `law` alone. */
  readonly verdictByLaw: Verdict;
}
