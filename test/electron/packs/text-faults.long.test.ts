import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../electron/packs/load-packs';
import {
  oldAge,
  PackFolder,
  requirement,
  rule,
  smallHazards,
  smallPack,
  version,
  type LoosePack,
} from '../../support/small-pack';

const schema = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations', 'rule-pack.schema.json');
const both = (text: string) => ({ 'zh-CN': text, en: text });
const citing = (document: string) => ({
  document: both(document),
  shortDocument: both('Order'),
  clause: both('art. 1'),
  shortClause: both('art. 1'),
  says: both('Says so.'),
});
const newer = (more: LoosePack = {}) => ({ title: both('Order 2'), from: '2026-05-01', sources: ['S1'], ...more });
const programme = (more: LoosePack = {}) => ({
  id: 'p.one',
  title: both('Grant'),
  says: both('Grants.'),
  conditions: [],
  from: '2026-01-01',
  to: null,
  confidence: 'reading',
  textAsOf: null,
  lookedUntil: null,
  sourceConfidence: 'medium',
  sources: ['S1'],
  ...more,
});
const withVersion = (more: LoosePack): LoosePack =>
  smallPack('mine', { rules: [rule('r.one', { versions: [version(more)] })] });
const withRequirement = (more: LoosePack): LoosePack =>
  smallPack('mine', { requirements: [requirement('q.one', more)] });
const withHazards = (more: LoosePack): LoosePack => smallPack('mine', { hazards: smallHazards(more) });

let folder: PackFolder;
beforeEach(() => (folder = new PackFolder()));
afterEach(() => folder.end());

async function load(pack: LoosePack) {
  folder.write('mine.json', pack);
  return loadPacks(schema, [folder.path]);
}

describe('a pack is refused that', () => {
  it.each<readonly [string, LoosePack, string, string]>([
    [
      'reads a text of a day that does not exist',
      withVersion({ textAsOf: '2009-02-30' }),
      '/rules/0/versions/0/textAsOf',
      '2009-02-30',
    ],
    [
      'looked until a day that does not exist',
      withRequirement({ lookedUntil: '2026-11-31' }),
      '/requirements/0/lookedUntil',
      '2026-11-31',
    ],
    [
      'dates its successor by no day',
      withVersion({ successorKnown: newer({ from: '2026-02-29' }) }),
      '/rules/0/versions/0/successorKnown/from',
      '2026-02-29',
    ],
    [
      'knows a successor from nowhere',
      withVersion({ successorKnown: newer({ sources: ['S9'] }) }),
      '/rules/0/versions/0/successorKnown/sources/0',
      'S9',
    ],
    [
      'ends a programme before it starts',
      withHazards({ programmes: [programme({ to: '2025-12-31' })] }),
      '/hazards/programmes/0/to',
      'before',
    ],
    [
      'cites an invented edition in a rule',
      withVersion({ legalBasis: citing('TSG T5002-2024') }),
      '/rules/0/versions/0/legalBasis/document',
      'TSG T5002',
    ],
    [
      'cites it in a requirement, unverified or not',
      withRequirement({ confidence: 'unverified', legalBasis: citing('《电梯施工类》(T5001-2023)') }),
      '/requirements/0/legalBasis/document',
      'T5001-2023',
    ],
    [
      'names it as a successor',
      withVersion({ successorKnown: newer({ title: both('TSG T5002—2025') }) }),
      '/rules/0/versions/0/successorKnown/title',
      'TSG T5002',
    ],
    [
      'cites it for an age',
      withHazards({ oldAges: [oldAge('old.one', { legalBasis: citing('TSG T5002-2026') })] }),
      '/hazards/oldAges/0/legalBasis/document',
      'TSG T5002',
    ],
    [
      'judges by what is not confirmed',
      withRequirement({ legalBasis: citing('TSG Z0008-2023') }),
      '/requirements/0/legalBasis/document',
      'Z0008-2023',
    ],
    [
      'still has one month for both dates',
      withVersion({ verifiedThrough: '2026-11' }),
      '/rules/0/versions/0/verifiedThrough',
      'textAsOf',
    ],
    [
      'has a member by a name that every object inherits',
      withVersion({ toString: 1 }),
      '/rules/0/versions/0/toString',
      'toString',
    ],
    [
      'says of a clause not how old it is',
      withVersion({ lookedUntil: undefined }),
      '/rules/0/versions/0',
      'lookedUntil',
    ],
    ['gives a search no day', withVersion({ lookedUntil: '2026-11' }), '/rules/0/versions/0/lookedUntil', '2026-11'],
  ])('%s', async (_, pack, pointer, part) => {
    const { refused } = await load(pack);
    expect(refused[0]?.faults).toHaveLength(1);
    expect(refused[0]?.faults[0]).toMatchObject({ pointer });
    expect(refused[0]?.faults[0]?.sentence.en).toContain(part);
  });

  it.each([
    ['a year', withVersion({ textAsOf: '1998' })],
    ['a month', withVersion({ textAsOf: '2022-03' })],
    ['nothing that is known', withVersion({ textAsOf: null, lookedUntil: null })],
    ['a successor without a known start', withVersion({ successorKnown: newer({ from: null }) })],
    [
      'an unconfirmed name, unverified',
      withRequirement({ confidence: 'unverified', legalBasis: citing('TSG Z0008-2023') }),
    ],
    ['days of the house without a text', withHazards({})],
    [
      'a programme by classes',
      withHazards({
        programmes: [
          programme({
            grants: [
              { title: both('to 9'), maxStops: 9, yuan: 100000 },
              { title: both('more'), yuan: null },
            ],
          }),
        ],
      }),
    ],
  ])('is taken with %s', async (_, pack) => {
    expect((await load(pack)).refused).toEqual([]);
  });
});
