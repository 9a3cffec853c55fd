import { plural } from '../../../terms/plural';
import { textsOf } from '../../texts/texts-of';
import type { RoutineWords } from './routine-words';

export const ROUTINE_WORDS_EN: RoutineWords = {
  title: { 'weekly-report': 'Weekly elevator safety report', 'monthly-minutes': 'Monthly elevator safety minutes' },
  period: (site, elevators, from, to) => {
    const { date } = textsOf('en');
    return `${site === '' ? '' : `${site}, `}${plural(elevators, 'elevator')}, ${date(from)} to ${date(to)}`;
  },
  sections: {
    checks: '1. Daily checks',
    found: '2. What the checks found',
    hazards: '3. Hazards',
    maintenance: '4. Maintenance and call-outs',
    meeting: '5. Summary and tasks',
    beside: '6. Not in this paper',
  },
  labels: {
    userUnit: 'User unit',
    maintainer: 'Maintainer',
    safetyOfficer: 'Safety officer',
    checks: 'Daily checks',
    hazards: 'Hazards',
    present: 'Present',
    summary: 'Summary',
    decisions: 'Measures and tasks',
  },
  checks: ({ asked, checked, found, explained, late, missing }) =>
    `due ${asked}, checked ${checked} (with findings ${found}, entered late ${late}), explained ${explained}, no record ${missing}; counted by elevator and day`,
  carried: (carried, found, closed, open) =>
    `carried over ${carried}, found in the period ${found}, closed ${closed}, carried on ${open}`,
  basis: 'Basis',
  notBegun: 'No daily check is on record here; no day counts as missed.',
  untimed: (count) =>
    `Of these, ${plural(count, 'check')} came from a table that does not say when it was entered; whether late cannot be told.`,
  checkColumns: {
    elevator: 'Elevator',
    asked: 'Due',
    nothing: 'Nothing',
    found: 'Findings',
    late: 'Late entry',
    explained: 'Explained',
    missing: 'No record on',
  },
  foundColumns: { date: 'Date', elevator: 'Elevator', where: 'Where', what: 'Found and done', told: 'Told to' },
  notDone: (reason) => `Not checked: ${reason}`,
  none: {
    found: 'The daily checks of the period record no finding, and no day without a check is explained.',
    hazards: 'No hazard was carried over or found in the period.',
    maintenance: 'No maintenance visit is on record in the period.',
  },
  hazardColumns: {
    no: 'No.',
    elevator: 'Elevator',
    what: 'Hazard',
    class: 'Class',
    foundOn: 'Found',
    state: 'State at the end',
    deadline: 'Deadline',
    who: 'Who',
  },
  carriedMark: 'carried over',
  visitColumns: { date: 'Date', elevator: 'Elevator', task: 'Category', people: 'Technicians' },
  calls: (faults, entrapments) =>
    `On record in the period: ${plural(faults, 'fault')}, ${plural(entrapments, 'entrapment')}.`,
  beside: [
    'Supervision of visits on the spot, the list of risks, appointments and training are not in the records of this paper.',
    'No record says that none was seen, not that nothing was done; days out of use are not due.',
  ],
  issuer: 'User unit',
  director: ['Safety director ____', 'Date ____'],
  head: ['Head of the unit ____', 'Date ____'],
  receipt: {
    label: 'Signed',
    note: 'Who signs answers for summary and tasks; the figures follow from the records inside.',
  },
  verification: {
    title: 'Signature and verification',
    lines: (fingerprint, head) => [
      'The figures follow from the records inside; a verifier lays the pages out again and compares them. The time is claimed by the signer and not proven by a time-stamp. The signature shows that nothing changed since, not that what was recorded took place.',
      `Certificate ${fingerprint}`,
      `Chain head ${head}`,
    ],
    qrAlt: 'QR code: number, chain head, start of the fingerprint',
  },
};
