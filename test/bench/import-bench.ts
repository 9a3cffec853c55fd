import { sampleTables, visitLine, VISITS_HEAD } from '../../electron/cli/sample-tables';
import { readRecords } from '../../electron/import/read-records';
import { ASOF, fleetOf, readPack } from './fleet';
import { median, ms, print } from './timing';

const VISITS = 100_000;

/** CSV to judged records, with every check that an import makes; nothing is written. */
export async function importBench(root: string): Promise<void> {
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
