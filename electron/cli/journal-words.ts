import type { JournalCondition, WrittenElsewhere } from '../../domain/bridge/journal-condition';
import type { Locale } from '../../domain/pack/legal-basis';
import { chainBreakWords } from '../../domain/terms/chain-breaks';
import { plural } from '../../domain/terms/plural';
import type { Contradiction } from '../journal/contradiction';
import type { Salvaged } from '../journal/salvage';
import type { Scan } from '../journal/scan';
import { entriesOf } from './entries-of';
import type { Witness } from './journal-witness';

interface JournalWords {
  /** `damaged` = numbers under which no entry can be read. */
  readonly walked: (seq: number, damaged: number, hash: string) => string;
  readonly condition: (condition: JournalCondition) => string[];
  readonly ending: (ending: Scan['ending']) => string[];
  readonly contradicted: (contradiction: Contradiction) => string;
  readonly elsewhere: (elsewhere: WrittenElsewhere) => string;
  readonly witness: (witness: Witness) => string;
  readonly exported: (out: string) => string;
  readonly notExported: string;
  readonly salvaged: (out: string, saved: Salvaged) => string;
  readonly noLedger: (profile: string) => string;
}

const SHOWN_HASH = 16;
const shown = (hash: string): string => `${hash.slice(0, SHOWN_HASH)}…`;

const ZH: JournalWords = {
  walked: (seq, damaged, hash) =>
    damaged === 0
      ? `从头逐条核对：${seq} 条相接，末条校验值 ${shown(hash)}。`
      : `从头逐条核对：共 ${seq} 条，其中 ${damaged} 条读不出，末条校验值 ${shown(hash)}。`,
  condition: (condition) => {
    if (condition.state === 'broken')
      return [
        `第 ${condition.line} 行断开：${chainBreakWords('zh-CN', condition.reason)}；还没有人决定照样继续。完整的条目可用 journal salvage 取出。`,
      ];
    if (condition.state === 'closed') return [`已于 ${condition.on} 迁出，到第 ${condition.seq} 条为止。`];
    return condition.state === 'keyless' ? ['末条所属日志的密钥不在、读不出或不是它的。'] : [];
  },
  ending: (ending) => {
    if (ending.kind === 'torn') return [`末尾有 ${ending.bytes} 字节不成一条。`];
    if (ending.kind === 'unended') return ['最后一条完整，只缺换行。'];
    return ending.kind === 'newer' ? [`其后由更新的版本（${ending.version}）写成，没有核对。`] : [];
  },
  contradicted: ({ known: { seq, hash }, hash: has }) =>
    has === null
      ? `已知的第 ${seq} 条（校验值 ${shown(hash)}）不在日志里。`
      : `第 ${seq} 条的校验值是 ${shown(has)}，已知的却是 ${shown(hash)}。`,
  elsewhere: ({ known: { seq, hash }, closedAt }) =>
    `前一段日志在别处写到了第 ${seq} 条（校验值 ${shown(hash)}）；在这里那一段到第 ${closedAt} 条为止。`,
  witness: ({ file, says, head, has, altered }) => {
    const seq = head?.seq ?? 0;
    if (says === 'agrees') return `${file}：写明的第 ${seq} 条与日志相符。`;
    if (says === 'altered')
      return `${file}：第 ${altered} 条在备份里是完整的；现在少了的或不同的，比删除记录写明的多。`;
    if (says === 'foreign') return `${file}：出自另一本日志，与本日志无关。`;
    if (says === 'none') return `${file}：没有经签名的日志记号。`;
    const found = has === null ? '日志里没有这一条' : `日志里这一条是 ${shown(has)}`;
    const stated = `写明第 ${seq} 条的校验值是 ${shown(head?.hash ?? '')}，${found}`;
    return says === 'contradicts'
      ? `${file}：${stated}。`
      : `${file}：${stated}；但这一记号没有日志自己的签名，不能作准。`;
  },
  exported: (out) => `已写出到 ${out}；每行一条，原样照录。`,
  notExported: '日志不完整，没有写出；完整的条目可用 journal salvage 取出。',
  salvaged: (out, { entries, behind, breaks, unreadBytes }) =>
    `已取出 ${entries} 条到 ${out}，其中 ${behind} 条在断开之后或不在其位；断开 ${breaks.length} 处，${unreadBytes} 字节没有取出。日志没有改动。`,
  noLedger: (profile) => `${profile} 里没有日志。`,
};

const EN: JournalWords = {
  walked: (seq, damaged, hash) =>
    damaged === 0
      ? `Walked from the first: ${entriesOf(seq)} following each other, last hash ${shown(hash)}.`
      : `Walked from the first: ${entriesOf(seq)}, of which ${damaged} cannot be read, last hash ${shown(hash)}.`,
  condition: (condition) => {
    if (condition.state === 'broken')
      return [
        `Broken at line ${condition.line}: ${chainBreakWords('en', condition.reason)}; nobody has decided to go on over it. Whole entries can be had with journal salvage.`,
      ];
    if (condition.state === 'closed') return [`Moved away on ${condition.on}: it ends with entry ${condition.seq}.`];
    return condition.state === 'keyless'
      ? ['The key of the feed of the last entry is not there, cannot be read, or is of another feed.']
      : [];
  },
  ending: (ending) => {
    if (ending.kind === 'torn') return [`At the end ${plural(ending.bytes, 'byte')} that make no entry.`];
    if (ending.kind === 'unended') return ['The last entry is whole and lacks only its newline.'];
    return ending.kind === 'newer'
      ? [`What follows was written by a newer version (${ending.version}) and was not checked.`]
      : [];
  },
  contradicted: ({ known: { seq, hash }, hash: has }) =>
    has === null
      ? `Entry ${seq} that is known (hash ${shown(hash)}) is not in the journal.`
      : `Entry ${seq} has the hash ${shown(has)}, and ${shown(hash)} is known.`,
  elsewhere: ({ known: { seq, hash }, closedAt }) =>
    `The part of the journal before was written on elsewhere, up to entry ${seq} (hash ${shown(hash)}); here it ends with entry ${closedAt}.`,
  witness: ({ file, says, head, has, altered }) => {
    const seq = head?.seq ?? 0;
    if (says === 'agrees') return `${file}: entry ${seq}, which it states, is in the journal.`;
    if (says === 'altered')
      return `${file}: has entry ${altered} whole; of it more is gone, or is different now, than the erasures about it say.`;
    if (says === 'foreign') return `${file}: of another journal, says nothing of this one.`;
    if (says === 'none') return `${file}: no head of a journal that is signed.`;
    const found = has === null ? 'the journal has no such entry' : `the journal has ${shown(has)} there`;
    const stated = `states that entry ${seq} has the hash ${shown(head?.hash ?? '')}; ${found}`;
    return says === 'contradicts'
      ? `${file}: ${stated}.`
      : `${file}: ${stated}. The feed did not sign this head: it proves nothing.`;
  },
  exported: (out) => `Written to ${out}, a line an entry, as they stand.`,
  notExported: 'The journal is not whole and was not written out; whole entries can be had with journal salvage.',
  salvaged: (out, { entries, behind, breaks, unreadBytes }) =>
    `Saved to ${out}: ${entriesOf(entries)}, of them behind a break or out of place: ${behind}; breaks: ${breaks.length}, bytes left behind: ${unreadBytes}. The journal was not changed.`,
  noLedger: (profile) => `${profile} holds no journal.`,
};

export function journalWordsOf(locale: Locale): JournalWords {
  return locale === 'en' ? EN : ZH;
}
