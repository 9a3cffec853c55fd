import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/rule-pack';
import type { BackupFaultCode } from '../backup/backup-fault';
import type { BackupProved } from '../backup/prove-backup';

interface BackupWords {
  readonly proved: (proved: BackupProved) => string;
  readonly restored: (profile: string, entries: number) => string;
  readonly faults: Readonly<Record<BackupFaultCode, (what: string) => string>>;
}

const SHOWN_HASH = 16;

const ZH: BackupWords = {
  proved: ({ seq, hash, elevators, files, madeAt }) =>
    `已恢复到临时文件夹核验：${files} 个文件与清单一致，日志 ${seq} 条完整，末条校验值 ${hash.slice(0, SHOWN_HASH)}…，${elevators} 台电梯的记录都能读出；备份于 ${madeAt}。`,
  restored: (profile, entries) =>
    `已恢复到 ${profile}：日志 ${entries} 条。备份之后写下的记录不在其中；同一本日志不要在两处同时继续。`,
  faults: {
    'no-ledger': (what) => `${what} 里没有日志或日志的密钥，没有可备份的记录。`,
    'journal-broken': (what) =>
      `日志在第 ${what} 行断开，没有备份。请先在程序里打开这个资料夹，按页面顶部的说明处理；此前请把资料夹原样另存。`,
    'journal-newer': (what) => `日志由更新的版本（${what}）写成，请用新版本备份。`,
    'not-a-backup': (what) => `${what} 不是本程序的备份：没有看得懂的 manifest.json。`,
    'not-signed': () => '备份清单的签名不成立：清单被改动过。请用另一份备份。',
    'file-missing': (what) => `备份缺少 ${what}。请用另一份备份。`,
    'file-differs': (what) => `备份里的 ${what} 与清单不符：已损坏或被改动。请用另一份备份。`,
    'file-unexpected': (what) => `备份里多出 ${what}，不在清单之中。请移走它，或用另一份备份。`,
    'journal-differs': (what) => `备份里的日志与清单不符（${what}）。请用另一份备份。`,
    'target-in-use': (what) => `${what} 里已有文件，没有恢复。请指定一个不存在或空的文件夹。`,
  },
};

function entriesOf(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

const EN: BackupWords = {
  proved: ({ seq, hash, elevators, files, madeAt }) =>
    `Restored into a scratch folder and checked: ${plural(files, 'file')} as the manifest says, the journal whole with ${entriesOf(seq)}, last hash ${hash.slice(0, SHOWN_HASH)}…, the records of ${plural(elevators, 'elevator')} readable; made at ${madeAt}.`,
  restored: (profile, entries) =>
    `Restored into ${profile}: a journal of ${entriesOf(entries)}. What was written after the backup is not in it; do not go on with one journal in two places.`,
  faults: {
    'no-ledger': (what) => `${what} holds no journal, or not its key: there are no records to back up.`,
    'journal-broken': (what) =>
      `The journal is broken at line ${what}; nothing was backed up. Keep a copy of the folder as it is, open it in the program and follow the notice at the top of the page.`,
    'journal-newer': (what) => `The journal was written by a newer version (${what}); back it up with that one.`,
    'not-a-backup': (what) => `${what} is no backup of this program: it has no manifest.json that can be read.`,
    'not-signed': () => 'The signature of the manifest does not hold: the manifest was changed. Use another backup.',
    'file-missing': (what) => `The backup lacks ${what}. Use another backup.`,
    'file-differs': (what) =>
      `${what} in the backup is not what the manifest says: damaged or changed. Use another backup.`,
    'file-unexpected': (what) =>
      `The backup holds ${what}, which the manifest does not name. Move it away, or use another backup.`,
    'journal-differs': (what) =>
      `The journal in the backup is not what the manifest says (${what}). Use another backup.`,
    'target-in-use': (what) =>
      `There are files in ${what}; nothing was restored. Name a folder that is empty or not there.`,
  },
};

export function backupWordsOf(locale: Locale): BackupWords {
  return locale === 'en' ? EN : ZH;
}
