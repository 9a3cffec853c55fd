import type { CivilDate } from '../calendar/civil-date';
import type { EnteredAt } from '../calendar/entered-at';
import type { RegistrationNo } from '../elevator/elevator';
import { TASKS, type Task } from '../visit/visit';

/** What can be done to an elevator beside maintaining it. The order is part of the packed form: append only. */
export const INSPECTION_KINDS = [
  'supervision',
  'periodic',
  'self-test',
  'governor',
  'brake-125',
  'supervision-repair',
  'supervision-alteration',
  'safety-gear',
  'overspeed',
  'own-inspection',
  'user-check',
  'drill',
  'intermediate',
  'load-test',
  'category-1',
  'category-3',
  'category-5',
  'technical-inspection',
  'component-check',
  'activity-report',
  'operator-test',
  'performance-inspection',
] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** Anything a schedule rule may ask for: a maintenance visit by its category, or an inspection, test or check. */
export type Act = Task | InspectionKind;

export function isTask(act: Act): act is Task {
  return (TASKS as readonly string[]).includes(act);
}

export const INSPECTION_RESULTS = ['pass', 'fail', 'recheck'] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

/** An inspection, test or check, as its report states it. */
export interface Inspection {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  readonly kind: InspectionKind;
  readonly result: InspectionResult;
  readonly reportNo?: string;
  readonly by?: string;
  /** Expiry printed on the permit or certificate that the act led to. */
  readonly validUntil?: CivilDate;
  /** When the source table says it was written down. */
  readonly enteredAt?: EnteredAt;
  readonly extra?: Readonly<Record<string, string>>;
}

export type InspectionField = Exclude<keyof Inspection, 'registrationNo' | 'extra' | 'enteredAt'>;

export const INSPECTION_FIELDS = [
  'date',
  'kind',
  'result',
  'reportNo',
  'by',
  'validUntil',
] as const satisfies readonly InspectionField[];
