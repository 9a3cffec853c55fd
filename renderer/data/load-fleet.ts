import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryRow, ReadModel } from './database';

/** The fleet in memory, in the order of the keys. */
export type Fleet = Map<RegistrationNo, HistoryRow>;

/** Rows read at a time: few enough that progress is seen to move, many enough that a read costs little a row. */
const ROWS_A_READ = 10_000;

/** Loads every elevator with its packed history, telling how far it is after each part. */
export async function loadFleet(model: ReadModel, onProgress: (done: number, total: number) => void): Promise<Fleet> {
  const total = await model.histories.count();
  const fleet: Fleet = new Map();
  for (let last = ''; fleet.size < total;) {
    const rows = await model.histories.where(':id').above(last).limit(ROWS_A_READ).toArray();
    if (rows.length === 0) break;
    for (const row of rows) fleet.set(row.registrationNo, row);
    last = rows.at(-1)!.registrationNo; // not empty, see above
    onProgress(fleet.size, total);
  }
  return fleet;
}
