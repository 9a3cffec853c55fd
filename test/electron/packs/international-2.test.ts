import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isTask } from '../../../domain/inspection/inspection';
import type { RulePack, ScheduleRule } from '../../../domain/pack/rule-pack';
import { loadPacks, SCHEMA_FILE, type LoadedPacks } from '../../../electron/packs/load-packs';
import { expectBothLanguages, textsIn } from '../../support/pack-texts';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const IDS = ['fr', 'us-nyc', 'jp', 'asme-a17'] as const;
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

/** Every collected rule of high or medium confidence, with what carries it; those from memory stand unverified. */
const CARRIED: readonly (readonly [pack: PackId, reference: string, id: string, as: string, confidence: string])[] = [
  ['fr', 'FR-VISIT', 'fr.visit', 'law', 'high'],
  ['fr', 'FR-LOCKS', 'fr.locks', 'law', 'high'],
  ['fr', 'FR-ALARM', 'fr.alarm', 'reading', 'medium'],
  ['fr', 'FR-ROPES', 'fr.ropes', 'law', 'high'],
  ['fr', 'FR-PARA', 'fr.safety-gear', 'law', 'high'],
  ['fr', 'FR-CLEAN', 'fr.cleaning', 'law', 'high'],
  ['fr', 'FR-REPORT', 'fr.activity-report', 'reading', 'medium'],
  ['fr', 'FR-CTQ', 'fr.technical-inspection', 'law', 'high'],
  ['fr', 'FR-ERP-LIFT', 'fr.erp.lift', 'law', 'high'],
  ['fr', 'FR-ERP-ESC', 'fr.erp.escalator', 'law', 'high'],
  ['fr', 'FR-ERP-ESC-MID', 'fr.erp.escalator-chains', 'reading', 'high'],
  ['fr', 'FR-VGP', 'fr.workplace-verification', 'unverified', 'low'],
  ['us-nyc', 'NYC-PER', 'us-nyc.periodic', 'law', 'high'],
  ['us-nyc', 'NYC-CAT1', 'us-nyc.category-1', 'law', 'high'],
  ['us-nyc', 'NYC-CAT3', 'us-nyc.category-3', 'reading', 'high'],
  ['us-nyc', 'NYC-CAT5', 'us-nyc.category-5', 'law', 'high'],
  ['us-nyc', 'NYC-CHAIR', 'us-nyc.chair-lift', 'law', 'high'],
  ['us-nyc', 'NYC-CURE', 'us-nyc.cure', 'law', 'high'],
  ['us-nyc', 'NYC-MAINT', 'us-nyc.maintenance', 'law', 'high'],
  ['us-nyc', 'NYC-NOTICE', 'us-nyc.notice', 'reading', 'medium'],
  ['jp', 'JP-TEIKI', 'jp.periodic', 'reading', 'high'],
  ['jp', 'JP-MAINT', 'jp.maintenance', 'reading', 'medium'],
  ['jp', 'JP-LAB-PERF', 'jp.performance-inspection', 'reading', 'medium'],
  ['jp', 'JP-LAB-YEAR', 'jp.self-inspection.year', 'unverified', 'low'],
  ['jp', 'JP-LAB-MONTH', 'jp.self-inspection.month', 'unverified', 'medium'],
  ['asme-a17', 'NA-MCP', 'asme-a17.program', 'reading', 'medium'],
  ['asme-a17', 'NA-CAT1', 'asme-a17.category-1', 'reading', 'high'],
  ['asme-a17', 'NA-CAT3', 'asme-a17.category-3', 'reading', 'high'],
  ['asme-a17', 'NA-CAT5', 'asme-a17.category-5', 'reading', 'high'],
  ['asme-a17', 'NA-N1-6', 'asme-a17.routine', 'reading', 'medium'],
  ['asme-a17', 'NA-N1-12', 'asme-a17.routine-small', 'reading', 'medium'],
  ['asme-a17', 'NA-FEO', 'asme-a17.firefighters', 'reading', 'medium'],
];

/** Requirements from what the places say of records, notices and rescue. */
const BESIDE: Readonly<Record<PackId, readonly string[]>> = {
  fr: ['fr.log', 'fr.technical-report', 'fr.release', 'fr.erp.return'],
  'us-nyc': ['us-nyc.log', 'us-nyc.hazard-notice'],
  jp: ['jp.records', 'jp.report', 'jp.grading'],
  'asme-a17': ['asme-a17.records'],
};

const VISITS = ['half-month', 'quarter', 'half-year', 'year'];
const LIFTS = ['passenger-lift', 'goods-passenger-lift', 'goods-lift'];
const STAIRS = ['escalator', 'moving-walk'];
const filed = (days: number) => ({ withinDays: days, latestDayOfNextMonth: days, from: '2022-01-01' });

/** id, acts that answer it (its own first), interval, counting, kinds as the pack's own catalogue names them. */
const TERMS: readonly (readonly [
  id: string,
  acts: readonly string[],
  interval: string,
  counting: object,
  kinds: readonly string[],
])[] = [
  ['fr.visit', VISITS, '6 week', { mode: 'rolling' }, LIFTS],
  ['fr.locks', VISITS, '6 week', { mode: 'rolling' }, LIFTS],
  ['fr.alarm', VISITS, '6 week', { mode: 'rolling' }, LIFTS.slice(0, 2)],
  ['fr.ropes', VISITS.slice(2), '6 month', { mode: 'rolling' }, LIFTS],
  ['fr.safety-gear', VISITS.slice(3), '1 year', { mode: 'rolling' }, LIFTS],
  ['fr.cleaning', VISITS.slice(3), '1 year', { mode: 'rolling' }, LIFTS],
  ['fr.activity-report', ['activity-report'], '1 year', { mode: 'calendar-year' }, LIFTS],
  ['fr.technical-inspection', ['technical-inspection'], '5 year', { mode: 'rolling' }, LIFTS],
  ['fr.erp.lift', ['periodic'], '5 year', { mode: 'rolling' }, LIFTS.slice(0, 2)],
  ['fr.erp.escalator', ['periodic'], '1 year', { mode: 'rolling' }, STAIRS],
  [
    'fr.erp.escalator-chains',
    ['component-check'],
    '6 month',
    { mode: 'midpoint', of: 'fr.erp.escalator', roundTo: 'day', graceMonths: 0 },
    STAIRS,
  ],
  [
    'fr.workplace-verification',
    ['periodic'],
    '1 year',
    { mode: 'rolling' },
    ['passenger-lift', 'goods-lift', 'service-lift', 'vertical-platform-lift'],
  ],
  [
    'us-nyc.periodic',
    ['periodic'],
    '1 year',
    { mode: 'calendar-year', filing: filed(14) },
    ['passenger-lift', 'goods-lift', ...STAIRS, 'material-lift'],
  ],
  [
    'us-nyc.category-1',
    ['category-1'],
    '1 year',
    { mode: 'calendar-year', filing: filed(21) },
    ['passenger-lift', 'goods-lift', ...STAIRS],
  ],
  ['us-nyc.category-3', ['category-3'], '3 year', { mode: 'anniversary-month' }, ['water-hydraulic-lift']],
  [
    'us-nyc.category-5',
    ['category-5'],
    '5 year',
    { mode: 'anniversary-month', filing: filed(21) },
    ['passenger-lift', 'goods-lift'],
  ],
  ['us-nyc.chair-lift', ['periodic'], '1 year', { mode: 'rolling' }, ['stairlift', 'vertical-reciprocating-conveyor']],
  [
    'jp.periodic',
    ['periodic'],
    '1 year',
    {
      mode: 'due-month-chain',
      graceMonths: 0,
      earlyResets: false,
      outageResets: false,
      first: { count: 2, unit: 'year' },
    },
    [...LIFTS, 'service-lift', ...STAIRS, 'vertical-platform-lift', 'stairlift'],
  ],
  [
    'jp.performance-inspection',
    ['performance-inspection'],
    '1 year',
    { mode: 'certificate-expiry', earlyWindow: null },
    ['goods-lift', 'passenger-lift'],
  ],
  ['jp.self-inspection.year', ['own-inspection'], '1 year', { mode: 'rolling' }, ['goods-lift', 'passenger-lift']],
  ['jp.self-inspection.month', ['user-check'], '1 month', { mode: 'rolling' }, ['goods-lift', 'passenger-lift']],
  [
    'asme-a17.category-1',
    ['category-1'],
    '12 month',
    { mode: 'rolling' },
    ['passenger-lift', 'goods-lift', 'service-lift', ...STAIRS],
  ],
  ['asme-a17.category-3', ['category-3'], '36 month', { mode: 'rolling' }, ['water-hydraulic-lift', 'hydraulic-lift']],
  ['asme-a17.category-5', ['category-5'], '60 month', { mode: 'rolling' }, ['passenger-lift', 'goods-lift']],
  ['asme-a17.routine', ['periodic'], '6 month', { mode: 'rolling' }, ['passenger-lift', 'goods-lift', ...STAIRS]],
  ['asme-a17.routine-small', ['periodic'], '12 month', { mode: 'rolling' }, ['service-lift', 'private-residence-lift']],
  ['asme-a17.firefighters', ['operator-test'], '1 month', { mode: 'calendar-month' }, ['passenger-lift']],
];

const PUBLIC = ['公共建筑', 'ERP', 'public-building'];

function ruleOf(id: string): ScheduleRule {
  const rule = IDS.flatMap((pack) => packOf(pack).rules).find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

describe('the packs of France, New York City, Japan and the ASME template', () => {
  it('are taken without refusal and stand on no other', () => {
    expect(loaded.refused.filter(({ file }) => IDS.some((id) => file === `${id}.json`))).toEqual([]);
    expect(IDS.map((id) => [packOf(id).zone, packOf(id).extends])).toEqual([
      ['Europe/Paris', undefined],
      ['America/New_York', undefined],
      ['Asia/Tokyo', undefined],
      ['America/New_York', undefined],
    ]);
    expect(packOf('asme-a17').title.en).toContain('template');
    expect(packOf('asme-a17').title['zh-CN']).toContain('模板');
  });

  it.each(CARRIED)('%s carries %s as %s, weight %s, source %s', (pack, _reference, id, weight, confidence) => {
    const { rules, requirements } = packOf(pack);
    const of = [...rules.filter((rule) => rule.id === id).flatMap(({ versions }) => versions), ...requirements].filter(
      (one) => !('id' in one) || one.id === id,
    );
    expect(of.map((one) => [one.confidence, one.sourceConfidence])).toEqual([[weight, confidence]]);
  });

  it.each(IDS)('%s has nothing beside them but records, notices and rescue', (id) => {
    const { rules, requirements } = packOf(id);
    const carried = CARRIED.filter(([pack]) => pack === id).map(([, , member]) => member);
    expect([...rules, ...requirements].map((one) => one.id).sort()).toEqual([...carried, ...BESIDE[id]].sort());
  });

  it('have a table row for every rule', () => {
    expect(TERMS.map(([id]) => id).sort()).toEqual(IDS.flatMap((id) => packOf(id).rules.map((rule) => rule.id)).sort());
  });

  it.each(TERMS)('%s is answered by %j, every %s, counted %j', (id, acts, interval, counting, kinds) => {
    const { task, satisfiedBy, versions, appliesTo } = ruleOf(id);
    expect(satisfiedBy).toEqual(acts);
    expect(task).toBe(acts[0]);
    expect(versions.map((one) => `${one.interval.count} ${one.interval.unit}`)).toEqual([interval]);
    expect(versions[0]?.counting).toEqual(counting);
    expect(appliesTo.kinds === 'all' ? [] : appliesTo.kinds.filter((code) => !/^\d/.test(code))).toEqual(kinds);
    expect(appliesTo.places).toEqual(id.startsWith('fr.erp.') ? PUBLIC : undefined);
  });

  it('date what the sources date', () => {
    const dated = IDS.flatMap((id) => [
      ...packOf(id).rules.map((rule) => [rule.id, rule.versions[0]?.effectiveFrom]),
      ...packOf(id).requirements.map((one) => [one.id, one.effectiveFrom]),
    ]).filter(([, from]) => from !== null);
    expect(dated).toEqual([
      ['fr.alarm', '2026-04-01'],
      ['us-nyc.cure', '2022-01-01'],
      ['us-nyc.notice', '2022-01-01'],
    ]);
    for (const id of ['fr.visit', 'fr.alarm', 'fr.activity-report', 'fr.technical-inspection'])
      expect(ruleOf(id).versions[0]?.note?.en, id).toMatch(/decree 2026-166/i);
  });

  it('find a breach only where the number stands in statute or regulation; the template finds none', () => {
    const breaches = IDS.flatMap((id) => packOf(id).rules).filter(({ consequence }) => consequence === 'breach');
    expect(breaches.map(({ id }) => id)).toEqual(
      CARRIED.filter(([, , id, weight]) => weight === 'law' && TERMS.some(([rule]) => rule === id)).map(
        ([, , id]) => id,
      ),
    );
    expect(breaches.filter(({ id }) => id.startsWith('asme'))).toEqual([]);
  });

  it('leave what is recalled or weak unverified', () => {
    for (const id of IDS)
      for (const one of [...packOf(id).rules.flatMap(({ versions }) => versions), ...packOf(id).requirements])
        if (one.sourceConfidence === 'low' || one.sources.every((source) => source === 'MEM'))
          expect(one.confidence, JSON.stringify(one.legalBasis.says.en)).toBe('unverified');
  });

  it('keep records for three years in Japan by guideline, about five in the template by hearsay, elsewhere without number', () => {
    const kept = IDS.flatMap((id) => packOf(id).requirements).flatMap((one) =>
      one.kind === 'retention' ? [[one.id, one.years, one.confidence]] : [],
    );
    expect(kept).toEqual([
      ['jp.records', 3, 'reading'],
      ['asme-a17.records', 5, 'unverified'],
    ]);
  });

  it('give the cure of defects in New York City its 90, 14 and 104 days', () => {
    const says = packOf('us-nyc').requirements.find(({ id }) => id === 'us-nyc.cure')!.legalBasis.says;
    for (const number of ['90', '14', '104'])
      for (const text of Object.values(says)) expect(text).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  });

  it('take in the Chinese catalogue, each code once', () => {
    const base = { 'passenger-lift': '3110 3210 3410 3420', 'goods-lift': '3120 3130 3220' };
    const stairs = { escalator: '3310', 'moving-walk': '3320' };
    for (const id of IDS) {
      const covers = packOf(id).kinds.flatMap((kind) => (kind.covers ? [[kind.code, kind.covers.join(' ')]] : []));
      const dumbwaiter = id === 'us-nyc' ? {} : { 'service-lift': '3430' };
      expect(Object.fromEntries(covers), id).toEqual({ ...base, ...dumbwaiter, ...stairs });
    }
  });
});

/** A key of each open question, in order: those of the collection first. */
const DOUBTS: Readonly<Record<PackId, readonly string[]>> = {
  fr: ['data set', 'Labour Code', 'R. 125-x', 'accident-notice', 'visit categories'],
  'us-nyc': ['60-day', 'convents', 'punctuated', 'Category 3 test alone'],
  jp: ['Report month', '154-157'],
  'asme-a17': ['copyrighted', 'Grace months', 'time zone', 'notices', '3210'],
};

describe('the doubts and words of these packs', () => {
  it.each(IDS)('%s shows every open question', (id) => {
    const { doubts } = packOf(id);
    expect(doubts).toHaveLength(DOUBTS[id].length);
    for (const [index, key] of DOUBTS[id].entries()) expect(doubts[index]?.en).toContain(key);
  });

  it.each(IDS)('%s has every text in both languages, each in its own letters and marks', (id) => {
    const texts = textsIn(packOf(id));
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expectBothLanguages(text);
  });

  it.each(IDS)('%s names the acts its rules speak of, and all four visit categories', (id) => {
    const { rules, tasks, inspections } = packOf(id);
    const spoken = new Set(rules.flatMap(({ satisfiedBy }) => satisfiedBy).filter((act) => !isTask(act)));
    expect(inspections.map((one) => one.id).sort()).toEqual([...spoken].sort());
    expect(tasks.map((one) => one.id)).toEqual(VISITS);
  });
});
