import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Certificate } from '../doubts/certificate';
import type { Person } from './person';
import { standing } from '../record/dossier';
import type { Roster } from './roster';

/**
 * Days before its end from which a certificate is told. A house rule: TSG Z6001-2019 asks for the re-examination a month
 * before the end, and that takes some time to prepare.
 */
export const CERTIFICATE_DAYS = 60;

/** The certificates that people are on record with, as the doubts read them; null = none is on record. */
export function certificatesIn(roster: Roster): readonly Certificate[] | null {
  return certificatesOf(standing(roster.people));
}

/** The certificates of these people whose last day is known. */
export function certificatesOf(people: readonly Person[]): readonly Certificate[] | null {
  const certificates = people.flatMap(({ name, certificateNo, validFrom, validUntil }) =>
    validUntil === undefined
      ? []
      : [
          {
            name,
            ...(certificateNo !== undefined && { number: certificateNo }),
            ...(validFrom !== undefined && { validFrom }),
            validUntil,
          },
        ],
  );
  return certificates.length === 0 ? null : certificates;
}

/** Days that are left of something valid until a day, that day not counted: below 0 it has ended. */
export function daysLeft(validUntil: CivilDate, on: CivilDate): number {
  return toEpochDay(validUntil) - toEpochDay(on);
}

export type ValidState = 'unknown' | 'ended' | 'ending' | 'valid';

export function validState({ validUntil }: Pick<Person, 'validUntil'>, on: CivilDate): ValidState {
  if (validUntil === undefined) return 'unknown';
  const left = daysLeft(validUntil, on);
  return left < 0 ? 'ended' : left <= CERTIFICATE_DAYS ? 'ending' : 'valid';
}
