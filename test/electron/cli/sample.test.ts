import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { makeSampleFleet } from '../../../domain/sample/sample-fleet';
import { sampleHazards } from '../../../domain/sample/sample-hazards';
import { answer } from '../../support/command-line';

/** First 16 hex digits of the SHA-256 of elevators, visits, outages and inspections for 12 elevators, 1 year, seed 7. */
const FOUR_TABLES = ['a1e492e62d495de9', 'ddefdbe525524855', 'a211ff34f6509ade', '43372150d63a3808'];

describe('the sample command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-sample-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const sample = (name: string, seed: string, now?: string) =>
    answer(
      ['sample', '--elevators', '12', '--years', '1', '--seed', seed, '--out', join(folder, name)],
      now === undefined ? {} : { now },
    );
  const bytes = (name: string) => readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file)));

  it('writes the four tables and the two of its ledger, and the same bytes for the same seed on another day', async () => {
    const first = await sample('a', '7');
    expect(first.code).toBe(0);
    expect(first.out.trim().split('\n')).toHaveLength(6);
    await sample('b', '7', '2031-01-01T00:00:00Z');
    await sample('c', '8');
    expect(readdirSync(join(folder, 'a')).sort()).toEqual([
      'callouts.csv',
      'elevators.csv',
      'hazards.csv',
      'inspections.csv',
      'outages.csv',
      'visits.csv',
    ]);
    expect(bytes('a')).toEqual(bytes('b'));
    expect(bytes('a')).not.toEqual(bytes('c'));
  });

  it('the four tables of a seed are what they were before the ledger stood beside them', () => {
    const hash = (name: string): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'a', name)))
        .digest('hex')
        .slice(0, 16);
    expect(['elevators', 'visits', 'outages', 'inspections'].map((name) => hash(`${name}.csv`))).toEqual(FOUR_TABLES);
  });

  it('writes a ledger that the command for hazards takes without a word', async () => {
    const at = (name: string) => join(folder, 'a', name);
    const { code, err, out } = await answer([
      ...['hazards', '--register', at('elevators.csv'), '--hazards', at('hazards.csv')],
      ...['--callouts', at('callouts.csv'), '--as-of', '2026-11-23', '--format', 'json'],
    ]);
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
    const fleet = makeSampleFleet({ elevators: 12, years: 1, seed: 7, asOf: '2026-11-23' as CivilDate });
    const ledger = sampleHazards(fleet, '2026-11-23' as CivilDate, 7);
    const { hazards } = JSON.parse(out) as { hazards: { steps: unknown[]; what: string }[] };
    expect(hazards.map(({ steps, what }) => ({ steps, what }))).toEqual(
      ledger.map(({ steps, hazard: { what } }) => ({ steps: [...steps], what })),
    );
  });

  it('writes tables that the audit takes without a word', async () => {
    const at = (name: string) => join(folder, 'a', name);
    const { code, err } = await answer([
      ...['audit', '--register', at('elevators.csv'), '--visits', at('visits.csv'), '--outages', at('outages.csv')],
      ...['--inspections', at('inspections.csv'), '--as-of', '2026-11-23', '--format', 'json'],
    ]);
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
  });

  it.each([
    [['--elevators', '0'], '--elevators takes a whole number from 1'],
    [['--elevators', '1e3'], '--elevators takes a whole number from 1'],
    [['--years', '-1'], 'ambiguous'],
    [['--seed', 'x'], '--seed takes a whole number from 0'],
    [['--elevators', '200001'], '--elevators takes a whole number from 1'],
  ])('refuses %j and exits with 2', async (options, sentence) => {
    const { code, err } = await answer([
      ...['sample', '--elevators', '1', '--years', '1', '--seed', '1', '--out', join(folder, 'none'), ...options],
    ]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(readdirSync(folder)).not.toContain('none');
  });
});
