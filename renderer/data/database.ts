import Dexie, { type Table } from 'dexie';
import type { Assessment } from '../../domain/assessment/assessment';
import type { CallOut } from '../../domain/callout/callout';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Inspection } from '../../domain/inspection/inspection';
import type { Claim, Policy } from '../../domain/insurance/policy';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import type { PackedLate } from '../../domain/headline/packed-late';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import type { PackedHistory } from '../../domain/service-clock/packed-history';
import type { Visit } from '../../domain/visit/visit';
import type { PackedTable } from './packed-table';

/** An elevator with all that is on record about it, but for its visits. */
export interface ElevatorRow {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Dossier['elevator'];
  readonly outages: Dossier['outages'];
  readonly inspections: Dossier['inspections'];
  readonly callouts: Dossier['callouts'];
  readonly hazards: Dossier['hazards'];
  readonly assessments: Dossier['assessments'];
  readonly policies: Dossier['policies'];
  readonly claims: Dossier['claims'];
}

/** The visits of one elevator and year, in the order of their records. */
export interface VisitYearRow {
  readonly registrationNo: RegistrationNo;
  readonly year: number;
  readonly visits: readonly Recorded<Visit>[];
}

/** What questions about the whole fleet read of an elevator: particulars, packed history and the call-outs that stand. */
export interface HistoryRow extends PackedHistory {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
  readonly callouts: readonly CallOut[];
  /** Of these, by their place, what was entered late by the house's terms: by how many days. */
  readonly lateCallouts: readonly (readonly [index: number, days: number])[];
  /** Hazards with their lives, for the board, the stock and the matrix. */
  readonly hazards: Dossier['hazards'];
  readonly assessments: readonly Assessment[];
  readonly policies: readonly Policy[];
  readonly claims: readonly Claim[];
  /** Packed histories keep no results. */
  readonly failedInspections: readonly Inspection[];
  /** What was entered late by the house's terms; null = nothing. */
  readonly late: PackedLate | null;
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
export type HistoryRest = Omit<HistoryRow, 'registrationNo' | 'elevator' | keyof PackedHistory> &
  Pick<PackedHistory, 'permit'>;

/** How far the read model has followed the journal. */
export interface ModelState {
  readonly key: 'state';
  readonly model: number;
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
  /** When the last entry that counts was made: the next one is dated against it; null = none was. */
  readonly at: string | null;
  /** What the house last said it keeps; null = it was not asked. */
  readonly kept: InspectionsKept | null;
  /** Some inspection has been entered, whether it still stands or not. */
  readonly inspected: boolean;
  /** The house's days by which the rows tell what was entered late. */
  readonly lateDays: number;
}

/** Raised when the shape or the meaning of a row changes; an older or newer model is rebuilt from the journal. */
export const MODEL_VERSION = 8;

const SCHEMA = {
  elevators: '&registrationNo',
  visitYears: '&[registrationNo+year], registrationNo',
  histories: '&registrationNo',
  historyBlocks: '++block',
  meta: '&key',
};

/** The read model: everything in it can be built again from the journal. */
export class ReadModel extends Dexie {
  declare elevators: Table<ElevatorRow, RegistrationNo>;
  declare visitYears: Table<VisitYearRow, [RegistrationNo, number]>;
  declare histories: Table<HistoryRow, RegistrationNo>;
  declare historyBlocks: Table<HistoryBlock, number>;
  declare meta: Table<ModelState, 'state'>;

  constructor(name = 'elevator-audit', options: ConstructorParameters<typeof Dexie>[1] = {}) {
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(MODEL_VERSION).stores(SCHEMA);
  }
}

/**
 * Opens the read model. One that a newer program left behind is deleted first: Dexie would open it without complaint.
 */
export async function openReadModel(
  name?: string,
  options?: ConstructorParameters<typeof Dexie>[1],
): Promise<ReadModel> {
  const model = new ReadModel(name, options);
  await model.open();
  const { verno } = model;
  const state = await model.meta.get('state');
  if (verno === MODEL_VERSION && (state === undefined || state.model === MODEL_VERSION)) return model;
  model.close();
  await Dexie.delete(model.name);
  const fresh = new ReadModel(name, options);
  await fresh.open();
  return fresh;
}
