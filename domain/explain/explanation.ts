import type { Gap, RuleStatus, Weight } from '../audit/verdict';
import type { CivilDate } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { Act } from '../inspection/inspection';
import type { CountingMode } from '../pack/counting';
import type { Confidence, LegalBasis, Text } from '../pack/legal-basis';
import type { TextDates } from '../pack/text-dates';
import type { OnDemand } from './on-demand';
import type { RecordId } from '../record/record-id';
import type { NextAct } from './next-act';
import type { Remedy } from './remedies';

/** One act on record: a visit, inspection, test or check. */
export interface ActRef {
  readonly record: RecordId;
  readonly date: CivilDate;
  readonly act: Act;
}

export const NOT_COUNTED_REASONS = [
  'other-category',
  'before-clock-start',
  'after-as-of',
  'outside-window',
  'not-passed',
  'corrected',
  'withdrawn',
] as const;
/** Why an act on record answers nothing here. `corrected`: the date or category first recorded, since put right. */
export type NotCountedReason = (typeof NOT_COUNTED_REASONS)[number];

export interface NotCounted extends ActRef {
  readonly reason: NotCountedReason;
}

/** The running demand: what is counted from where to where. */
export interface ExplainedInterval {
  readonly from: CivilDate;
  /** Whether an act was done on `from`; otherwise the clock or the calendar starts there. */
  readonly fromAct: boolean;
  /** The act that ended it; null = nobody yet. */
  readonly to: CivilDate | null;
  readonly deadline: CivilDate | null;
  readonly daysLate: number;
  readonly missed: number;
  /** Days out of service between the two ends. */
  readonly outDays: number;
}

/** One gap of the period with the law that judged it, and what would have kept it from arising. */
export interface ExplainedGap extends Gap {
  /** Whether an act was done on `from`; otherwise the clock or the calendar starts there. */
  readonly fromAct: boolean;
  /** Days out of service between the two ends. */
  readonly outDays: number;
  readonly legalBasis: LegalBasis;
  /** Null = cannot tell. */
  readonly remedy: Remedy | null;
}

/** Everything a verdict on one rule rests on; prose is made of it only when it is shown. */
export interface Explanation {
  readonly ruleId: string;
  readonly title: Text;
  readonly status: RuleStatus;
  readonly consequence: 'breach' | 'deviation';
  /** Of what was found by the clause below; that of its text where nothing was. */
  readonly confidence: Confidence;
  /** Of the finding, whichever clauses carry it. */
  readonly weight: Weight | null;
  readonly mode: CountingMode;
  readonly legalBasis: LegalBasis;
  readonly note: Text | null;
  readonly version: TextDates & {
    readonly effectiveFrom: CivilDate | null;
    readonly effectiveTo: CivilDate | null;
  };
  /** The limit of the running interval; after age, maker and permission. */
  readonly limit: Interval;
  readonly limitText: Text | null;
  /** Registered as maintained on demand, with both counts; null otherwise. */
  readonly onDemand: OnDemand | null;
  /** The act that the rule asks for by name. */
  readonly task: Act;
  /** Acts that would answer. */
  readonly satisfiedBy: readonly Act[];
  readonly running: ExplainedInterval | null;
  /** First day of the end of its life; null = it goes on. */
  readonly endedOn: CivilDate | null;
  /** Those of the audit. */
  readonly gaps: readonly ExplainedGap[];
  /** What would have kept all of them from arising; null without a gap, or where that cannot be told. */
  readonly remedy: Remedy | null;
  /** What helps a rule that failed or is not shown; null of all others, and where the audit does not confirm it. */
  readonly next: NextAct | null;
  readonly lastDone: CivilDate | null;
  readonly daysOverdue: number;
  /** The failing act that none has answered since; null = none. */
  readonly failed: { readonly on: CivilDate; readonly act: Act; readonly serviceDays: number } | null;
  /** Acts of the period that counted, and the last one before it, by date. */
  readonly counted: readonly ActRef[];
  readonly notCounted: readonly NotCounted[];
  /** Last day on which the result of the last act may be filed; null where the rule names none. */
  readonly fileBy: CivilDate | null;
}
