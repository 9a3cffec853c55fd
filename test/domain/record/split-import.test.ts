import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import { NO_HASH, type ImportBody } from '../../../domain/record/entry';
import { applyStep, stepsOf } from '../../../domain/record/fold';
import { splitImport } from '../../../domain/record/split-import';
import { sampleCallOuts } from '../../../domain/sample/sample-callouts';
import { makeSampleFleet } from '../../../domain/sample/sample-fleet';
import { sampleHazards } from '../../../domain/sample/sample-hazards';
import { sampleInsurance } from '../../../domain/sample/sample-insurance';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { rounds } from '../../support/length';

const AS_OF = '2026-11-23' as never;

const sample = fc
  .record({ elevators: fc.integer({ min: 1, max: 12 }), seed: fc.nat(1_000) })
  .map(({ elevators, seed }): ImportBody => {
    const fleet = makeSampleFleet({ elevators, years: 1, seed, asOf: AS_OF });
    return {
      ...fleet,
      sources: [
        { file: 'a.csv', sha256: NO_HASH, table: 'visits', encoding: 'utf-8', rows: 1, accepted: 1, refused: 0 },
      ],
      elevatorChanges: [],
      callouts: sampleCallOuts(fleet, 1, AS_OF, seed),
      hazards: sampleHazards(fleet, AS_OF, seed),
      ...sampleInsurance(fleet.elevators, AS_OF),
    };
  });

/** The dossiers as they stand after the bodies, without the numbers of the records. */
function dossiersOf(bodies: readonly ImportBody[]): Record<string, unknown> {
  const dossiers = new Map<RegistrationNo, Dossier>();
  for (const [index, body] of bodies.entries()) {
    const draft = { type: 'records-imported', subject: '', author: '', body } as const;
    const entry = sealEntry(draft, {
      feed: 'a'.repeat(64),
      seq: index + 1,
      at: '2026-11-23T10:00:00+08:00',
      prev: NO_HASH,
    });
    for (const [no, step] of stepsOf(entry, null)) dossiers.set(no, applyStep(dossiers.get(no), no, step));
  }
  const text = JSON.stringify([...dossiers].sort(([a], [b]) => (a < b ? -1 : 1)));
  return Object.fromEntries(JSON.parse(text.replaceAll(/"id":"a{8}\/[0-9.]+"/g, '"id":""')) as [string, unknown][]);
}

describe('an import in parts', () => {
  it('says the same as the whole, in parts no longer than they may be, with whole elevators together', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 500, max: 60_000 }), (body, limit) => {
        const parts = splitImport(body, limit);
        expect(dossiersOf(parts)).toEqual(dossiersOf([body]));
        expect(parts.map(({ sources }) => sources.length)).toEqual(parts.map((_, index) => (index === 0 ? 1 : 0)));
        const longest = Math.max(0, ...[...byElevator(body).values()]);
        const overhead = 1_000; // the names of the lists and of the files
        for (const part of parts)
          expect(JSON.stringify(part).length).toBeLessThan(limit + overhead + longestItem(body));
        if (longest > limit) return;
        const seen = parts.map((part) => new Set([...byElevator(part).keys()]));
        expect(seen.reduce((sum, one) => sum + one.size, 0)).toBe(byElevator(body).size);
      }),
      { seed: 20_261_130, numRuns: rounds(15, 60) },
    );
  });

  it('is one where it fits, also when there is nothing but sources', () => {
    const empty: ImportBody = {
      sources: [],
      elevators: [],
      elevatorChanges: [],
      visits: [],
      outages: [],
      inspections: [],
    };
    expect(splitImport(empty)).toEqual([empty]);
    const { elevators } = makeSampleFleet({ elevators: 3, years: 1, seed: 1, asOf: AS_OF });
    expect(splitImport({ ...empty, sample: true, elevators })).toEqual([{ ...empty, sample: true, elevators }]);
  });
});

/** Characters of what is said of each elevator. */
function byElevator(body: ImportBody): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const [no, length] of itemsOf(body)) lengths.set(no, (lengths.get(no) ?? 0) + length);
  return lengths;
}

function longestItem(body: ImportBody): number {
  return Math.max(0, ...itemsOf(body).map(([, length]) => length));
}

function itemsOf(body: ImportBody): [string, number][] {
  const lists = Object.values(body).filter((list) => Array.isArray(list)) as unknown[][];
  return lists.flat().flatMap((item) => {
    const { registrationNo, hazard } = item as { registrationNo?: string; hazard?: { registrationNo: string } };
    const no = registrationNo ?? hazard?.registrationNo;
    return no === undefined ? [] : [[no, JSON.stringify(item).length + 1] as [string, number]];
  });
}
