import { civilPartsOf, toCivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Elevator } from '../elevator/elevator';
import type { Inspection, InspectionKind, InspectionResult } from '../inspection/inspection';
import { AGENCY } from './places';
import type { Random } from './random';

/** Service years with a periodic inspection (TSG T7001-2023 4.1(1)); every year past 15, a self-test in the others. */
const INSPECTION_YEARS = [1, 4, 7, 9, 11, 13, 15];
const YEARS_KEPT = 6;

/** Supervision at acceptance, then the last years of inspections and self-tests, by date, none after `asOfDay`. */
export function sampleInspections(
  elevator: Elevator,
  acceptedDay: number,
  asOfDay: number,
  random: Random,
): Inspection[] {
  const inspections = [inspection(elevator, acceptedDay, 'supervision', 'pass')];
  const lapsed = random.chance(0.03);
  for (let year = 1; ; year++) {
    const due = addMonths(acceptedDay, 12 * year);
    const day = due - random.whole(3, 28);
    if (day > asOfDay) break;
    if (asOfDay - day > YEARS_KEPT * 366 || (lapsed && asOfDay - day < 500)) continue;
    if (!INSPECTION_YEARS.includes(year) && year < 15) {
      inspections.push(inspection(elevator, day, 'self-test', 'pass'));
      continue;
    }
    const failed = random.chance(0.04);
    inspections.push(inspection(elevator, day, 'periodic', failed ? 'fail' : 'pass'));
    const recheckDay = day + random.whole(12, 28);
    if (failed && recheckDay <= asOfDay) inspections.push(inspection(elevator, recheckDay, 'periodic', 'recheck'));
  }
  inspections.push(...calibrations(elevator, acceptedDay, asOfDay, random.fork(1)));
  if (BRAKE_TESTED.includes(elevator.kind))
    inspections.push(...brakeTests(elevator, acceptedDay, asOfDay, random.fork(2)));
  return inspections.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Months between calibrations of the overspeed governor, and those from 15 years on (TSG T5002-2017, B-4.4, C-4.6). */
const CALIBRATED: Readonly<Record<string, readonly [months: number, whenOld: number]>> = {
  '3110': [24, 12],
  '3120': [24, 12],
  '3130': [24, 12],
  '3210': [24, 24],
  '3220': [24, 24],
  '3430': [60, 60],
};

function calibrations(elevator: Elevator, acceptedDay: number, asOfDay: number, random: Random): Inspection[] {
  const made: Inspection[] = [];
  const months = CALIBRATED[elevator.kind];
  const oldFrom = addMonths(acceptedDay, 180);
  let last = acceptedDay;
  while (months !== undefined) {
    last = addMonths(last, last >= oldFrom ? months[1] : months[0]) - random.whole(3, 28);
    if (last > asOfDay) return made;
    if (asOfDay - last <= YEARS_KEPT * 366) made.push(inspection(elevator, last, 'governor', 'pass'));
  }
  return made;
}

const BRAKE_TESTED = ['3110', '3420'];

/** 125 % brake tests, each within the year before six more years of use are full (TSG T7001-2023 A1.3.12). */
function brakeTests(elevator: Elevator, acceptedDay: number, asOfDay: number, random: Random): Inspection[] {
  const made: Inspection[] = [];
  const early = random.whole(20, 300);
  for (let years = 6; ; years += 6) {
    const day = addMonths(acceptedDay, 12 * years) - early;
    if (day > asOfDay) return made;
    made.push(inspection(elevator, day, 'brake-125', 'pass'));
  }
}

const REPORT_LETTERS = {
  supervision: 'JD',
  periodic: 'DJ',
  'self-test': 'ZC',
  governor: 'XS',
  'brake-125': 'ZD',
} as const satisfies Partial<Record<InspectionKind, string>>;

function inspection(
  elevator: Elevator,
  day: number,
  kind: keyof typeof REPORT_LETTERS,
  result: InspectionResult,
): Inspection {
  const { year, month } = civilPartsOf(day);
  const serial = `${year}${String(month).padStart(2, '0')}${elevator.rescueCode ?? ''}`;
  return {
    registrationNo: elevator.registrationNo,
    date: toCivilDate(day),
    kind,
    result,
    reportNo: `${REPORT_LETTERS[kind]}${serial}${result === 'recheck' ? 'F' : ''}`,
    by: kind === 'self-test' ? (elevator.maintainer ?? AGENCY) : AGENCY,
  };
}
