import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { openReadModel, type HistoryRow, type ReadModel } from '../../../renderer/data/database';
import { blockOf, gatherHistories, historiesOf } from '../../../renderer/data/history-blocks';
import { loadFleet } from '../../../renderer/data/load-fleet';

const open = (): Promise<ReadModel> => openReadModel('model', { indexedDB: new IDBFactory(), IDBKeyRange });
const numberOf = (i: number) => `梯${String(i).padStart(5, '0')}` as RegistrationNo;

function row(registrationNo: RegistrationNo, address = '旧'): HistoryRow {
  const elevator = { registrationNo, kind: '3110', regime: 'standard', address } as const;
  return { registrationNo, elevator, callouts: [], ...packHistory(elevator, [], [], []) };
}

async function put(model: ReadModel, rows: readonly HistoryRow[]): Promise<void> {
  await model.histories.bulkPut([...rows]);
  for (const { registrationNo } of rows)
    await model.elevators.put({ registrationNo, outages: [], inspections: [], callouts: [] } as never);
}

const quiet = (): void => undefined;
const MANY = Array.from({ length: 2_500 }, (_, i) => row(numberOf(i)));

describe('the histories of a fleet', () => {
  it('that are few stand apart, and loading leaves them there', async () => {
    const model = await open();
    await put(model, [row(numberOf(2)), row(numberOf(1))]);
    expect([...(await loadFleet(model, quiet)).keys()]).toEqual([numberOf(1), numberOf(2)]);
    expect([await model.histories.count(), await model.historyBlocks.count()]).toEqual([2, 0]);
  });

  it('that are many are gathered on loading, come back in order, and progress ends at its total', async () => {
    const model = await open();
    await put(model, MANY);
    const told: (readonly [number, number])[] = [];
    const fleet = await loadFleet(model, (done, total) => told.push([done, total]));
    expect([...fleet.values()]).toEqual(MANY);
    expect(await model.histories.count()).toBe(0);
    expect(await model.historyBlocks.count()).toBeGreaterThan(400);
    expect(told.at(-1)).toEqual([5_000, 5_000]);
    expect(told.every(([done], i) => i === 0 || done > told[i - 1]![0])).toBe(true);
    expect([...(await loadFleet(model, quiet)).values()]).toEqual(MANY);
  });

  it('a row apart is newer than the one in its block, for the fleet and for one elevator', async () => {
    const model = await open();
    await put(model, MANY);
    await gatherHistories(model, quiet);
    await model.histories.put(row(numberOf(7), '新'));
    expect((await loadFleet(model, quiet)).get(numberOf(7))?.elevator.address).toBe('新');
    const [seven, eight] = await historiesOf(model, [numberOf(7), numberOf(8)]);
    expect([seven?.elevator.address, eight?.elevator.address]).toEqual(['新', '旧']);
    expect(await historiesOf(model, [numberOf(9_999)])).toEqual([]);
  });

  it('gathered again, the newer row takes the place of the older', async () => {
    const model = await open();
    await put(model, MANY);
    await gatherHistories(model, quiet);
    await model.histories.bulkPut(MANY.map(({ registrationNo }) => row(registrationNo, '新')));
    await gatherHistories(model, quiet);
    const fleet = await loadFleet(model, quiet);
    expect(fleet.size).toBe(MANY.length);
    expect([...fleet.values()].every(({ elevator }) => elevator.address === '新')).toBe(true);
  });

  it('numbers spread evenly over the blocks', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 51_200; i++) counts.set(blockOf(numberOf(i)), (counts.get(blockOf(numberOf(i))) ?? 0) + 1);
    expect(counts.size).toBe(512);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });
});
