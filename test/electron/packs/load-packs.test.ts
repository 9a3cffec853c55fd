import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checklistFor, type RulePack } from '../../../domain/pack/rule-pack';
import { TASKS } from '../../../domain/visit/visit';
import { loadPacks } from '../../../electron/packs/load-packs';

const regulations = join(import.meta.dirname, '..', '..', '..', 'resources', 'regulations');
const schema = join(regulations, 'rule-pack.schema.json');
const china = JSON.parse(readFileSync(join(regulations, 'cn.json'), 'utf8')) as RulePack;
type Loose = Record<string, unknown>;

describe('the packs that come with the program', () => {
  it('all load', async () => {
    const { packs, refused } = await loadPacks(schema, [regulations]);
    expect(refused).toEqual([]);
    expect(packs.map(({ pack }) => pack.id)).toEqual(['cn']);
    expect(packs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('China has its four maintenance rules in the order of the format', () => {
    expect(china.rules.map(({ id }) => id)).toEqual([
      'cn.maintenance.half-month',
      'cn.maintenance.quarter',
      'cn.maintenance.half-year',
      'cn.maintenance.year',
    ]);
    expect(china.rules.map(({ warnDays }) => warnDays)).toEqual([3, 15, 15, 15]);
    expect(china.rules.map(({ versions }) => versions[0]?.confidence)).toEqual([
      'law',
      'reading',
      'reading',
      'reading',
    ]);
  });

  it.each([
    ['3110', [31, 44, 59, 76]],
    ['3210', [30, 43, 52, 66]],
    ['3430', [20, 28, 38, 52]],
    ['3310', [33, 38, 50, 63]],
    ['3420', [0, 0, 0, 0]],
  ])('the checklist of kind %s grows with the category: %j', (kind, counts) => {
    expect(TASKS.map((_, index) => checklistFor(china, kind, TASKS.slice(0, index + 1)).length)).toEqual(counts);
  });

  it('has all 257 items of annexes A to D, each in two languages with a source and a confidence', () => {
    const items = china.checklists.flatMap((checklist) => checklist.items);
    expect(items).toHaveLength(257);
    for (const item of items) {
      expect(item.title.en, item.id).not.toMatch(/[\u4e00-\u9fff]/);
      expect(item.requirement.en, item.id).not.toMatch(/[\u4e00-\u9fff]/);
      expect(item.sources.length, item.id).toBeGreaterThan(0);
    }
    expect(items.find(({ id }) => id === 'A-1.29')?.limit).toEqual({ min: 7, unit: 'mm' });
  });
});

describe('a pack in the user folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const refusedFor = async (content: string | Uint8Array): Promise<string> => {
    writeFileSync(join(folder, 'mine.json'), content);
    const { packs, refused } = await loadPacks(schema, [folder]);
    expect(packs).toEqual([]);
    expect(refused[0]?.file).toBe('mine.json');
    return refused[0]?.reason ?? '';
  };
  const broken = (change: (pack: Loose) => void): string => {
    const copy = structuredClone(china) as unknown as Loose;
    change(copy);
    return JSON.stringify(copy);
  };
  const firstRule = (pack: Loose): Loose => (pack['rules'] as Loose[])[0]!;
  const firstVersion = (pack: Loose): Loose => (firstRule(pack)['versions'] as Loose[])[0]!;

  it('is offered when it is in order', async () => {
    writeFileSync(
      join(folder, 'mine.json'),
      broken((pack) => (pack['id'] = 'mine')),
    );
    const { packs } = await loadPacks(schema, [regulations, folder]);
    expect(packs.map(({ pack }) => pack.id)).toEqual(['cn', 'mine']);
  });

  it.each<[string, (pack: Loose) => void, RegExp]>([
    ['lacks its rules', (pack) => delete pack['rules'], /must have required property/],
    ['has a surplus member', (pack) => (pack['more'] = 1), /must NOT have additional properties/],
    [
      'has a rule with a negative interval',
      (pack) => (firstVersion(pack)['interval'] = { count: -1, unit: 'day' }),
      /\/rules\/0\/versions\/0\/interval\/count/,
    ],
    [
      'names a counting mode that is not in the program',
      (pack) => (firstRule(pack)['countingMode'] = 'moon'),
      /\/rules\/0\/countingMode/,
    ],
    [
      'has a date that does not exist',
      (pack) => (firstVersion(pack)['effectiveFrom'] = '2003-02-30'),
      /\/rules\/0\/versions\/0\/effectiveFrom: 2003-02-30 does not exist/,
    ],
    [
      'cites an unknown source',
      (pack) => (firstVersion(pack)['sources'] = ['NOWHERE']),
      /NOWHERE is cited but not listed/,
    ],
    [
      'repeats a rule id',
      (pack) => (pack['rules'] as Loose[]).push(structuredClone(firstRule(pack))),
      /cn.maintenance.half-month stands twice/,
    ],
    [
      'has overlapping versions',
      (pack) => (firstRule(pack)['versions'] as Loose[]).push(structuredClone(firstVersion(pack))),
      /overlaps the version before it/,
    ],
    [
      'has a rule its own task does not satisfy',
      (pack) => (firstRule(pack)['satisfiedBy'] = ['year']),
      /\/rules\/0\/satisfiedBy: lacks half-month/,
    ],
    ['has no such time zone', (pack) => (pack['zone'] = 'Asia/Atlantis'), /\/zone/],
  ])('that %s is refused with the place and the reason', async (_what, change, reason) => {
    expect(await refusedFor(broken(change))).toMatch(reason);
  });

  it('that is not JSON is refused with what the reader stumbled over', async () => {
    expect(await refusedFor('{\n"format": oops\n}')).toMatch(/not JSON: .*oops/s);
  });
  it('that is not text, too deep or too large is refused', async () => {
    expect(await refusedFor(Uint8Array.of(0xff, 0xfe, 0xfd))).toMatch(/UTF-8/);
    expect(await refusedFor('['.repeat(200_000))).not.toBe('');
    expect(await refusedFor(' '.repeat(9 * 1024 * 1024))).toMatch(/larger/);
  });
  it('takes the place of no pack that is already there', async () => {
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(china));
    const { refused } = await loadPacks(schema, [regulations, folder]);
    expect(refused[0]?.reason).toMatch(/already loaded/);
  });
  it('with any one member missing is refused or still sound, and never throws', async () => {
    const paths = leafPaths(china.rules[0], ['rules', '0']);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), async (path) => {
        const copy = structuredClone(china) as unknown as Loose;
        let node = copy;
        for (const key of path.slice(0, -1)) node = node[key] as Loose;
        Reflect.deleteProperty(node, path.at(-1)!);
        writeFileSync(join(folder, 'mine.json'), JSON.stringify(copy));
        const { packs, refused } = await loadPacks(schema, [folder]);
        expect(packs.length + refused.length).toBe(1);
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});

function leafPaths(node: unknown, path: string[]): string[][] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => [[...path, key], ...leafPaths(value, [...path, key])]);
}
