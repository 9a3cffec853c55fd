import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryRow } from '../../domain/fleet/elevator-history';
import type { ReadModel } from './database';
import { eachHistory, gather, wantsGathering } from './history-blocks';
import { ModelDamaged, sumOf } from './model-print';

/**
 * Loads every elevator with its packed history, telling how far it is after each part. Records that lie about in number
 * are gathered while they are all at hand, which the next start is spared. Throws ModelDamaged where the rows are not those
 * that were written.
 */
export async function loadFleet(
  model: ReadModel,
  onProgress: (done: number, total: number) => void,
): Promise<Map<RegistrationNo, HistoryRow>> {
  const gathers = await wantsGathering(model);
  const tables = [model.elevators, model.histories, model.historyBlocks, model.meta];
  return model.transaction(gathers ? 'rw' : 'r', tables, async () => {
    const total = await model.elevators.count();
    const fleet: Map<RegistrationNo, HistoryRow> = new Map();
    await eachHistory(model, (rows) => {
      for (const row of rows) fleet.set(row.registrationNo, row);
      onProgress(fleet.size, total);
    });
    const tally = (await model.meta.get('state'))?.tally;
    if (fleet.size > total) {
      const standing = new Set(await model.elevators.toCollection().primaryKeys());
      for (const no of fleet.keys()) if (!standing.has(no)) fleet.delete(no); // no longer on record
    }
    if (tally !== undefined && (fleet.size !== tally.elevators || sumOf(fleet.values()) !== tally.sum))
      throw new ModelDamaged('the rows of the fleet');
    const sorted = inOrder(fleet);
    if (gathers) await gather(model, sorted);
    return sorted;
  });
}

/** The fleet with the rows of the elevators that changed, in its order; one that has no row is no longer on record. */
export function withRows(
  fleet: Map<RegistrationNo, HistoryRow>,
  touched: readonly RegistrationNo[],
  rows: readonly HistoryRow[],
): Map<RegistrationNo, HistoryRow> {
  const standing = new Map(rows.map((row) => [row.registrationNo, row]));
  const hasNew = rows.some(({ registrationNo }) => !fleet.has(registrationNo));
  for (const no of touched) {
    const row = standing.get(no);
    if (row === undefined) fleet.delete(no);
    else fleet.set(no, row);
  }
  return hasNew ? inOrder(fleet) : fleet;
}

function inOrder(fleet: ReadonlyMap<RegistrationNo, HistoryRow>): Map<RegistrationNo, HistoryRow> {
  return new Map([...fleet].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the tables have as many rows as were written; cheap enough for every start. */
export async function hasAllRows(model: ReadModel): Promise<boolean> {
  return model.transaction('r', [model.elevators, model.visits, model.meta], async () => {
    const tally = (await model.meta.get('state'))?.tally;
    if (tally === undefined) return true;
    return tally.elevators === (await model.elevators.count()) && tally.visits === (await model.visits.count());
  });
}
