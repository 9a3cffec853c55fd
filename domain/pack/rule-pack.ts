import type { CivilDate } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { Area } from '../elevator/elevator';
import { isTask, type Act, type InspectionKind } from '../inspection/inspection';
import type { Task } from '../visit/visit';
import type { Counting } from './counting';
import type { DoubtThreshold } from './doubt-threshold';
import type { HazardCriteria } from './hazard-criteria';
import type { AppliesTo, Confidence, LegalBasis, Source, SourceConfidence, Text } from './legal-basis';
import type { TextDates } from './text-dates';

/** A kind of the equipment catalogue. `checklistId` null = the annexes do not apply (maker's items instead). */
export interface EquipmentKind {
  readonly code: string;
  readonly title: Text;
  /** Other names that registers use for it. */
  readonly aliases: readonly string[];
  readonly checklistId: string | null;
  /** Codes of other catalogues that this kind covers, so that one register can be judged under another pack. */
  readonly covers?: readonly string[];
  readonly confidence: SourceConfidence;
  readonly sources: readonly string[];
}

/** One dated wording of a rule. `interval` is its nominal length; `counting` says how days are counted with it. */
export interface RuleVersion extends TextDates {
  /** First day in force; null = older than anything the sources say. */
  readonly effectiveFrom: CivilDate | null;
  readonly effectiveTo: CivilDate | null;
  readonly interval: Interval;
  readonly counting: Counting;
  /** Acts that answer this version, where they differ from the rule's. */
  readonly satisfiedBy?: readonly Act[];
  /** How tables name the limit where "every <interval>" would mislead, such as a list of service years. */
  readonly limitText?: Text;
  readonly legalBasis: LegalBasis;
  readonly confidence: Confidence;
  readonly sourceConfidence: SourceConfidence;
  readonly sources: readonly string[];
  readonly note?: Text;
}

/**
 * What proves that acts of a rule were owed though none is on record: the elevator's acceptance (by the rule's own
 * counting, or on a grid of whole intervals from it), or the acts of the rule between which a midpoint lies.
 */
export type Owed = { readonly confidence: Confidence } & (
  | { readonly by: 'acceptance' }
  | { readonly by: 'acceptance-grid'; readonly every: Interval; readonly answeredWithin: Interval }
  | { readonly by: 'main-acts' }
);

export interface ScheduleRule {
  readonly id: string;
  readonly title: Text;
  readonly shortTitle: Text;
  readonly task: Act;
  /** Acts that count as events; a longer category contains the shorter ones. */
  readonly satisfiedBy: readonly Act[];
  readonly appliesTo: AppliesTo;
  /** A missed `breach` breaks the text; a missed `deviation` departs from contract and accepted practice. */
  readonly consequence: 'breach' | 'deviation';
  readonly warnDays: number;
  /** Absent = without a record nothing is said. */
  readonly owed?: Owed;
  /** In order of `effectiveFrom`, without overlap. */
  readonly versions: readonly RuleVersion[];
}

/** A demand that no interval answers: shown with its clause, judged where the records can say. */
export type Requirement = TextDates & {
  readonly id: string;
  readonly title: Text;
  readonly appliesTo: AppliesTo;
  readonly effectiveFrom: CivilDate | null;
  readonly effectiveTo: CivilDate | null;
  readonly legalBasis: LegalBasis;
  readonly confidence: Confidence;
  readonly sourceConfidence: SourceConfidence;
  readonly sources: readonly string[];
  readonly note?: Text;
} & (
    | { readonly kind: 'staffing'; readonly minTechnicians: number }
    /** Of the visits, or where `acts` stands of these inspections, tests and checks. */
    | { readonly kind: 'retention'; readonly years: number; readonly acts?: readonly InspectionKind[] }
    /** Arrival at an entrapment, counted `from` the call reaching the rescue centre or the maintainer. */
    | {
        readonly kind: 'response';
        readonly area: Area;
        readonly maxMinutes: number;
        readonly from: 'reported' | 'dispatched';
      }
    /** Each `before` is preceded by an `act`, no longer ago than `within`. */
    | {
        readonly kind: 'order';
        readonly act: InspectionKind;
        readonly before: InspectionKind;
        readonly within: Interval;
      }
    /** Use is forbidden after an act of these failed, or while these rules are overdue. */
    | { readonly kind: 'use-ban'; readonly when: 'failed'; readonly acts: readonly InspectionKind[] }
    | { readonly kind: 'use-ban'; readonly when: 'overdue'; readonly rules: readonly string[] }
    | { readonly kind: 'duty' }
  );

export type UseBan = Extract<Requirement, { kind: 'use-ban' }>;

/** What an item asks for beyond a look: a measured value, or an answer of its own because it is a test or calibration. */
export type Asks = 'value' | 'own-key';

export interface ChecklistItem {
  /** Unique in the pack, such as `A-1.29`. */
  readonly id: string;
  readonly table: string;
  readonly no: number;
  readonly task: Task;
  /** Place on the elevator under which the item is grouped on screen; our own grouping, not the annex's. */
  readonly area: string;
  readonly title: Text;
  readonly requirement: Text;
  readonly judge?: 'manufacturer' | 'standard' | 'numeric';
  readonly limit?: { readonly min?: number; readonly max?: number; readonly unit: string };
  readonly asks?: Asks;
  /** Weight of `asks`; stands wherever it stands. */
  readonly asksConfidence?: Confidence;
  readonly season?: Text;
  readonly note?: Text;
  readonly confidence: SourceConfidence;
  readonly sources: readonly string[];
}

export interface Checklist {
  readonly id: string;
  readonly title: Text;
  readonly areas: readonly { readonly id: string; readonly title: Text }[];
  readonly items: readonly ChecklistItem[];
}

export interface Cause {
  readonly id: string;
  readonly title: Text;
  /** Other names that tables of call-outs use for it. */
  readonly aliases?: readonly string[];
}

export interface RulePack {
  readonly format: 'elevator-audit/rule-pack';
  readonly formatVersion: 1;
  readonly id: string;
  readonly version: string;
  /** The pack this one adds to, already merged in; its rules come first. */
  readonly extends?: string;
  readonly title: Text;
  /** IANA zone whose civil days the pack counts. */
  readonly zone: string;
  readonly sources: readonly Source[];
  readonly kinds: readonly EquipmentKind[];
  readonly tasks: readonly { readonly id: Task; readonly title: Text; readonly aliases: readonly string[] }[];
  /** Names of the inspections, tests and checks that the rules speak of. */
  readonly inspections: readonly { readonly id: InspectionKind; readonly title: Text }[];
  /** Cause classes of call-outs, as the place keeps its own figures. */
  readonly causes: readonly Cause[];
  readonly rules: readonly ScheduleRule[];
  readonly requirements: readonly Requirement[];
  readonly checklists: readonly Checklist[];
  /** Absent in packs that know nothing of hazards. */
  readonly hazards?: HazardCriteria;
  /** From which figures on records are asked about; absent = nothing is asked. */
  readonly believability?: readonly DoubtThreshold[];
  /** Open questions of the sources; shown beside the pack. */
  readonly doubts: readonly Text[];
}

/** The version of a rule that limits intervals starting on `anchor`; before the first version, the first. */
export function versionAt(rule: ScheduleRule, anchor: CivilDate | null): RuleVersion {
  const first = rule.versions[0];
  if (first === undefined) throw new Error(`rule ${rule.id} has no version`); // the schema asks for at least one
  if (anchor === null) return rule.versions.at(-1) ?? first;
  return rule.versions.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= anchor) ?? first;
}

/** Whether a requirement holds on a day. */
export function isInForce({ effectiveFrom, effectiveTo }: Requirement, day: CivilDate): boolean {
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
}

/** Whether a requirement, or a fact about ageing, is for an elevator of that kind and place. */
export function requirementIsFor(
  { appliesTo: { kinds, places, notPlaces } }: Pick<Requirement, 'appliesTo'>,
  { kind, place }: { readonly kind: string; readonly place?: string | undefined },
): boolean {
  if (kinds !== 'all' && !kinds.includes(kind)) return false;
  if (places !== undefined && (place === undefined || !places.includes(place))) return false;
  return notPlaces === undefined || place === undefined || !notPlaces.includes(place);
}

/** Whether some rule gives way to a permission for on-demand maintenance. */
export function easesOnDemand({ rules }: Pick<RulePack, 'rules'>): boolean {
  return rules.some(({ versions }) => versions.some(({ counting }) => counting.onDemand !== undefined));
}

/** The visit categories among the acts that answer a rule. */
export function visitTasksOf({ satisfiedBy }: Pick<ScheduleRule, 'satisfiedBy'>): readonly Task[] {
  return satisfiedBy.filter(isTask);
}

/** Whether a rule asks for maintenance visits; the others ask for inspections, tests and checks. */
export function asksForVisits({ task }: Pick<ScheduleRule, 'task'>): boolean {
  return isTask(task);
}

/** The rules of a pack that ask for maintenance visits; a year of visits is drawn with one lane each. */
export function visitRules({ rules }: Pick<RulePack, 'rules'>): readonly ScheduleRule[] {
  return rules.filter(asksForVisits);
}

/** Those that ask visits of an elevator of that kind and place. */
export function visitRulesFor(
  pack: Pick<RulePack, 'rules'>,
  elevator: { readonly kind: string; readonly place?: string | undefined },
): readonly ScheduleRule[] {
  return visitRules(pack).filter((rule) => requirementIsFor(rule, elevator));
}

/** The items of a visit: those of its category and of every shorter one, in the annex's order. */
export function checklistFor(pack: RulePack, kindCode: string, tasks: readonly Task[]): readonly ChecklistItem[] {
  const kind = pack.kinds.find(({ code }) => code === kindCode);
  const checklist = pack.checklists.find(({ id }) => id === kind?.checklistId);
  return checklist?.items.filter((item) => tasks.includes(item.task)) ?? [];
}

/** Every item of every checklist of a pack; each is in one. */
export function checklistItemsOf({ checklists }: Pick<RulePack, 'checklists'>): readonly ChecklistItem[] {
  return checklists.flatMap(({ items }) => items);
}
