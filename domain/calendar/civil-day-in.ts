import { isCivilDate, type CivilDate } from './civil-date';

/** Civil day of an instant in a zone. */
export function civilDayIn(zone: string, instant: Date): CivilDate {
  const parts = dayFormatOf(zone).format(instant);
  if (!isCivilDate(parts)) throw new Error(`no civil day for ${zone}: ${parts}`);
  return parts;
}

/** Making one is dear; a table asks for one a row. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormatOf(zone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(zone, made);
  return made;
}
