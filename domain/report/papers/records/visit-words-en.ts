import { plural } from '../../../terms/plural';
import type { VisitWords } from './visit-words';

export const VISIT_WORDS_EN: VisitWords = {
  title: 'Maintenance visit record',
  copies: 'Two copies: user unit and contractor',
  labels: {
    task: 'Category',
    times: 'On site',
    last: 'Last visit and limit',
    next: 'Next limits',
    technicians: 'Technicians',
    parts: 'Replaced parts',
    leaving: 'On leaving',
    hazards: 'Hazards found',
    otherColumns: 'Other columns',
  },
  answered: (items, tables) => `${tables}, ${plural(items, 'item')}`,
  noChecklist: 'The record has no checklist: results of items are not on record.',
  at: (times) => ` ${times}`,
  minutes: (minutes) => `, ${minutes} min`,
  filled: '. A time told as "about" was filled by the program, not measured',
  noTimes: ', times not on record',
  last: (rule, from, atStart, days, deadline) =>
    `${rule}: ${atStart ? 'counted from' : 'visit of'} ${from}, ${plural(days, 'day')} before${deadline === null ? '' : `, limit ${deadline}`}`,
  lastLate: (days) => `, ${plural(days, 'service day')} late`,
  noLast: 'nothing on record before: no interval is counted',
  next: (rule, deadline) => `${rule} ${deadline}`,
  noNext: 'none',
  noTechnician: 'not on record',
  certificates: 'names and certificate numbers as they stand on record, not checked',
  leaving: '□ in use □ out of use, posted',
  table: {
    caption: 'Table 1  Exceptions, not applicable, readings, notes and photos',
    continued: 'Table 1 continued',
    counts: (ok, defects, notApplicable) => `in order ${ok}, exceptions ${defects}, n/a ${notApplicable}`,
    columns: { no: 'No.', item: 'Item', requirement: 'Requirement', result: 'Result', remark: 'On record' },
  },
  outcome: { ok: 'in order', defect: 'exception', 'not-applicable': 'not applicable' },
  atOnce: 'set at once by the key for the rest',
  howUnknown: 'not on record whether one by one or at once',
  noText: '(no text in the rule packs here)',
  hazard: (no, state, what) => `hazard ${no}, ${state}${what === '' ? '' : `: ${what}`}`,
  lists: {
    each: (table) => `Table ${table}  In order, answered one by one`,
    rest: (table) => `Table ${table}  In order, set at once by the key for the rest`,
    unknown: (table) => `Table ${table}  In order, not on record whether one by one or at once`,
  },
  count: (items) => plural(items, 'item'),
  listContinued: (caption) => `${caption}, continued`,
  noExceptions: 'No exception, no item not applicable, and no reading, note or photo.',
  signing: {
    workers: {
      label: 'Technicians',
      lines: ['Signed____\u3000Signed____', 'Date____'],
      note: 'By hand by each of them; the digital signature stands below.',
    },
    confirmed: {
      label: 'Confirmed by the safety manager of the user unit',
      lines: ['□ was on site □ was not □ objects', 'Signed____\u3000Date____'],
    },
    named: (name) => `On record: ${name}. It confirms the visit, not each result.`,
    given: (by, when, how, isDrawn, hash) =>
      `Confirmed by ${by} on ${when} (${how}${isDrawn ? ', signed by hand, in the embedded records' : ''}); hash of the record confirmed ${hash}. It confirms the visit, not each result.`,
    earlier: (by, when, how, hash) =>
      `Confirmed by ${by} on ${when} (${how}) before it was corrected, hash ${hash}; no confirmation of the corrected record.`,
    refused: (by, when, reason) => `${by} refused to confirm it on ${when}, because: ${reason}`,
    asked: (by, when) =>
      `${by} asked for it on ${when}; no confirmation is on record. It confirms the visit, not each result.`,
    unnamed: 'No confirmation is on record. It confirms the visit, not each result.',
  },
  separator: ', ',
};
