import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';
import type { RecordId } from '../record/record-id';

/** Ordinary (一般), severe (严重, Order 57 art. 25) and major (重大, GB 45067 4.6) are separate legal terms. */
export const HAZARD_CLASSES = ['ordinary', 'severe', 'major'] as const;
export type HazardClass = (typeof HAZARD_CLASSES)[number];

export const SEVERITIES = [1, 2, 3, 4] as const;
export type Severity = (typeof SEVERITIES)[number];
export const PROBABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Probability = (typeof PROBABILITIES)[number];
export const RISK_GROUPS = ['I', 'II', 'III'] as const;
export type RiskGroup = (typeof RISK_GROUPS)[number];

/** Where a hazard came to light. */
export const HAZARD_SOURCES = [
  'visit',
  'inspection',
  'assessment',
  'callout',
  'complaint',
  'daily-check',
  'other',
] as const;
export type HazardSource = (typeof HAZARD_SOURCES)[number];

/** Who may have to act. */
export const PARTIES = ['maintainer', 'user-unit', 'property-manager'] as const;
export type Party = (typeof PARTIES)[number];

/** A cell of the risk matrix and why it was chosen. */
export interface RiskEstimate {
  readonly severity: Severity;
  readonly probability: Probability;
  readonly reason?: string;
}

export interface Responsible {
  readonly party: Party;
  readonly unit?: string;
  readonly person?: string;
}

/**
 * One hazard (隐患) as it was found. What happens to it afterwards are steps (`hazard-step.ts`); class, estimate,
 * deadline and responsible party as of now are those of its life (`hazard-life.ts`), these are the first ones.
 */
export interface Hazard {
  readonly registrationNo: RegistrationNo;
  readonly foundOn: CivilDate;
  /** `HH:MM` in the pack's zone. */
  readonly foundTime?: string;
  readonly foundBy: readonly string[];
  readonly source: HazardSource;
  /** The visit, inspection, assessment, call-out or daily check it came to light in, where that is on record. */
  readonly sourceRecord?: RecordId;
  /** Item of a checklist or assessment list, e.g. `A-1.29`. */
  readonly itemId?: string;
  /** Id of a component of the pack. */
  readonly component: string;
  /** Where on the elevator, e.g. `2层层门`. */
  readonly location?: string;
  readonly what: string;
  /** Hazardous situation, cause and effect (GB/T 20900). */
  readonly scenario?: string;
  /** Clauses as the finder cites them. */
  readonly basis?: string;
  /** Id of the pack's criterion that makes it severe, or major; a hazard may be both. */
  readonly severe?: string;
  readonly major?: string;
  readonly risk?: RiskEstimate;
  readonly measure?: string;
  readonly responsible: Responsible;
  readonly deadline?: CivilDate;
  /** Yuan. */
  readonly estimatedCost?: number;
  readonly costSource?: string;
  /** SHA-256 (hex) of attached photos. */
  readonly photos?: readonly string[];
  readonly note?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** Fields a correction may change; class, estimate, deadline and responsible party change by steps. */
export const HAZARD_FIELDS = [
  'foundOn',
  'foundTime',
  'foundBy',
  'component',
  'location',
  'what',
  'scenario',
  'basis',
  'measure',
  'estimatedCost',
  'costSource',
  'note',
] as const satisfies readonly (keyof Hazard)[];
export type HazardField = (typeof HAZARD_FIELDS)[number];

/** The classes a hazard falls under: `ordinary` alone, or one or both of the others. */
export function classesOf({
  severe,
  major,
}: {
  readonly severe?: string | null;
  readonly major?: string | null;
}): readonly HazardClass[] {
  const grave: HazardClass[] = [
    ...((severe ?? null) === null ? [] : ['severe' as const]),
    ...((major ?? null) === null ? [] : ['major' as const]),
  ];
  return grave.length === 0 ? ['ordinary'] : grave;
}
