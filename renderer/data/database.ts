import Dexie, { type Table } from 'dexie';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryRow } from '../../domain/fleet/elevator-history';
import type { Dossier } from '../../domain/record/dossier';
import type { PackedHistory } from '../../domain/service-clock/packed-history';
import { sealOf } from './model-print';
import type { ModelState } from './model-state';
import type { PackedTable } from './packed-table';

/** An elevator with all that is on record about it, but for its visits. */
export interface ElevatorRow extends Omit<Dossier, 'visits'> {
  /** Of the dossier, with its visits: one that was not read whole is seen. */
  readonly print: number;
}

/** The visits of an elevator that has any, in the order of their records; one row, because the cost in IndexedDB is per record. */
export interface VisitsRow {
  readonly registrationNo: RegistrationNo;
  readonly visits: PackedTable;
}

/** The histories of some hundreds of elevators in one record, because the cost in IndexedDB is per record. */
export interface HistoryBlock {
  /** Given by the store, ascending. */
  readonly block?: number;
  readonly elevators: PackedTable;
  /** The numbers of their packed histories, one after the other. */
  readonly numbers: Int32Array;
  /** What few of them have, by their place; what is empty is left out. */
  readonly rest: readonly (readonly [index: number, rest: Partial<HistoryRest>])[];
}

/** What most elevators have none of. */
export type HistoryRest = Omit<HistoryRow, 'registrationNo' | 'elevator' | 'unconfirmed' | keyof PackedHistory> &
  Pick<PackedHistory, 'permit'>;

/** Raised when the shape or the meaning of a row changes; an older or newer model is rebuilt from the journal. */
export const MODEL_VERSION = 19;

const SCHEMA = {
  elevators: '&registrationNo',
  visits: '&registrationNo',
  histories: '&registrationNo',
  historyBlocks: '++block',
  meta: '&key',
};

/** The read model: everything in it can be built again from the journal. */
export class ReadModel extends Dexie {
  declare elevators: Table<ElevatorRow, RegistrationNo>;
  declare visits: Table<VisitsRow, RegistrationNo>;
  declare histories: Table<HistoryRow, RegistrationNo>;
  declare historyBlocks: Table<HistoryBlock, number>;
  declare meta: Table<ModelState, 'state'>;

  constructor(name = 'elevator-audit', options: ConstructorParameters<typeof Dexie>[1] = {}) {
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(MODEL_VERSION).stores(SCHEMA);
  }
}

/**
 * Opens the read model. One that cannot be opened, has another shape, or was left by a newer program (which Dexie would open
 * without complaint) is thrown away and begun anew.
 */
export async function openReadModel(
  name?: string,
  options?: ConstructorParameters<typeof Dexie>[1],
): Promise<ReadModel> {
  const model = new ReadModel(name, options);
  try {
    await model.open();
    const state: unknown = await model.meta.get('state');
    if (model.verno === MODEL_VERSION && (state === undefined || isState(state))) return model;
  } catch {
    // It cannot be read: nothing of it is needed.
  }
  return beginAnew(model, name, options);
}

/** Throws away what is there, whatever it is. */
export async function beginAnew(
  model: ReadModel,
  name?: string,
  options?: ConstructorParameters<typeof Dexie>[1],
): Promise<ReadModel> {
  model.close();
  // Of a database that cannot be deleted what can be emptied is emptied by the one that follows the journal.
  await Dexie.delete(model.name).catch(() => undefined);
  const fresh = new ReadModel(name, options);
  await fresh.open();
  return fresh;
}

function isState(state: unknown): state is ModelState {
  if (typeof state !== 'object' || state === null) return false;
  const { model, feed, hash, tally, seal, lateDays, ...one } = state as Partial<ModelState>;
  if (model !== MODEL_VERSION || typeof feed !== 'string' || typeof hash !== 'string' || tally === undefined)
    return false;
  if (typeof lateDays !== 'number' || typeof one.seq !== 'number' || typeof one.erased !== 'number') return false;
  return seal === sealOf({ feed, hash, seq: one.seq, tally });
}
