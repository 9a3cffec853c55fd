import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';

export const INSPECTION_KINDS = ['supervision', 'periodic', 'self-test', 'governor', 'brake-125'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const INSPECTION_RESULTS = ['pass', 'fail', 'recheck'] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

/** An inspection or test by an agency, as its report states it. */
export interface Inspection {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  readonly kind: InspectionKind;
  readonly result: InspectionResult;
  readonly reportNo?: string;
  readonly by?: string;
  readonly extra?: Readonly<Record<string, string>>;
}
