import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/legal-basis';
import { ERASURE_REASONS } from '../../domain/record/erasure';
import { plural } from '../../domain/terms/plural';
import { termsOf } from '../../domain/terms/terms-of';
import { entriesOf } from './entries-of';

interface EraseWords {
  readonly reasons: string;
  readonly noDetails: string;
  readonly noLedger: (profile: string) => string;
  readonly locked: string;
  readonly readOnly: string;
  readonly would: (details: number, entries: number, on: CivilDate) => string;
  readonly erased: (details: number, entries: number, seq: number) => string;
  readonly fixed: (details: number) => string;
  /** In the plan, which is no record. */
  readonly planned: (details: number, isDry: boolean) => string;
  readonly unfinished: string;
  readonly elsewhere: string;
}

const reasonsIn = (locale: Locale): string =>
  ERASURE_REASONS.map((reason) => `${reason} (${termsOf(locale).erasureReason[reason]})`).join(', ');

const ZH: EraseWords = {
  reasons: `--reason 只能是：${reasonsIn('zh-CN')}`,
  noDetails: '--details 的文件里没有内容；每行写一处完整的个人信息',
  noLedger: (profile) => `${profile} 里没有日志`,
  locked: '资料夹正被程序打开；请先关闭程序（只计数可用 --dry-run）',
  readOnly: '日志现在不能写入；请先在程序里看明情况并作出决定',
  would: (details, entries, on) =>
    details === 0
      ? '记录中没有这些个人信息。'
      : `将删除 ${details} 处，涉及 ${entries} 条，标明日期 ${on}；什么也没有改动。`,
  erased: (details, entries, seq) => `已删除 ${details} 处，涉及 ${entries} 条；删除记录是第 ${seq} 条。`,
  fixed: (details) => `第一版的日志条目里另有 ${details} 处，不能改动。`,
  planned: (details, isDry) => (isDry ? `维保计划里另有 ${details} 处。` : `维保计划里已删除 ${details} 处。`),
  unfinished: '磁盘没有写完：从现在起不再显示，下次打开时从文件里清除。',
  elsewhere: '以前的备份、已签发的文书、导出的文件和日志旁切下另存的残段里可能仍有。',
};

const EN: EraseWords = {
  reasons: `--reason is one of: ${reasonsIn('en')}`,
  noDetails: 'the file of --details is empty; it has one whole detail a line',
  noLedger: (profile) => `${profile} holds no journal`,
  locked: 'the program has this folder open; close it first (--dry-run counts meanwhile)',
  readOnly: 'nothing can be written to the journal now; look at it in the program and decide first',
  would: (details, entries, on) =>
    details === 0
      ? 'None of these details is on record.'
      : `Would be erased: ${plural(details, 'detail')} in ${entriesOf(entries)}, under the day ${on}. Nothing was changed.`,
  erased: (details, entries, seq) =>
    `Erased: ${plural(details, 'detail')} in ${entriesOf(entries)}; entry ${seq} says so.`,
  fixed: (details) => `In entries of the first version, which cannot be changed: ${details}.`,
  planned: (details, isDry) =>
    isDry ? `In the plan, which is no record: ${details}.` : `Erased from the plan, which is no record: ${details}.`,
  unfinished: 'The disk refused the file: nothing of it is shown any more, and the next opening clears it.',
  elsewhere: 'Older backups, signed papers, exported files and tails kept beside the journal may still hold them.',
};

export function eraseWordsOf(locale: Locale): EraseWords {
  return locale === 'en' ? EN : ZH;
}
