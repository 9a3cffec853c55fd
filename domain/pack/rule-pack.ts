import type { CivilDate } from '../calendar/civil-date';
import type { Interval } from '../calendar/interval';
import type { Task } from '../visit/visit';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** A text in every language a pack speaks. */
export type Text = Readonly<Record<Locale, string>>;

/** Legal weight: the number stands in the text, it is an accepted reading, or nobody could confirm it. */
export type Confidence = 'law' | 'reading' | 'unverified';
/** How well a collected fact is sourced (reference files). */
export type SourceConfidence = 'high' | 'medium' | 'low';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly address?: string;
  readonly kind?: string;
  readonly note?: string;
}

/** A kind of the equipment catalogue. `checklistId` null = the annexes do not apply (maker's items instead). */
export interface EquipmentKind {
  readonly code: string;
  readonly title: Text;
  /** Other names that registers use for it. */
  readonly aliases: readonly string[];
  readonly checklistId: string | null;
  readonly confidence: SourceConfidence;
  readonly sources: readonly string[];
}

export interface LegalBasis {
  /** Full name of the document with its number, for first mention. */
  readonly document: Text;
  /** Name as tables write it. */
  readonly shortDocument: Text;
  readonly clause: Text;
  readonly shortClause: Text;
  /** What the clause asks, in our own words. */
  readonly says: Text;
}

/** One dated wording of a rule. The version in force on the anchor's day sets that interval's limit. */
export interface RuleVersion {
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
  readonly interval: Interval;
  readonly legalBasis: LegalBasis;
  readonly confidence: Confidence;
  /** Month (`yyyy-mm`) until which the source was seen to hold. */
  readonly verifiedThrough: string;
  readonly sourceConfidence: SourceConfidence;
  readonly sources: readonly string[];
  readonly note?: Text;
}

export interface ScheduleRule {
  readonly id: string;
  readonly title: Text;
  readonly shortTitle: Text;
  readonly task: Task;
  /** Tasks whose visits count as events; a longer category contains the shorter ones. */
  readonly satisfiedBy: readonly Task[];
  readonly appliesTo: { readonly kinds: 'all' | readonly string[] };
  readonly countingMode: 'service-clock';
  /** A missed `breach` breaks the text; a missed `deviation` departs from contract and accepted practice. */
  readonly consequence: 'breach' | 'deviation';
  readonly warnDays: number;
  /** In order of `effectiveFrom`, without overlap. */
  readonly versions: readonly RuleVersion[];
}

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

export interface RulePack {
  readonly format: 'elevator-audit/rule-pack';
  readonly formatVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** IANA zone whose civil days the pack counts. */
  readonly zone: string;
  readonly verifiedThrough: string;
  readonly sources: readonly Source[];
  readonly kinds: readonly EquipmentKind[];
  readonly tasks: readonly { readonly id: Task; readonly title: Text; readonly aliases: readonly string[] }[];
  readonly rules: readonly ScheduleRule[];
  readonly checklists: readonly Checklist[];
  /** Open questions of the sources; shown beside the pack. */
  readonly doubts: readonly Text[];
}

/** The items of a visit: those of its category and of every shorter one, in the annex's order. */
export function checklistFor(pack: RulePack, kindCode: string, tasks: readonly Task[]): readonly ChecklistItem[] {
  const kind = pack.kinds.find(({ code }) => code === kindCode);
  const checklist = pack.checklists.find(({ id }) => id === kind?.checklistId);
  return checklist?.items.filter((item) => tasks.includes(item.task)) ?? [];
}
