import { en as terms } from '../../terms/en';
import { en } from '../../terms/en';
import type { CompareWords } from './compare-words';

export const compareEn: CompareWords = {
  side: { pack: 'under {pack}', day: 'as of {date}', both: 'under {pack} as of {date}' },
  same: 'The two sides do not differ',
  verdictIs: 'Verdict: {a} {left}, {b} {right}',
  verdict: en.verdict,
  status: en.ruleStatus,
  confidence: terms.weight,
  none: 'none',
  titles: '{a} / {b}',
  only: 'Only {side}: {status}',
  onlyDue: 'Only {side}: {status}, due by {due}',
  differs: {
    status: 'Status: {a} {left}, {b} {right}',
    due: 'Due by: {a} {left}, {b} {right}',
    'last-done': 'Last done: {a} {left}, {b} {right}',
    limit: 'Limit: {a} {left}; {b} {right}',
    version: 'Wording: {a} {left}; {b} {right}',
    clause: 'Basis: {a} {left}; {b} {right}',
    confidence: 'Weight: {a} {left}, {b} {right}',
    figures: 'In figures: {a} {left}; {b} {right}',
  },
  clause: '{document}, {clause}',
  version: {
    since: 'in force from {from}',
    between: 'in force from {from} to {to}',
    until: 'in force until {to}',
    unknown: 'start not given by the source',
  },
  figures: {
    met: '{count} met',
    late: '{count} late',
    missed: '{count} missed',
    daysOut: '{count} days out',
    daysOverdue: '{count} days overdue now',
  },
  comma: ', ',
  gap: 'The gap since {from}: {a} {left}; {b} {right}',
  gapOnly: {
    closed: 'A gap only {side}: {from} to {to}, due by {deadline}, {days} days late, {missed} missed',
    open: 'A gap only {side}: since {from}, due by {deadline}, {days} days late so far, {missed} missed',
  },
  gapIs: {
    closed: 'due by {deadline}, done on {to}, {days} days late, {missed} missed',
    open: 'due by {deadline}, not yet done, {days} days late, {missed} missed',
  },
  requirement: '{kind}: {title} ({clause})',
  requirementKind: {
    staffing: 'Staff',
    retention: 'Records',
    response: 'Arrival',
    order: 'Order',
    'use-ban': 'Ban of use',
    duty: 'Duty',
  },
};
