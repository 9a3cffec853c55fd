import { cpus } from 'node:os';
import { appBench } from './app-bench';
import { auditBench } from './audit-bench';
import { boardBench } from './board-bench';
import { coldFleetBench } from './cold-fleet-bench';
import { doubtsBench } from './doubts-bench';
import { importBench } from './import-bench';
import { readModelBench } from './read-model-bench';
import { reportBench } from './report-bench';
import { reportsBench } from './reports-bench';

const BENCHES: Readonly<Record<string, (root: string, switches: readonly string[]) => Promise<void>>> = {
  audit: auditBench,
  report: reportBench,
  reports: reportsBench,
  import: importBench,
  'read-model': readModelBench,
  'cold-fleet': coldFleetBench,
  board: boardBench,
  app: appBench,
  doubts: doubtsBench,
};

const [root, ...words] = process.argv.slice(2);
const switches = words.filter((word) => word.startsWith('--'));
const names = words.filter((word) => !word.startsWith('--'));
if (root === undefined) throw new Error('the folder of the project is missing');
const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) throw new Error(`no benchmark ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`);

process.stdout.write(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
for (const [name, bench] of Object.entries(BENCHES))
  if (names.length === 0 || names.includes(name)) await bench(root, switches);
