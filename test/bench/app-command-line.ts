import { join } from 'node:path';
import { spentByProgram } from './app-gauges';
import { megabytes, told, within, type Told } from './app-told';
import { duckDbFourRules, sqliteFourRules } from './four-rules';
import { ASOF } from './fleet';
import { medianOf, ms, type Line } from './timing';

const STARTS = 5;
const MOST_START_MS = 300;
const MOST_RATIO = 4;
const MOST_MEMORY = 500 * 1024 * 1024;

/** The command line on the tables of a fleet, beside databases that read and judge the same files; in a small one the start is all there is to it. */
export async function commandLine(root: string, folder: string, isSmall: boolean): Promise<Told> {
  const cli = join(root, 'out', 'main', 'cli.js');
  const starts: number[] = [];
  for (let run = 0; run < STARTS; run++) starts.push((await spentByProgram([cli, 'packs', 'list'])).wall);
  const at = (name: string): string => join(folder, name);
  const tables = ['--register', at('elevators.csv'), '--visits', at('visits.csv')];
  const more = ['--outages', at('outages.csv'), '--inspections', at('inspections.csv')];
  const audit = await spentByProgram([cli, 'audit', ...tables, ...more, '--as-of', ASOF, '--format', 'json']);
  const duckdb = await duckDbFourRules(at('visits.csv'), ASOF);
  const sqlite = sqliteFourRules(at('visits.csv'), ASOF);
  const besides = (wall: number): string => `audit takes ${(audit.wall / wall).toFixed(1)} times as long`;
  const databases: Line[] = [
    {
      what: 'DuckDB reads the visits, judges the four maintenance rules and lists their gaps',
      result: told(duckdb),
      ratio: besides(duckdb.wall),
      ...(!isSmall && {
        aim: { text: `audit at most ${MOST_RATIO} times`, reached: audit.wall <= MOST_RATIO * duckdb.wall },
      }),
    },
    sqlite === null
      ? { what: 'SQLite, likewise', result: 'not measured: there is no sqlite3 on this machine' }
      : { what: 'SQLite, likewise', result: ms(sqlite.wall), ratio: besides(sqlite.wall) },
  ];
  return {
    waits: [
      within('command line: start, `packs list`', medianOf(starts), MOST_START_MS, ms),
      { what: 'command line: `audit` of the tables, all rules', result: told(audit) },
      ...databases,
    ],
    counts: [within('memory of `audit`, peak', audit.memory, MOST_MEMORY, megabytes)],
  };
}
