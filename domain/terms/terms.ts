import type { SignatureVerdict } from './signature-verdict';
import type { Conclusion } from '../assessment/assessment';
import type { DayState } from '../routine/days';
import type { RuleStatus, Scope, Verdict } from '../audit/verdict';
import type { ConfirmationAct, ConfirmationWay } from '../confirmation/confirmation';
import type { ConfirmationState } from '../record/confirmation-of';
import type { AnswerToDoubt } from '../doubt-answer/doubt-answer';
import type { DoubtLevel, MissingFact } from '../doubts/doubt';
import type { JoinedUnit } from '../doubts/join-signs';
import type { WeakSign } from '../doubts/weak-signs';
import type { LifeEnd, RegisterStatus } from '../elevator/elevator';
import type { HazardNames } from '../hazard/hazard-names';
import type { EntryKind } from '../headline/entry';
import type { UseReasonKind, UseState } from '../headline/use';
import type { DoubtKind } from '../pack/doubt-threshold';
import type { InspectionResult } from '../inspection/inspection';
import type { ClaimState } from '../insurance/policy';
import type { ItemPriority, NOTE_SUBJECTS, TimedStep } from '../pack/hazard-criteria';
import type { CallOutKind } from '../callout/callout';
import type { DeviceEventKind } from '../device-event/device-event';
import type { Confidence } from '../pack/legal-basis';
import type { CheckModule, CheckResult } from '../daily-check/daily-check';
import type { ContractCategory } from '../contract/contract';
import type { DrillScenario } from '../drill/drill';
import type { EntryType } from '../record/entry';
import type { ErasureReason } from '../record/erasure';
import type { DossierList } from '../record/kinds';
import type { FilledTimes } from '../visit/visit';

/** The names of closed sets, one word each on page, paper, command line and in refusals (`formats.md` section 4). */
export interface Terms extends HazardNames {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly ruleStatus: Readonly<Record<RuleStatus, string>>;
  readonly use: Readonly<Record<Exclude<UseState, 'retired'>, string>>;
  /** What a register says of an elevator's use (使用状态). */
  readonly status: Readonly<Record<RegisterStatus, string>>;
  /** `retired` has three names. */
  readonly ended: Readonly<Record<LifeEnd, string>>;
  /** Its name where the three are counted together. */
  readonly retired: string;
  readonly useReason: Readonly<Record<UseReasonKind, string>>;
  readonly entry: Readonly<Record<Exclude<EntryKind, 'late'>, string>> & { readonly late: (days: number) => string };
  /** The day of entry is what a source table says. */
  readonly bySourceTable: string;
  readonly filledTimes: Readonly<Record<FilledTimes, string>>;
  /** Before a time of a visit that the program filled. */
  readonly about: (time: string) => string;
  readonly scope: Readonly<Record<Scope, string>>;
  /** `house`: a figure that a house or this program chose. */
  readonly weight: Readonly<Record<Confidence | 'contract' | 'house', string>>;
  /** What is asked about in records; never a verdict. */
  readonly doubtKind: Readonly<Record<DoubtKind, string>>;
  readonly doubtLevel: Readonly<Record<DoubtLevel, string>>;
  /** What somebody answered to a doubt; `open`: an earlier answer was taken back. */
  readonly doubtAnswer: Readonly<Record<AnswerToDoubt, string>>;
  /** What was said about the confirmation of a visit, how it was given, and how a visit stands with it. */
  readonly checkResult: Readonly<Record<CheckResult, string>>;
  readonly checkModule: Readonly<Record<CheckModule, string>>;
  /** How a day stands in the routine of daily checks. */
  readonly dayState: Readonly<Record<DayState, string>>;
  readonly confirmationAct: Readonly<Record<ConfirmationAct, string>>;
  readonly confirmationWay: Readonly<Record<ConfirmationWay, string>>;
  readonly confirmationState: Readonly<Record<ConfirmationState, string>>;
  /** What is seen of a visit and asks nothing by itself, and whose visits are looked at together. */
  readonly weakSign: Readonly<Record<WeakSign, string>>;
  readonly joinedUnit: Readonly<Record<JoinedUnit, string>>;
  readonly missingFact: Readonly<Record<MissingFact, string>>;
  /** What is owed about a hazard, each with its own clock. */
  readonly owedStep: Readonly<Record<TimedStep | 'close', string>>;
  readonly inspectionResult: Readonly<Record<InspectionResult, string>>;
  readonly callOutKind: Readonly<Record<CallOutKind, string>>;
  readonly deviceEventKind: Readonly<Record<DeviceEventKind, string>>;
  readonly claimState: Readonly<Record<ClaimState, string>>;
  /** How a list of assessment ranks its items. */
  readonly itemPriority: Readonly<Record<ItemPriority, string>>;
  readonly noteSubject: Readonly<Record<(typeof NOTE_SUBJECTS)[number], string>>;
  /** A kind of record, and a step in the life of a hazard, which is told apart from others as records are. */
  readonly recordKind: Readonly<Record<DossierList | 'steps', string>>;
  /** What an assessment leads to. */
  readonly conclusion: Readonly<Record<Conclusion, string>>;
  readonly contractCategory: Readonly<Record<ContractCategory, string>>;
  readonly drillScenario: Readonly<Record<DrillScenario, string>>;
  readonly entryType: Readonly<Record<EntryType, string>>;
  /** Why personal details were erased, and what stands in place of one. */
  readonly erasureReason: Readonly<Record<ErasureReason, string>>;
  readonly erased: (on: string, reason: string) => string;
  readonly asOf: string;
  /** When a renewal programme runs, and what it grants for each elevator. */
  readonly programme: {
    readonly period: (from: string | null, to: string | null) => string;
    readonly grant: (what: string, yuan: number | null) => string;
  };
  /** How old a fact of a pack is. */
  /** What a file of papers is found to be. */
  readonly signatureVerdict: Readonly<Record<SignatureVerdict, string>>;
  /** Stands for the name of who wrote an entry that has none. */
  readonly unsigned: string;
  readonly text: {
    readonly asOf: (edition: string) => string;
    readonly undated: string;
    readonly range: (earliest: string, latest: string) => string;
    readonly someUndated: (facts: number) => string;
    readonly lookedUntil: (date: string) => string;
    readonly neverLooked: string;
    readonly partlyLooked: string;
    readonly successor: (title: string, from: string | null) => string;
    readonly successors: (editions: number) => string;
    readonly check: string;
  };
}
