import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isTask } from '../../../domain/inspection/inspection';
import { datedFactsOf } from '../../../domain/pack/text-dates';
import type { RulePack, ScheduleRule } from '../../../domain/pack/rule-pack';
import { loadPacks, SCHEMA_FILE, type LoadedPacks } from '../../../electron/packs/load-packs';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const IDS = ['hk', 'tw', 'sg', 'gb', 'de'] as const;
type PackId = (typeof IDS)[number];

let loaded: LoadedPacks;
beforeAll(async () => {
  loaded = await loadPacks(join(regulations, SCHEMA_FILE), [regulations]);
});

function packOf(id: PackId): RulePack {
  const found = loaded.packs.find(({ pack }) => pack.id === id);
  if (found === undefined)
    throw new Error(`${id}: ${JSON.stringify(loaded.refused.find(({ file }) => file === `${id}.json`))}`);
  return found.pack;
}

/** Every collected rule, whatever its confidence, with what carries it. */
const CARRIED: readonly (readonly [pack: PackId, reference: string, id: string, as: string, confidence: string])[] = [
  ['hk', 'HK-L-MAINT', 'hk.lift.maintenance', 'reading', 'medium'],
  ['hk', 'HK-L-EXAM', 'hk.lift.examination', 'law', 'high'],
  ['hk', 'HK-L-LOAD', 'hk.lift.load-test', 'reading', 'medium'],
  ['hk', 'HK-E-EXAM', 'hk.escalator.examination', 'law', 'high'],
  ['hk', 'HK-E-MAINT', 'hk.escalator.maintenance', 'unverified', 'low'],
  ['hk', 'HK-EVENT', 'hk.examination.event', 'law', 'high'],
  ['tw', 'TW-MAINT', 'tw.maintenance', 'law', 'high'],
  ['tw', 'TW-INS-DUMB', 'tw.inspection.dumbwaiter', 'law', 'high'],
  ['tw', 'TW-INS-HOME', 'tw.inspection.home', 'law', 'high'],
  ['tw', 'TW-INS-HOME15', 'tw.inspection.home', 'law', 'high'],
  ['tw', 'TW-INS-APT5', 'tw.inspection.small-apartment', 'law', 'high'],
  ['tw', 'TW-INS-APT515', 'tw.inspection.small-apartment', 'law', 'high'],
  ['tw', 'TW-INS-OTHER', 'tw.inspection.lift', 'law', 'high'],
  ['tw', 'TW-INS-OTHER', 'tw.inspection.other', 'law', 'high'],
  ['tw', 'TW-INS-OTHER15', 'tw.inspection.lift', 'law', 'high'],
  ['tw', 'TW-INS-OTHER15', 'tw.inspection.other', 'law', 'high'],
  ['tw', 'TW-LAB-YEAR', 'tw.own-inspection.year', 'reading', 'high'],
  ['tw', 'TW-LAB-MONTH', 'tw.own-inspection.month', 'law', 'high'],
  ['tw', 'TW-LAB-DAILY', 'tw.door-interlocks', 'law', 'high'],
  ['tw', 'TW-CONSTR', 'tw.inspection.construction', 'law', 'high'],
  ['sg', 'SG-L-MAINT', 'sg.lift.maintenance', 'reading', 'high'],
  ['sg', 'SG-HL-MAINT', 'sg.home-lift.maintenance', 'law', 'high'],
  ['sg', 'SG-E-MAINT', 'sg.escalator.maintenance', 'reading', 'high'],
  ['sg', 'SG-L-EXAM', 'sg.lift.examination', 'law', 'high'],
  ['sg', 'SG-E-EXAM', 'sg.escalator.examination', 'law', 'high'],
  ['sg', 'SG-L-FULL', 'sg.lift.full-load-test', 'reading', 'medium'],
  ['gb', 'GB-TE-6', 'gb.examination.people', 'law', 'high'],
  ['gb', 'GB-TE-12', 'gb.examination.goods', 'law', 'high'],
  ['gb', 'GB-TE-SCHEME', 'gb.examination.scheme', 'law', 'high'],
  ['gb', 'GB-TE-EVENT', 'gb.examination.event', 'law', 'high'],
  ['gb', 'GB-MAINT', 'gb.maintenance', 'law', 'high'],
  ['gb', 'GB-ESC-6', 'gb.examination.escalator', 'reading', 'medium'],
  ['gb', 'GB-LG1', 'gb.supplementary-tests', 'reading', 'high'],
  ['de', 'DE-HP', 'de.main-inspection', 'law', 'high'],
  ['de', 'DE-ZP', 'de.intermediate-inspection', 'law', 'high'],
  ['de', 'DE-MAINT', 'de.maintenance', 'law', 'high'],
  ['de', 'DE-OPCHECK', 'de.operator-check', 'unverified', 'low'],
  ['de', 'DE-ESC', 'de.escalator', 'reading', 'high'],
];

/** Requirements from what the places say of records, notices and rescue. */
const BESIDE: Readonly<Record<PackId, readonly string[]>> = {
  hk: ['hk.log-book', 'hk.log-book.escalator', 'hk.incident-notice', 'hk.prohibition', 'hk.entrapment'],
  tw: [
    'tw.own-inspection.records',
    'tw.maintenance.records',
    'tw.danger-notice',
    'tw.failed-inspection',
    'tw.inspection-sheet',
    'tw.missed-inspection',
  ],
  sg: ['sg.records', 'sg.incident-notice', 'sg.suspension', 'sg.fixed-installations'],
  gb: [
    'gb.reports',
    'gb.other-records',
    'gb.defect-notice',
    'gb.report',
    'gb.risk-notice',
    'gb.use-after-defect',
    'gb.use.failed-examination',
    'gb.dangerous-occurrence',
  ],
  de: ['de.records', 'de.records.escalator', 'de.incident-notice', 'de.defect-deadline', 'de.emergency-call'],
};

const VISITS = ['half-month', 'quarter', 'half-year', 'year'];
const PERIODIC = ['periodic'];
const LIFTS = ['passenger-lift', 'goods-passenger-lift', 'goods-lift'];
const STAIRS = ['escalator', 'moving-walk'];
const SMALL_LIFTS = ['home-lift', 'vertical-platform-lift', 'stairlift'];
const GERMAN = [...LIFTS, 'vertical-platform-lift', 'construction-hoist', 'paternoster', 'facade-access-unit'];
const ROLLING = { mode: 'rolling' };
const MAKER = { mode: 'rolling', strictlyMaker: true };
const PERMIT = { mode: 'certificate-expiry', earlyWindow: null };
const HK_PERMIT = { mode: 'certificate-expiry', earlyWindow: { count: 2, unit: 'month' } };
const permitFrom15 = (count: number, unit: string) => ({
  ...PERMIT,
  ageSwitch: { of: 'elevator', atYears: 15, interval: { count, unit } },
});

/** id, acts that answer it (its own first), interval, counting, kinds as the pack's own catalogue names them. */
const TERMS: readonly (readonly [
  id: string,
  acts: readonly string[],
  interval: string,
  counting: object,
  kinds: readonly string[],
])[] = [
  ['hk.lift.maintenance', VISITS, '1 month', ROLLING, [...LIFTS, 'service-lift']],
  ['hk.lift.examination', PERIODIC, '12 month', HK_PERMIT, [...LIFTS, 'service-lift']],
  ['hk.lift.load-test', ['load-test'], '5 year', ROLLING, LIFTS],
  ['hk.escalator.examination', PERIODIC, '6 month', HK_PERMIT, STAIRS],
  ['hk.escalator.maintenance', VISITS, '1 month', ROLLING, STAIRS],
  [
    'tw.maintenance',
    VISITS,
    '1 month',
    { mode: 'calendar-month' },
    [...LIFTS, 'service-lift', 'home-lift', 'escalator', 'moving-walk'],
  ],
  ['tw.inspection.dumbwaiter', PERIODIC, '3 year', PERMIT, ['service-lift']],
  ['tw.inspection.home', PERIODIC, '3 year', permitFrom15(1, 'year'), ['home-lift']],
  ['tw.inspection.small-apartment', PERIODIC, '2 year', permitFrom15(1, 'year'), ['passenger-lift']],
  ['tw.inspection.lift', PERIODIC, '1 year', permitFrom15(6, 'month'), ['passenger-lift']],
  ['tw.inspection.other', PERIODIC, '1 year', permitFrom15(6, 'month'), [...LIFTS.slice(1), ...STAIRS]],
  ['tw.inspection.construction', PERIODIC, '1 year', PERMIT, ['construction-hoist']],
  ['tw.own-inspection.year', ['own-inspection'], '1 year', ROLLING, [...LIFTS, 'construction-hoist']],
  ['tw.own-inspection.month', ['user-check'], '1 month', { mode: 'calendar-month' }, [...LIFTS, 'construction-hoist']],
  ['sg.lift.maintenance', VISITS, '1 month', MAKER, LIFTS.slice(0, 2)],
  ['sg.home-lift.maintenance', VISITS, '3 month', MAKER, SMALL_LIFTS],
  ['sg.escalator.maintenance', VISITS, '1 month', ROLLING, ['escalator']],
  ['sg.lift.examination', PERIODIC, '12 month', PERMIT, [...LIFTS.slice(0, 2), ...SMALL_LIFTS]],
  ['sg.escalator.examination', PERIODIC, '12 month', PERMIT, ['escalator']],
  ['sg.lift.full-load-test', ['load-test'], '5 year', ROLLING, LIFTS.slice(0, 2)],
  [
    'gb.examination.people',
    PERIODIC,
    '6 month',
    ROLLING,
    [...LIFTS.slice(0, 2), 'vertical-platform-lift', 'stairlift'],
  ],
  ['gb.examination.goods', PERIODIC, '12 month', ROLLING, ['goods-lift', 'service-lift', 'material-lift']],
  ['gb.examination.escalator', PERIODIC, '6 month', ROLLING, STAIRS],
  [
    'de.main-inspection',
    PERIODIC,
    '24 month',
    { mode: 'due-month-chain', graceMonths: 2, earlyResets: true, outageResets: true },
    GERMAN,
  ],
  [
    'de.intermediate-inspection',
    ['intermediate'],
    '12 month',
    { mode: 'midpoint', of: 'de.main-inspection', roundTo: 'month', graceMonths: 2 },
    GERMAN,
  ],
  ['de.escalator', PERIODIC, '12 month', ROLLING, STAIRS],
];

const SMALL_APARTMENTS = ['五层以下公寓', '五層以下公寓', 'apartment-up-to-5-storeys'];

/** What follows a text that was repealed and whose successor nobody has read is no wording of its own. */
function readVersions({ versions }: Pick<ScheduleRule, 'versions'>): ScheduleRule['versions'] {
  return versions.filter(({ successorKnown }) => successorKnown === undefined);
}

function ruleOf(id: string): ScheduleRule {
  const rule = IDS.flatMap((pack) => packOf(pack).rules).find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

describe('the packs of Hong Kong, Taiwan, Singapore, the United Kingdom and Germany', () => {
  it('are taken without refusal and stand on no other', () => {
    expect(loaded.refused.filter(({ file }) => IDS.some((id) => file === `${id}.json`))).toEqual([]);
    expect(IDS.map((id) => [packOf(id).zone, packOf(id).version, packOf(id).extends])).toEqual([
      ['Asia/Hong_Kong', '2026.3', undefined],
      ['Asia/Taipei', '2026.3', undefined],
      ['Asia/Singapore', '2026.4', undefined],
      ['Europe/London', '2026.3', undefined],
      ['Europe/Berlin', '2026.3', undefined],
    ]);
  });

  it.each(CARRIED)('%s carries %s as %s, weight %s, source %s', (pack, _reference, id, weight, confidence) => {
    const { rules, requirements } = packOf(pack);
    const of = [
      ...rules.filter((rule) => rule.id === id).flatMap(readVersions),
      ...requirements.filter((one) => one.id === id),
    ];
    expect(of.map((one) => [one.confidence, one.sourceConfidence])).toEqual([[weight, confidence]]);
  });

  it.each(IDS)('%s has nothing beside them but records, notices and rescue', (id) => {
    const { rules, requirements } = packOf(id);
    const carried = new Set(CARRIED.filter(([pack]) => pack === id).map(([, , member]) => member));
    expect([...rules, ...requirements].map((one) => one.id).sort()).toEqual([...carried, ...BESIDE[id]].sort());
  });

  it('have a table row for every rule', () => {
    expect(TERMS.map(([id]) => id).sort()).toEqual(IDS.flatMap((id) => packOf(id).rules.map((rule) => rule.id)).sort());
  });

  it.each(TERMS)('%s is answered by %j, every %s, counted %j', (id, acts, interval, counting, kinds) => {
    const { task, satisfiedBy, versions, appliesTo } = ruleOf(id);
    expect(satisfiedBy).toEqual(acts);
    expect(task).toBe(acts[0]);
    expect(readVersions({ versions }).map((one) => `${one.interval.count} ${one.interval.unit}`)).toEqual([interval]);
    expect(versions[0]?.counting).toEqual(counting);
    expect(appliesTo.kinds === 'all' ? [] : appliesTo.kinds.filter((code) => !/^\d/.test(code))).toEqual(kinds);
    expect(appliesTo.places).toEqual(id === 'tw.inspection.small-apartment' ? SMALL_APARTMENTS : undefined);
    expect(appliesTo.notPlaces).toEqual(id === 'tw.inspection.lift' ? SMALL_APARTMENTS : undefined);
  });

  it('say both terms where an age switches them', () => {
    const switched = IDS.flatMap((id) => packOf(id).rules).filter(
      ({ versions }) => versions[0]?.counting.ageSwitch !== undefined,
    );
    expect(switched.map(({ id, versions }) => [id, versions[0]?.limitText?.en])).toEqual([
      ['tw.inspection.home', 'every 3 years; every year from 15 years of age'],
      ['tw.inspection.small-apartment', 'every 2 years; every year from 15 years of age'],
      ['tw.inspection.lift', 'every year; every 6 months from 15 years of age'],
      ['tw.inspection.other', 'every year; every 6 months from 15 years of age'],
    ]);
  });

  it('date what the sources date: the ordinance of Hong Kong, and the repeal in Singapore', () => {
    const dated = IDS.flatMap((id) => [
      ...packOf(id).rules.map((rule) => [rule.id, rule.versions[0]?.effectiveFrom]),
      ...packOf(id).requirements.map((one) => [one.id, one.effectiveFrom]),
    ]).filter(([, from]) => from !== null);
    expect(dated).toEqual([
      ['hk.lift.examination', '2012-12-17'],
      ['hk.escalator.examination', '2012-12-17'],
      ['hk.examination.event', '2012-12-17'],
      ['hk.incident-notice', '2012-12-17'],
      ['sg.fixed-installations', '2025-10-01'],
    ]);
  });

  it('say which edition was read and how far a newer one was looked for, each fact for itself', () => {
    const editions = (id: PackId) => [...new Set(datedFactsOf(packOf(id)).map(({ textAsOf }) => textAsOf))].sort();
    expect(IDS.map(editions)).toEqual([
      [null],
      ['2022-01-05', '2022-05-11', '2023-12-11', '2025-12-23'],
      ['2016', null],
      ['1998', '2020-06', '2020-12-31', null],
      ['2022-03', null],
    ]);
    for (const id of IDS)
      for (const { lookedUntil } of datedFactsOf(packOf(id))) expect(lookedUntil).toBe('2026-11-29');
  });

  it('find a breach only where the number stands in statute or regulation', () => {
    const breaches = IDS.flatMap((id) => packOf(id).rules).filter(({ consequence }) => consequence === 'breach');
    const law = new Set(CARRIED.filter(([, , , weight]) => weight === 'law').map(([, , id]) => id));
    expect(breaches.map(({ id }) => id)).toEqual(TERMS.map(([id]) => id).filter((id) => law.has(id)));
    expect(breaches.filter(({ id }) => /maintenance/.test(id)).map(({ id }) => id)).toEqual([
      'tw.maintenance',
      'sg.home-lift.maintenance',
    ]);
  });

  it('leave what is recalled or weak unverified', () => {
    const judged = IDS.flatMap((id) => [
      ...packOf(id).rules.flatMap(({ versions }) => versions),
      ...packOf(id).requirements,
    ]);
    const weak = judged.filter((one) => one.sourceConfidence === 'low' || one.sources.includes('MEM'));
    expect(weak).toHaveLength(8);
    for (const one of weak) expect(one.confidence, one.legalBasis.says.en).toBe('unverified');
  });

  it('keep records for years only where a source names years', () => {
    const kept = IDS.flatMap((id) => packOf(id).requirements).flatMap((one) =>
      one.kind === 'retention' ? [[one.id, one.years, one.confidence]] : [],
    );
    expect(kept).toEqual([
      ['hk.log-book', 3, 'law'],
      ['hk.log-book.escalator', 3, 'unverified'],
      ['tw.own-inspection.records', 3, 'law'],
      ['gb.reports', 2, 'law'],
    ]);
  });

  it('ask for no visits by number in the United Kingdom and Germany', () => {
    for (const id of ['gb', 'de'] as const) {
      expect(packOf(id).rules.filter(({ satisfiedBy }) => satisfiedBy.some(isTask))).toEqual([]);
      expect(packOf(id).requirements.find((one) => one.id === `${id}.maintenance`)?.kind).toBe('duty');
    }
  });

  it.each([
    ['hk', 'hk.incident-notice', ['24', 'LE27']],
    ['tw', 'tw.missed-inspection', ['3000', '15000']],
    ['gb', 'gb.report', ['28']],
    ['gb', 'gb.dangerous-occurrence', ['10']],
  ] as const)('%s: %s names its numbers in both languages', (pack, id, numbers) => {
    const says = packOf(pack).requirements.find((one) => one.id === id)!.legalBasis.says;
    for (const number of numbers)
      for (const text of Object.values(says)) expect(text).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  });

  it('take in the Chinese catalogue, each code once', () => {
    const lift = { 'passenger-lift': '3110 3210 3410 3420' };
    const goods = '3120 3130 3220';
    const walks = { escalator: '3310', 'moving-walk': '3320' };
    const covers = (id: PackId) =>
      Object.fromEntries(packOf(id).kinds.flatMap(({ code, covers }) => (covers ? [[code, covers.join(' ')]] : [])));
    expect(Object.fromEntries(IDS.map((id) => [id, covers(id)]))).toEqual({
      hk: { ...lift, 'goods-lift': goods, 'service-lift': '3430', ...walks },
      tw: { ...lift, 'goods-lift': goods, 'service-lift': '3430', ...walks },
      sg: { ...lift, 'goods-passenger-lift': goods, escalator: '3310' },
      gb: { ...lift, 'goods-passenger-lift': goods, 'service-lift': '3430', ...walks },
      de: { ...lift, 'goods-lift': goods, ...walks },
    });
  });
});
