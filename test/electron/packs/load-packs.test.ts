import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PackFault } from '../../../domain/pack/pack-fault';
import { checklistFor, type RulePack } from '../../../domain/pack/rule-pack';
import { TASKS } from '../../../domain/visit/visit';
import { loadPackFiles, loadPacks, type LoadedPacks } from '../../../electron/packs/load-packs';
import { rounds } from '../../support/length';
import {
  kind,
  PackFolder,
  requirement,
  rule,
  smallPack,
  source,
  version,
  type LoosePack,
} from '../../support/small-pack';
import { processorSeconds } from '../../support/processor-seconds';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const schema = join(regulations, 'rule-pack.schema.json');
const china = JSON.parse(readFileSync(join(regulations, 'cn.json'), 'utf8')) as RulePack;

describe('the packs that come with the program', () => {
  it('all load, each under the name of its file', async () => {
    const { packs, refused } = await loadPacks(schema, [regulations]);
    expect(refused).toEqual([]);
    expect(packs.map(({ pack }) => pack.id)).toContain('cn');
    for (const { pack, file, origin, sha256 } of packs) {
      expect(file).toBe(`${pack.id}.json`);
      expect(origin).toBe('program');
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('name no member twice, which a plain reading would pass over', async () => {
    const names = readdirSync(regulations).filter((name) => name.endsWith('.json') && !name.includes('schema'));
    const files = names.map((name) => ({ path: join(regulations, name), name, origin: 'user' as const }));
    expect((await loadPackFiles(schema, files)).refused).toEqual([]);
  });

  it('China opens with its four maintenance rules in the order of the format', () => {
    const four = china.rules.slice(0, 4);
    expect(four.map(({ id }) => id)).toEqual([
      'cn.maintenance.half-month',
      'cn.maintenance.quarter',
      'cn.maintenance.half-year',
      'cn.maintenance.year',
    ]);
    expect(four.map(({ warnDays }) => warnDays)).toEqual([3, 15, 15, 15]);
    expect(four.map(({ versions }) => versions[0]?.confidence)).toEqual(['law', 'reading', 'reading', 'reading']);
  });

  it.each([
    ['3110', [31, 44, 59, 76]],
    ['3210', [30, 43, 52, 66]],
    ['3430', [20, 28, 38, 52]],
    ['3310', [33, 38, 50, 63]],
    ['3420', [0, 0, 0, 0]],
  ])('the checklist of kind %s grows with the category: %j', (code, counts) => {
    expect(TASKS.map((_, index) => checklistFor(china, code, TASKS.slice(0, index + 1)).length)).toEqual(counts);
  });

  it('has all 257 items of annexes A to D, each in two languages with a source and a confidence', () => {
    const items = china.checklists.flatMap((checklist) => checklist.items);
    expect(items).toHaveLength(257);
    for (const item of items) {
      expect(item.title.en, item.id).not.toMatch(/[\u4e00-\u9fff]/);
      expect(item.requirement.en, item.id).not.toMatch(/[\u4e00-\u9fff]/);
      expect(item.sources.length, item.id).toBeGreaterThan(0);
    }
    expect(items.find(({ id }) => id === 'A-1.29')).toMatchObject({ limit: { min: 7, unit: 'mm' }, asks: 'value' });
  });
});

function withItem(more: LoosePack): LoosePack {
  const both = { 'zh-CN': '一', en: 'one' };
  const item = { id: 'i.1', table: 'T', no: 1, task: 'year', area: 'pit', title: both, requirement: both };
  const items = [{ ...item, confidence: 'high', sources: ['S1'], ...more }];
  return smallPack('mine', { checklists: [{ id: 'L', title: both, areas: [{ id: 'pit', title: both }], items }] });
}

function withVersion(more: LoosePack, ...others: LoosePack[]): LoosePack {
  return smallPack('mine', { rules: [rule('r.one', { versions: [version(more), ...others] })] });
}

type Wrong = [
  what: string,
  pack: LoosePack,
  pointer: string,
  at: [text: string, nth: number, below?: number],
  en: string,
  zh: string,
];

const WRONG: Wrong[] = [
  [
    'lacks its rules',
    smallPack('mine', { rules: undefined }),
    '',
    ['{', 1],
    'The member rules is missing.',
    '缺少成员 rules。',
  ],
  [
    'has a surplus member',
    smallPack('mine', { more: 1 }),
    '/more',
    ['"more"', 1],
    'There is no member called more here.',
    '没有 more 这个成员。',
  ],
  [
    'has a negative interval',
    withVersion({ interval: { count: -1, unit: 'month' } }),
    '/rules/0/versions/0/interval/count',
    ['"count": -1', 1],
    'It must be at least 1; it is -1.',
    '应为不小于 1 的数，现在是 -1。',
  ],
  [
    'has an item that asks for something else',
    withItem({ asks: 'photo', asksConfidence: 'reading' }),
    '/checklists/0/items/0/asks',
    ['"photo"', 1],
    'It must be one of "value", "own-key"; it is "photo".',
    '应为其中之一："value", "own-key"，现在是 "photo"。',
  ],
  [
    'has an item that asks without saying how sure that is',
    withItem({ asks: 'value' }),
    '/checklists/0/items/0',
    ['"items"', 1, 1],
    'asks needs the member asksConfidence.',
    'asks 需要成员 asksConfidence。',
  ],
  [
    'has a number written as text',
    smallPack('mine', { rules: [rule('r.one', { warnDays: '15' })] }),
    '/rules/0/warnDays',
    ['"warnDays"', 1],
    'It must be a whole number; it is "15".',
    '应为整数，现在是 "15"。',
  ],
  [
    'lacks the English text',
    smallPack('mine', { title: { 'zh-CN': '包' } }),
    '/title',
    ['"title"', 1],
    'The member en is missing.',
    '缺少成员 en。',
  ],
  [
    'names a counting mode that is not in the program',
    withVersion({ counting: { mode: 'moon' } }),
    '/rules/0/versions/0/counting/mode',
    ['"moon"', 1],
    'It must be one of "service-clock", "rolling", "calendar-month", "calendar-year", "anniversary-month", "due-month-chain", "service-year-list", "midpoint", "certificate-expiry"; it is "moon".',
    '应为其中之一："service-clock", "rolling", "calendar-month", "calendar-year", "anniversary-month", "due-month-chain", "service-year-list", "midpoint", "certificate-expiry"，现在是 "moon"。',
  ],
  [
    'names no counting mode',
    withVersion({ counting: { graceMonths: 1 } }),
    '/rules/0/versions/0/counting',
    ['"counting"', 1],
    'The member mode is missing.',
    '缺少成员 mode。',
  ],
  [
    'has a counting mode without what it needs',
    withVersion({ counting: { mode: 'midpoint', of: 'r.one', roundTo: 'month' } }),
    '/rules/0/versions/0/counting',
    ['"counting"', 1],
    'The member graceMonths is missing.',
    '缺少成员 graceMonths。',
  ],
  [
    'has an early window that is neither a length nor null',
    withVersion({ counting: { mode: 'certificate-expiry', earlyWindow: 2 } }),
    '/rules/0/versions/0/counting/earlyWindow',
    ['"earlyWindow"', 1],
    'It must be an object or null; it is 2.',
    '应为对象或 null，现在是 2。',
  ],
  [
    'has a date in another shape',
    withVersion({ effectiveFrom: '1.6.2003' }),
    '/rules/0/versions/0/effectiveFrom',
    ['1.6.2003', 1],
    'It must be a date such as 2026-11-23 or null; it is "1.6.2003".',
    '应为日期（如 2026-11-23）或 null，现在是 "1.6.2003"。',
  ],
  [
    'has a kind of requirement that there is not',
    smallPack('mine', { requirements: [requirement('q.one', { kind: 'wish' })] }),
    '/requirements/0/kind',
    ['"wish"', 1],
    'It must be one of "staffing", "retention", "response", "order", "use-ban", "duty"; it is "wish".',
    '应为其中之一："staffing", "retention", "response", "order", "use-ban", "duty"，现在是 "wish"。',
  ],
  [
    'has a response without minutes',
    smallPack('mine', {
      requirements: [requirement('q.one', { kind: 'response', area: 'urban', from: 'reported' })],
    }),
    '/requirements/0',
    ['"requirements"', 1, 1],
    'The member maxMinutes is missing.',
    '缺少成员 maxMinutes。',
  ],
  [
    'has a date that does not exist',
    withVersion({ effectiveFrom: '2003-02-30' }),
    '/rules/0/versions/0/effectiveFrom',
    ['2003-02-30', 1],
    'There is no such day as 2003-02-30.',
    '没有 2003-02-30 这一天。',
  ],
  [
    'has a requirement that ends before it starts',
    smallPack('mine', {
      requirements: [requirement('q.one', { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31' })],
    }),
    '/requirements/0/effectiveTo',
    ['"effectiveTo": "2026-01-31"', 1],
    'It ends before it comes into force.',
    '失效日早于生效日。',
  ],
  [
    'has a second version without a first day',
    withVersion({ effectiveTo: '2024-01-01' }, version({ effectiveFrom: null })),
    '/rules/0/versions/1/effectiveFrom',
    ['"effectiveFrom": null', 1],
    'Only the first version may be without a day of coming into force.',
    '只有第一个版本可以没有生效日。',
  ],
  [
    'has overlapping versions',
    withVersion({ effectiveTo: '2024-01-01' }, version({ effectiveFrom: '2024-01-01' })),
    '/rules/0/versions/1/effectiveFrom',
    ['"effectiveFrom": "2024-01-01"', 1],
    'It overlaps the version before it.',
    '与前一个版本的有效期重叠。',
  ],
  [
    'cites an unknown source',
    withVersion({ sources: ['S1', 'NOWHERE'] }),
    '/rules/0/versions/0/sources/1',
    ['NOWHERE', 1],
    'NOWHERE is cited but not listed among the sources.',
    '引用了 NOWHERE，而来源里没有列出。',
  ],
  [
    'has a requirement that cites an unknown source',
    smallPack('mine', { requirements: [requirement('q.one', { sources: ['NOWHERE'] })] }),
    '/requirements/0/sources/0',
    ['NOWHERE', 1],
    'NOWHERE is cited but not listed among the sources.',
    '引用了 NOWHERE，而来源里没有列出。',
  ],
  [
    'repeats a rule id',
    smallPack('mine', { rules: [rule('r.one'), rule('r.one')] }),
    '/rules/1/id',
    ['"id": "r.one"', 2],
    'r.one stands twice.',
    'r.one 出现了两次。',
  ],
  [
    'repeats a source id',
    smallPack('mine', { sources: [source('S1'), source('S1')] }),
    '/sources/1/id',
    ['"id": "S1"', 2],
    'S1 stands twice.',
    'S1 出现了两次。',
  ],
  [
    'gives a requirement the id of a rule',
    smallPack('mine', { requirements: [requirement('r.one')] }),
    '/requirements/0/id',
    ['"id": "r.one"', 2],
    'r.one is the id of a rule already.',
    'r.one 已是一条规则的 id。',
  ],
  [
    'has a rule its own act does not satisfy',
    smallPack('mine', {
      rules: [rule('r.one', { satisfiedBy: ['self-test'] })],
      inspections: ['periodic', 'self-test'].map((id) => ({ id, title: { 'zh-CN': id, en: id } })),
    }),
    '/rules/0/satisfiedBy',
    ['"satisfiedBy"', 1],
    'The acts that satisfy the rule lack its own, periodic.',
    '满足规则的项目里缺少它自己的 periodic。',
  ],
  [
    'has a version its own act does not satisfy',
    smallPack('mine', {
      rules: [rule('r.one', { versions: [version({ satisfiedBy: ['self-test'] })] })],
      inspections: ['periodic', 'self-test'].map((id) => ({ id, title: { 'zh-CN': id, en: id } })),
    }),
    '/rules/0/versions/0/satisfiedBy',
    ['"satisfiedBy"', 2],
    'The acts that satisfy the rule lack its own, periodic.',
    '满足规则的项目里缺少它自己的 periodic。',
  ],
  [
    'has no name for an inspection that its rules speak of',
    smallPack('mine', { inspections: [] }),
    '/rules/0/task',
    ['"task"', 1],
    'There is no name for periodic among inspections.',
    'inspections 里没有 periodic 的名称。',
  ],
  [
    'has no name for an inspection that a requirement speaks of',
    smallPack('mine', {
      requirements: [
        requirement('q', {
          kind: 'order',
          act: 'own-inspection',
          before: 'periodic',
          within: { count: 12, unit: 'month' },
        }),
      ],
    }),
    '/requirements/0/act',
    ['"own-inspection"', 1],
    'There is no name for own-inspection among inspections.',
    'inspections 里没有 own-inspection 的名称。',
  ],
  [
    'has a requirement of order that does not say how long before',
    smallPack('mine', { requirements: [requirement('q', { kind: 'order', act: 'periodic', before: 'periodic' })] }),
    '/requirements/0',
    ['"requirements"', 1, 1],
    'The member within is missing.',
    '缺少成员 within。',
  ],
  [
    'has no name for a category that its rules speak of',
    smallPack('mine', { rules: [rule('r.one', { task: 'quarter', satisfiedBy: ['quarter'] })] }),
    '/rules/0/task',
    ['"task"', 1],
    'There is no name for quarter among tasks.',
    'tasks 里没有 quarter 的名称。',
  ],
  [
    'has a rule for a kind that it does not know',
    smallPack('mine', { rules: [rule('r.one', { appliesTo: { kinds: ['L1', 'L9'] } })] }),
    '/rules/0/appliesTo/kinds/1',
    ['"L9"', 1],
    'The pack has no kind L9.',
    '规则包里没有品种 L9。',
  ],
  [
    'has a place both in and out',
    smallPack('mine', {
      rules: [rule('r.one', { appliesTo: { kinds: 'all', places: ['医院'], notPlaces: ['医院'] } })],
    }),
    '/rules/0/appliesTo/notPlaces/0',
    ['医院', 2],
    '医院 is both among the places and left out.',
    '医院 既在适用场所又在除外场所。',
  ],
  [
    'covers a foreign code twice',
    smallPack('mine', { kinds: [kind('L1', { covers: ['3110'] }), kind('L2', { covers: ['3120', '3110'] })] }),
    '/kinds/1/covers/1',
    ['"3110"', 2],
    '3110 is covered by L1 already.',
    '3110 已由 L1 涵盖。',
  ],
  [
    'has a kind with a checklist that there is not',
    smallPack('mine', { kinds: [kind('L1', { checklistId: 'Z' })] }),
    '/kinds/0/checklistId',
    ['"checklistId"', 1],
    'There is no checklist called Z.',
    '没有名为 Z 的检查表。',
  ],
  [
    'takes the midpoint of a rule that there is not',
    withVersion({ counting: { mode: 'midpoint', of: 'r.two', roundTo: 'day', graceMonths: 0 } }),
    '/rules/0/versions/0/counting/of',
    ['"of"', 1],
    'There is no rule r.two.',
    '没有规则 r.two。',
  ],
  [
    'takes the midpoint of itself',
    withVersion({ counting: { mode: 'midpoint', of: 'r.one', roundTo: 'day', graceMonths: 0 } }),
    '/rules/0/versions/0/counting/of',
    ['"of"', 1],
    'r.one is itself counted by a midpoint and cannot have one.',
    'r.one 本身按中点计算，不能再取它的中点。',
  ],
  [
    'has service years out of order',
    withVersion({
      interval: { count: 1, unit: 'year' },
      counting: { mode: 'service-year-list', years: [1, 4, 3], thenEvery: true, earlyMonths: 0 },
    }),
    '/rules/0/versions/0/counting/years/2',
    ['            3', 1],
    'The service years must ascend.',
    '使用年数要从小到大。',
  ],
  [
    'has due months a few days apart, which would never come to the next month',
    withVersion({
      interval: { count: 15, unit: 'day' },
      counting: { mode: 'due-month-chain', graceMonths: 0, earlyResets: false, outageResets: false },
    }),
    '/rules/0/versions/0/interval',
    ['"interval"', 1],
    'The counting mode due-month-chain takes an interval of whole months or years.',
    '计算方式 due-month-chain 的间隔应为整月或整年。',
  ],
  [
    'has due months that follow the days a maker names',
    withVersion({
      counting: {
        mode: 'due-month-chain',
        graceMonths: 0,
        earlyResets: false,
        outageResets: false,
        strictlyMaker: true,
      },
    }),
    '/rules/0/versions/0/counting/strictlyMaker',
    ['"strictlyMaker"', 1],
    'The counting mode due-month-chain cannot have strictlyMaker.',
    '计算方式 due-month-chain 不能带 strictlyMaker。',
  ],
  [
    'has no such time zone',
    smallPack('mine', { zone: 'Asia/Atlantis' }),
    '/zone',
    ['"zone"', 1],
    'There is no time zone called Asia/Atlantis.',
    '没有名为 Asia/Atlantis 的时区。',
  ],
];

describe('a wrong pack', () => {
  const folder = new PackFolder();
  let loaded: LoadedPacks;
  beforeAll(async () => {
    for (const [index, [, pack]] of WRONG.entries()) folder.write(`${index}.json`, { ...pack, id: `mine-${index}` });
    loaded = await loadPacks(schema, [folder.path]);
  });
  afterAll(() => folder.end());

  it.each(WRONG)(
    'that %s is refused at its line and in both languages',
    (what, _pack, pointer, [text, nth, below = 0], en, zh) => {
      const file = `${WRONG.findIndex(([title]) => title === what)}.json`;
      const faults = loaded.refused.find((refused) => refused.file === file)?.faults;
      expect(faults).toMatchObject([{ pointer, sentence: { en, 'zh-CN': zh } }]);
      const lines = readFileSync(join(folder.path, file), 'utf8').split('\n');
      const hits = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
      expect(faults?.[0]?.line).toBe((hits[nth - 1] ?? NaN) + below);
      expect(faults?.[0]?.column).toBeGreaterThan(0);
    },
  );

  it('leaves no other untouched: none of them was taken', () => {
    expect(loaded.packs).toEqual([]);
    expect(loaded.refused).toHaveLength(WRONG.length);
  });

  it('with any one member missing is refused or still sound, and always in words', async () => {
    const one = new PackFolder();
    const whole = smallPack('whole', {
      kinds: [kind('L1', { covers: ['3110'] })],
      rules: [
        rule('r.one', {
          versions: [version({ counting: { mode: 'certificate-expiry', earlyWindow: { count: 2, unit: 'month' } } })],
        }),
      ],
    });
    const paths = leafPaths(whole);
    for (const [index, path] of paths.entries()) {
      const copy = structuredClone(whole);
      copy['id'] = `whole-${index}`;
      let node = copy;
      for (const key of path.slice(0, -1)) node = node[key] as LoosePack;
      Reflect.deleteProperty(node, path.at(-1)!);
      one.write(`${index}.json`, copy);
    }
    const { packs, refused } = await loadPacks(schema, [one.path]);
    one.end();
    expect(packs.length + refused.length).toBe(paths.length);
    expect(refused.length).toBeGreaterThan(50);
    for (const { line, sentence } of refused.flatMap(({ faults }) => faults)) {
      expect(line).toBeGreaterThan(0);
      expect(sentence.en).not.toMatch(/undefined|breaks the schema/);
    }
  });
});

describe('a pack in the user folder', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());

  const faultsOf = async (content: LoosePack | string | Uint8Array): Promise<readonly PackFault[]> => {
    folder.write('mine.json', content);
    const { packs, refused } = await loadPacks(schema, [folder.path]);
    expect(packs).toEqual([]);
    expect(refused.map(({ file, origin }) => [file, origin])).toEqual([['mine.json', 'user']]);
    return refused[0]?.faults ?? [];
  };
  it('is offered when it is in order', async () => {
    folder.write('mine.json', smallPack('mine'));
    const { packs, refused } = await loadPacks(schema, [regulations, folder.path]);
    expect(refused).toEqual([]);
    expect(packs.at(-1)).toMatchObject({ pack: { id: 'mine' }, file: 'mine.json', origin: 'user' });
  });

  it('with several faults is refused with all of them, in the order of the file', async () => {
    const faults = await faultsOf(
      smallPack('mine', { version: '', zone: 7, rules: [rule('r.one', { warnDays: -1, versions: [] })] }),
    );
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/version',
      '/zone',
      '/rules/0/warnDays',
      '/rules/0/versions',
    ]);
    expect(faults.map(({ line }) => line)).toEqual([...faults.map(({ line }) => line)].sort((a, b) => a - b));
  });

  it('with very many faults shows the first and says how many more there are', async () => {
    folder.write('mine.json', smallPack('mine', { doubts: Array.from({ length: 120 }, () => ({ 'zh-CN': '疑' })) }));
    const [refused] = (await loadPacks(schema, [folder.path])).refused;
    expect(refused?.faults).toHaveLength(50);
    expect(refused?.more).toBe(70);
  });

  it.each<[string, string | Uint8Array, number, number, RegExp]>([
    ['has a word that is none', '{\n  "format": oops\n}', 2, 13, /no word of JSON/],
    ['has a comma too many', '{\n  "format": "x",\n}', 3, 1, /comma too many/],
    ['has a comma too few', '{\n  "a": 1\n  "b": 2\n}', 3, 3, /A comma is missing/],
    ['has lines ended as on Windows', '{\r\n  "a": 1,\r\n  "b": nope\r\n}', 3, 8, /no word of JSON/],
    ['ends in the middle', '{\n  "a": [1,', 2, 11, /A value belongs here|closing/],
    ['carries a comment', '{\n  // why\n  "a": 1\n}', 2, 3, /no comments/],
    ['has something behind its end', '{}\n{}', 2, 1, /there is more behind it/],
    ['has a line end inside a text', '{\n  "a": "b\n"\n}', 2, 8, /not closed|control character/],
    ['is empty', '', 1, 1, /./],
    ['is not UTF-8', Uint8Array.of(0xff, 0xfe, 0xfd), 1, 1, /not UTF-8/],
    ['is nothing but brackets', '['.repeat(200_000), 1, 1, /too deeply/],
    ['is brackets in brackets', '['.repeat(200_000) + ']'.repeat(200_000), 1, 1, /must be an object; it is a list/],
    ['is larger than 8 MiB', ' '.repeat(9 * 1024 * 1024), 1, 1, /larger than 8 MiB/],
    ['is no object', '[]', 1, 1, /must be an object/],
  ])('that %s is refused with line and column', async (_what, content, line, column, sentence) => {
    const [fault] = await faultsOf(content);
    expect([fault?.line, fault?.column]).toEqual([line, column]);
    expect(fault?.sentence.en).toMatch(sentence);
    expect(fault?.sentence['zh-CN']).toMatch(/。$/);
  });

  it('bent at any place is refused at a line that it has, or still sound, and never throws', async () => {
    const whole = JSON.stringify(smallPack('mine'), null, 1);
    const pieces = [
      '',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      'null',
      '-1',
      '1e999',
      '\u0000',
      '\ud800',
      '"__proto__":',
      'é',
    ];
    const bent = fc.sample(
      fc.record({ at: fc.nat(whole.length), cut: fc.nat(12), piece: fc.constantFrom(...pieces) }),
      { seed: 9, numRuns: rounds(60, 300) },
    );
    const texts = bent.map(({ at, cut, piece }) => whole.slice(0, at) + piece + whole.slice(at + cut));
    for (const [index, text] of texts.entries()) folder.write(`${String(index).padStart(3, '0')}.json`, text);
    const { packs, refused } = await loadPacks(schema, [folder.path]);
    expect(packs.length + refused.length).toBe(texts.length);
    for (const { file, faults } of refused) {
      const lines = texts[Number(file.slice(0, 3))]!.split('\n').length;
      expect([file, faults.length > 0]).toEqual([file, true]);
      for (const { line } of faults) expect([file, line >= 1 && line <= lines]).toEqual([file, true]);
    }
  });

  it('that names a member twice is refused, for only the last would be read', async () => {
    const text = JSON.stringify(smallPack('mine'), null, 2).replace('  "version"', '  "id": "other",\n  "version"');
    const faults = await faultsOf(text);
    expect(faults).toMatchObject([{ pointer: '/id', line: 5, sentence: { en: 'This member stands twice.' } }]);
  });

  it('that hides members of every object is refused, not obeyed', async () => {
    const text = JSON.stringify(smallPack('mine')).replace('{', '{"__proto__":{"rules":[]},"constructor":1,');
    const faults = await faultsOf(text);
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/__proto__', '/constructor']);
  });

  it('made to be costly is refused at once', async () => {
    const ids = Array.from({ length: 300_000 }, (_, index) => index);
    const costly = JSON.stringify(smallPack('mine', { rules: [rule('r.one', { satisfiedBy: ids })] }));
    const { value, seconds } = await processorSeconds(() => faultsOf(costly));
    expect(value[0]?.pointer).toBe('/rules/0/satisfiedBy');
    expect(seconds).toBeLessThan(5);
  });

  it('that is a folder, a pipe or a link to nothing is refused and holds nothing up', async () => {
    mkdirSync(join(folder.path, 'folder.json'));
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'link.json'));
    expect(spawnSync('mkfifo', [join(folder.path, 'pipe.json')]).status).toBe(0);
    folder.write('good.json', smallPack('good'));
    const { packs, refused } = await loadPacks(schema, [folder.path]);
    expect(packs.map(({ pack }) => pack.id)).toEqual(['good']);
    expect(refused.map(({ file, faults }) => [file, faults[0]?.sentence.en])).toEqual([
      ['folder.json', 'This is not a file.'],
      ['link.json', 'The file cannot be read (ENOENT).'],
      ['pipe.json', 'This is not a file.'],
    ]);
  });

  it('takes the place of no pack that is already there', async () => {
    folder.write('mine.json', smallPack('cn'));
    const { packs, refused } = await loadPacks(schema, [regulations, folder.path]);
    expect(packs.find(({ pack }) => pack.id === 'cn')?.origin).toBe('program');
    expect(refused).toMatchObject([
      {
        file: 'mine.json',
        faults: [{ pointer: '/id', line: 4, sentence: { en: 'The id cn belongs to the pack in cn.json already.' } }],
      },
    ]);
  });
});

function leafPaths(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => [[...path, key], ...leafPaths(value, [...path, key])]);
}
