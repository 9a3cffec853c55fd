import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HistoryBlock, HistoryRow, ReadModel } from './database';

/** Few enough that a fleet of 100 000 is read in as many records, many enough that one is rewritten in a moment. */
const BLOCKS = 512;

/** Rows that may stand apart: above that they are gathered, for each costs as much to read as a whole block. */
const MOST_APART = 2_000;

const BLOCKS_A_WRITE = 64;

/** The block of an elevator: FNV-1a over its number, so that blocks stay even whatever the numbers look like. */
export function blockOf(registrationNo: RegistrationNo): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < registrationNo.length; i++)
    hash = Math.imul(hash ^ registrationNo.charCodeAt(i), 0x0100_0193) >>> 0;
  return hash % BLOCKS;
}

/**
 * Moves the rows that stand apart into their blocks, when there are many, in one transaction. A row apart is the newer
 * one. `onRead` is told how many rows were read so far.
 */
export async function gatherHistories(model: ReadModel, onRead: (done: number) => void): Promise<void> {
  if ((await model.histories.count()) <= MOST_APART) return;
  await model.transaction('rw', [model.histories, model.historyBlocks], async () => {
    const byBlock = new Map<number, HistoryRow[]>();
    await eachPart(model, (rows) => {
      for (const row of rows) {
        const block = blockOf(row.registrationNo);
        const mates = byBlock.get(block);
        if (mates === undefined) byBlock.set(block, [row]);
        else mates.push(row);
      }
      onRead(rows.length);
    });
    const blocks = [...byBlock.keys()];
    for (let from = 0; from < blocks.length; from += BLOCKS_A_WRITE) {
      const part = blocks.slice(from, from + BLOCKS_A_WRITE);
      const before = await model.historyBlocks.bulkGet(part);
      await model.historyBlocks.bulkPut(
        part.map((block, i) => ({ block, histories: replaced(before[i]?.histories ?? [], byBlock.get(block) ?? []) })),
      );
    }
    await model.histories.clear();
  });
}

const ROWS_A_READ = 10_000;

/** Hands over the rows that stand apart, some thousands at a time, in the order of their keys. */
export async function eachPart(
  { histories }: Pick<ReadModel, 'histories'>,
  take: (rows: readonly HistoryRow[]) => void,
): Promise<void> {
  for (let last = ''; ;) {
    const rows = await histories.where(':id').above(last).limit(ROWS_A_READ).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    take(rows);
    last = end.registrationNo;
  }
}

function replaced(before: readonly HistoryRow[], rows: readonly HistoryRow[]): HistoryRow[] {
  const byNumber = new Map([...before, ...rows].map((row) => [row.registrationNo, row]));
  return [...byNumber.values()];
}

/** The rows of some elevators, wherever they stand. */
export async function historiesOf(model: ReadModel, numbers: readonly RegistrationNo[]): Promise<HistoryRow[]> {
  return model.transaction('r', [model.histories, model.historyBlocks], async () => {
    const apart = await model.histories.bulkGet([...numbers]);
    const elsewhere = new Set(numbers.filter((_, i) => apart[i] === undefined));
    const blocks =
      elsewhere.size === 0 ? [] : await model.historyBlocks.bulkGet([...new Set([...elsewhere].map(blockOf))]);
    const gathered = blocks
      .filter((block): block is HistoryBlock => block !== undefined)
      .flatMap(({ histories }) => histories.filter(({ registrationNo }) => elsewhere.has(registrationNo)));
    return [...apart.filter((row) => row !== undefined), ...gathered];
  });
}
