import type { CivilDate } from '../calendar/civil-date';

/** A certificate of a person who works on elevators (特种设备作业人员证), as a register of people has it. */
export interface Certificate {
  readonly name: string;
  readonly number?: string;
  /** First and last day on which it is valid; absent = not known, and then no day is outside. */
  readonly validFrom?: CivilDate;
  readonly validUntil?: CivilDate;
}
