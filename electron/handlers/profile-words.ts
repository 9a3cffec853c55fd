import type { ProfilePlace } from './profile-folder';
import type { ProfileChoice } from './settle-profile';

/** Said in both languages: before the profile is open no setting tells which one. */
export function profileQuestion({ folder, by, elsewhere }: ProfilePlace): string {
  const lines =
    by === 'remembered'
      ? [
          `以前选定的资料夹现在没有梯审的记录（移动硬盘没有接上？）：${folder}`,
          `The folder chosen earlier holds nothing of this program now (is its drive connected?): ${folder}`,
        ]
      : [
          `第一次启动。记录、证书和报告都保存在一个资料夹里：${folder}`,
          `First start. Records, certificates and reports are kept in one folder: ${folder}`,
        ];
  for (const other of elsewhere)
    lines.push(`这里已有梯审的记录：${other}`, `Records of this program already lie here: ${other}`);
  return lines.join('\n');
}

export function choiceWords(choice: ProfileChoice): string {
  if (choice.kind === 'other') return '另选文件夹 Choose another folder';
  if (choice.kind === 'quit') return '退出 Quit';
  return choice.isNew ? `在此新建 Start here: ${choice.folder}` : `用已有记录 Use these records: ${choice.folder}`;
}

export function synchronisedWords(folder: string, service: string): string {
  return [
    `${folder} 似乎由 ${service} 同步。两台机器写同一份日志会使哈希链断裂，同步中的文件也可能被占用；请改放本机文件夹，另做备份。`,
    `${folder} seems to be synchronised by ${service}. Two machines writing one journal break its chain, and files may be held while they are copied; use a folder of this machine and make copies of it.`,
  ].join('\n');
}

/** What a host tells at each start, on one stream or another; nothing where there is nothing to tell. */
export function profileNotices({ folder, elsewhere, synchronisedBy }: ProfilePlace): string[] {
  return [
    ...(synchronisedBy === null ? [] : [synchronisedWords(folder, synchronisedBy)]),
    ...elsewhere.map(
      (other) =>
        `另有一份梯审记录在 ${other}，这次没有打开；要看请用 --profile。\nOther records of this program lie in ${other} and are not open now; --profile opens them.`,
    ),
  ];
}

/** Said at the start where nothing will be written; the pages say why. */
export const READ_ONLY_WORDS =
  '只读打开，什么也不会写入；原因见页面上方。\nOpened read-only, nothing will be written; the pages say why at their top.';
