import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, type Answer } from '../../support/command-line';

describe('the sample command with rough edges and fabricated rounds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-sample-rough-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const sample = (name: string, ...options: string[]) =>
    answer([
      ...['sample', '--elevators', '120', '--years', '1', '--seed', '7', '--out', join(folder, name)],
      ...options,
    ]);
  const lines = (name: string, file: string): string[][] =>
    readFileSync(join(folder, name, file), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  let made: Answer;
  beforeAll(async () => {
    made = await sample('a', '--fabricate', 'desk:0.05', '--fabricate', 'lent-name:.03', '--fabricate', 'copied:0.02');
  });

  it('writes the truth in files of its own, and leaves nothing else behind', async () => {
    expect([made.code, made.out.trim().split('\n')]).toEqual([0, expect.arrayContaining([join(folder, 'a', 'fabricated.csv')])]); // prettier-ignore
    expect(readdirSync(join(folder, 'a')).sort()).toEqual([
      'callouts.csv',
      'elevators.csv',
      'fabricated.csv',
      'hazards.csv',
      'inspections.csv',
      'outages.csv',
      'people.csv',
      'rough.csv',
      'sites.csv',
      'visits.csv',
    ]);
    await sample('b', '--fabricate', 'copied:0.02', '--fabricate', 'desk:0.05', '--fabricate', 'lent-name:.03');
    for (const file of readdirSync(join(folder, 'a')))
      expect(readFileSync(join(folder, 'b', file))).toEqual(readFileSync(join(folder, 'a', file)));
  });

  it('names each fabricated record once, by a line of the table of visits, and counts their rounds', () => {
    const visits = new Set(lines('a', 'visits.csv').map(([no, date]) => `${no} ${date}`));
    const truth = lines('a', 'fabricated.csv');
    const keys = truth.map(([no, date]) => `${no} ${date}`);
    expect(visits.size).toBe(lines('a', 'visits.csv').length);
    expect(keys.filter((key) => !visits.has(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    const rounds = (kind: string) => new Set(truth.filter((row) => row[2] === kind).map((row) => row[3])).size;
    expect(new Set(truth.map(([, , kind]) => kind))).toEqual(new Set(['desk', 'lent-name', 'copied']));
    expect(made.err).toContain(
      `fabricated: desk ${rounds('desk')}, copied ${rounds('copied')}, lent-name ${rounds('lent-name')}.`,
    );
    const honest = lines('a', 'rough.csv').map(([no, date]) => `${no} ${date}`);
    expect(honest.filter((key) => !visits.has(key) || keys.includes(key))).toEqual([]);
    expect(lines('a', 'visits.csv').some((row) => row.some((cell) => /desk|copied|lent/.test(cell)))).toBe(false);
  });

  it('writes tables that the audit and the command for hazards take without a word', async () => {
    const at = (name: string) => join(folder, 'a', name);
    const audit = await answer([
      ...['audit', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--outages', at('outages.csv')],
      ...['--inspections', at('inspections.csv'), '--callouts', at('callouts.csv'), '--as-of', '2026-11-23', '--format', 'json'],
      ...['--doubts', '--sites', at('sites.csv'), '--certificates', at('people.csv')],
    ]); // prettier-ignore
    const { problems, elevators } = JSON.parse(audit.out) as { problems: unknown[]; elevators: unknown[] };
    expect([audit.err, problems, elevators.length]).toEqual(['', [], 120]);
    const hazards = await answer([
      ...['hazards', '--register', at('elevators.csv'), '--hazards', at('hazards.csv')],
      ...['--callouts', at('callouts.csv'), '--as-of', '2026-11-23', '--format', 'json'],
    ]);
    expect(hazards.err).toBe('');
  });

  it('names ways by the addresses of the register, and people with a certificate on each day of theirs', () => {
    const text = readFileSync(join(folder, 'a', 'elevators.csv'), 'utf8');
    const ways = lines('a', 'sites.csv');
    expect(ways.length).toBeGreaterThan(20);
    for (const [from, to, minutes] of ways)
      expect([text.includes(from!), text.includes(to!), Number(minutes) >= 1 && Number(minutes) < 60]).toEqual([true, true, true]); // prettier-ignore
    const byName = new Map<string, string[][]>();
    for (const row of lines('a', 'people.csv')) byName.set(row[0]!, [...(byName.get(row[0]!) ?? []), row]);
    for (const { date, names } of lines('a', 'visits.csv').map((row) => ({ date: row[1]!, names: row[5]!.split(';') })))
      for (const name of names)
        expect(byName.get(name)!.some(([, , from, until]) => from! <= date && date <= until!)).toBe(true);
  });

  it('writes an honest fleet where only rough edges are asked for', async () => {
    const { code, err } = await sample('c', '--rough');
    expect([code, lines('c', 'fabricated.csv')]).toEqual([0, []]);
    expect(lines('c', 'rough.csv').length).toBeGreaterThan(100);
    expect(err).toContain('fabricated: none.');
  });

  it.each([
    ['desk', '--fabricate takes KIND:RATE'],
    ['desk:0', '--fabricate takes KIND:RATE'],
    ['desk:0.21', '--fabricate takes KIND:RATE'],
    ['desk:1e-2', '--fabricate takes KIND:RATE'],
    ['forged:0.1', 'one of desk, copied'],
    ['desk:0.1,--fabricate,desk:0.1', 'each once'],
    ['desk:0.2,--fabricate,copied:0.2,--fabricate,walk-by:0.11', 'add up to 0.5'],
  ])('refuses %s and exits with 2', async (value, sentence) => {
    const { code, err } = await sample('none', '--fabricate', ...value.split(','));
    expect([code, readdirSync(folder).includes('none')]).toEqual([2, false]);
    expect(err).toContain(sentence);
  });
});
