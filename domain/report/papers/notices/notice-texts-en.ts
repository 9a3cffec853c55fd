import { en as terms } from '../../../terms/en';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../../calendar/civil-date';
import type { NoticeTexts } from './notice-texts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date(day: CivilDate): string {
  const { year, month, day: of } = civilPartsOf(toEpochDay(day));
  return `${of} ${MONTHS[month - 1]!} ${year}`;
}

const RECEIVED = {
  label: 'Received by the user unit',
  lines: ['Received; elevator □ stopped □ being rectified', 'Name ____', 'Post ____', 'Date ____'],
  note: 'The receipt confirms receipt only, not agreement with the finding.',
};

export const NOTICE_TEXTS_EN: NoticeTexts = {
  papers: {
    'hazard-notice': {
      title: 'Notice of an Elevator Hazard',
      copies: 'Two copies: user unit and maintainer',
      opening: (clauses) =>
        `A hazard was found on the elevator below, which you use. ${clauses === '' ? 'You' : `Under ${clauses}, you`} are told of it in writing; please act on it without delay and confirm receipt.`,
      issuer: 'Issued by',
      receipt: RECEIVED,
    },
    'rectification-notice': {
      title: 'Notice to Rectify an Elevator Hazard',
      copies: 'Two copies: user unit and maintainer',
      opening: (clauses) =>
        `A hazard was found on the elevator below, which you use. ${clauses === '' ? 'Please' : `Under ${clauses}, please`} act, rectify as demanded below, and confirm receipt.`,
      issuer: 'Issued by',
      receipt: RECEIVED,
    },
    'rectification-reply': {
      title: 'Reply on a Rectified Elevator Hazard',
      copies: 'Two copies: who gave the notice, and who rectified',
      opening: () =>
        'What was done about the hazards below is reported here. Please have it re-checked by someone other than those who did the work.',
      issuer: 'Rectified by',
      receipt: {
        label: 'Re-check',
        lines: ['Result □ passed □ failed', 'Re-checked by ____', 'User unit ____', 'Date ____'],
        note: 'The re-check is made by another person; a hazard is closed only after it has passed.',
      },
    },
    'authority-report': {
      title: 'Report of a Severe Elevator Hazard',
      copies: 'Two copies: authority and reporting unit',
      opening: (clauses) =>
        `${clauses === '' ? 'The' : `Under ${clauses}, the`} hazard on the elevator below and what has been done about it are reported here.`,
      issuer: 'Reported by',
      receipt: {
        label: 'Receipt of the authority',
        lines: ['This report has been received.', 'Authority ____', 'Name ____', 'Date ____'],
        note: 'The receipt confirms receipt only.',
      },
    },
    'stop-use-sheet': {
      title: 'Elevator out of Use',
      copies: 'Posted at the doors or in the car until it is used again',
      opening: () => '',
      issuer: 'Stopped by',
      receipt: {
        label: 'Back in use',
        lines: ['Re-check □ passed', 'Re-checked by ____', 'Back in use on ____', 'Safety manager ____'],
        note: '',
      },
    },
  },
  labels: {
    registrationNo: 'Registration no.',
    deviceCode: 'Device code',
    address: 'Address',
    rescueCode: '96333 code',
    userUnit: 'User unit',
    maintainer: 'Maintainer',
    found: 'Found',
    foundBy: 'Found by',
    hazard: 'Hazard and part',
    class: 'Class',
    facts: 'What was found',
    basis: 'Clauses',
    risk: 'Risk rank',
    advice: 'Advice',
    demand: 'Demand',
    deadline: 'Deadline',
    responsible: 'Responsible',
    report: 'Also reported',
    measures: 'Work done',
    rectified: 'Completed on',
    rectifiedBy: 'Done by',
    evidence: 'Evidence',
    cost: 'Cost',
    stopped: 'Out of use',
    taken: 'Done so far',
    plan: 'Plan',
    phone: 'Telephone',
  },
  classes: terms.hazardClass,
  sources: {
    visit: 'at a maintenance visit',
    inspection: 'at an inspection or test',
    assessment: 'at a safety assessment',
    callout: 'at a call-out',
    complaint: 'by a complaint',
    'daily-check': 'daily check',
    other: 'by an own check or otherwise',
  },
  parties: terms.party,
  addressee: (unit) => `To ${unit}`,
  found: (on, time, source) => `${date(on)}${time === undefined ? '' : ` ${time}`}, ${source}`,
  component: (no, component, location) => `${no}, ${component}${location === undefined ? '' : ` (${location})`}`,
  photos: (hashes) => `${hashes.length === 1 ? '1 photo' : `${hashes.length} photos`}, SHA-256 ${hashes.join(', ')}.`,
  annex: { title: 'Annex: photos', before: 'before', after: 'after' },
  item: (itemId) => `Checklist item ${itemId}.`,
  clause: (document, clause, says) => `${document}, ${clause}: ${says}`,
  numbered: (no, text) => `${no}. ${text}`,
  risk: ({ severity, probability, reason }, group) =>
    `Severity ${severity}, probability ${probability}${group === null ? '' : `, group ${group}`}.${reason === undefined ? '' : ` Reason: ${reason}.`} `,
  riskNote: 'Ranks only, decides nothing.',
  noRisk: 'Not estimated.',
  stopNow: 'Stop at once',
  stopMeans: ', isolate the main supply, post the sheet',
  limited: 'Rectify by the deadline, may stay in use',
  deadline: (on) => date(on),
  beforeUse: 'Before it is used again',
  beforeUseBy: (on) => `Before use, planned for ${date(on)}`,
  reportToo: 'A hazard that must be reported: the authority is told in writing as well.',
  rectified: (on) => date(on),
  documents: (numbers) => `Documents: ${numbers.join(', ')}.`,
  yuan: (amount, source) => `${amount} yuan${source === undefined ? '' : ` (${source})`}`,
  stoppedFrom: (on, back) =>
    `Out of use since ${date(on)}${back === null ? ', not given back yet.' : `, back in use on ${date(back)}.`}`,
  notStopped: 'No stop is on record.',
  told: (on, to, paper) => `${date(on)}: written notice to ${to}${paper === undefined ? '' : ` (${paper})`}.`,
  notTold: 'No written notice is on record.',
  answers: (number) => `In answer to ${number}.`,
  recheck: 'Re-check and closing: date ____ result □ passed □ failed by ____',
  confidence: terms.weight,
  verification: {
    title: 'Digital signature and how to check it',
    lines: (fingerprint, head) => [
      'The claimed time is stated by the signer, not certified. Compare the fingerprint in the signature panel of any reader; evidence.json holds the records and can be recomputed offline.',
      `Fingerprint ${fingerprint}`,
      `Chain head ${head}`,
    ],
    qrAlt: 'QR code: number of the paper, chain head, start of the fingerprint',
  },
  poster: {
    stopped: 'Out of Use',
    since: (on) => `since ${date(on)}`,
    why: (what, no) => `Why: ${what} (${no})`,
    doNot: 'Do not use. Do not force the doors. If inside, press the alarm and wait.',
    until: 'In use again after rectification and a passed re-check.',
    rescue: (code) => `96333 code ${code}`,
    contact: (unit, phone) => `${unit}${phone === undefined ? '' : `  ${phone}`}`,
  },
  separator: ', ',
  rowContinued: ' (cont.)',
};
