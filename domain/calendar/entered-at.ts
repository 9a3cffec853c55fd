import { isCivilDate, type CivilDate } from './civil-date';

/** When a table says that a row was written down: a civil day, with or without `THH:MM`. */
export type EnteredAt = string & { readonly __brand: 'EnteredAt' };

const MINUTE = /^T([01]\d|2[0-3]):[0-5]\d$/;

export function isEnteredAt(text: string): text is EnteredAt {
  return isCivilDate(text.slice(0, 10)) && (text.length === 10 || MINUTE.test(text.slice(10)));
}

/** The civil day of when something was written down: of a table's claim, or of an instant with its zone's offset. */
export function dayWritten(at: string): CivilDate {
  const day = at.slice(0, 10);
  if (!isCivilDate(day)) throw new Error(`no day in ${at}`);
  return day;
}
