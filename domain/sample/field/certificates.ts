import { toCivilDate, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import { addMonths } from '../../calendar/interval';
import type { Person } from './kinds';

const MONTHS = 48;

export interface HeldCertificate {
  readonly name: string;
  readonly number: string;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate;
}

/** The certificate of a person that runs now and those before it, back to the day of hiring; oldest first. */
export function certificatesOf({ name, certificateNo, validUntil, from }: Person): HeldCertificate[] {
  const held: HeldCertificate[] = [];
  for (let until: number = toEpochDay(validUntil); until >= toEpochDay(from);) {
    const before = addMonths(until, -MONTHS);
    held.unshift({
      name,
      number: certificateNo,
      validFrom: toCivilDate(before + 1),
      validUntil: toCivilDate(until),
    });
    until = before;
  }
  return held;
}
