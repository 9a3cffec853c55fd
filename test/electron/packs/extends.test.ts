import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { sha256Hex } from '../../../electron/fs/sha256';
import { loadPacks, type LoadedPacks } from '../../../electron/packs/load-packs';
import {
  kind,
  overPack,
  PackFolder,
  requirement,
  rule,
  smallPack,
  source,
  version,
  type LoosePack,
} from '../../support/small-pack';

const schema = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations', 'rule-pack.schema.json');
const midpointOf = (of: string): LoosePack =>
  version({ counting: { mode: 'midpoint', of, roundTo: 'day', graceMonths: 0 } });

describe('a pack that extends another', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());

  const load = (...packs: LoosePack[]): Promise<LoadedPacks> => {
    for (const pack of packs) folder.write(`${String(pack['id'])}.json`, pack);
    return loadPacks(schema, [folder.path]);
  };
  const packOf = ({ packs }: LoadedPacks, id: string) => packs.find(({ pack }) => pack.id === id);
  const refusalsOf = ({ refused }: LoadedPacks): Record<string, string | undefined> =>
    Object.fromEntries(refused.map(({ file, faults }) => [file, faults[0]?.sentence.en]));

  const base = smallPack('base', {
    sources: [source('S1'), source('S2')],
    kinds: [kind('L1'), kind('L2')],
    rules: [rule('r.one'), rule('r.two'), rule('r.three')],
    requirements: [requirement('q.one'), requirement('q.two')],
  });

  it('keeps what the items of the other ask, unless it has a checklist of the same id', async () => {
    const both = { 'zh-CN': '一', en: 'one' };
    const list = (id: string, more: LoosePack): LoosePack => {
      const item = { id: `${id}.1`, table: id, no: 1, task: 'year', area: 'pit', title: both, requirement: both };
      const items = [{ ...item, confidence: 'high', sources: ['S1'], ...more }];
      return { id, title: both, areas: [{ id: 'pit', title: both }], items };
    };
    const asks = { asks: 'own-key', asksConfidence: 'reading' };
    const below = smallPack('base', {
      tasks: [{ id: 'year', title: both, aliases: [] }],
      checklists: [list('A', asks), list('B', asks)],
    });
    const { checklists } = packOf(
      await load(below, overPack('over', 'base', { checklists: [list('B', {})] })),
      'over',
    )!.pack;
    expect(checklists.flatMap(({ items }) => items.map(({ id, asks: asked }) => [id, asked]))).toEqual([
      ['A.1', 'own-key'],
      ['B.1', undefined],
    ]);
  });

  it('takes its own thresholds of doubts, and those of the other where it states none', async () => {
    const asks = (id: string, threshold: number, cited = 'S1'): LoosePack => ({
      id,
      threshold,
      weight: 'house',
      source: { 'zh-CN': '自定', en: 'chosen' },
      sources: [cited],
    });
    const below = smallPack('base', { believability: [asks('overload', 6), asks('travel', 15)] });
    const above = overPack('over', 'base', { believability: [asks('travel', 20)] });
    const twice = overPack('twice', 'base', { believability: [asks('travel', 20), asks('travel', 25)] });
    const uncited = overPack('uncited', 'base', { believability: [asks('travel', 20, 'S9')] });
    const loaded = await load(below, above, overPack('bare', 'base', {}), twice, uncited);
    const figures = (id: string) => packOf(loaded, id)?.pack.believability?.map((one) => [one.id, one.threshold]);
    expect([figures('over'), figures('bare')]).toEqual([
      [
        ['overload', 6],
        ['travel', 20],
      ],
      [
        ['overload', 6],
        ['travel', 15],
      ],
    ]);
    expect(refusalsOf(loaded)).toEqual({
      'twice.json': 'travel stands twice.',
      'uncited.json': 'S9 is cited but not listed among the sources.',
    });
  });

  it('replaces members of the same id in their place and adds the others behind', async () => {
    const { rules, requirements, kinds, sources } = packOf(
      await load(
        base,
        overPack('over', 'base', {
          sources: [source('S3'), { id: 'S1', title: 'S1, read again' }],
          kinds: [kind('L3'), kind('L2', { covers: ['3110'] })],
          rules: [rule('r.zero'), rule('r.two', { warnDays: 99 })],
          requirements: [requirement('q.two', { kind: 'retention', years: 4 }), requirement('q.three')],
        }),
      ),
      'over',
    )!.pack;
    expect(rules.map(({ id, warnDays }) => [id, warnDays])).toEqual([
      ['r.one', 15],
      ['r.two', 99],
      ['r.three', 15],
      ['r.zero', 15],
    ]);
    expect(requirements.map(({ id, kind: what }) => [id, what])).toEqual([
      ['q.one', 'duty'],
      ['q.two', 'retention'],
      ['q.three', 'duty'],
    ]);
    expect(kinds.map(({ code, covers }) => [code, covers])).toEqual([
      ['L1', undefined],
      ['L2', ['3110']],
      ['L3', undefined],
    ]);
    expect(sources.map(({ id, title }) => [id, title])).toEqual([
      ['S1', 'S1, read again'],
      ['S2', 'S2'],
      ['S3', 'S3'],
    ]);
  });

  it('has its own title, version, zone and months, the doubts of both, and still says what it extends', async () => {
    const over = overPack('over', 'base', {
      version: '7',
      zone: 'Asia/Tokyo',
      doubts: [{ 'zh-CN': '疑', en: 'mine' }],
    });
    expect(packOf(await load(base, over), 'over')!.pack).toMatchObject({
      version: '7',
      zone: 'Asia/Tokyo',
      extends: 'base',
      title: { en: 'Pack over' },
      doubts: [{ en: 'doubt of base' }, { en: 'mine' }],
    });
  });

  it('is hashed as merged: a change below changes the hash above, a change of layout none', async () => {
    const over = overPack('over', 'base', { rules: [rule('r.four')] });
    const first = packOf(await load(base, over), 'over')!;
    expect(first.sha256).toBe(sha256Hex(canonicalJson(first.pack)));
    folder.write('over.json', JSON.stringify(over));
    expect(packOf(await loadPacks(schema, [folder.path]), 'over')!.sha256).toBe(first.sha256);
    folder.write('base.json', { ...base, rules: [rule('r.one', { warnDays: 16 })] });
    expect(packOf(await loadPacks(schema, [folder.path]), 'over')!.sha256).not.toBe(first.sha256);
  });

  it('is the same whatever the order of the files', async () => {
    const chain = [
      base,
      overPack('mid', 'base', { rules: [rule('r.two', { warnDays: 2 })] }),
      overPack('top', 'mid', { rules: [rule('r.two', { warnDays: 3 }), rule('r.four')] }),
      overPack('side', 'base', { requirements: [requirement('q.three')] }),
    ];
    const hashes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['a.json', 'b.json', 'c.json', 'd.json'], { minLength: 4, maxLength: 4 }),
        async (names) => {
          const shuffled = new PackFolder();
          for (const [index, name] of names.entries()) shuffled.write(name, chain[index]!);
          const { packs, refused } = await loadPacks(schema, [shuffled.path]);
          shuffled.end();
          expect(refused).toEqual([]);
          hashes.add(
            packs
              .map(({ pack, sha256 }) => `${pack.id} ${sha256}`)
              .sort()
              .join('\n'),
          );
        },
      ),
      { seed: 11, numRuns: 12 },
    );
    expect(hashes.size).toBe(1);
  });

  it('may stand on a chain of six, and on no longer one, wherever the reading starts', async () => {
    const chain = Array.from({ length: 8 }, (_, index) =>
      index === 0 ? smallPack('p0') : overPack(`p${index}`, `p${index - 1}`),
    );
    const loaded = await load(...chain);
    expect(loaded.packs.map(({ pack }) => pack.id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
    expect(refusalsOf(loaded)).toEqual({
      'p6.json': 'More than 6 packs stand on each other: p6 → p5 → p4 → p3 → p2 → p1 → p0.',
      'p7.json': 'More than 6 packs stand on each other: p7 → p6 → p5 → p4 → p3 → p2 → p1.',
    });
  });

  it('is refused at its line where the base is unknown, in a circle, or refused itself', async () => {
    const loaded = await load(
      overPack('lost', 'nowhere'),
      overPack('above-lost', 'lost'),
      overPack('self', 'self'),
      overPack('left', 'right'),
      overPack('right', 'left'),
      overPack('onlooker', 'left'),
      smallPack('wrong', { zone: 'Asia/Atlantis' }),
      overPack('above-wrong', 'wrong'),
    );
    expect(loaded.packs).toEqual([]);
    expect(refusalsOf(loaded)).toEqual({
      'lost.json':
        'There is no pack nowhere to extend; there are: above-lost, above-wrong, left, lost, onlooker, right, self, wrong.',
      'above-lost.json': 'The pack lost, which it extends, was refused itself.',
      'self.json': 'The packs extend each other: self → self.',
      'left.json': 'The packs extend each other: left → right → left.',
      'right.json': 'The packs extend each other: right → left → right.',
      'onlooker.json': 'The packs extend each other: onlooker → left → right → left.',
      'wrong.json': 'There is no time zone called Asia/Atlantis.',
      'above-wrong.json': 'The pack wrong, which it extends, was refused itself.',
    });
    const lost = loaded.refused.find(({ file }) => file === 'lost.json')?.faults[0];
    expect(lost).toMatchObject({
      pointer: '/extends',
      sentence: { 'zh-CN': expect.stringMatching(/^没有规则包 nowhere/) },
    });
    expect(lost?.line).toBeGreaterThan(1);
  });

  it('may name sources, kinds and rules of its base', async () => {
    const over = overPack('over', 'base', {
      rules: [
        rule('r.half', { appliesTo: { kinds: ['L2'] }, versions: [{ ...midpointOf('r.one'), sources: ['S2'] }] }),
      ],
    });
    expect((await load(base, over)).refused).toEqual([]);
  });

  it('that spoils what it inherits is refused at the line that says what it extends', async () => {
    const below = smallPack('base', { rules: [rule('r.one'), rule('r.half', { versions: [midpointOf('r.one')] })] });
    const over = overPack('over', 'base', { rules: [rule('r.one', { versions: [midpointOf('r.half')] })] });
    const { refused } = await load(below, over);
    expect(refused).toMatchObject([{ file: 'over.json' }]);
    expect(refused[0]?.faults.map(({ pointer, sentence }) => [pointer, sentence.en])).toEqual([
      ['/rules/0/versions/0/counting/of', 'r.half is itself counted by a midpoint and cannot have one.'],
      ['/extends', 'r.one is itself counted by a midpoint and cannot have one.'],
    ]);
  });

  it('names a rule or requirement apart from those of its base', async () => {
    const { refused } = await load(base, overPack('over', 'base', { requirements: [requirement('r.two')] }));
    expect(refused[0]?.faults).toMatchObject([
      { pointer: '/requirements/0/id', sentence: { en: 'r.two is the id of a rule already.' } },
    ]);
  });
});
