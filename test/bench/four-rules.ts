import { spawnSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Spent } from './app-gauges';

/**
 * The four maintenance rules as window functions say them: a visit answers its own category and those below, a gap is
 * two visits further apart than the rule allows, or the last one and the day of judgement. No outages, no clock start,
 * no versions of the law: less work than the audit does.
 */
function fourRules(
  visits: string,
  asOf: string,
  { day, later }: { readonly day: (text: string) => string; readonly later: string },
): string {
  return `WITH ranked AS (
      SELECT registration_no AS no, ${day('date')} AS day,
        CASE task WHEN 'half-month' THEN 1 WHEN '半月' THEN 1 WHEN 'quarter' THEN 2 WHEN '季度' THEN 2
          WHEN 'half-year' THEN 3 WHEN '半年' THEN 3 ELSE 4 END AS category
      FROM ${visits}),
    rules(rule, least, months, days) AS (VALUES ('half-month', 1, 0, 15), ('quarter', 2, 3, 0), ('half-year', 3, 6, 0), ('year', 4, 12, 0)),
    spans AS (
      SELECT no, rule, day, months, days,
        coalesce(lead(day) OVER (PARTITION BY no, rule ORDER BY day), ${day(`'${asOf}'`)}) AS next
      FROM ranked JOIN rules ON category >= least WHERE day <= ${day(`'${asOf}'`)})
    SELECT no, rule, day, next, ${later} AS latest FROM spans WHERE next > ${later} ORDER BY no, rule, day;`;
}

/** DuckDB with all its threads, from opening to the last gap in hand. */
export async function duckDbFourRules(csv: string, asOf: string): Promise<Spent> {
  const from = performance.now();
  const before = process.cpuUsage();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const query = fourRules(`read_csv('${csv}', header = true, all_varchar = true)`, asOf, {
      day: (text) => `CAST(${text} AS DATE)`,
      later: 'day + to_months(months) + to_days(days)',
    });
    const gaps = (await connection.runAndReadAll(query)).getRows();
    if (gaps.length === 0) throw new Error('DuckDB finds no gap');
  } finally {
    connection.closeSync();
  }
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - from, processor: (user + system) / 1000 };
}

/** Null where there is no sqlite3. Its months run over the end of shorter ones; the work is the same. */
export function sqliteFourRules(csv: string, asOf: string): { readonly wall: number } | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const query = fourRules('visits', asOf, {
    day: (text) => `date(${text})`,
    later: "date(day, '+' || months || ' months', '+' || days || ' days')",
  });
  const from = performance.now();
  const { stdout, stderr, status } = spawnSync('sqlite3', [':memory:'], {
    input: `.mode csv\n.import ${csv} visits\n${query}\n`,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0 || stderr !== '') throw new Error(`sqlite3: ${stderr}`);
  if (stdout === '') throw new Error('SQLite finds no gap');
  return { wall: performance.now() - from };
}
