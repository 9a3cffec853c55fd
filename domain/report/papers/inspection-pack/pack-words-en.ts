import { plural } from '../../../terms/plural';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { Lack } from '../../inspection-pack/wanted';
import type { PackWords } from './pack-words';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date(value: CivilDate): string {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${day} ${MONTHS[month - 1]!} ${year}`;
}

function lack(name: string, { why, count, days, on, nos }: Lack): string {
  switch (why) {
    case 'failed':
      return `${name}: failed, not re-checked`;
    case 'overdue':
      return `${name}: overdue by ${plural(days, 'day')} (last lawful day ${on ?? '—'})`;
    case 'not-shown':
      return `${name}: due but not shown`;
    case 'no-data':
      return `${name}: no data`;
    case 'due-soon':
      return `${name}: due soon, last lawful day ${on ?? '—'}`;
    case 'was-late':
      return `${name}: late ${count === 1 ? 'once' : `${count} times`} in the period, ${plural(days, 'service day')}, since restored`;
    case 'unconfirmed':
      return `${name}: ${plural(count, 'visit')} without a confirmation on record`;
    case 'open':
      return `${name}: ${count} not closed: ${nos.join(', ')}`;
    case 'not-covered':
      return on === null ? `${name}: no policy on record` : `${name}: cover ended on ${on}`;
    case 'ends-soon':
      return `${name}: cover ends on ${on ?? '—'}`;
  }
}

export const PACK_WORDS_EN: PackWords = {
  title: 'Elevator inspection pack',
  period: (site, elevators, from, to, asOf) =>
    `${site === '' ? '' : `${site}, `}${plural(elevators, 'elevator')}; period ${date(from)} to ${date(to)}, as of ${date(asOf)}`,
  labels: {
    userUnit: 'User unit',
    propertyManager: 'Property manager',
    maintainer: 'Maintainer',
    safetyOfficer: 'Safety officer',
    address: 'Address',
    elevators: 'Elevators',
  },
  count: (elevators) => String(elevators),
  about: (elevators) => `of ${plural(elevators, 'elevator')}`,
  sections: {
    state: '1  Where they stand',
    wanted: '2  What is wanted and what is missing',
    contents: '3  Contents',
    beside: '4  Not in this pack',
  },
  stateColumns: { use: 'Use', verdict: 'Intervals', count: 'Count', which: 'Which', basis: 'Basis' },
  all: 'all',
  others: 'all others',
  reason: (kind, on, no) => `${kind} (${on}${no === null ? '' : `, ${no}`})`,
  because: (elevator, reasons) => `${elevator}: ${reasons.join(', ')}`,
  overdueRule: (rule, days) => `${rule} overdue by ${plural(days, 'day')}`,
  lateRule: (rule, intervals, days) =>
    `${rule} late ${intervals === 1 ? 'once' : `${intervals} times`}, ${plural(days, 'day')}`,
  noBasis: '—',
  scope:
    'Maintenance intervals only: inspections, tests and checks were not judged, which does not say that there are none on record.',
  doubts: (count) =>
    count === 0
      ? 'The compliance reports tell no doubts.'
      : `The compliance reports tell ${plural(count, 'doubt')}; a doubt is a question, not a verdict.`,
  wantedColumns: { wanted: 'Wanted', of: 'Due', inOrder: 'In order', lacks: 'Missing or open', basis: 'Basis' },
  subjects: {
    'visit-papers': 'Visit records, one for each visit of the period',
    confirmations: 'Visits of the period confirmed by the safety manager',
    hazards: 'Hazards closed',
    insurance: 'Insurance in force on the as-of day',
  },
  noneLacks: '—',
  wantedNote:
    'What is wanted follows from the rule pack and the records; a dash under Basis: the rule pack has no clause. "No data" and "due but not shown" say that no record was seen, not that nothing was done.',
  lack,
  names: (names) => names.join(', '),
  notInside: (visits) =>
    `${plural(visits, 'sheet')} not enclosed; those records stand in the evidence of the compliance reports`,
  none: {
    title: 'Nothing missing on record',
    text: 'All of the above is in order by the records; section 4 says what is not in this pack.',
  },
  stamp: (lines) => ['Missing', plural(lines, 'line')],
  lacksOf: (wanted, elevators) => `${wanted}: ${plural(elevators, 'elevator')} not in order`,
  visitsOf: (wanted, visits) => `${wanted}: ${plural(visits, 'visit')} not in order`,
  lateEntries: (count, worst) =>
    `${count === 1 ? '1 late entry' : `${count} late entries`}, the latest by ${plural(worst, 'day')}, each marked in its report`,
  contentsColumns: { no: 'No.', paper: 'Paper and number', elevator: 'Elevator', pages: 'Pages', sha256: 'SHA-256' },
  kinds: {
    compliance: 'Compliance report',
    'old-elevator': 'Old-elevator report',
    'hazard-notice': 'Hazard notice',
    'rectification-notice': 'Notice to rectify',
    'rectification-reply': 'Reply on rectification',
    'authority-report': 'Report to the authority',
    'stop-use-sheet': 'Stop-use notice',
    'public-sheet': 'Public sheet',
    'visit-record': 'Visit record',
  },
  paper: (kind, on, number) => `${kind} ${on}, ${number}`,
  contentsNote: (papers, pages) =>
    `${plural(papers, 'paper')}, ${plural(pages, 'page')}, each the original with its own signature, attached to this file in this order; each keeps its own page numbers.`,
  beside: [
    'Registration certificates and use marks in the original, the maintenance contract, the licence of the maintainer, certificates of technicians and safety managers.',
    'Safety rules and emergency plans, reports of inspection bodies in the original.',
    'Records of drills and of daily checks, also where they are on record; weekly reports and monthly minutes are signed papers of their own.',
    'Whether these are at hand has to be checked apart; not being listed does not say that they do not exist.',
  ],
  issuer: 'Compiled by',
  receipt: {
    label: 'User unit',
    lines: ['Name ____', 'Date ____'],
    note: 'The signature confirms receipt of this pack, not agreement.',
  },
  verification: {
    title: 'Signature and verification',
    lines: (fingerprint, head) => [
      'Verifying this file verifies each paper: its digest in the contents, its signature, evidence and pages, and whether this cover says what their evidence gives. The time is claimed by the signer and not proven by a time-stamp. The signature shows that nothing changed since, not that what was recorded took place; this pack is no inspection report.',
      `Certificate ${fingerprint}`,
      `Chain head ${head}`,
    ],
    qrAlt: 'QR code: number of the pack, chain head, start of the fingerprint',
  },
  separator: '; ',
  stop: '.',
};
