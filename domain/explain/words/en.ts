import { en as terms } from '../../terms/en';
import { civilPartsOf, toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import type { ExplainWords } from './explain-words';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function date(value: CivilDate): string {
  const { year, month, day } = civilPartsOf(toEpochDay(value));
  return `${day} ${MONTHS[month - 1]!} ${year}`;
}

export const explainEn: ExplainWords = {
  date,
  limit: ({ count, unit }: Interval) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  labels: {
    basis: 'Basis',
    version: 'Version',
    text: 'Text',
    anchor: 'Counted from',
    limit: 'Limit',
    'on-demand': 'On demand',
    finding: 'Finding',
    gap: 'Gap',
    remedy: 'What would be lawful',
    filing: 'Filing',
    counted: 'Counted',
    'not-counted': 'Not counted',
    note: 'Note',
  },
  clause: '{document}, {clause}: {says}',
  basis: '{clause} ({confidence})',
  version: {
    since: 'in force from {from}',
    between: 'in force from {from} to {to}',
    unknownStart: 'start not given by the source',
    unknownStartUntil: 'in force until {to}, start not given by the source',
  },
  confidence: terms.weight,
  anchor: { act: 'from the {act} of {date}', start: 'from {date}, a day without an act that counts' },
  limits: {
    'service-clock': '{limit}, standing still while out of service',
    rolling: '{limit} from the last one, calendar days, running on while out of service',
    'calendar-month': 'once in every calendar month',
    'calendar-year': 'once in every calendar year',
    'anniversary-month': '{limit} from the last one, to the end of the month in which they end',
    'due-month-chain': 'every {limit}; due dates are months that follow each other',
    'service-year-list': 'in the listed years after acceptance, to the end of the due month',
    midpoint: 'half way between two main inspections',
    'certificate-expiry': 'a certificate runs {limit}; by its expiry',
  },
  finding: {
    overdue: 'Due by {deadline}; no record of {acts} by {asOf}: {days} service days over, {missed} missed',
    overdueReading:
      'By the accepted reading due by {deadline}; no record of {acts} by {asOf}: {days} service days over, {missed} missed; a deviation, no breach is found on it',
    pending: 'The next is due by {deadline}, {left} days left',
    pendingToday: 'The next is due by {deadline}, the as-of day itself',
    ended: 'No deadline fell before the registration ended on {endedOn}',
    paused: 'No deadline while out of service; it runs again after return',
    'nothing-due': 'Nothing is due at present',
    'no-data': 'Nothing is on record from which this could be counted',
    'not-shown': 'By what the register says it was due, and none is on record; nothing is called late for it',
    failed: 'On {on} the {act} was not passed; no passed re-check on record by {asOf}: {days} days in use since',
    'not-applicable': 'Not for this elevator, or no day in service in the period',
    unverified: 'The source of this rule could not be verified; no finding is made on it',
    unread:
      'From {from} {title} applies, which the pack has not read: nothing can be said from then on, and the rule before it is not carried over',
  },
  gap: '{from} to {to}: due by {deadline}, {days} service days late, {missed} missed',
  openGap: 'since {from}: due by {deadline}, {days} service days late by {asOf}, {missed} missed',
  gapLaw: {
    since: '{gap} ({clause}, in force from {from}, {confidence})',
    unknownStart: '{gap} ({clause}, {confidence})',
  },
  next: {
    failed: 'A pass of the {act} on {on} ends the failure{then}',
    notShown:
      'Where it was done, enter the report of the {act}; where not, a pass of the {act} on {on} brings the rule in time{then}',
    due: ', the next one due by {dueOn}',
  },
  remedy: {
    sentence: '{result}, had {when}',
    result: { gap: 'In time', lawful: 'Lawful', inTime: 'Nothing late' },
    when: {
      one: '{acts} been done on {first}{latest}',
      list: '{acts} been done on {days}, {count} in all{latest}',
      every: '{acts} been done on {first} and then every {step} days until {last}, {count} times in all{latest}',
      span: '{acts} been done {count} times from {first} to {last}{latest}',
    },
    brief: {
      one: 'once, on {first}',
      list: 'on {days}',
      every: '{count} times: {first}, then every {step} days until {last}',
      span: '{count} times from {first} to {last}',
    },
    latest: { one: ', the last lawful day', each: ', each time on the last lawful day' },
    comma: ', ',
    unknown: 'Cannot tell',
    unknownBrief: 'cannot tell',
  },
  filing: 'The result of the last one is to be filed by {date}',
  counted: '{count}: {list}',
  countedNone: 'none',
  notCounted: {
    'other-category': '{count} of another category: {list}',
    'before-clock-start': '{count} before the clock start: {list}',
    'after-as-of': '{count} after the as-of day: {list}',
    'outside-window': '{count} outside the window: {list}',
    'not-passed': '{count} not passed: {list}',
    corrected: '{count} as first recorded, since corrected: {list}',
    withdrawn: '{count} withdrawn: {list}',
  },
  act: '{act} ({date})',
  visit: '{act} visit',
  one: 'the {act}',
  orLonger: 'a {act} or a longer one',
  anyVisit: 'a visit of any category',
  or: '{left} or {right}',
  comma: ', ',
  more: '{list} and more',
};
