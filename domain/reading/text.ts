import { remembered } from './remembered';

/** Text that holds none of the signs that are cleaned or refused below; most cells. */
const ORDINARY = /^[\x20-\x7e\u3001-\u3017\u4e00-\u9fff]*$/;
const COMPATIBLE = /[\uff01-\uff5e\u3000\u2e80-\u2fdf]/g;
/** Not seen: zero-width and direction signs, byte order marks, soft hyphens. As in keys, but for blanks and line breaks. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const UNWRITABLE = /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u;

/** What is read by its meaning: full-width digits, letters and signs made plain, nothing unseen; trimmed. */
export function plain(text: string): string {
  if (ORDINARY.test(text)) return text.trim();
  return text
    .replaceAll(UNSEEN, '')
    .replaceAll(COMPATIBLE, (sign) => sign.normalize('NFKC'))
    .trim();
}

/** What is kept as written: spaces trimmed, radicals made hanzi, a line break one sign; the writer's punctuation stays as it is. */
export function cleanText(text: string): string {
  if (ORDINARY.test(text)) return text.trim();
  return oneSignBreaks(text.replaceAll(/[\u2e80-\u2fdf]/g, (sign) => sign.normalize('NFKC'))).trim();
}

/** Line breaks as programs of every system write them, as the one sign that records have. */
export function oneSignBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** Half a character has no UTF-8 form and no hash; in a header it becomes the replacement character. */
export function wellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\ufffd');
}

/** Whether a cell carries control characters or halves of characters, which no record may. */
export function isUnwritable(text: string): boolean {
  return !ORDINARY.test(text) && UNWRITABLE.test(text);
}

/** The signs and words that forms put where nothing is known. */
const NOTHING = new Set([
  '#',
  'n/a',
  'n.a',
  'na',
  'n.a.',
  'nil',
  'none',
  'null',
  '无',
  '無',
  '不详',
  '不詳',
  '暂无',
  '暫無',
  '未知',
  '空',
  '空白',
  'blank',
  '未填',
  '未填写',
  '未登记',
  '未办理',
  '未提供',
  '未定',
  '待定',
  '待补',
  '待补充',
  '暂缺',
  '不清楚',
  '不清',
  '不适用',
  '无此项',
  '无编号',
  '没有',
]);
const SIGNS_OF_NOTHING = /^[/\\\-—－─–―~_…。.·*?\s]+$/;
/** The first day that a spreadsheet or a database has, where it was given none. */
const NO_DAY =
  /^(?:0000[-/]0?0[-/]0?0|1900[-/]0?1[-/]0?[01]|1899[-/]12[-/]3[01]|0001[-/]0?1[-/]0?1)(?:[ T]0?0:00(?::00(?:\.0+)?)?)?$/;
const LONGEST_NOTHING = 12;
const LONGEST_NO_DAY = 24;

/** Whether a cell says that there is nothing: `/`, `—`, `无`, `N/A`, the day 0. */
export function isPlaceholder(text: string): boolean {
  if (text.length <= LONGEST_NOTHING) return saysNothing(text);
  return text.length <= LONGEST_NO_DAY && NO_DAY.test(text);
}

const saysNothing = remembered((text) => {
  const said = plain(text).toLowerCase();
  const inside = /^[([【](.*)[)\]】]$/.exec(said)?.[1] ?? said;
  return NOTHING.has(inside) || SIGNS_OF_NOTHING.test(inside) || NO_DAY.test(inside);
});

/** What stands in place of a number that an elevator has not: 未办理, 办理中, 无证, 新梯. */
const NO_NUMBER = /^(?:尚?未|没有?|无|待|暂|正?在[办建装]|新[装梯]|办理中|补办|申[请办])\p{Script=Han}{0,6}$/u;

/** Whether a text in place of a number says that there is none. */
export function saysNoNumber(text: string): boolean {
  return text.length <= LONGEST_NOTHING && NO_NUMBER.test(plain(text));
}
