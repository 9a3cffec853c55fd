import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { IdentityWithdrawn } from '../../domain/record/entry';
import type { MetReport, NamedKey } from './met-report';
import type { Reason } from './reasons';

/**
 * What is told beside a verdict and does not change it: what this machine remembers against the file, and a claimed time
 * that has not come yet. `{}` stand for names and figures in their order. Codes are kept for ever: other programs read them.
 */
export const REMARKS = {
  'number-seen-otherwise': {
    'zh-CN':
      '编号 {} 此前核验过另一份内容不同的报告（签名人 {}，自称签于 {}）。同一编号只应有一份，请向签名人核实哪一份有效。',
    en: 'Another report under the number {} was verified here before (signer {}, claimed time {}), and its content differs. A number belongs to one report: ask the signer which of them holds.',
  },
  'key-changed': {
    'zh-CN':
      '本机已信任名为“{}”的签名人，用的是另一把密钥（证书指纹 {}）。名称相同不等于同一人，请用另一途径核实是否换过证书。',
    en: 'This machine trusts a signer of the name "{}" by another key (certificate {}). The same name is not the same signer: ask by another way whether the certificate was changed.',
  },
  'identity-withdrawn': {
    'zh-CN': '本机资料中记有：签名证书“{}”（{}）已于 {} 停用，原因：{}。文件自称签于 {}，在停用之后，请向签名人核实。',
    en: 'On record here: the signing identity "{}" ({}) was withdrawn on {}, for this reason: {}. The file claims to be signed on {}, after that day: ask the signer.',
  },
  'claimed-time-future': {
    'zh-CN': '签名人自称的签署时间 {} 晚于本机现在的时间 {}。请核对本机时钟；时钟无误，则这一时间不实。',
    en: 'The claimed time of signing, {}, is later than the time of this machine, {}. Check the clock of this machine; if it is right, the claimed time is not true.',
  },
  'feed-forked': {
    'zh-CN':
      '同一本日志（{}）的第 {} 条，此前见过的校验值是 {}，这份报告写的是 {}。日志被改写过，或有两个版本，请签名人说明。',
    en: 'Of the same journal ({}), entry {} was seen here before with the hash {}; this report states {}. The journal was rewritten or exists in two versions: ask the signer to explain.',
  },
  'own-journal-differs': {
    'zh-CN':
      '这份文书出自本资料夹的日志，写明第 {} 条的校验值是 {}；现在的日志里{}。日志被截短、改写、换成旧的副本，或另有一份副本在继续写。在有人作出决定之前，本机不再写入。',
    en: 'This paper was made from the journal of this folder and states that its entry {} has the hash {}; {}. The journal was cut short, rewritten, replaced by an older copy, or a copy of it goes on elsewhere. Nothing more is written here before somebody decides.',
  },
  'own-journal-elsewhere': {
    'zh-CN':
      '这份文书出自本资料夹日志的前一段，写明第 {} 条的校验值是 {}；那一段在这里到第 {} 条为止（从备份恢复，或迁出后另起）。其后是在别处写下的，不在这里的记录中。',
    en: 'This paper was made in the part of this journal that came before, and states that its entry {} has the hash {}. Here that part ends with entry {} (restored from a backup, or gone on after a move): what came after was written elsewhere and is not in these records.',
  },
  'memory-damaged': {
    'zh-CN': '本机的核验记忆有 {} 处读不出，已原样另存；此前见过的编号和密钥可能认不出来。',
    en: 'Of what this machine remembers of earlier verifications, {} could not be read and was set aside as it is; numbers and keys that were seen before may not be recognised.',
  },
  'memory-not-kept': {
    'zh-CN': '这次核验没有记下来（磁盘写不进）；以后再见到同一编号的另一份报告，可能认不出来。',
    en: 'This verification could not be remembered (the disk refused); another report under the same number may not be recognised later.',
  },
} as const satisfies Record<string, { readonly 'zh-CN': string; readonly en: string }>;

export type RemarkCode = keyof typeof REMARKS;

type Detail = string | Reason['sentence'];

export function remarkOf(code: RemarkCode, ...details: readonly Detail[]): Reason {
  const fill = (locale: keyof Reason['sentence']): string => {
    let at = 0;
    return REMARKS[code][locale].replaceAll('{}', () => {
      const detail = details[at++] ?? '';
      return typeof detail === 'string' ? detail : detail[locale];
    });
  };
  return { code, sentence: { 'zh-CN': fill('zh-CN'), en: fill('en') } };
}

/** A time that has not come yet, by the clock of this machine. */
export function remarksOnTime(claimedTime: string | null, now: Date): Reason[] {
  if (claimedTime === null || !(Date.parse(claimedTime) > now.getTime())) return [];
  return [remarkOf('claimed-time-future', claimedTime, now.toISOString())];
}

/** A paper of the journal that is kept here, which that journal contradicts. */
export function remarksOnOwnJournal(
  against: { readonly head: JournalHead; readonly has: string | null; readonly closedAt: number | null } | null,
): Reason[] {
  if (against === null) return [];
  const { head, has, closedAt } = against;
  if (closedAt !== null)
    return [remarkOf('own-journal-elsewhere', String(head.seq), shortOf(head.hash), String(closedAt))];
  const now =
    has === null
      ? { 'zh-CN': '没有这一条', en: 'the journal has no such entry now' }
      : { 'zh-CN': `这一条是 ${shortOf(has)}`, en: `the journal has ${shortOf(has)} there now` };
  return [remarkOf('own-journal-differs', String(head.seq), shortOf(head.hash), now)];
}

/** Signatures that claim a day after the one on which their identity was withdrawn, by the record of this ledger. */
export function remarksOnWithdrawn(
  signatures: readonly {
    readonly fingerprint: string;
    readonly claimedTime: string | null;
    readonly verdict: string;
  }[],
  withdrawn: ReadonlyMap<string, IdentityWithdrawn>,
  dayOf: (instant: Date) => CivilDate,
): Reason[] {
  return signatures.flatMap(({ fingerprint, claimedTime, verdict }) => {
    if (verdict === 'tampered') return []; // nobody's word
    const end = withdrawn.get(fingerprint.replace(/^sha256:/, ''));
    if (end === undefined || claimedTime === null || Number.isNaN(Date.parse(claimedTime))) return [];
    const day = dayOf(new Date(claimedTime));
    if (day <= end.on) return [];
    return [remarkOf('identity-withdrawn', end.organisation, shortOf(end.fingerprint), end.on, end.reason, day)];
  });
}

/**
 * The name of a trusted certificate under another key. A signer whose own key is in the trust list is who he says, and an
 * authority that vouches for a name may renew its key; whoever is not trusted is held against those who were, too.
 */
export function remarksOnKey(
  signer: NamedKey,
  isTrusted: boolean,
  pinned: readonly NamedKey[],
  before: readonly MetReport[],
): Reason[] {
  if (pinned.some(({ key }) => key === signer.key)) return [];
  const name = folded(signer.name);
  if (name === '') return [];
  const met = before.filter(({ trusted }) => trusted && !isTrusted);
  const known = [
    ...pinned,
    ...met.map((each) => ({ name: each.signer, key: each.key, certificate: each.certificate })),
  ];
  if (known.some((each) => each.key === signer.key && folded(each.name) === name)) return [];
  const other = known.find((each) => folded(each.name) === name);
  return other === undefined ? [] : [remarkOf('key-changed', other.name, shortOf(other.certificate))];
}

/** What contradicts reports that were met before. */
export function remarksOnReport(met: MetReport, before: readonly MetReport[]): Reason[] {
  const { head } = met;
  const twins = before.filter(({ number, evidence }) => number === met.number && evidence !== met.evidence);
  const twin = twins.find(({ trusted }) => trusted) ?? twins[0];
  const remarks =
    twin === undefined ? [] : [remarkOf('number-seen-otherwise', twin.number, signerOf(twin), twin.claimedTime ?? '—')];
  return head === null ? remarks : [...remarks, ...remarksOnHead(head, before)];
}

function remarksOnHead(head: NonNullable<MetReport['head']>, before: readonly MetReport[]): Reason[] {
  const { feed, seq, hash } = head;
  const heads = before.map((each) => each.head).filter((each) => each !== null);
  const fork = heads.find((each) => each.feed === feed && each.seq === seq && each.hash !== hash);
  return fork === undefined
    ? []
    : [remarkOf('feed-forked', shortOf(feed), String(seq), shortOf(fork.hash), shortOf(hash))];
}

/** Anybody can make a file under a number and sign it: whether its signer was trusted is told with it. */
function signerOf({ signer, trusted }: MetReport): Detail {
  return trusted ? signer : { 'zh-CN': `${signer}（当时未受信任）`, en: `${signer}, not trusted then` };
}

/** Names are one where a reader sees one: full-width signs, spaces and invisible signs make no other. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{Z}\p{C}]/gu, '')
    .toLowerCase();
}

function shortOf(hash: string): string {
  return hash.length <= 20 ? hash : `${hash.slice(0, 8)}…${hash.slice(-8)}`;
}
