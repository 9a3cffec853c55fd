import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';
import { entriesOf } from './entries-of';
import type { BackupProved } from '../backup/prove-backup';

interface BackupWords {
  readonly proved: (proved: BackupProved) => string;
  readonly restored: (profile: string, entries: number) => string;
  /** The feed that goes on; null = none yet. */
  readonly goesOn: (feed: string | null) => string;
  /** The number of the entry that closes the ledger. */
  readonly moved: (seq: number) => string;
  readonly noLedger: (profile: string) => string;
  readonly locked: string;
  readonly readOnly: string;
}

const SHOWN_HASH = 16;

const ZH: BackupWords = {
  proved: ({ seq, hash, elevators, damaged, photos, files, madeAt }) =>
    `已恢复到临时文件夹核验：${files} 个文件与清单一致，日志 ${seq} 条${damaged === 0 ? '完整' : `，其中 ${damaged} 条读不出，已有人决定照样继续`}，末条校验值 ${hash.slice(0, SHOWN_HASH)}…，${elevators} 台电梯的记录都能读出，所提 ${photos} 张照片都在；备份于 ${madeAt}。`,
  restored: (profile, entries) => `已恢复到 ${profile}：日志 ${entries} 条。备份之后写下的记录不在其中。`,
  goesOn: (feed) =>
    feed === null
      ? '私钥没有恢复；打开后先看明情况，再决定接着写。'
      : `其后另起一段日志（${feed.slice(0, SHOWN_HASH)}…），与原处不会混淆。`,
  moved: (seq) => `已写下迁出：日志在这里到第 ${seq} 条为止，此后只能看。备份若没有成功，再做一次 backup create 即可。`,
  noLedger: (profile) => `${profile} 里没有日志`,
  locked: '资料夹正被程序打开；请先关闭程序',
  readOnly: '日志现在不能写入；请先在程序里看明情况并作出决定',
};

const EN: BackupWords = {
  proved: ({ seq, hash, elevators, damaged, photos, files, madeAt }) =>
    `Restored into a scratch folder and checked: ${plural(files, 'file')} as the manifest says, the journal ${damaged === 0 ? `whole with ${entriesOf(seq)}` : `with ${entriesOf(seq)}, of which ${damaged} cannot be read and somebody decided to go on over them`}, last hash ${hash.slice(0, SHOWN_HASH)}…, the records of ${plural(elevators, 'elevator')} readable, ${plural(photos, 'photo')} that they name there; made at ${madeAt}.`,
  restored: (profile, entries) =>
    `Restored into ${profile}: a journal of ${entriesOf(entries)}. What was written after the backup is not in it.`,
  goesOn: (feed) =>
    feed === null
      ? 'Its key was not restored; open it, see how it stands, and decide to go on.'
      : `Another part of the journal (${feed.slice(0, SHOWN_HASH)}…) begins behind it, never mistaken for what goes on where it came from.`,
  moved: (seq) =>
    `The move is on record: here the journal ends with entry ${seq} and can only be read. Should the backup fail, make another with backup create.`,
  noLedger: (profile) => `${profile} holds no journal`,
  locked: 'The folder is open in the program; close it first',
  readOnly: 'Nothing can be written into the journal now; open the program, see why, and decide',
};

export function backupWordsOf(locale: Locale): BackupWords {
  return locale === 'en' ? EN : ZH;
}
