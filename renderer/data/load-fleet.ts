import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryRow, ReadModel } from './database';
import { eachPart, gatherHistories } from './history-blocks';

/** The fleet in memory, in the order of the numbers. */
export type Fleet = Map<RegistrationNo, HistoryRow>;

/** Few enough that progress is seen to move. */
const BLOCKS_A_READ = 32;

/**
 * Loads every elevator with its packed history, telling how far it is after each part. Rows that stand apart in number
 * are gathered into blocks first, which the next start is spared.
 */
export async function loadFleet(model: ReadModel, onProgress: (done: number, total: number) => void): Promise<Fleet> {
  const elevators = await model.elevators.count();
  const apart = await model.histories.count();
  let [done, total] = [0, elevators];
  const read = (rows: number): void => {
    done += rows;
    onProgress(done, Math.max(done, total));
  };
  await gatherHistories(model, (rows) => {
    total = elevators + apart; // every row that is gathered is read twice
    read(rows);
  });
  const fleet: Fleet = new Map();
  const put = (rows: readonly HistoryRow[]): void => {
    for (const row of rows) fleet.set(row.registrationNo, row);
    read(rows.length);
  };
  await model.transaction('r', [model.histories, model.historyBlocks], async () => {
    for (let next = 0; ;) {
      const blocks = await model.historyBlocks.where(':id').aboveOrEqual(next).limit(BLOCKS_A_READ).toArray();
      const end = blocks.at(-1);
      if (end === undefined) break;
      put(blocks.flatMap(({ histories }) => histories));
      next = end.block + 1;
    }
    await eachPart(model, put);
  });
  return new Map([...fleet].sort(([a], [b]) => (a < b ? -1 : 1)));
}
