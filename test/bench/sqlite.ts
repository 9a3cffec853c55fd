import { spawnSync } from 'node:child_process';
import type { AuditWindow } from '../../domain/audit/tally';
import { halfMonthQuery } from './duckdb';
import { medianOf } from './timing';

export interface SqliteAudit {
  readonly version: string;
  readonly milliseconds: number;
  readonly late: number;
}

/**
 * The half-month rule alone in SQLite, in memory, clustered by (elevator, day), the form that is best for the query.
 * Null where there is no sqlite3.
 */
export function sqliteHalfMonth(csv: string, window: AuditWindow, runs: number): SqliteAudit | null {
  const version = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return null;
  const query = halfMonthQuery(window);
  const script = [
    'CREATE TABLE visits(elevator INTEGER, day INTEGER, PRIMARY KEY (elevator, day)) WITHOUT ROWID;',
    '.mode csv',
    `.import ${csv} visits`,
    'ANALYZE;',
    query,
    '.timer on',
    ...Array.from({ length: runs }, () => query),
  ].join('\n');
  const { stdout, stderr, status } = spawnSync('sqlite3', [':memory:'], { input: script, encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`sqlite3: ${stderr}`);
  const times = [...stdout.matchAll(/real ([\d.]+)/g)].map((match) => Number(match[1]) * 1000);
  return {
    version: version.stdout.split(' ')[0] ?? '',
    milliseconds: medianOf(times),
    late: Number(/^(\d+),/m.exec(stdout)?.[1]),
  };
}
