import type { Locale } from '../pack/legal-basis';
import type { ChainBreak } from '../record/entry';

/** Why a line of a journal does not follow from the one before it; a clause without an end. */
const CHAIN_BREAKS: Readonly<Record<Locale, Readonly<Record<ChainBreak, string>>>> = {
  'zh-CN': {
    'not-an-entry': '这一行不是日志条目',
    'hash-differs': '内容与校验值不符',
    'other-feed': '来自另一台机器',
    'number-differs': '序号不相接',
    'previous-hash-differs': '所指的前一行不是现在的前一行',
  },
  en: {
    'not-an-entry': 'the line is not an entry',
    'hash-differs': 'its content does not match its hash',
    'other-feed': 'it comes from another machine',
    'number-differs': 'its number does not follow',
    'previous-hash-differs': 'the line before it is not the one it names',
  },
};

export function chainBreakWords(locale: Locale, reason: ChainBreak): string {
  return CHAIN_BREAKS[locale][reason];
}
