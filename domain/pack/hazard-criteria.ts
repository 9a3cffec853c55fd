import type { HazardClass, Party, Probability, RiskGroup, Severity } from '../hazard/hazard';
import type { Conclusion } from '../assessment/assessment';
import type { InspectionKind } from '../inspection/inspection';
import type { CivilDate } from '../calendar/civil-date';
import type { AppliesTo, Confidence, LegalBasis, SourceConfidence, Text } from './legal-basis';
import type { TextDates } from './text-dates';

/** What every collected fact carries. `unverified` is shown as "to be checked against the standard" and decides nothing. */
export interface Fact {
  readonly confidence: Confidence;
  readonly sourceConfidence: SourceConfidence;
  readonly sources: readonly string[];
}

/**
 * A part of the elevator with the criteria by which it is condemned (GB/T 31821 list). Places and parts that the list does
 * not have (well, pit, machine room, …) stand among them without criteria: a hazard has to lie somewhere.
 */
export interface Component {
  readonly id: string;
  readonly title: Text;
  /** Escalators and lifts have parts of their own. */
  readonly appliesTo: AppliesTo;
  /** Other names that ledgers use for it. */
  readonly aliases: readonly string[];
  readonly criteria: readonly ComponentCriterion[];
}

export interface ComponentCriterion extends Fact {
  readonly id: string;
  readonly basis: Text;
  readonly says: Text;
}

/** The matrix that ranks hazards (GB/T 20900): severity by probability to a group. It sorts, it does not judge. */
export interface RiskMatrix extends Fact {
  readonly title: Text;
  readonly severities: readonly (Fact & { readonly level: Severity; readonly title: Text; readonly says: Text })[];
  readonly probabilities: readonly (Fact & {
    readonly level: Probability;
    readonly title: Text;
    readonly says: Text;
  })[];
  /** `1A` … `4F` to its group. */
  readonly cells: Readonly<Record<string, RiskGroup>>;
  readonly groups: readonly (Fact & { readonly id: RiskGroup; readonly says: Text })[];
  readonly note: Text;
}

/** A circumstance that makes a hazard severe (special-equipment law) or major (work-safety law): two separate terms. */
export interface ClassCriterion extends Fact, TextDates {
  readonly id: string;
  readonly class: Exclude<HazardClass, 'ordinary'>;
  readonly appliesTo: AppliesTo;
  readonly legalBasis: LegalBasis;
  /** Staying in use after one of these acts failed is this circumstance. */
  readonly failedActs?: readonly InspectionKind[];
  /** Of a major circumstance: the severe one that it is too, with the duties of that class. */
  readonly brings?: { readonly criterion: string; readonly confidence: Confidence };
}

/** Steps whose clock a pack sets. */
export const TIMED_STEPS = ['notify', 'report', 'stop-use', 'rectify', 'recheck'] as const;
export type TimedStep = (typeof TIMED_STEPS)[number];

/**
 * Days allowed for a step, 0 = the same day. Where no law gives a number the days are the house's own default:
 * `unverified`, editable in the settings, and never the ground of a verdict; no text is dated behind them.
 */
export interface StepDeadline extends Fact, Partial<TextDates> {
  readonly step: TimedStep;
  readonly class: HazardClass;
  /** Only for hazards of this group; absent = all, those without an estimate included. */
  readonly group?: RiskGroup;
  readonly days: number;
  readonly owner: Party;
  readonly legalBasis: LegalBasis;
}

/** A duty that the law couples to a class of hazard; without it the ledger does not ask for the step. */
export interface HazardDuty extends Fact, TextDates {
  readonly step: 'notify' | 'report' | 'stop-use';
  readonly class: HazardClass;
  readonly legalBasis: LegalBasis;
}

/** From how many years of use an elevator counts as old, and what that asks for. */
export interface OldAge extends Fact, TextDates {
  readonly id: string;
  readonly years: number;
  /** Whether the text asks for an assessment (`must`), allows one (`may`) or only names the age. */
  readonly assessment: 'must' | 'may' | 'none';
  readonly appliesTo: AppliesTo;
  readonly legalBasis: LegalBasis;
}

/** Other circumstances in which a text asks for an assessment. */
export interface AssessmentTrigger extends Fact, TextDates {
  readonly id: string;
  readonly when: Text;
  readonly legalBasis: LegalBasis;
}

/** A renewal programme: what it grants and on which conditions. Shown, never decided. */
export interface RenewalProgramme extends Fact, TextDates {
  readonly id: string;
  readonly title: Text;
  readonly says: Text;
  readonly conditions: readonly Text[];
  /** Both ends included; null = not known, or open. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** What it grants for each elevator, by class of its stops; `yuan` null = not known. */
  readonly grants?: readonly {
    readonly title: Text;
    readonly minStops?: number;
    readonly maxStops?: number;
    readonly yuan: number | null;
  }[];
  readonly minYears?: number;
}

export const ITEM_PRIORITIES = ['extreme', 'high', 'medium', 'low'] as const;
export type ItemPriority = (typeof ITEM_PRIORITIES)[number];

export interface AssessmentItem extends Fact {
  readonly id: string;
  readonly no: string;
  readonly title: Text;
  readonly clause: Text;
  readonly component?: string;
  /** Priority of the list's own scheme, where it has one; it ranks, it does not judge. */
  readonly priority?: ItemPriority;
  /** Weight of the priority where it differs from that of title and clause, e.g. because it was derived. */
  readonly priorityConfidence?: Confidence;
  /** Measured or tested, so that no key for the rest sets it. */
  readonly asks?: 'own-key';
  /** Weight of `asks`; stands wherever it stands. */
  readonly asksConfidence?: Confidence;
}

export interface AssessmentList extends Fact, TextDates {
  readonly id: string;
  readonly title: Text;
  readonly appliesTo: AppliesTo;
  readonly note: Text;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly items: readonly AssessmentItem[];
  }[];
  readonly conclusions: readonly { readonly id: Conclusion; readonly title: Text }[];
}

export const NOTE_SUBJECTS = ['shallow-pit', 'insurance', 'report'] as const;

/** What the place says about shallow pits, insurance and reports; shown beside the particulars. */
export interface HazardNote extends Fact {
  readonly id: string;
  readonly about: (typeof NOTE_SUBJECTS)[number];
  readonly says: Text;
}

/**
 * Everything a pack knows about hazards. A pack that extends another adds to it or replaces members of the same id (duties:
 * same step and class; deadlines: same step, class and group; matrix: as a whole).
 */
export interface HazardCriteria {
  readonly components: readonly Component[];
  readonly matrix: RiskMatrix;
  readonly classes: readonly ClassCriterion[];
  readonly duties: readonly HazardDuty[];
  readonly deadlines: readonly StepDeadline[];
  readonly oldAges: readonly OldAge[];
  readonly assessmentTriggers: readonly AssessmentTrigger[];
  readonly assessmentLists: readonly AssessmentList[];
  readonly programmes: readonly RenewalProgramme[];
  readonly notes: readonly HazardNote[];
}
