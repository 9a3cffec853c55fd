import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demandsOf } from '../../../domain/audit/obligations-of';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import type { Inspection, InspectionKind } from '../../../domain/inspection/inspection';
import type { RulePack, ScheduleRule } from '../../../domain/pack/rule-pack';
import { datedFactsOf } from '../../../domain/pack/text-dates';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { loadPacks, type LoadedPacks } from '../../../electron/packs/load-packs';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const schema = join(regulations, 'rule-pack.schema.json');
const LOCAL = ['cn-zj-hz', 'cn-sd', 'cn-hb', 'cn-jx-gz', 'cn-sn', 'cn-sx-jz', 'cn-zj-ls'];

let loaded: LoadedPacks;
let cn: RulePack;
let hangzhou: RulePack;
let shandong: RulePack;
beforeAll(async () => {
  loaded = await loadPacks(schema, [regulations]);
  [cn, hangzhou, shandong] = ['cn', ...LOCAL].map(packOf) as [RulePack, RulePack, RulePack];
});

function packOf(id: string): RulePack {
  const found = loaded.packs.find(({ pack }) => pack.id === id);
  if (found === undefined)
    throw new Error(`${id}: ${JSON.stringify(loaded.refused.find(({ file }) => file === `${id}.json`))}`);
  return found.pack;
}

function ruleOf(id: string): ScheduleRule {
  const rule = cn.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

const TRACTION = ['3110', '3120', '3130'];
const SUPERVISIONS = ['supervision', 'supervision-repair', 'supervision-alteration'];
const months = (count: number) => ({ count, unit: 'month' });
const YEARLY_CHAIN = { mode: 'due-month-chain', graceMonths: 0, earlyResets: true, outageResets: true };

/** id, acts that answer it, kinds, consequence, and per version: first and last day, months, counting, weight. */
const RULES: readonly (readonly [
  id: string,
  satisfiedBy: readonly string[],
  kinds: 'all' | readonly string[],
  consequence: string,
  versions: readonly (readonly [string | null, string | null, number, object, string])[],
])[] = [
  [
    'cn.inspection.periodic',
    ['periodic', ...SUPERVISIONS],
    'all',
    'breach',
    [
      [null, '2023-04-01', 12, YEARLY_CHAIN, 'reading'],
      ['2023-04-02', '2024-04-01', 12, YEARLY_CHAIN, 'reading'],
      [
        '2024-04-02',
        null,
        12,
        {
          mode: 'service-year-list',
          years: [1, 4, 7, 9, 11, 13, 15],
          thenEvery: true,
          earlyMonths: 2,
          beforeReturnAfter: { count: 1, unit: 'year' },
          alterationsFrom: '2023-04-02',
        },
        'law',
      ],
    ],
  ],
  [
    'cn.inspection.self-test',
    ['self-test', 'periodic', ...SUPERVISIONS],
    'all',
    'breach',
    [
      [
        '2024-04-02',
        null,
        12,
        {
          mode: 'service-year-list',
          years: [2, 3, 5, 6, 8, 10, 12, 14],
          thenEvery: false,
          earlyMonths: 1,
          alterationsFrom: '2023-04-02',
          alternatesWith: 'cn.inspection.periodic',
        },
        'law',
      ],
    ],
  ],
  [
    'cn.test.governor.traction',
    ['governor'],
    TRACTION,
    'breach',
    [
      [
        '2017-08-01',
        null,
        24,
        {
          mode: 'rolling',
          ageSwitch: { of: 'governor', atYears: 15, interval: months(12), runningToo: 'reading' },
        },
        'law',
      ],
    ],
  ],
  [
    'cn.test.governor.hydraulic',
    ['governor'],
    ['3210', '3220'],
    'breach',
    [['2017-08-01', null, 24, { mode: 'rolling' }, 'law']],
  ],
  [
    'cn.test.governor.dumbwaiter',
    ['governor'],
    ['3430'],
    'breach',
    [['2017-08-01', null, 60, { mode: 'rolling' }, 'law']],
  ],
  [
    'cn.test.brake-125',
    ['brake-125'],
    ['3110', '3420'],
    'deviation',
    [['2023-04-02', null, 72, { mode: 'rolling' }, 'reading']],
  ],
  [
    'cn.test.safety-gear',
    ['safety-gear', 'year'],
    [...TRACTION, '3210', '3220', '3430'],
    'deviation',
    [['2017-08-01', null, 12, { mode: 'rolling' }, 'reading']],
  ],
  [
    'cn.test.overspeed',
    ['overspeed', 'year'],
    TRACTION,
    'deviation',
    [['2017-08-01', null, 12, { mode: 'rolling' }, 'reading']],
  ],
  ['cn.inspection.own', ['own-inspection'], 'all', 'breach', [['2017-08-01', null, 12, { mode: 'rolling' }, 'law']]],
  ['cn.check.user', ['user-check'], 'all', 'breach', [['2003-06-01', null, 1, { mode: 'calendar-month' }, 'law']]],
  ['cn.drill', ['drill'], 'all', 'deviation', [['2017-08-01', null, 6, { mode: 'rolling' }, 'law']]],
];

describe('the rules of mainland China', () => {
  it('begin with the four maintenance rules, and the others follow in their order', () => {
    expect(cn.rules.map(({ id }) => id)).toEqual([
      ...['half-month', 'quarter', 'half-year', 'year'].map((task) => `cn.maintenance.${task}`),
      ...RULES.map(([id]) => id),
    ]);
  });

  it.each(RULES)('%s is answered by %j, for kinds %j, and a miss is a %s', (id, satisfiedBy, kinds, consequence) => {
    const rule = ruleOf(id);
    expect(rule.satisfiedBy).toEqual(satisfiedBy);
    expect(rule.task).toBe(satisfiedBy[0]);
    expect(rule.appliesTo).toEqual({ kinds });
    expect(rule.consequence).toBe(consequence);
  });

  it.each(RULES)('%s has its numbers, its counting and its dates', (id, _acts, _kinds, _consequence, versions) => {
    expect(
      ruleOf(id).versions.map(({ effectiveFrom, effectiveTo, interval, counting, confidence }) => [
        effectiveFrom,
        effectiveTo,
        interval,
        counting,
        confidence,
      ]),
    ).toEqual(versions.map(([from, to, length, counting, weight]) => [from, to, months(length), counting, weight]));
  });

  it('leave the 15 days alone to a whole permission, of 3 months at most, and in Zhejiang to none', () => {
    const eased = (pack: RulePack) =>
      pack.rules.flatMap(({ id, versions }) =>
        versions.flatMap(({ counting: { onDemand } }) => (onDemand === undefined ? [] : [[id, onDemand.cap]])),
      );
    for (const pack of [cn, shandong]) expect(eased(pack)).toEqual([['cn.maintenance.half-month', months(3)]]);
    for (const id of ['cn-zj-hz', 'cn-zj-ls']) expect(eased(packOf(id))).toEqual([]);
  });

  it('find a breach only where the number in force stands in the text', () => {
    for (const { id, consequence, versions } of cn.rules)
      if (consequence === 'breach') expect(versions.at(-1)?.confidence, id).toBe('law');
  });

  it('let a self-test stand for the inspection in the year of transition alone', () => {
    expect(
      ruleOf('cn.inspection.periodic').versions.map(({ satisfiedBy }) => satisfiedBy?.includes('self-test')),
    ).toEqual([undefined, true, undefined]);
  });

  it('warn a month before inspections, the time by which the law has them asked for', () => {
    expect(['cn.inspection.periodic', 'cn.inspection.self-test'].map((id) => ruleOf(id).warnDays)).toEqual([30, 30]);
  });
});

describe('an elevator under the rules of mainland China', () => {
  const dueOn = (
    ruleId: string,
    elevator: Partial<Elevator>,
    acts: readonly (readonly [string, InspectionKind])[],
    asOf: string,
  ): { answered: string[]; open: string[] } => {
    const registrationNo = '梯A' as RegistrationNo;
    const inspections = acts.map(([date, kind]): Inspection => ({
      registrationNo,
      date: date as CivilDate,
      kind,
      result: 'pass',
    }));
    const history = packHistory({ registrationNo, kind: '3110', regime: 'standard', ...elevator }, [], [], inspections);
    const rule = compileRules(cn).find(({ id }) => id === ruleId)!;
    const { obligations } = demandsOf(rule, history, toEpochDay(asOf as CivilDate));
    const days = (isOpen: boolean): string[] =>
      obligations.filter(({ answeredOn }) => answeredOn < 0 === isOpen).map(({ deadline }) => toCivilDate(deadline));
    return { answered: days(false), open: days(true) };
  };
  const accepted = { acceptedOn: '2020-06-15' as CivilDate };
  const acceptance = ['2020-06-15', 'supervision'] as const;

  it('accepted in June 2020 has its inspection of year 4 in June 2024 and the next in June 2027', () => {
    const acts = [
      acceptance,
      ['2021-06-10', 'periodic'],
      ['2022-06-09', 'periodic'],
      ['2023-06-08', 'self-test'],
    ] as const;
    const { answered, open } = dueOn(
      'cn.inspection.periodic',
      accepted,
      [...acts, ['2024-05-20', 'periodic']],
      '2026-11-23',
    );
    expect(answered.at(-1)).toBe('2024-06-30');
    expect(open).toEqual(['2027-06-30']);
  });

  it('has its self-tests in the years between, and an inspection makes them needless', () => {
    const { answered, open } = dueOn(
      'cn.inspection.self-test',
      accepted,
      [acceptance, ['2025-05-15', 'self-test'], ['2026-06-02', 'periodic']],
      '2026-11-23',
    );
    expect(answered).toEqual(['2025-06-30', '2026-06-30']);
    expect(open).toEqual(['2028-06-30']);
  });

  it.each([
    ['2012-03-01', '2026-05-10', 'two years'],
    ['2005-03-01', '2025-05-10', 'one year'],
  ])('whose governor runs since %s has it calibrated again by %s: %s', (since, deadline) => {
    const elevator = { ...accepted, governorSince: since as CivilDate };
    const { open } = dueOn('cn.test.governor.traction', elevator, [['2024-05-10', 'governor']], '2024-12-01');
    expect(open).toEqual([deadline]);
  });

  it('without a brake test on record is not judged by it', () => {
    expect(dueOn('cn.test.brake-125', accepted, [acceptance], '2026-11-23')).toEqual({ answered: [], open: [] });
    expect(dueOn('cn.test.brake-125', accepted, [['2024-06-15', 'brake-125']], '2026-11-23').open).toEqual([
      '2030-06-15',
    ]);
  });
});

describe('the requirements', () => {
  const arrivals = ({ requirements }: RulePack): unknown[] =>
    requirements.flatMap((one) =>
      one.kind === 'response' ? [[one.id, one.area, one.maxMinutes, one.from, one.legalBasis.shortClause.en]] : [],
    );

  it('give 30 minutes in cities and an hour elsewhere, each place by its own clause', () => {
    expect(arrivals(cn)).toEqual([
      ['cn.response.urban', 'urban', 30, 'dispatched', 'art. 5(4)'],
      ['cn.response.other', 'other', 60, 'dispatched', 'art. 5(4)'],
    ]);
    expect(arrivals(hangzhou)).toEqual([
      ['cn.response.urban', 'urban', 30, 'dispatched', 'art. 30'],
      ['cn.response.other', 'other', 60, 'dispatched', 'art. 30'],
    ]);
  });

  it('keep records for four years, and ask for two on site in the three cities only', () => {
    const years = cn.requirements.flatMap((one) => (one.kind === 'retention' ? [one.years] : []));
    expect(years).toEqual([4]);
    const staffing = (pack: RulePack): number[] =>
      pack.requirements.flatMap((one) => (one.kind === 'staffing' ? [one.minTechnicians] : []));
    expect([cn, hangzhou, shandong].map(staffing)).toEqual([[], [], [2]]);
  });

  it('ask for the own inspection in the twelve months before the periodic one, as a reading', () => {
    expect(cn.requirements.filter(({ kind }) => kind === 'order')).toMatchObject([
      {
        id: 'cn.inspection.own-before',
        act: 'own-inspection',
        before: 'periodic',
        within: months(12),
        confidence: 'reading',
      },
    ]);
  });

  it('mark as unverified what comes from memory, a draft or a text that was not read', () => {
    const unverified = hangzhou.requirements.filter(({ confidence }) => confidence === 'unverified');
    expect(unverified.map(({ id }) => id)).toEqual([
      'cn.maintainer.contract',
      'cn.maintainer.replace-notice',
      'cn.use-management.2026',
      'cn.on-demand',
      'hz.draft.rescue',
    ]);
  });
});

describe('the local packs', () => {
  it('change no rule of the national pack, but for what Zhejiang leaves to no permission', () => {
    const plain = ({ rules }: RulePack) =>
      rules.map((rule) => ({
        ...rule,
        versions: rule.versions.map(({ counting, ...version }) => ({
          ...version,
          note: null,
          counting: { ...counting, onDemand: null },
        })),
      }));
    for (const pack of [hangzhou, shandong]) {
      expect(pack.extends).toBe('cn');
      expect(plain(pack)).toEqual(plain(cn));
      expect(pack.checklists).toEqual(cn.checklists);
    }
  });
});

/** One key of each of the twelve doubts of the collection, in its order. */
const DOUBTS = [
  '3、6、12个月',
  '15日如何数',
  '修改单',
  '附件B、C、D',
  '4.1(2)',
  '125%制动试验',
  '56号文',
  '96333识别码位数',
];
const MORE_DOUBTS = ['18、19、20、21位', '第74号令', 'GB/T 18775-2025', '第四条合同内容'];

describe('the doubts and words of the packs', () => {
  it.each([...DOUBTS, ...MORE_DOUBTS].map((key, index) => [index, key] as const))(
    'doubt %i speaks of %s',
    (index, key) => {
      expect(cn.doubts[index]?.['zh-CN']).toContain(key);
    },
  );

  it('say that 2026 is not verified, and take no edition that somebody invented', () => {
    expect(cn.doubts.some(({ en }) => en.includes('No national text in force since 2026 was read'))).toBe(true);
    expect(JSON.stringify([cn.rules, cn.requirements, cn.sources])).not.toMatch(/T5002-202|T5001-2023/);
    for (const { textAsOf } of datedFactsOf(cn)) expect(textAsOf ?? '2023').toMatch(/^20(09|1|2[0-3])/);
  });

  it.each(['cn', ...LOCAL])('%s has every text in both languages, each in its own letters and marks', (id) => {
    for (const text of textsIn(packOf(id))) {
      expect(text.en.replaceAll('国市监特设〔2020〕56号', '')).not.toMatch(/[\u4e00-\u9fff，。；：（）]/);
      expect(text['zh-CN']).not.toMatch(/[\u4e00-\u9fff][,;:()]|[,;:(][\u4e00-\u9fff]/);
      expect(text['zh-CN']).not.toBe('');
    }
  });

  it('name every inspection that a rule speaks of, and the causes by distinct words', () => {
    const spoken = new Set(cn.rules.flatMap(({ satisfiedBy }) => satisfiedBy));
    expect([...cn.tasks, ...cn.inspections].map(({ id }) => id).sort()).toEqual([...spoken].sort());
    expect(cn.causes.map(({ id }) => id).slice(0, 3)).toEqual(['human', 'external', 'door-system']);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(new Set(cn.causes.map(({ title }) => title[locale])).size).toBe(cn.causes.length);
  });
});

function textsIn(value: unknown): { 'zh-CN': string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value && 'en' in value) return [value as { 'zh-CN': string; en: string }];
  return Object.values(value).flatMap(textsIn);
}
