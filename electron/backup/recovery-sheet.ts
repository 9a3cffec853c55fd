import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { Locale } from '../../domain/pack/legal-basis';

/** What somebody has to know who restores the records when the machine is gone. No passphrase stands among it. */
export interface RecoveryFacts {
  /** Day of the sheet. */
  readonly on: string;
  readonly program: string;
  readonly organisation: string;
  readonly head: JournalHead;
  readonly profile: string;
  readonly backups: {
    /** Null = none are made by themselves. */
    readonly folder: string | null;
    readonly sealed: boolean;
    readonly proved: { readonly name: string; readonly at: string; readonly seq: number } | null;
  };
  readonly identities: readonly {
    readonly organisation: string;
    readonly fingerprint: string;
    readonly notAfter: string;
  }[];
}

interface SheetWords {
  readonly title: string;
  readonly what: string;
  readonly facts: (facts: RecoveryFacts) => readonly (readonly [string, string])[];
  readonly identities: string;
  readonly noIdentity: string;
  readonly until: (day: string) => string;
  readonly steps: (facts: RecoveryFacts) => readonly string[];
  readonly stepsTitle: string;
  readonly kept: readonly string[];
}

const ZH: SheetWords = {
  title: '恢复说明',
  what: '这台机器坏了、丢了或要更换时，凭本页和备份在另一台机器上恢复记录。请打印，与备份分开存放；换了备份位置或证书后重新打印。本页没有任何口令。',
  facts: ({ on, program, organisation, head, profile, backups: { folder, sealed, proved } }) => [
    ['打印于', `${on}，${program}`],
    ['单位', organisation === '' ? '（未填写）' : organisation],
    ['日志（公钥）', head.feed],
    ['到第几条', `第 ${head.seq} 条，校验值 ${head.hash}`],
    ['资料夹', profile],
    ['备份文件夹', folder ?? '没有设定自动备份，请先设定'],
    [
      '最近核验成立的备份',
      proved === null ? '还没有，请先备份' : `${proved.name}，${dayOf(proved.at)}，日志 ${proved.seq} 条`,
    ],
    ['备份要不要口令', sealed ? '要。口令不在本页，机器里也不保存原文。' : '不要。'],
  ],
  identities: '签名证书（SHA-256 指纹；在备份里，各有自己的口令）',
  noIdentity: '没有签名证书',
  until: (day) => `有效至 ${day}`,
  stepsTitle: '在另一台机器上恢复',
  steps: ({ head, backups: { folder, sealed } }) => [
    '装上梯审（版本相同或更新），先不要新建记录。',
    `接上备份所在的磁盘，找到 ${folder ?? '备份文件夹'} 里名字含 ${head.feed.slice(0, 8)}、日期最新的一份；有比本页更新的，用最新的。`,
    `在命令行核验：backup prove 备份${sealed ? ' --passphrase-file 口令文件' : ''}。应说日志完整；日志条数不少于本页的条数，则本页以前的记录都在。`,
    `恢复到新的文件夹：backup restore 备份 --profile 新文件夹 --author 姓名${sealed ? ' --passphrase-file 口令文件' : ''}。记录在那里另起一段日志，并注明接在哪一条之后。`,
    '用 --profile 新文件夹 启动程序，在“设置”里重新选定备份文件夹，做一次备份。',
    '用证书口令试签一份报告；核对证书指纹与本页相同。',
    '原来的机器若还能用，不必再写；若又写了，两处的记录也不会混淆。',
  ],
  kept: ['备份口令由谁保管', '证书口令由谁保管', '另一份备份放在哪里'],
};

const EN: SheetWords = {
  title: 'Recovery sheet',
  what: 'When this machine is broken, lost or replaced, the records are restored on another one by this page and a backup. Print it, keep it apart from the backups, and print it anew when backups go elsewhere or an identity changes. No passphrase stands on it.',
  facts: ({ on, program, organisation, head, profile, backups: { folder, sealed, proved } }) => [
    ['Printed', `${on}, ${program}`],
    ['Organisation', organisation === '' ? '(not given)' : organisation],
    ['Journal (public key)', head.feed],
    ['Up to', `entry ${head.seq}, hash ${head.hash}`],
    ['Folder of the records', profile],
    ['Folder of the backups', folder ?? 'none is chosen: choose one first'],
    [
      'Last backup that was proved',
      proved === null ? 'none yet: make one first' : `${proved.name}, ${dayOf(proved.at)}, entries: ${proved.seq}`,
    ],
    ['Passphrase for backups', sealed ? 'Needed. It is neither on this page nor kept in the machine.' : 'Not needed.'],
  ],
  identities: 'Signing identities (SHA-256 fingerprints; they are in the backup, each under a passphrase of its own)',
  noIdentity: 'No signing identity',
  until: (day) => `valid until ${day}`,
  stepsTitle: 'To restore on another machine',
  steps: ({ head, backups: { folder, sealed } }) => [
    'Install Elevator Audit (this version or a newer one) and begin no records yet.',
    `Connect the disk of the backups and find, in ${folder ?? 'the folder of the backups'}, the newest one whose name has ${head.feed.slice(0, 8)}; take one newer than this page where there is one.`,
    `Prove it on the command line: backup prove BACKUP${sealed ? ' --passphrase-file F' : ''}. It says that the journal is whole; with as many entries as this page or more, everything up to this page is there.`,
    `Restore it into a new folder: backup restore BACKUP --profile NEW --author NAME${sealed ? ' --passphrase-file F' : ''}. The records go on there in another part of the journal, which names the entry that it follows.`,
    'Start the program with --profile NEW, choose the folder of the backups again under Settings, and back up once.',
    'Sign a report with the passphrase of the identity; its fingerprint is the one on this page.',
    'Where the old machine still runs, write no more on it; should somebody do so, the two are told apart.',
  ],
  kept: ['Who keeps the passphrase of the backups', 'Who keeps those of the identities', 'Where another backup lies'],
};

const WORDS: Readonly<Record<Locale, SheetWords>> = { 'zh-CN': ZH, en: EN };

const STYLE = `@page{size:A4;margin:14mm}body{font:9.5pt/1.45 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#111;max-width:182mm;margin:0 auto}
h1{font-size:15pt;margin:0 0 1mm}h2{font-size:10.5pt;margin:3mm 0 1mm}p{margin:0 0 2mm}section+section{break-before:page}
table{border-collapse:collapse;width:100%}th,td{border:.3mm solid #999;padding:1mm 2mm;text-align:start;vertical-align:top;overflow-wrap:anywhere}th{width:44mm;font-weight:600}
ol{margin:0;padding-inline-start:6mm}.line{height:7mm}`;

/** A page to be printed from any browser, in both languages, a sheet each, the one asked for first. */
export function recoverySheet(facts: RecoveryFacts, first: Locale): string {
  const locales: readonly Locale[] = first === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  const title = locales.map((locale) => WORDS[locale].title).join(' ');
  const body = locales.map((locale) => sectionOf(facts, locale)).join('\n');
  return `<!doctype html>\n<html lang="${first}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>\n<body>${body}</body></html>\n`;
}

function sectionOf(facts: RecoveryFacts, locale: Locale): string {
  const words = WORDS[locale];
  const identities =
    facts.identities.length === 0
      ? [[words.noIdentity, '']]
      : facts.identities.map(({ organisation, fingerprint, notAfter }) => [
          `${organisation} (${words.until(dayOf(notAfter))})`,
          fingerprint,
        ]);
  return [
    `<section lang="${locale}"><h1>${words.title}</h1><p>${escaped(words.what)}</p>`,
    table(words.facts(facts)),
    `<h2>${escaped(words.identities)}</h2>${table(identities)}`,
    `<h2>${words.stepsTitle}</h2><ol>${words
      .steps(facts)
      .map((step) => `<li>${escaped(step)}</li>`)
      .join('')}</ol>`,
    `<h2></h2>${table(
      words.kept.map((label) => [label, '']),
      ' class="line"',
    )}</section>`,
  ].join('\n');
}

function table(rows: readonly (readonly string[])[], attributes = ''): string {
  const lines = rows.map(
    ([label = '', text = '']) =>
      `<tr${attributes}><th scope="row">${escaped(label)}</th><td>${escaped(text)}</td></tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
