import type { Locale } from '../pack/legal-basis';

export const BACKUP_FAULTS = [
  'no-ledger',
  'journal-broken',
  'journal-newer',
  'not-a-backup',
  'not-signed',
  'file-missing',
  'file-differs',
  'file-unexpected',
  'journal-differs',
  'photo-missing',
  'target-in-use',
  'wrong-passphrase',
  'sealed-damaged',
  'folder-missing',
  'disk-full',
  'io-failed',
] as const;
export type BackupFaultCode = (typeof BACKUP_FAULTS)[number];

/** Why a backup was not made, does not hold or was not restored, and what to do; `what` = the file, folder or line. */
const ZH: Readonly<Record<BackupFaultCode, (what: string) => string>> = {
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
  'photo-missing': (what) =>
    `记录里的照片 ${what.slice(0, 16)}… 不在备份里。请查看资料夹的 attachments，再做一次备份。`,
  'wrong-passphrase': () => '口令不对，或文件开头已损坏：没有解开。',
  'sealed-damaged': (what) => `加密备份的第 ${what} 块不是写下时的样子：已损坏或被改动。请用另一份备份。`,
  'folder-missing': (what) => `找不到备份文件夹 ${what}：磁盘没有接上，或文件夹已移走。接上磁盘再试，或另选文件夹。`,
  'disk-full': (what) => `${what} 所在的磁盘满了，没有备份；原有的备份都在。请腾出空间再试。`,
  'io-failed': (what) => `磁盘拒绝了读写（${what}），没有备份；原有的备份都在。请检查磁盘和权限再试。`,
};

const EN: typeof ZH = {
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
  'journal-differs': (what) => `The journal in the backup is not what the manifest says (${what}). Use another backup.`,
  'target-in-use': (what) =>
    `There are files in ${what}; nothing was restored. Name a folder that is empty or not there.`,
  'photo-missing': (what) =>
    `The photo ${what.slice(0, 16)}… that a record names is not in the backup. Look at the folder attachments of the profile, then back up again.`,
  'wrong-passphrase': () => 'The passphrase is wrong, or the beginning of the file is damaged: it was not opened.',
  'sealed-damaged': (what) =>
    `Block ${what} of the sealed backup is not as it was written: damaged or changed. Use another backup.`,
  'folder-missing': (what) =>
    `The folder of the backups ${what} is not there: its disk is not connected, or it was moved. Connect the disk and try again, or choose another folder.`,
  'disk-full': (what) =>
    `The disk of ${what} is full; nothing was backed up, and the backups that were there are kept. Make room and try again.`,
  'io-failed': (what) =>
    `The disk refused to read or write (${what}); nothing was backed up, and the backups that were there are kept. Look at the disk and its permissions and try again.`,
};

export function backupFaultWords(locale: Locale, code: BackupFaultCode, what: string): string {
  return (locale === 'en' ? EN : ZH)[code](what);
}
