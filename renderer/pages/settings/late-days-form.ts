import { MOST_LATE_DAYS } from '../../../domain/headline/entry';

/** The days typed; null where they are no whole number in bounds. */
export function lateDaysOf(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_LATE_DAYS ? Number(text) : null;
}
