import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleTables, visitLine, VISITS_HEAD } from '../../electron/cli/sample-tables';
import { readRecords } from '../../electron/import/read-records';
import { ASOF, fleetOf, readPack } from './fleet';
import { makeTables } from './fleet-tables';
import { spentByItself, type ProgramSpent } from './program-spent';
import { median, medianOf, ms, print } from './timing';

const VISITS = 100_000;

/** The import from CSV, of some visits in this process and of a large fleet beside DuckDB. */
export async function importBench(root: string): Promise<void> {
  await visitsBench(root);
  fleetBench(root);
}

const ELEVATORS = 10_000;
const RUNS = 3;
const MOST_PROCESSOR_MS = 8_000;
const MOST_MEMORY = 700;

/** All tables of a fleet tried, in a process of its own, beside DuckDB reading and typing the same files in another. */
function fleetBench(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    makeTables(root, folder, ELEVATORS);
    const runs = Array.from({ length: RUNS }, () => ({
      own: spentByItself('import-program', [root, folder]),
      duckDb: spentByItself('duckdb-program', [folder]),
    }));
    const [own, duckDb] = [spentOf(runs.map((run) => run.own)), spentOf(runs.map((run) => run.duckDb))];
    if (own.rows !== duckDb.rows) throw new Error(`${own.rows} rows were taken of ${duckDb.rows}`);
    const ratio = medianOf(runs.map((run) => run.own.processor / run.duckDb.processor));
    const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
    print(`Import of ${ELEVATORS} elevators × 3 years from six CSV files (${own.rows} rows), median of ${RUNS}`, [
      {
        what: 'the import tried, processor',
        result: ms(own.processor),
        ratio: `${ratio.toFixed(1)} times as long as DuckDB`,
        aim: { text: `≤ ${ms(MOST_PROCESSOR_MS)}`, reached: own.processor <= MOST_PROCESSOR_MS },
      },
      { what: 'DuckDB reads and types the files, one thread, processor', result: ms(duckDb.processor) },
      {
        what: 'memory of the import, peak',
        result: megabytes(own.peak),
        aim: { text: `≤ ${MOST_MEMORY} MB`, reached: own.peak <= MOST_MEMORY * 1024 * 1024 },
      },
      { what: 'memory of DuckDB, peak', result: megabytes(duckDb.peak) },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spentOf(runs: readonly ProgramSpent[]): ProgramSpent {
  const middle = (figure: keyof ProgramSpent): number => medianOf(runs.map((run) => run[figure]));
  return { rows: middle('rows'), wall: middle('wall'), processor: middle('processor'), peak: middle('peak') };
}

/** CSV to judged records, with every check that an import makes; nothing is written. */
async function visitsBench(root: string): Promise<void> {
  const fleet = fleetOf(2_800, 1.5);
  const visits = fleet.visits.slice(0, VISITS);
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  const [elevators] = sampleTables(fleet);
  const files = {
    elevators: [{ name: elevators.name, bytes: bytesOf([...elevators.text].join('')) }],
    visits: [{ name: 'visits.csv', bytes: bytesOf(VISITS_HEAD + visits.map(visitLine).join('')) }],
    outages: [],
    inspections: [],
  };
  const context = { pack: readPack(root), today: ASOF };
  let taken = 0;
  const took = await median(5, async () => {
    const { body } = await readRecords(files, context, new AbortController().signal);
    taken = body.visits.length;
  });
  const megabytes = files.visits[0]!.bytes.length / 1e6;
  print(
    `Import of ${taken} visits from CSV (${megabytes.toFixed(1)} MB, ${fleet.elevators.length} elevators), median of 5`,
    [
      {
        what: 'read, checked and held against each other',
        result: ms(took),
        ratio: `${Math.round(taken / took)} visits a millisecond`,
      },
    ],
  );
}
