import { toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';

export interface DatedBackup {
  readonly name: string;
  /** Instant of making, ISO 8601 with offset; its own day counts. */
  readonly madeAt: string;
}

/** How many days, weeks and months keep their newest backup. */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

/**
 * Those that are kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one. Time alone takes nothing
 * away: a machine that stood still for a year keeps what it had.
 */
export function keptBackups<B extends DatedBackup>(backups: readonly B[]): B[] {
  const newestFirst = [...backups].sort((a, b) => order(b) - order(a));
  const kept = new Set<B>();
  for (const [most, bucketOf] of [
    [KEPT.days, dayOf],
    [KEPT.weeks, weekOf],
    [KEPT.months, monthOf],
  ] as const) {
    const seen = new Set<number | string>();
    for (const backup of newestFirst) {
      const bucket = bucketOf(backup);
      if (seen.has(bucket)) continue;
      if (seen.size === most) break;
      seen.add(bucket);
      kept.add(backup);
    }
  }
  return newestFirst.filter((backup) => kept.has(backup));
}

function order({ madeAt }: DatedBackup): number {
  return Date.parse(madeAt);
}

function dayOf({ madeAt }: DatedBackup): number {
  return toEpochDay(madeAt.slice(0, 10) as CivilDate);
}

/** Weeks begin on Monday; epoch day 0 was a Thursday. */
function weekOf(backup: DatedBackup): number {
  return Math.floor((dayOf(backup) + 3) / 7);
}

function monthOf({ madeAt }: DatedBackup): string {
  return madeAt.slice(0, 7);
}
