import type { RuleAudit } from '../../domain/audit/verdict';
import type { Done } from './judged-by-shipped';

/** One elevator at a joint of the law: where a wording changed, an act failed, a restart or an alteration met a chain. */
export interface JointCase {
  readonly name: string;
  readonly pack: string;
  readonly rule: string;
  /** Days of the register; `acceptedOn` is the start of service too, where there is no other. */
  readonly acceptedOn: string;
  readonly inServiceOn?: string;
  readonly governorSince?: string;
  readonly kind?: string;
  readonly acts: readonly Done[];
  readonly outages?: readonly (readonly [from: string, to: string])[];
  readonly asOf?: string;
  readonly expected: Partial<RuleAudit>;
}

const PERIODIC = { pack: 'cn', rule: 'cn.inspection.periodic' } as const;
const SELF_TEST = { pack: 'cn', rule: 'cn.inspection.self-test' } as const;
const GOVERNOR = { pack: 'cn', rule: 'cn.test.governor.traction' } as const;
const CATEGORY_5 = { pack: 'us-nyc', rule: 'us-nyc.category-5', kind: 'passenger-lift' } as const;
const BRITISH = { pack: 'gb', rule: 'gb.examination.people', kind: 'passenger-lift' } as const;
const HONG_KONG = { pack: 'hk', rule: 'hk.lift.examination', kind: 'passenger-lift' } as const;

const NEVER_INSPECTED = {
  ...PERIODIC,
  acceptedOn: '2023-02-15',
  expected: {
    status: 'overdue',
    dueOn: '2024-02-29',
    daysOverdue: 998,
    missed: 1,
    weight: 'reading',
    gaps: [
      {
        from: '2023-02-15',
        to: null,
        deadline: '2024-02-29',
        daysLate: 998,
        missed: 1,
        version: '2023-04-02',
        weight: 'reading',
      },
    ],
  } as unknown as Partial<RuleAudit>,
} as const;

const SEVENTEEN_YEARS = {
  ...PERIODIC,
  acceptedOn: '2009-06-15',
  acts: [
    ['2025-06-10', 'periodic'],
    ['2026-02-12', 'supervision-repair'],
  ],
  expected: { status: 'met', dueOn: '2027-02-28' } as unknown as Partial<RuleAudit>,
} as const;

const RESTARTED = {
  acceptedOn: '2018-06-15',
  acts: [
    ['2018-06-15', 'supervision'],
    ['2022-06-02', 'periodic'],
    ['2024-06-05', 'self-test'],
    ['2025-10-20', 'periodic'],
    ['2026-10-12', 'self-test'],
  ],
  outages: [['2024-10-01', '2025-11-01']],
} as const;

const ALTERED_IN_2015 = {
  acceptedOn: '2005-06-15',
  acts: [
    ['2015-05-10', 'supervision-alteration'],
    ['2022-05-10', 'periodic'],
    ['2023-05-10', 'periodic'],
    ['2024-05-10', 'periodic'],
  ],
} as const;

const AGEING_GOVERNOR = {
  ...GOVERNOR,
  acceptedOn: '2009-06-15',
  governorSince: '2010-03-01',
  acts: [['2025-02-10', 'governor']],
} as const;

const audit = (expected: object): Partial<RuleAudit> => expected;

export const JOINT_CASES: readonly JointCase[] = [
  {
    name: 'accepted and never inspected, the self-tests of later years answer no inspection',
    ...NEVER_INSPECTED,
    acts: [
      ['2023-02-15', 'supervision'],
      ['2025-02-10', 'self-test'],
      ['2026-02-10', 'self-test'],
    ],
  },
  {
    name: 'the same with the acceptance in the register alone',
    ...NEVER_INSPECTED,
    acts: [
      ['2025-02-10', 'self-test'],
      ['2026-02-10', 'self-test'],
    ],
  },
  ...(['2023-04-01', '2023-04-02', '2024-03-31'] as const).map((asOf, index): JointCase => ({
    name: `last inspected in March 2022, it is overdue on ${asOf} by the version whose deadline it was`,
    ...PERIODIC,
    acceptedOn: '2019-03-15',
    acts: [['2022-03-10', 'periodic']],
    asOf,
    expected: audit({
      status: 'overdue',
      dueOn: '2023-03-31',
      daysOverdue: [1, 2, 366][index],
      gaps: [{ deadline: '2023-03-31', to: null, version: null, weight: 'reading' }],
    }),
  })),
  {
    name: 'over 15 years old, no late day vanishes when the version of the transition ends',
    ...PERIODIC,
    acceptedOn: '2005-06-15',
    acts: [['2022-06-10', 'periodic']],
    asOf: '2024-04-02',
    expected: audit({ status: 'overdue', dueOn: '2023-06-30', daysOverdue: 277, daysOut: 277, weight: 'reading' }),
  },
  {
    name: 'each version keeps what it asked: one gap by the reading, one by the law, and shared days count once',
    ...PERIODIC,
    acceptedOn: '2005-06-15',
    acts: [['2022-06-10', 'periodic']],
    expected: audit({
      status: 'overdue',
      dueOn: '2023-06-30',
      daysOverdue: 1242,
      missed: 4,
      daysOut: 365,
      weight: 'law',
      gaps: [
        { deadline: '2023-06-30', to: null, daysLate: 1242, missed: 1, version: '2023-04-02', weight: 'reading' },
        { deadline: '2024-06-30', to: null, daysLate: 876, missed: 3, version: '2024-04-02', weight: 'law' },
      ],
    }),
  },
  {
    name: 'a self-test of the transition answers what the version before it left open',
    ...PERIODIC,
    acceptedOn: '2019-03-15',
    acts: [
      ['2022-03-10', 'periodic'],
      ['2023-05-10', 'self-test'],
    ],
    asOf: '2024-02-01',
    expected: audit({
      status: 'met',
      lastDone: '2023-05-10',
      late: 1,
      gaps: [{ to: '2023-05-10', deadline: '2023-03-31', daysLate: 40, version: null }],
    }),
  },
  ...(['2026-09-30', '2026-11-23'] as const).map((asOf): JointCase => ({
    name: `New York, last Category 5 in October 2016, has been overdue since November 2021 on ${asOf}`,
    ...CATEGORY_5,
    acceptedOn: '2010-06-15',
    acts: [['2016-10-03', 'category-5']],
    asOf,
    expected: audit({ status: 'overdue', dueOn: '2021-10-31', weight: 'law' }),
  })),
  {
    name: 'a brake test that came due before its first version is judged by it',
    pack: 'cn',
    rule: 'cn.test.brake-125',
    acceptedOn: '2010-06-15',
    acts: [['2016-05-01', 'brake-125']],
    expected: audit({
      status: 'overdue',
      dueOn: '2022-05-01',
      gaps: [{ deadline: '2022-05-01', version: '2023-04-02', weight: 'reading' }],
    }),
  },
  {
    name: 'so is a governor calibration',
    ...GOVERNOR,
    acceptedOn: '2010-06-15',
    acts: [['2014-05-01', 'governor']],
    expected: audit({ status: 'overdue', dueOn: '2016-05-01', weight: 'law' }),
  },
  {
    name: 'what was answered before the first version began is nobody’s breach of it',
    ...GOVERNOR,
    acceptedOn: '2010-06-15',
    acts: [
      ['2012-05-01', 'governor'],
      ['2017-07-31', 'governor'],
    ],
    asOf: '2018-01-01',
    expected: audit({ status: 'met', late: 0, gaps: [] }),
  },
  {
    name: 'Hong Kong: the expiry printed for the load test is not that of the examination of the same day',
    ...HONG_KONG,
    acceptedOn: '2010-06-15',
    acts: [
      ['2024-05-10', 'periodic', '2025-05-10'],
      ['2024-05-10', 'load-test', '2029-05-10'],
    ],
    expected: audit({ status: 'overdue', dueOn: '2025-05-10' }),
  },
  {
    name: 'the self-test follows the month of the inspection before return',
    ...SELF_TEST,
    ...RESTARTED,
    expected: audit({ status: 'met', late: 0, gaps: [], dueOn: '2028-10-31' }),
  },
  {
    name: 'so does the next inspection',
    ...PERIODIC,
    ...RESTARTED,
    expected: audit({ status: 'met', dueOn: '2027-10-31' }),
  },
  {
    name: 'a repair inspected in the year leaves the next year due, in its month',
    ...SEVENTEEN_YEARS,
    asOf: '2026-03-01',
  },
  { name: 'the same after the month of the acceptance', ...SEVENTEEN_YEARS },
  {
    name: 'an alteration of 2015 resets no service years: past 15 it is due every year',
    ...PERIODIC,
    ...ALTERED_IN_2015,
    expected: audit({ status: 'overdue', dueOn: '2025-05-31', missed: 2 }),
  },
  {
    name: 'and no self-test is asked for',
    ...SELF_TEST,
    ...ALTERED_IN_2015,
    expected: audit({ status: 'not-applicable', gaps: [] }),
  },
  {
    name: 'an alteration inspected under the rule resets them',
    ...PERIODIC,
    acceptedOn: '2005-06-15',
    acts: [
      ['2023-05-10', 'periodic'],
      ['2024-05-10', 'supervision-alteration'],
      ['2025-05-12', 'periodic'],
    ],
    expected: audit({ status: 'met', dueOn: '2028-05-31' }),
  },
  {
    name: 'a late inspection spares the self-test of its own year',
    ...SELF_TEST,
    acceptedOn: '2018-06-15',
    acts: [
      ['2022-06-02', 'periodic'],
      ['2023-06-05', 'self-test'],
      ['2024-06-05', 'self-test'],
      ['2026-01-10', 'periodic'],
    ],
    expected: audit({ status: 'met', late: 0, gaps: [], dueOn: '2028-06-30' }),
  },
  {
    name: 'an inspection after a hole in the records starts the chain anew, and the hole stays told',
    ...PERIODIC,
    acceptedOn: '2016-06-15',
    acts: [
      ['2017-06-10', 'periodic'],
      ['2018-06-10', 'periodic'],
      ['2023-02-10', 'periodic'],
    ],
    asOf: '2023-12-01',
    expected: audit({ status: 'met', dueOn: '2024-02-29', late: 1 }),
  },
  {
    name: 'a governor calibrated before its 15th year is due 12 months after it, as a reading',
    ...AGEING_GOVERNOR,
    expected: audit({
      status: 'overdue',
      dueOn: '2026-03-01',
      daysOverdue: 267,
      weight: 'reading',
      gaps: [{ deadline: '2026-03-01', weight: 'reading', version: '2017-08-01' }],
    }),
  },
  {
    name: 'until then that is what runs, a reading too',
    ...AGEING_GOVERNOR,
    asOf: '2025-12-01',
    expected: audit({ status: 'met', dueOn: '2026-03-01', weight: 'reading' }),
  },
  {
    name: 'by the text it is late only after 24 months',
    ...AGEING_GOVERNOR,
    asOf: '2027-02-11',
    expected: audit({ status: 'overdue', dueOn: '2026-03-01', weight: 'law' }),
  },
  {
    name: 'the earlier of the two holds: 24 months end before the 16th year',
    ...AGEING_GOVERNOR,
    acts: [['2024-01-10', 'governor']],
    asOf: '2025-12-20',
    expected: audit({ status: 'due-soon', dueOn: '2026-01-10', weight: 'law' }),
  },
  {
    name: 'records kept before the acceptance prove lateness, which no later deadline turns into not shown',
    ...BRITISH,
    acceptedOn: '2023-08-28',
    acts: [['2023-02-28', 'periodic']],
    asOf: '2024-02-29',
    expected: audit({ status: 'overdue', dueOn: '2023-08-28' }),
  },
  {
    name: 'a deadline that passed is missed, also where no service day came after it',
    ...BRITISH,
    acceptedOn: '2020-01-01',
    acts: [['2023-02-28', 'periodic']],
    outages: [['2024-02-29', '2025-02-28']],
    asOf: '2024-03-01',
    expected: audit({ status: 'overdue', dueOn: '2023-08-28', missed: 2 }),
  },
  {
    name: 'one interval is late or met, never both',
    ...BRITISH,
    acceptedOn: '2020-01-01',
    acts: [
      ['2022-08-29', 'periodic'],
      ['2024-02-29', 'periodic'],
    ],
    outages: [['2023-03-01', '2024-02-29']],
    asOf: '2024-02-29',
    expected: audit({ late: 1, met: 0 }),
  },
];
