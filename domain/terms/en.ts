import type { Terms } from './terms';

export const en: Terms = {
  verdict: {
    compliant: 'compliant',
    lapsed: 'lapsed',
    'non-compliant': 'non-compliant',
    'not-shown': 'due but not shown',
    'no-data': 'no data',
    'not-applicable': 'not applicable',
  },
  ruleStatus: {
    failed: 'failed, not re-checked',
    overdue: 'overdue',
    'not-shown': 'due but not shown',
    'due-soon': 'due soon',
    met: 'in time',
    'no-data': 'no data',
    'not-applicable': 'not applicable',
  },
  use: {
    'out-of-use': 'out of use',
    'must-not-run': 'must not be used',
    'cannot-tell': 'records do not suffice to tell',
    'may-run': 'nothing on record forbids use',
  },
  ended: { deregistered: 'deregistered', scrapped: 'scrapped', relocated: 'relocated' },
  retired: 'retired',
  useReason: {
    retired: 'registration ended',
    outage: 'out of use',
    'hazard-stopped': 'stopped for a hazard',
    'failed-inspection': 'inspection failed',
    'inspection-overdue': 'periodic inspection overdue',
    'hazard-must-stop': 'a hazard must stop it at once',
    'end-of-life': 'end of its life reached',
    pack: 'forbidden by the rule pack',
  },
  entry: {
    direct: 'entered in time',
    imported: 'imported',
    late: (days) => `entered late by ${days} ${days === 1 ? 'day' : 'days'}`,
  },
  bySourceTable: 'as the source table says',
  scope: {
    maintenance: 'maintenance intervals only, without inspections and tests',
    all: 'maintenance intervals, inspections and tests',
  },
  weight: { law: 'law', reading: 'accepted reading', unverified: 'unverified', contract: 'contract' },
  asOf: 'as of',
};
