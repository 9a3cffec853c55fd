import type { Dossier, Recorded } from '../../domain/record/dossier';
import { DOSSIER_LISTS } from '../../domain/record/kinds';
import { ROW_LISTS, type HistoryRow } from '../../domain/fleet/elevator-history';
import type { ModelState, Tally } from './model-state';

/** What the read model holds is not what was written there: it is built again from the journal. */
export class ModelDamaged extends Error {
  override readonly name = 'ModelDamaged';
}

/** 32 bits over numbers and texts, in their order (the mixing of MurmurHash3). It finds accidents, not forgers: the journal does that. */
class Print {
  #hash = 0x9747b28c;

  number(value: number): void {
    let one = Math.imul(value, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    const mixed = this.#hash ^ Math.imul(one, 0x1b873593);
    this.#hash = (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
  }

  text(value: string): void {
    this.number(value.length);
    for (let at = 0; at < value.length; at++) this.number(value.charCodeAt(at));
  }

  get value(): number {
    return this.#hash >>> 0;
  }
}

/** Of a row of the fleet: its number, its kind, its packed history and how much else it has. */
export function printOfHistory(row: HistoryRow): number {
  const print = new Print();
  print.text(row.registrationNo);
  print.text(row.elevator.kind);
  const { visits, outages, inspections, expiries, failures, clearedFailures, unconfirmed } = row;
  for (const list of [visits, outages, inspections, expiries, failures, clearedFailures, unconfirmed]) {
    print.number(list.length);
    for (const day of list) print.number(day);
  }
  for (const list of ROW_LISTS) print.number(row[list].length);
  return print.value;
}

/** Of an elevator's records: which there are, and of visits the day and the task. */
export function printOfDossier(dossier: Dossier): number {
  const print = new Print();
  print.text(dossier.registrationNo);
  for (const list of DOSSIER_LISTS) {
    const records: readonly Recorded<unknown>[] = dossier[list];
    print.number(records.length);
    for (const { id } of records) print.text(id);
  }
  for (const { value } of dossier.visits) {
    print.text(value.date);
    print.text(value.task);
  }
  return print.value;
}

export const NO_ROWS: Tally = { elevators: 0, visits: 0, sum: 0 };

export function sumOf(rows: Iterable<HistoryRow>): number {
  let sum = 0;
  for (const row of rows) sum = (sum + printOfHistory(row)) >>> 0;
  return sum;
}

/** Binds the tally to the place in the journal that it is of. */
export function sealOf({ feed, seq, hash, tally }: Pick<ModelState, 'feed' | 'seq' | 'hash' | 'tally'>): number {
  const print = new Print();
  for (const text of [feed, hash]) print.text(text);
  for (const figure of [seq, tally.elevators, tally.visits, tally.sum]) print.number(figure);
  return print.value;
}
