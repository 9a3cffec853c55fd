import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPackFiles, packFiles, type LoadedPacks } from '../../../electron/packs/load-packs';
import { overPack, PackFolder } from '../../support/small-pack';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const schema = join(regulations, 'rule-pack.schema.json');
const page = readFileSync(join(regulations, 'README.md'), 'utf8');

describe('the example of the page on packs', () => {
  let folder: PackFolder;
  beforeEach(() => {
    folder = new PackFolder();
  });
  afterEach(() => folder.end());
  const example = (): string => {
    return /```json\n(\{\n {2}"format"[\s\S]*?)```/.exec(page)?.[1] ?? '';
  };
  const load = (text: string): Promise<LoadedPacks> =>
    loadPackFiles(schema, [{ path: folder.write('mine.json', text), name: 'mine.json', origin: 'user' }]);

  it('is taken as it stands', async () => {
    const { packs, refused } = await load(example());
    expect(refused).toEqual([]);
    expect(packs.map(({ pack }) => pack.id)).toEqual(['example']);
  });

  it('is refused with line and reason once a number in it is wrong', async () => {
    const wrong = example().replace('"count": 15', '"count": 0');
    const { refused } = await load(wrong);
    const line = wrong.split('\n').findIndex((text) => text.includes('"count": 0')) + 1;
    expect(refused[0]?.faults.map((fault) => fault.line)).toEqual([line]);
    expect(refused[0]?.faults[0]?.sentence.en).toContain('at least 1');
  });
});

describe('the example of hazards on the page on packs', () => {
  it('is taken in a pack that extends the China pack, and adds what it says', async () => {
    const hazards = /```json\n("hazards": \{[\s\S]*?)```/.exec(page)?.[1] ?? '';
    const folder = new PackFolder();
    const own = JSON.stringify(overPack('mine', 'cn', { sources: [{ id: 'ORDER-7', title: 'Order 7' }] }));
    const path = folder.write('mine.json', own.replace(/}$/, `,${hazards}}`));
    const files = [...(await packFiles(regulations, schema)), { path, name: 'mine.json', origin: 'user' as const }];
    const { packs, refused } = await loadPackFiles(schema, files);
    folder.end();
    expect(refused).toEqual([]);
    const mine = packs.at(-1)!.pack.hazards!;
    const cn = packs.find(({ pack }) => pack.id === 'cn')!.pack.hazards!;
    expect(mine.oldAges.map(({ id }) => id)).toEqual(['cn.old.15', 'example.old']);
    const days = (criteria: typeof cn): unknown[] =>
      criteria.deadlines.filter((one) => one.class === 'severe' && one.group === 'I').map((one) => one.days);
    expect([days(cn), days(mine)]).toEqual([[7], [2]]);
    expect(mine.components).toEqual(cn.components);
  });
});

describe('the page on packs', () => {
  interface Shape {
    readonly properties: Readonly<Record<string, { readonly const?: string }>>;
  }
  const shapes = JSON.parse(readFileSync(schema, 'utf8')) as Shape & {
    readonly $defs: Readonly<Record<string, Shape & { readonly oneOf: readonly Shape[] }>>;
  };

  it.each(['mode', 'kind'] as const)('has a row for every %s that the schema knows', (tag) => {
    const words = shapes.$defs[tag === 'mode' ? 'counting' : 'requirement']!.oneOf.map(
      ({ properties }) => properties[tag]?.const ?? '',
    );
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) expect(page).toContain(`| \`${word}\` |`);
  });

  it('names every member of a pack, a rule, a version, a kind, an item, a requirement and of what stands under hazards', () => {
    const members = [
      shapes,
      ...[
        ...['rule', 'version', 'kind', 'item', 'requirement', 'legalBasis', 'hazards', 'component', 'riskMatrix'],
        ...['classCriterion', 'hazardDuty', 'stepDeadline', 'oldAge', 'assessmentTrigger', 'assessmentList'],
        ...['assessmentItem', 'programme', 'hazardNote'],
      ].map((one) => shapes.$defs[one]!),
    ];
    const names = new Set(members.flatMap(({ properties }) => Object.keys(properties)));
    expect([...names].filter((name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`))).toEqual([]);
  });
});
