import type { BackupStatus } from '../../../domain/bridge/backup-replies';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';

/** Without a proved backup for more days than these, it is told on every page. */
const TOLD_AFTER_DAYS = 7;

export type BackupState =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failed: NonNullable<BackupStatus['failed']>; readonly days: number | null }
  /** `days` = calendar days since the proof. */
  | { readonly kind: 'proved'; readonly day: CivilDate; readonly days: number }
  | { readonly kind: 'waiting' };

export function backupStateOf(status: BackupStatus, today: CivilDate): BackupState {
  const { folder, proved, failed } = status;
  const day = proved === null ? null : (proved.at.slice(0, 10) as CivilDate); // an instant begins with its day
  const days = day === null ? null : Math.max(0, toEpochDay(today) - toEpochDay(day));
  if (folder === null) return { kind: 'none' };
  if (failed !== null) return { kind: 'failed', failed, days };
  return day === null || days === null ? { kind: 'waiting' } : { kind: 'proved', day, days };
}

/** The days since the last proof where they are too many; null = they are not, or none was ever proved. */
export function daysTooMany(state: BackupState): number | null {
  const days = 'days' in state ? state.days : null;
  return days !== null && days > TOLD_AFTER_DAYS ? days : null;
}
