import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSubject } from '../../domain/audit/audit-elevator';
import type { AuditWindow } from '../../domain/audit/tally-rule';
import { dayOfPacked } from '../../domain/service-clock/packed-history';
import { medianOf } from './timing';

export interface SqliteAudit {
  readonly version: string;
  readonly milliseconds: number;
  readonly late: number;
}

/**
 * The half-month rule alone, as window functions say it: the day before by LAG over the elevator, late when more than
 * 15 days lie between. No outages, no clock start, no deadlines, no running interval: less work than the engine does.
 * In memory, clustered by (elevator, day), the form that is best for the query. Null where there is no sqlite3.
 */
export function sqliteHalfMonth(
  subjects: readonly AuditSubject[],
  window: AuditWindow,
  runs: number,
): SqliteAudit | null {
  const version = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-sqlite-'));
  try {
    const csv = join(folder, 'visits.csv');
    writeFileSync(csv, csvOf(subjects));
    const query = `SELECT sum(late), sum(out), count(*) FROM (
      SELECT elevator, sum(gap > 15) AS late, sum(max(gap - 15, 0)) AS out FROM (
        SELECT elevator, day, day - lag(day) OVER (PARTITION BY elevator ORDER BY day) AS gap
        FROM visits WHERE day <= ${window.asOf}) WHERE day >= ${window.from} GROUP BY elevator);`;
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function csvOf(subjects: readonly AuditSubject[]): string {
  const lines: string[] = [];
  subjects.forEach(({ history }, elevator) => {
    let last = Number.NEGATIVE_INFINITY;
    for (const packed of history.visits) {
      const day = dayOfPacked(packed);
      if (day !== last) lines.push(`${elevator},${day}`);
      last = day;
    }
  });
  return `${lines.join('\n')}\n`;
}
