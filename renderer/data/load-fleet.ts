import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryRow, ReadModel } from './database';
import { eachHistory, gather, wantsGathering } from './history-blocks';

/** The fleet in memory, in the order of the numbers. */
export type Fleet = Map<RegistrationNo, HistoryRow>;

/**
 * Loads every elevator with its packed history, telling how far it is after each part. Records that lie about in number
 * are gathered while they are all at hand, which the next start is spared.
 */
export async function loadFleet(model: ReadModel, onProgress: (done: number, total: number) => void): Promise<Fleet> {
  const gathers = await wantsGathering(model);
  const tables = [model.elevators, model.histories, model.historyBlocks];
  return model.transaction(gathers ? 'rw' : 'r', tables, async () => {
    const total = await model.elevators.count();
    const fleet: Fleet = new Map();
    await eachHistory(model, (rows) => {
      for (const row of rows) fleet.set(row.registrationNo, row);
      onProgress(fleet.size, total);
    });
    const sorted = new Map([...fleet].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (gathers) await gather(model, sorted);
    return sorted;
  });
}
