import { DuckDBInstance } from '@duckdb/node-api';
import type { AuditWindow } from '../../domain/audit/tally';
import { medianOf } from './timing';

export interface DuckDbAudit {
  readonly version: string;
  /** Milliseconds with one thread and with as many as the machine has cores. */
  readonly one: number;
  readonly all: number;
  readonly threads: number;
  readonly late: number;
}

/** The half-month rule alone, in memory, from the same file of visits that SQLite reads; the same query. */
export async function duckDbHalfMonth(csv: string, window: AuditWindow, runs: number): Promise<DuckDbAudit> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `CREATE TABLE visits AS SELECT * FROM read_csv('${csv}', header = false,
        columns = {'elevator': 'INTEGER', 'day': 'INTEGER'}) ORDER BY elevator, day`,
    );
    const query = halfMonthQuery(window);
    const timed = async (): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i <= runs; i++) {
        const started = performance.now();
        (await connection.runAndReadAll(query)).getRows();
        if (i > 0) times.push(performance.now() - started);
      }
      return medianOf(times);
    };
    const threads = Number((await connection.runAndReadAll("SELECT current_setting('threads')")).getRows()[0]?.[0]);
    const all = await timed();
    await connection.run('SET threads = 1');
    const one = await timed();
    const late = Number((await connection.runAndReadAll(query)).getRows()[0]?.[0]);
    const version = String((await connection.runAndReadAll('SELECT version()')).getRows()[0]?.[0]);
    return { version, one, all, threads, late };
  } finally {
    connection.closeSync();
  }
}

/**
 * The half-month rule as window functions say it: the day before by LAG over the elevator, late when more than 15 days
 * lie between. No outages, no clock start, no deadlines, no running interval: less work than the engine does.
 */
export function halfMonthQuery({ asOf, from }: AuditWindow): string {
  return `SELECT sum(late), sum(days_out), count(*) FROM (
    SELECT elevator, sum(CASE WHEN gap > 15 THEN 1 ELSE 0 END) AS late,
      sum(CASE WHEN gap > 15 THEN gap - 15 ELSE 0 END) AS days_out FROM (
      SELECT elevator, day, day - lag(day) OVER (PARTITION BY elevator ORDER BY day) AS gap
      FROM visits WHERE day <= ${asOf}) WHERE day >= ${from} GROUP BY elevator);`;
}
