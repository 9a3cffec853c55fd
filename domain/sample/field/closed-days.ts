import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';

/** Public holidays, first and last day: 国办发明电〔2024〕12号 for 2025, the notice of 2025-11-04 for 2026. */
const NOTICES: Readonly<Record<number, readonly (readonly [from: string, to: string])[]>> = {
  2025: [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-28', '2025-02-04'],
    ['2025-04-04', '2025-04-06'],
    ['2025-05-01', '2025-05-05'],
    ['2025-05-31', '2025-06-02'],
    ['2025-10-01', '2025-10-08'],
  ],
  2026: [
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ],
};
/** Week-ends worked in their stead. */
const WORKED = new Set(
  [
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ].map((day): number => toEpochDay(day as CivilDate)),
);

const isSunday = (day: number): boolean => ((day % 7) + 7) % 7 === 3; // 1970-01-01 was a Thursday

/** Whether a day is a Sunday or a public holiday, on which crews rest. Years without a notice have the fixed days alone. */
export function isClosed(day: number): boolean {
  if (WORKED.has(day)) return false;
  return isSunday(day) || isHoliday(day);
}

function isHoliday(day: number): boolean {
  const { year, month, day: ofMonth } = civilPartsOf(day);
  const notice = NOTICES[year];
  if (notice === undefined)
    return (month === 1 && ofMonth === 1) || (month === 5 && ofMonth <= 5) || (month === 10 && ofMonth <= 7);
  return notice.some(([from, to]) => toEpochDay(from as CivilDate) <= day && day <= toEpochDay(to as CivilDate));
}

/** The first day after `day` on which crews work. */
export function nextWorkingDay(day: number): number {
  let next = day + 1;
  while (isClosed(next)) next++;
  return next;
}

/** Weeks from Monday to Sunday, counted. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);
