import type { RuleAudit } from '../../domain/audit/verdict';
import type { JointCase } from './joint-cases';

const audit = (expected: object): Partial<RuleAudit> => expected;

const BRITISH = {
  pack: 'gb',
  rule: 'gb.examination.people',
  kind: 'passenger-lift',
  acceptedOn: '2024-01-10',
} as const;
const GERMAN = { pack: 'de', rule: 'de.main-inspection', kind: 'passenger-lift', acceptedOn: '2010-01-10' } as const;
const BETWEEN = { ...GERMAN, rule: 'de.intermediate-inspection' } as const;
const PERIODIC = { pack: 'cn', rule: 'cn.inspection.periodic' } as const;

/** One elevator where a deadline meets the days in service, or nothing is asked yet. */
export const DEADLINE_CASES: readonly JointCase[] = [
  ...(['2025-03-01', '2025-03-02'] as const).map((asOf, daysOverdue): JointCase => ({
    name: `a deadline before the start of service is due on its first day, seen on ${asOf}`,
    ...BRITISH,
    inServiceOn: '2025-03-01',
    acts: [['2024-05-01', 'periodic']],
    asOf,
    expected: audit({ status: daysOverdue === 0 ? 'due-soon' : 'overdue', dueOn: '2025-03-01', daysOverdue }),
  })),
  {
    name: 'a deadline that passed is overdue, also where no service day has come since',
    ...BRITISH,
    acts: [['2025-07-10', 'periodic']],
    outages: [['2026-01-11', '2026-02-08']],
    asOf: '2026-02-07',
    expected: audit({ status: 'overdue', dueOn: '2026-01-10', daysOverdue: 0, missed: 1 }),
  },
  {
    name: 'an act after such a deadline is late by no day',
    ...BRITISH,
    acts: [
      ['2025-07-10', 'periodic'],
      ['2026-01-20', 'periodic'],
    ],
    outages: [['2026-01-11', '2026-02-08']],
    asOf: '2026-02-07',
    expected: audit({ status: 'met', met: 0, late: 1, daysOut: 0 }),
  },
  {
    name: 'of a year before the start of service nothing is asked',
    pack: 'us-nyc',
    rule: 'us-nyc.category-1',
    kind: 'passenger-lift',
    acceptedOn: '2022-10-26',
    inServiceOn: '2024-12-13',
    acts: [],
    asOf: '2024-12-28',
    expected: audit({ status: 'no-data' }),
  },
  {
    name: 'a certificate that ran out on its own day has been overdue since that act',
    pack: 'hk',
    rule: 'hk.lift.examination',
    kind: 'passenger-lift',
    acceptedOn: '2017-11-04',
    acts: [
      ['2021-02-24', 'periodic'],
      ['2024-07-06', 'periodic', '2024-07-06'],
    ],
    expected: audit({ status: 'overdue', gaps: [{ from: '2024-07-06', deadline: '2024-07-06', to: null }] }),
  },
  {
    name: 'every term of a certificate is counted from the act, clamped for itself',
    pack: 'hk',
    rule: 'hk.escalator.examination',
    kind: 'escalator',
    acceptedOn: '2019-12-23',
    acts: [
      ['2022-03-31', 'periodic'],
      ['2024-03-31', 'periodic'],
    ],
    asOf: '2024-04-01',
    expected: audit({ status: 'met', late: 1, missed: 3 }),
  },
  {
    name: 'out of service on the due date there is no grace: the inspection comes before return',
    ...GERMAN,
    acts: [['2023-12-31', 'periodic']],
    outages: [['2025-12-23', '2026-02-04']],
    asOf: '2026-01-05',
    expected: audit({ status: 'due-soon', dueOn: '2026-02-04' }),
  },
  {
    name: 'the chain starts at the inspection after it, however late that came',
    ...GERMAN,
    acts: [
      ['2018-11-11', 'periodic'],
      ['2022-12-27', 'periodic'],
    ],
    outages: [['2020-09-29', '2022-08-30']],
    asOf: '2023-06-01',
    expected: audit({ status: 'met', dueOn: '2025-02-28' }),
  },
  {
    name: 'an inspection in the middle is asked for between two of the main ones, not after one that was not done',
    ...BETWEEN,
    acts: [
      ['2024-10-01', 'periodic'],
      ['2024-10-22', 'intermediate'],
    ],
    expected: audit({ status: 'met', dueOn: null, gaps: [] }),
  },
  {
    name: 'it is judged from the first of its kind on record',
    ...BETWEEN,
    acts: [
      ['2013-09-01', 'periodic'],
      ['2025-08-07', 'intermediate'],
    ],
    asOf: '2025-08-16',
    expected: audit({ status: 'met', late: 0, gaps: [] }),
  },
  {
    name: 'a main inspection that came too late for its middle leaves nothing to ask for',
    ...BETWEEN,
    acts: [
      ['2018-09-03', 'periodic'],
      ['2022-07-28', 'periodic'],
      ['2024-07-21', 'periodic'],
      ['2026-07-14', 'intermediate'],
      ['2026-07-21', 'periodic'],
    ],
    asOf: '2026-09-03',
    expected: audit({ status: 'met', dueOn: null, late: 0, gaps: [] }),
  },
  {
    name: 'the inspection before return from an outage that is planned is due on the day of return',
    ...PERIODIC,
    acceptedOn: '2022-06-28',
    acts: [
      ['2023-01-29', 'self-test'],
      ['2024-01-20', 'self-test'],
    ],
    outages: [['2024-12-10', '2025-12-11']],
    asOf: '2024-10-18',
    expected: audit({ status: 'met', dueOn: '2025-12-11' }),
  },
  {
    name: 'a self-test from before the transition starts no chain of it',
    ...PERIODIC,
    acceptedOn: '2011-05-02',
    acts: [
      ['2017-01-25', 'supervision-repair'],
      ['2022-10-16', 'self-test'],
      ['2023-12-17', 'supervision-repair'],
    ],
    asOf: '2024-11-30',
    expected: audit({ status: 'met', dueOn: '2024-12-31' }),
  },
];
