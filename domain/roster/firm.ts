import type { CivilDate } from '../calendar/civil-date';

/** A firm that maintains elevators, with the permit that it works under (生产单位许可证). */
export interface Firm {
  readonly name: string;
  readonly permitNo?: string;
  readonly validUntil?: CivilDate;
  /** Answered day and night. */
  readonly phone?: string;
  readonly note?: string;
}

export const FIRM_FIELDS = [
  'name',
  'permitNo',
  'validUntil',
  'phone',
  'note',
] as const satisfies readonly (keyof Firm)[];
export type FirmField = (typeof FIRM_FIELDS)[number];
