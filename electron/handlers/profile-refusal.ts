import { BridgeError } from '../../domain/bridge/errors';
import type { Locale } from '../../domain/pack/legal-basis';
import { diskError } from '../fs/files';
import { ProfileLocked } from '../journal/lock';

/**
 * Why a profile did not open, what was kept and the way on. In both languages, since no setting could be read.
 * `folder` is told so that the person knows which is meant; null before it is known.
 */
export function profileRefusal(raised: unknown, folder: string | null): Readonly<Record<Locale, string>> {
  const profileDir = folder ?? '';
  if (raised instanceof ProfileLocked) return lockedWords(raised, profileDir);
  const error = diskError(raised);
  const code = error instanceof BridgeError ? error.code : null;
  if (code === 'disk-full')
    return {
      'zh-CN': `磁盘已满，资料夹 ${profileDir} 打不开；已有的记录都在。请腾出空间后再启动。`,
      en: `The disk is full, so the folder ${profileDir} cannot be opened; what is on record is kept. Free some space and start again.`,
    };
  const reason = raised instanceof Error ? raised.message : String(raised);
  if (folder === null)
    return {
      'zh-CN': `没有打开资料夹，什么也没有改动。\n${reason}`,
      en: `No folder of records was opened; nothing was changed.\n${reason}`,
    };
  return {
    'zh-CN': `资料夹 ${profileDir} 打不开，什么也没有改动。请检查该文件夹能否读写，再启动。\n${reason}`,
    en: `The folder ${profileDir} cannot be opened; nothing was changed. Check that it can be read and written, then start again.\n${reason}`,
  };
}

function lockedWords({ holder, lockFile }: ProfileLocked, profileDir: string): Readonly<Record<Locale, string>> {
  const { machine, user, since, pid, elsewhere } = holder;
  const zhWho = [machine, user, pid === 0 ? '' : `进程 ${pid}`].filter((part) => part !== '').join('，');
  const enWho = [machine, user, pid === 0 ? '' : `process ${pid}`].filter((part) => part !== '').join(', ');
  const begun = since.replace('T', ' ').replace(/:\d\d(?:\.\d+)?(?=[+Z-])/, ' '); // 2026-11-23 10:00 +08:00
  const zhSince = since === '' ? '' : `，自 ${begun} 起`;
  const enSince = since === '' ? '' : `, since ${begun}`;
  return {
    'zh-CN': [
      `资料夹 ${profileDir} 已被另一个梯审程序打开（${zhWho}${zhSince}）。什么也没有改动。`,
      elsewhere
        ? `那是另一台机器，这里看不出它是否还在运行。请在那台机器上退出；确认它已不在运行后，删除 ${lockFile} 再启动。`
        : `请关闭那个窗口再启动；若它由浏览器打开，就在启动它的终端里按 Ctrl+C。若确认那个进程不是梯审，删除 ${lockFile} 再启动。`,
      '只想查看、打印：加 --read-only 启动。',
    ].join('\n'),
    en: [
      `The folder ${profileDir} is open in another Elevator Audit (${enWho}${enSince}). Nothing was changed.`,
      elsewhere
        ? `That is another machine, and whether it still runs cannot be told here. Leave the program there; once you are sure that it has ended, delete ${lockFile} and start again.`
        : `Close that window, then start again; where it is open in a browser, press Ctrl+C in the terminal that started it. If you are sure that this process is not Elevator Audit, delete ${lockFile} and start again.`,
      'To read and print only, start with --read-only.',
    ].join('\n'),
  };
}
