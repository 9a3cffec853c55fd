import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPacks, type LoadedPacks } from '../../../electron/packs/load-packs';
import {
  allDeadlines,
  assessmentItem,
  assessmentList,
  component,
  criterion,
  deadline,
  duty,
  hazardClass,
  kind,
  oldAge,
  overPack,
  PackFolder,
  riskMatrix,
  smallHazards,
  smallPack,
  type LoosePack,
} from '../../support/small-pack';

const schema = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations', 'rule-pack.schema.json');
const withHazards = (more: LoosePack, pack: LoosePack = {}): LoosePack =>
  smallPack('mine', { ...pack, hazards: smallHazards(more) });
const cellsWithout = (cell: string): LoosePack => {
  const cells = { ...(riskMatrix()['cells'] as LoosePack) };
  Reflect.deleteProperty(cells, cell);
  return cells;
};
const repeatedLevel = (): unknown =>
  (riskMatrix()['severities'] as LoosePack[]).map((one, index) => (index === 3 ? { ...one, level: 3 } : one));

/** What is wrong, the pack, pointer, the line (its nth with the text), the sentence in both languages. */
const WRONG: readonly (readonly [string, LoosePack, string, readonly [string, number], string, string])[] = [
  [
    'has a matrix with a cell missing',
    withHazards({ matrix: riskMatrix({ cells: cellsWithout('3C') }) }),
    '/hazards/matrix/cells',
    ['"cells"', 1],
    'The member 3C is missing.',
    '缺少成员 3C。',
  ],
  [
    'ranks a cell by a group that there is not',
    withHazards({ matrix: riskMatrix({ cells: { ...(riskMatrix()['cells'] as LoosePack), '2B': 'IV' } }) }),
    '/hazards/matrix/cells/2B',
    ['"IV"', 1],
    'It must be one of "I", "II", "III"; it is "IV".',
    '应为其中之一："I", "II", "III"，现在是 "IV"。',
  ],
  [
    'tells a severity twice and another not at all',
    withHazards({ matrix: riskMatrix({ severities: repeatedLevel() }) }),
    '/hazards/matrix/severities/3/level',
    ['"level": 3', 2],
    '3 stands twice.',
    '3 出现了两次。',
  ],
  [
    'cites an unknown source in a criterion of a component',
    withHazards({ components: [component('brake', { criteria: [criterion('brake.1', { sources: ['NOWHERE'] })] })] }),
    '/hazards/components/0/criteria/0/sources/0',
    ['NOWHERE', 1],
    'NOWHERE is cited but not listed among the sources.',
    '引用了 NOWHERE，而来源里没有列出。',
  ],
  [
    'cites an unknown source in its matrix',
    withHazards({ matrix: riskMatrix({ sources: ['NOWHERE'] }) }),
    '/hazards/matrix/sources/0',
    ['NOWHERE', 1],
    'NOWHERE is cited but not listed among the sources.',
    '引用了 NOWHERE，而来源里没有列出。',
  ],
  [
    'cites an unknown source in an item of a list',
    withHazards({ assessmentLists: [assessmentList('l.one', [assessmentItem('i.one', { sources: ['NOWHERE'] })])] }),
    '/hazards/assessmentLists/0/sections/0/items/0/sources/0',
    ['NOWHERE', 1],
    'NOWHERE is cited but not listed among the sources.',
    '引用了 NOWHERE，而来源里没有列出。',
  ],
  [
    'has a component twice',
    withHazards({ components: [component('brake'), component('brake')] }),
    '/hazards/components/1/id',
    ['"id": "brake"', 2],
    'brake stands twice.',
    'brake 出现了两次。',
  ],
  [
    'has a criterion twice',
    withHazards({
      components: [
        component('brake', { criteria: [criterion('x.1')] }),
        component('door-lock', { criteria: [criterion('x.1')] }),
      ],
    }),
    '/hazards/components/1/criteria/0/id',
    ['"id": "x.1"', 2],
    'x.1 stands twice.',
    'x.1 出现了两次。',
  ],
  [
    'gives two components one name',
    withHazards({
      components: [component('brake', { aliases: ['抱闸'] }), component('door-lock', { aliases: ['抱闸'] })],
    }),
    '/hazards/components/1/aliases/0',
    ['"抱闸"', 2],
    '抱闸 means the component brake already.',
    '抱闸 已指部件 brake。',
  ],
  [
    'has a deadline twice',
    withHazards({ deadlines: [...allDeadlines(), deadline('rectify', 'severe', { group: 'II' })] }),
    '/hazards/deadlines/18',
    ['"step": "rectify"', 13],
    'rectify severe II stands twice.',
    'rectify severe II 出现了两次。',
  ],
  [
    'has a duty twice',
    withHazards({ duties: [duty('notify', 'ordinary'), duty('notify', 'ordinary', { confidence: 'law' })] }),
    '/hazards/duties/1',
    ['"step": "notify"', 2],
    'notify ordinary stands twice.',
    'notify ordinary 出现了两次。',
  ],
  [
    'has no days for a class and group',
    withHazards({
      deadlines: allDeadlines().filter(
        (one) => !(one['step'] === 'rectify' && one['class'] === 'major' && one['group'] === 'III'),
      ),
    }),
    '/hazards/deadlines',
    ['"deadlines"', 1],
    'There is no deadline for rectify major III.',
    'deadlines 里没有 rectify major III 的期限。',
  ],
  [
    'has a duty without a deadline',
    withHazards({ duties: [duty('stop-use', 'severe')] }),
    '/hazards/duties/0/step',
    ['"step": "stop-use"', 1],
    'There is no deadline for stop-use severe.',
    'deadlines 里没有 stop-use severe 的期限。',
  ],
  [
    'allows a negative number of days',
    withHazards({ deadlines: [...allDeadlines(), deadline('report', 'severe', { days: -1 })] }),
    '/hazards/deadlines/18/days',
    ['"days": -1', 1],
    'It must be at least 0; it is -1.',
    '应为不小于 0 的数，现在是 -1。',
  ],
  [
    'makes a hazard severe for a kind that it does not know',
    withHazards({ classes: [hazardClass('c.one', { appliesTo: { kinds: ['L9'] } })] }),
    '/hazards/classes/0/appliesTo/kinds/0',
    ['"L9"', 1],
    'The pack has no kind L9.',
    '规则包里没有品种 L9。',
  ],
  [
    'takes an ordinary hazard for a class with criteria',
    withHazards({ classes: [hazardClass('c.one', { class: 'ordinary' })] }),
    '/hazards/classes/0/class',
    ['"class": "ordinary"', 1],
    'It must be one of "severe", "major"; it is "ordinary".',
    '应为其中之一："severe", "major"，现在是 "ordinary"。',
  ],
  [
    'calls an elevator old for a kind that it does not know',
    withHazards({ oldAges: [oldAge('old.one', { appliesTo: { kinds: ['L9'] } })] }),
    '/hazards/oldAges/0/appliesTo/kinds/0',
    ['"L9"', 1],
    'The pack has no kind L9.',
    '规则包里没有品种 L9。',
  ],
  [
    'has an item about a component that there is not',
    withHazards({ assessmentLists: [assessmentList('l.one', [assessmentItem('i.one', { component: 'rope' })])] }),
    '/hazards/assessmentLists/0/sections/0/items/0/component',
    ['"component"', 1],
    'There is no component rope.',
    '没有部件 rope。',
  ],
  [
    'gives the items of two lists one id',
    withHazards({
      assessmentLists: ['l.one', 'l.two'].map((id) => assessmentList(id, [assessmentItem('i.one')])),
    }),
    '/hazards/assessmentLists/1/sections/0/items/0/id',
    ['"id": "i.one"', 2],
    'i.one stands twice.',
    'i.one 出现了两次。',
  ],
  [
    'weighs a priority that is not there',
    withHazards({
      assessmentLists: [assessmentList('l.one', [assessmentItem('i.one', { priorityConfidence: 'law' })])],
    }),
    '/hazards/assessmentLists/0/sections/0/items/0',
    ['"id": "i.one"', 1],
    'priorityConfidence needs the member priority.',
    'priorityConfidence 需要成员 priority。',
  ],
  [
    'states hazards with no matrix anywhere',
    smallPack('mine', { hazards: { oldAges: [oldAge('old.one')] } }),
    '/hazards',
    ['"hazards"', 1],
    'The member matrix is missing, and no pack below has one either.',
    '缺少成员 matrix，下面的规则包里也没有。',
  ],
  [
    'states nothing of hazards under that name',
    smallPack('mine', { hazards: {} }),
    '/hazards',
    ['"hazards"', 1],
    'There must be at least 1 members.',
    '至少要有 1 个成员。',
  ],
];

describe('a pack with wrong hazards', () => {
  const folder = new PackFolder();
  let loaded: LoadedPacks;
  beforeAll(async () => {
    for (const [index, [, pack]] of WRONG.entries()) folder.write(`${index}.json`, { ...pack, id: `mine-${index}` });
    loaded = await loadPacks(schema, [folder.path]);
  });
  afterAll(() => folder.end());

  it.each(WRONG)(
    'that %s is refused at its line and in both languages',
    (what, _pack, pointer, [text, nth], en, zh) => {
      const file = `${WRONG.findIndex(([title]) => title === what)}.json`;
      const faults = loaded.refused.find((refused) => refused.file === file)?.faults;
      expect(faults).toMatchObject([{ pointer, sentence: { en, 'zh-CN': zh } }]);
      const lines = readFileSync(join(folder.path, file), 'utf8').split('\n');
      const hits = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
      // What is wrong with a whole member of a list stands at its brace, the line above its first member.
      const above = /\/\d+$/.test(pointer) && text.includes('": ') ? 1 : 0;
      expect(faults?.[0]?.line).toBe((hits[nth - 1] ?? NaN) - above);
    },
  );
});

describe('hazards in a pack that extends another', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());
  const load = (...packs: LoosePack[]): Promise<LoadedPacks> => {
    for (const pack of packs) folder.write(`${String(pack['id'])}.json`, pack);
    return loadPacks(schema, [folder.path]);
  };
  const hazardsOf = ({ packs }: LoadedPacks, id: string) => packs.find(({ pack }) => pack.id === id)?.pack.hazards;
  const base = smallPack('base', { kinds: [kind('L1'), kind('L2', { covers: ['3110'] })], hazards: smallHazards() });

  it("need not repeat the matrix or any list: what is not stated is the base's", async () => {
    const over = overPack('over', 'base', {
      hazards: { oldAges: [oldAge('old.one', { years: 12 }), oldAge('old.two')] },
    });
    const loaded = await load(base, over);
    const merged = hazardsOf(loaded, 'over')!;
    expect({ ...merged, oldAges: [] }).toEqual({ ...hazardsOf(loaded, 'base')!, oldAges: [] });
    expect(merged.oldAges.map(({ id, years }) => [id, years])).toEqual([
      ['old.one', 12],
      ['old.two', 15],
    ]);
  });

  it('replace days by step, class and group, and duties by step and class, in their place', async () => {
    const over = overPack('over', 'base', {
      hazards: {
        deadlines: [deadline('rectify', 'severe', { group: 'II', days: 2 }), deadline('report', 'severe', { days: 1 })],
        duties: [duty('notify', 'ordinary', { confidence: 'law' }), duty('report', 'severe')],
      },
    });
    const { deadlines, duties } = hazardsOf(await load(base, over), 'over')!;
    expect(deadlines).toHaveLength(allDeadlines().length + 1);
    expect(deadlines.filter(({ days }) => days !== 7).map((one) => [one.step, one.class, one.group, one.days])).toEqual(
      [
        ['rectify', 'severe', 'II', 2],
        ['report', 'severe', undefined, 1],
      ],
    );
    expect(duties.map(({ step, class: of, confidence }) => [step, of, confidence])).toEqual([
      ['notify', 'ordinary', 'law'],
      ['report', 'severe', 'reading'],
    ]);
  });

  it('may replace the matrix as a whole', async () => {
    const cells = { ...(riskMatrix()['cells'] as LoosePack), '4F': 'III' };
    const loaded = await load(base, overPack('over', 'base', { hazards: { matrix: riskMatrix({ cells }) } }));
    expect([hazardsOf(loaded, 'over')!.matrix.cells['4F'], hazardsOf(loaded, 'base')!.matrix.cells['4F']]).toEqual([
      'III',
      'II',
    ]);
  });

  it('that are stated nowhere are not there, and a pack that states a matrix has empty lists for the rest', async () => {
    const deadlines = allDeadlines();
    const loaded = await load(
      smallPack('none'),
      overPack('over-none', 'none'),
      smallPack('bare', { hazards: { matrix: riskMatrix(), deadlines } }),
    );
    expect(loaded.refused).toEqual([]);
    expect([hazardsOf(loaded, 'none'), hazardsOf(loaded, 'over-none')]).toEqual([undefined, undefined]);
    expect(hazardsOf(loaded, 'bare')).toMatchObject({
      components: [],
      classes: [],
      duties: [],
      notes: [],
      programmes: [],
    });
  });

  it('stand under a base without any, once they bring their own matrix', async () => {
    const loaded = await load(smallPack('none'), overPack('over', 'none', { hazards: smallHazards() }));
    expect(hazardsOf(loaded, 'over')!.components.map(({ id }) => id)).toEqual(['brake', 'door-lock']);
  });

  it('are also for the kinds of other catalogues that a kind covers', async () => {
    const own = smallPack('own', {
      kinds: [kind('L1'), kind('L2', { covers: ['3110'] })],
      hazards: smallHazards({
        classes: [hazardClass('c.one', { appliesTo: { kinds: ['L2'] } })],
        oldAges: [oldAge('old.one', { appliesTo: { kinds: ['L1'] } })],
      }),
    });
    const { classes, oldAges } = hazardsOf(await load(own), 'own')!;
    expect(classes[0]?.appliesTo.kinds).toEqual(['L2', '3110']);
    expect(oldAges[0]?.appliesTo.kinds).toEqual(['L1']);
  });

  it('that break what they inherit are refused at the line that says what they extend', async () => {
    const over = overPack('over', 'base', {
      kinds: [],
      hazards: { components: [component('brake', { aliases: ['Part door-lock'] })] },
    });
    const [refused] = (await load(base, over)).refused;
    expect(refused?.file).toBe('over.json');
    expect(refused?.faults[0]?.pointer).toBe('/extends');
    expect(refused?.faults[0]?.sentence.en).toBe('Part door-lock means the component brake already.');
  });
});
