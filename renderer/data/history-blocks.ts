import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import { noRowLists, type HistoryRow } from '../../domain/fleet/elevator-history';
import type { HistoryBlock, HistoryRest, ReadModel } from './database';
import { packTable, unpackTable } from './packed-table';

type Histories = Pick<ReadModel, 'elevators' | 'histories' | 'historyBlocks'>;

/** Rows of one entry that stand apart, each a record: a visit logged rewrites no block. More than that make blocks. */
const MOST_SINGLE = 64;
const ROWS_A_BLOCK = 500;

/** Records beyond those that a fleet needs, before they are gathered into as few as can be. */
const SPARE_RECORDS = 1_000;

/**
 * Writes histories, within the caller's transaction. The newest row of an elevator is the one that stands apart, else
 * the one in the block of the highest number; those it supersedes stay where they are until they are gathered.
 */
export async function putHistories(
  { histories, historyBlocks }: Histories,
  rows: readonly HistoryRow[],
): Promise<void> {
  if (rows.length <= MOST_SINGLE) {
    await histories.bulkPut([...rows]);
    return;
  }
  await addBlocks({ historyBlocks }, rows);
  await histories.bulkDelete(rows.map(({ registrationNo }) => registrationNo));
}

/** Writes rows of elevators of which no row stands apart. */
export async function addBlocks(
  { historyBlocks }: Pick<Histories, 'historyBlocks'>,
  rows: readonly HistoryRow[],
): Promise<void> {
  await historyBlocks.bulkAdd(blocksOf(rows));
}

function blocksOf(rows: readonly HistoryRow[]): HistoryBlock[] {
  const blocks: HistoryBlock[] = [];
  for (let from = 0; from < rows.length; from += ROWS_A_BLOCK)
    blocks.push(packBlock(rows.slice(from, from + ROWS_A_BLOCK)));
  return blocks;
}

const RECORDS_A_READ = 20;
const ROWS_A_READ = 10_000;

/** Hands over every row, some thousands at a time; of two rows of one elevator the newer one comes later. */
export async function eachHistory(
  { histories, historyBlocks }: Histories,
  take: (rows: readonly HistoryRow[]) => void,
): Promise<void> {
  for (let last = 0; ;) {
    const blocks = await historyBlocks.where(':id').above(last).limit(RECORDS_A_READ).toArray();
    if (blocks.length === 0) break;
    take(blocks.flatMap(rowsOf));
    last = blocks.at(-1)?.block ?? last;
  }
  for (let last = ''; ;) {
    const rows = await histories.where(':id').above(last).limit(ROWS_A_READ).toArray();
    if (rows.length === 0) return;
    take(rows);
    last = rows.at(-1)?.registrationNo ?? last;
  }
}

/** Whether so many records lie about that gathering them pays. */
export async function wantsGathering({ elevators, histories, historyBlocks }: Histories): Promise<boolean> {
  const needed = Math.ceil((await elevators.count()) / ROWS_A_BLOCK);
  return (await histories.count()) + (await historyBlocks.count()) > needed + SPARE_RECORDS;
}

/** Writes the fleet anew in as few records as can be, within the caller's transaction. */
export async function gather(
  { histories, historyBlocks }: Histories,
  fleet: ReadonlyMap<RegistrationNo, HistoryRow>,
): Promise<void> {
  await histories.clear();
  await historyBlocks.clear();
  await addBlocks({ historyBlocks }, [...fleet.values()]);
}

/** Numbers before the lists of a row: the lengths of the seven lists, then the single days and figures. */
const HEAD = 14;

/** Rows as one record: all numbers in one list, for a list of its own for each would cost more than what is in it. */
export function packBlock(rows: readonly HistoryRow[]): HistoryBlock {
  const length = rows.reduce((sum, row) => sum + HEAD + listsOf(row).reduce((all, list) => all + list.length, 0), 0);
  const numbers = new Int32Array(length);
  let at = 0;
  for (const row of rows) {
    const lists = listsOf(row);
    numbers.set([...lists.map((list) => list.length), ...figuresOf(row)], at);
    at += HEAD;
    for (const list of lists) {
      numbers.set(list, at);
      at += list.length;
    }
  }
  return {
    numbers,
    elevators: packTable(rows.map(({ elevator }) => elevator)),
    rest: rows.flatMap((row, index) => {
      const rest = restOf(row);
      return Object.keys(rest).length === 0 ? [] : [[index, rest] as const];
    }),
  };
}

function listsOf(row: HistoryRow): readonly Int32Array[] {
  const { visits, outages, inspections, expiries, failures, clearedFailures, unconfirmed } = row;
  return [visits, outages, inspections, expiries, failures, clearedFailures, unconfirmed];
}

function figuresOf(row: HistoryRow): readonly number[] {
  const { inServiceDay, recordsFromDay, inspectionKinds, acceptedDay, endedDay, governorDay, makerDays } = row;
  return [inServiceDay, recordsFromDay, inspectionKinds, acceptedDay, endedDay, governorDay, makerDays];
}

const NO_REST: HistoryRest = {
  ...noRowLists(),
  lateCallouts: [],
  lastTeam: [],
  failedInspections: [],
  permit: null,
  late: null,
};
const REST = Object.keys(NO_REST) as readonly (keyof HistoryRest)[];

/** What of it an elevator has. */
function restOf(row: HistoryRest): Partial<HistoryRest> {
  const isNone = (value: HistoryRest[keyof HistoryRest]) =>
    value === null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(REST.filter((member) => !isNone(row[member])).map((member) => [member, row[member]]));
}

/** The rows of a record, their lists views into its one list. */
export function rowsOf({ numbers, elevators, rest }: HistoryBlock): HistoryRow[] {
  const restAt = new Map(rest);
  let at = 0;
  const list = (length: number): Int32Array => numbers.subarray(at, (at += length));
  return unpackTable<Elevator>(elevators).map((elevator, index) => {
    const head = at;
    at += HEAD;
    return {
      registrationNo: elevator.registrationNo,
      elevator,
      visits: list(numbers[head]!),
      outages: list(numbers[head + 1]!),
      inspections: list(numbers[head + 2]!),
      expiries: list(numbers[head + 3]!),
      failures: list(numbers[head + 4]!),
      clearedFailures: list(numbers[head + 5]!),
      unconfirmed: list(numbers[head + 6]!),
      inServiceDay: numbers[head + 7]!,
      recordsFromDay: numbers[head + 8]!,
      inspectionKinds: numbers[head + 9]!,
      acceptedDay: numbers[head + 10]!,
      endedDay: numbers[head + 11]!,
      governorDay: numbers[head + 12]!,
      makerDays: numbers[head + 13]!,
      ...NO_REST,
      ...restAt.get(index),
    };
  });
}
