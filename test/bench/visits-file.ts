import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSubject } from '../../domain/audit/audit-elevator';
import { dayOfPacked } from '../../domain/service-clock/packed-history';

const ELEVATORS_A_WRITE = 2000;

/** The days of all visits as `elevator,day` lines, each day once, for the time that `use` takes. */
export async function withVisitsFile<T>(
  subjects: readonly AuditSubject[],
  use: (csv: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-visits-'));
  try {
    const csv = join(folder, 'visits.csv');
    const file = openSync(csv, 'w');
    for (let first = 0; first < subjects.length; first += ELEVATORS_A_WRITE)
      writeSync(file, linesOf(subjects.slice(first, first + ELEVATORS_A_WRITE), first));
    closeSync(file);
    return await use(csv);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linesOf(subjects: readonly AuditSubject[], first: number): string {
  const lines: string[] = [];
  subjects.forEach(({ history }, index) => {
    let last = Number.NEGATIVE_INFINITY;
    for (const packed of history.visits) {
      const day = dayOfPacked(packed);
      if (day !== last) lines.push(`${first + index},${day}\n`);
      last = day;
    }
  });
  return lines.join('');
}
