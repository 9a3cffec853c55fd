import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallOut } from '../../../domain/callout/callout';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { noRowLists, ROW_LISTS, type HistoryRow } from '../../../domain/fleet/elevator-history';
import { openReadModel, type ReadModel } from '../../../renderer/data/database';
import { packBlock, putHistories, rowsOf } from '../../../renderer/data/history-blocks';
import { loadFleet } from '../../../renderer/data/load-fleet';
import { rounds } from '../../support/length';

const open = (): Promise<ReadModel> => openReadModel('model', { indexedDB: new IDBFactory(), IDBKeyRange });
const numberOf = (i: number) => `梯${String(i).padStart(5, '0')}` as RegistrationNo;

/** What few elevators have. */
const NONE = {
  ...noRowLists(),
  lateCallouts: [],
  lastTeam: [],
  unconfirmed: new Int32Array(0),
  failedInspections: [],
  late: null,
};

function row(i: number, address = '旧'): HistoryRow {
  const registrationNo = numberOf(i);
  const elevator: Elevator = { registrationNo, kind: '3110', regime: 'standard', address };
  return { ...NONE, registrationNo, elevator, ...packHistory(elevator, [], [], []) };
}

const some = (from: number, to: number, address?: string) =>
  Array.from({ length: to - from }, (_, i) => row(from + i, address));

/** As applying an entry writes them. */
async function put(model: ReadModel, rows: readonly HistoryRow[]): Promise<void> {
  await model.elevators.bulkPut(
    rows.map(({ registrationNo }) => ({ registrationNo, outages: [], inspections: [], callouts: [] }) as never),
  );
  await putHistories(model, rows);
}

const quiet = (): void => undefined;
const records = async (model: ReadModel) => [await model.histories.count(), await model.historyBlocks.count()];
const addressOf = async (model: ReadModel, i: number) =>
  (await loadFleet(model, quiet)).get(numberOf(i))?.elevator.address;

const dayArbitrary = fc.integer({ min: -4_000, max: 20_800 }).map(toCivilDate);
const rowArbitrary = fc
  .record({
    no: fc.nat(99_999),
    visits: fc.array(fc.record({ date: dayArbitrary, task: fc.constantFrom('half-month', 'quarter', 'year') })),
    outages: fc.array(fc.record({ from: dayArbitrary, to: fc.option(dayArbitrary, { nil: undefined }) })),
    inspections: fc.array(
      fc.record({
        date: dayArbitrary,
        kind: fc.constantFrom('periodic', 'governor', 'performance-inspection'),
        result: fc.constantFrom('pass', 'fail', 'recheck'),
        validUntil: fc.option(dayArbitrary, { nil: undefined }),
      }),
    ),
    acceptedOn: fc.option(dayArbitrary, { nil: undefined }),
    isPermitted: fc.boolean(),
    calls: fc.nat(2),
    lateDays: fc.nat(2),
    filled: fc.subarray([...ROW_LISTS]),
  })
  .map(({ no, visits, outages, inspections, acceptedOn, isPermitted, calls, lateDays, filled }): HistoryRow => {
    const registrationNo = numberOf(no);
    const permit = { regime: 'on-demand:60', regimeDocument: 'x', regimeFrom: '2026-01-01', regimeTo: '2026-12-31' };
    const elevator = {
      registrationNo,
      kind: '3110',
      regime: 'standard',
      ...(isPermitted && permit),
      ...(acceptedOn !== undefined && { acceptedOn }),
    } as Elevator;
    const callouts = Array.from({ length: calls }, (_, i) => ({
      registrationNo,
      kind: 'fault',
      reportedAt: `2026-01-0${i + 1}T08:00`,
    })) as CallOut[];
    const history = packHistory(elevator, visits, outages as never, inspections as never);
    const failedInspections = inspections.filter(({ result }) => result === 'fail') as never;
    const late =
      lateDays === 0
        ? null
        : {
            entries: [{ on: toCivilDate(20_000), days: lateDays }],
            changes: [],
            withoutEntries: { kind: '3110', history: packHistory(elevator, [], [], []) },
            without: null,
          };
    const lateCallouts = callouts.length > 0 && lateDays > 0 ? ([[0, lateDays]] as const) : [];
    const lists = Object.fromEntries(filled.map((list) => [list, [{ note: list }]]));
    return { ...NONE, ...lists, registrationNo, elevator, callouts, lateCallouts, failedInspections, late, ...history };
  });

describe('histories in one record', () => {
  it('come out as they went in (seed 20261126)', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { maxLength: 12 }), (rows) => {
        expect(rowsOf(packBlock(rows))).toEqual(rows);
      }),
      { seed: 20_261_126, numRuns: rounds(60, 300) },
    );
  });
});

describe('the histories of a fleet', () => {
  it('of a few elevators stand apart, those of an import in blocks; they load in the order of their numbers', async () => {
    const model = await open();
    await put(model, some(100, 1_300));
    await put(model, some(0, 2));
    expect(await records(model)).toEqual([2, 3]);
    expect([...(await loadFleet(model, quiet)).values()]).toEqual([...some(0, 2), ...some(100, 1_300)]);
  });

  it('the newer row stands, whether it came alone or with many', async () => {
    const model = await open();
    await put(model, some(0, 200));
    await put(model, [row(7, '新')]);
    expect([await addressOf(model, 7), await addressOf(model, 8)]).toEqual(['新', '旧']);
    await put(model, some(0, 100, '更新'));
    expect([await addressOf(model, 7), await addressOf(model, 150)]).toEqual(['更新', '旧']);
    expect((await loadFleet(model, quiet)).size).toBe(200);
  });

  it('that lie about in many records are gathered on loading, the newest of each elevator', async () => {
    const model = await open();
    await put(model, some(0, 1_500));
    for (let i = 0; i < 1_500; i += 1) await model.histories.put(row(i, '新'));
    const told: (readonly [number, number])[] = [];
    const fleet = await loadFleet(model, (done, total) => told.push([done, total]));
    expect(fleet.size).toBe(1_500);
    expect(told.at(-1)).toEqual([1_500, 1_500]);
    expect(await records(model)).toEqual([0, 3]);
    expect([...(await loadFleet(model, quiet)).values()]).toEqual(some(0, 1_500, '新'));
  });

  it('of a fleet of none are none', async () => {
    expect((await loadFleet(await open(), quiet)).size).toBe(0);
  });
});
