import type { InspectionsKept } from '../../domain/record/inspections-kept';

/** How many rows there are, and the sum of the prints of the fleet's rows, whatever their order. */
export interface Tally {
  readonly elevators: number;
  /** Of elevators that have any. */
  readonly visits: number;
  readonly sum: number;
}

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
  /** Number of the last erasure of details when what is here was read; 0 = there was none. */
  readonly erased: number;
  /** The house's days by which the rows tell what was entered late. */
  readonly lateDays: number;
  /** What is in the tables; bound by the seal to the place in the journal. */
  readonly tally: Tally;
  readonly seal: number;
}
