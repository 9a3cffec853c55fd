import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';
import { entriesOf } from './entries-of';
import type { BackupProved } from '../backup/prove-backup';

interface BackupWords {
  readonly proved: (proved: BackupProved) => string;
  readonly restored: (profile: string, entries: number) => string;
}

const SHOWN_HASH = 16;

const ZH: BackupWords = {
  proved: ({ seq, hash, elevators, damaged, photos, files, madeAt }) =>
    `已恢复到临时文件夹核验：${files} 个文件与清单一致，日志 ${seq} 条${damaged === 0 ? '完整' : `，其中 ${damaged} 条读不出，已有人决定照样继续`}，末条校验值 ${hash.slice(0, SHOWN_HASH)}…，${elevators} 台电梯的记录都能读出，所提 ${photos} 张照片都在；备份于 ${madeAt}。`,
  restored: (profile, entries) =>
    `已恢复到 ${profile}：日志 ${entries} 条。备份之后写下的记录不在其中；同一本日志不要在两处同时继续。`,
};

const EN: BackupWords = {
  proved: ({ seq, hash, elevators, damaged, photos, files, madeAt }) =>
    `Restored into a scratch folder and checked: ${plural(files, 'file')} as the manifest says, the journal ${damaged === 0 ? `whole with ${entriesOf(seq)}` : `with ${entriesOf(seq)}, of which ${damaged} cannot be read and somebody decided to go on over them`}, last hash ${hash.slice(0, SHOWN_HASH)}…, the records of ${plural(elevators, 'elevator')} readable, ${plural(photos, 'photo')} that they name there; made at ${madeAt}.`,
  restored: (profile, entries) =>
    `Restored into ${profile}: a journal of ${entriesOf(entries)}. What was written after the backup is not in it; do not go on with one journal in two places.`,
};

export function backupWordsOf(locale: Locale): BackupWords {
  return locale === 'en' ? EN : ZH;
}
