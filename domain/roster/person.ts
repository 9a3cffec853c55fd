import type { CivilDate } from '../calendar/civil-date';

/** Somebody who works on elevators, as the house knows them. A name is not a person: see `personKey`. */
export interface Person {
  readonly name: string;
  readonly firm?: string;
  /** What the certificate is for (作业项目), as it says: 电梯修理, 特种设备安全管理. */
  readonly certificateKind?: string;
  readonly certificateNo?: string;
  /** First and last day on which the certificate is valid. */
  readonly validFrom?: CivilDate;
  readonly validUntil?: CivilDate;
  /** First and last day with the firm. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly phone?: string;
  readonly note?: string;
}

export const PERSON_FIELDS = [
  'name',
  'firm',
  'certificateKind',
  'certificateNo',
  'validFrom',
  'validUntil',
  'from',
  'to',
  'phone',
  'note',
] as const satisfies readonly (keyof Person)[];
export type PersonField = (typeof PERSON_FIELDS)[number];
