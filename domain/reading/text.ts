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
  '/',
  '//',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '－',
  '─',
  '#',
  '*',
  'n/a',
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
  '未填',
  '待补',
  '0000-00-00',
  '1900-01-00',
]);
const LONGEST_NOTHING = 10;

/** Whether a cell says that there is nothing: `/`, `—`, `无`, `N/A`. */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST_NOTHING && saysNothing(text);
}

const saysNothing = remembered((text) => NOTHING.has(plain(text).toLowerCase()));
