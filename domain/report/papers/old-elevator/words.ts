import type { StepAct } from '../../../hazard/hazard-step';
import type { HazardClass, Party } from '../../../hazard/hazard';
import type { HazardState } from '../../../hazard/hazard-life';
import type { ClaimState } from '../../../insurance/policy';
import type { ItemPriority } from '../../../pack/hazard-criteria';
import type { TimelineShape } from '../../model';
import type { ArrivalStatus } from '../../../response/judge-arrival';
import type { HazardClock } from '../../../risk/hazard-clock';

/** The sections in their order. */
export const SECTION_IDS = [
  'conclusion',
  'statements',
  'age',
  'maintenance',
  'outages',
  'callouts',
  'ledger',
  'life',
  'criteria',
  'risk',
  'measures',
  'components',
  'assessment',
  'insurance',
  'photos',
  'recheck',
  'remaining',
  'basis',
  'signature',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** The words of the old-elevator report. */
export interface OldElevatorWords {
  readonly title: string;
  readonly period: (from: string, to: string, asOf: string) => string;
  readonly contents: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly classes: Readonly<Record<HazardClass, string>>;
  readonly states: Readonly<Record<HazardState, string>>;
  readonly acts: Readonly<Record<StepAct, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  readonly clocks: Readonly<Record<HazardClock['step'], string>>;
  readonly statements: readonly string[];
  readonly outcome: {
    readonly none: string;
    readonly closed: string;
    readonly open: string;
    readonly unstopped: string;
  };
  readonly joined: (verdict: string, outcome: string) => string;
  readonly summary: (all: number, open: number, overdue: number, severe: number) => string;
  readonly matters: readonly [string, string, string, string];
  readonly none: string;
  readonly late: string;
  readonly fromTo: (first: string, last: string) => string;
  readonly ledger: readonly string[];
  readonly ledgerCaption: string;
  readonly life: readonly string[];
  readonly criteria: readonly string[];
  readonly notSeen: string;
  readonly risk: readonly string[];
  readonly corner: string;
  readonly riskNote: string;
  readonly notRanked: string;
  readonly matrixAlt: (placed: readonly string[]) => string;
  readonly measures: readonly string[];
  readonly recheck: readonly string[];
  readonly passed: string;
  readonly failed: string;
  readonly todo: readonly string[];
  readonly assessment: (date: string, by: string, conclusion: string, reasons: string) => string;
  /** How the items of an assessment were set, as a sentence behind it. */
  readonly itemsSet: (counts: Readonly<Record<'each' | 'rest' | 'unknown', number>>) => string;
  readonly noAssessment: string;
  readonly dueAssessment: (on: string) => string;
  readonly proposedAssessment: (on: string) => string;
  readonly observedCaption: string;
  readonly observed: readonly string[];
  readonly observedNote: string;
  readonly priorities: Readonly<Record<ItemPriority, string>>;
  readonly policy: readonly string[];
  readonly noPolicy: string;
  readonly claims: readonly string[];
  readonly claimsTitle: string;
  readonly claimStates: Readonly<Record<ClaimState, string>>;
  readonly gap: (from: string, to: string) => string;
  readonly callouts: (faults: number, entrapments: number, late: number) => string;
  readonly lateCallouts: (count: number) => string;
  readonly photo: { readonly before: string; readonly after: string; readonly none: string };
  readonly age: (years: number, months: number) => string;
  readonly designLife: (years: number, until: string, past: boolean) => string;
  readonly noDesignLife: string;
  readonly span: (from: number, to: number | null) => string;
  readonly unknownYears: (from: string, to: string) => string;
  readonly asOfMark: string;
  /** What a shape above the bar stands for. */
  readonly timelineShapes: Readonly<Record<TimelineShape, string>>;
  readonly timelineAlt: (told: {
    readonly since: string;
    readonly years: number;
    readonly inspections: number;
    readonly assessments: number;
    readonly lifeEnd: string | null;
    readonly due: string | null;
  }) => string;
  readonly inspectionList: string;
  readonly retrofit: (added: boolean) => string;
  readonly retrofitColumns: readonly string[];
  readonly inspection: readonly string[];
  readonly noInspection: string;
  readonly inTime: string;
  readonly unrecorded: (deadlines: number) => string;
  readonly daysLate: (days: number) => string;
  readonly validUntil: (day: string) => string;
  readonly programme: (title: string, says: string, conditions: readonly string[]) => string;
  readonly programmeNote: string;
  readonly causes: readonly string[];
  readonly noCause: string;
  readonly entrapments: readonly string[];
  readonly entrapmentsTitle: string;
  readonly arrival: Readonly<Record<ArrivalStatus, string>>;
  readonly countsCaption: string;
  readonly byState: (counts: readonly (readonly [state: string, count: number])[]) => string;
  readonly counts: readonly string[];
  readonly groupsCaption: string;
  readonly groups: readonly string[];
  readonly components: readonly string[];
  readonly componentsNote: string;
  readonly remedy: string;
  readonly matter: {
    readonly hazards: Readonly<Record<HazardClass, string>>;
    readonly none: string;
    readonly cleared: string;
    readonly left: string;
    readonly overdue: (dueOn: string, days: number, missed: number) => string;
    readonly late: (times: number, next: string) => string;
    readonly due: (next: string, lastDone: string | null) => string;
    readonly nextBy: (dueOn: string) => string;
    readonly failed: (on: string, no: string | null, days: number) => string;
    readonly others: string;
    readonly lapsed: string;
    readonly noRecord: string;
    readonly open: (all: number, open: number, late: number) => string;
    readonly closed: (all: number) => string;
    readonly assessment: string;
    readonly assessed: (on: string) => string;
    readonly notAssessed: string;
    readonly insurance: string;
    readonly covered: (until: string) => string;
    readonly uncovered: string;
  };
  readonly do: {
    readonly visit: (rule: string) => string;
    readonly inspection: (rule: string) => string;
    readonly overdue: (days: number) => string;
    readonly recheck: (rule: string) => string;
    readonly failed: (on: string) => string;
    readonly show: (rule: string) => string;
    readonly ownDayPast: string;
    readonly defaultDayPast: string;
    readonly assess: string;
    readonly assessWhy: (on: string) => string;
    readonly mayAssess: string;
    readonly insure: string;
    readonly insureWhy: (from: string) => string;
    readonly atOnce: string;
  };
  readonly signatories: readonly string[];
  readonly date: string;
}
