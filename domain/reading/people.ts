import { remembered } from './remembered';
import { cleanText } from './text';

/** The people named in one text. `sure` is false where it may hold others than `names`: then it counts as nobody. */
export interface People {
  readonly names: readonly string[];
  readonly sure: boolean;
}

const SEPARATORS = /[;；、/／,，|｜+＋&＆\n\r\t]+|\s+(?:and|und|et)\s+/i;
/** The sign of a name with its certificate: `样一（TS6A0001）`; of several glued together each ends with its bracket. */
const WITH_NUMBER = /[^()（）\s]{1,40}\s*[(（][^()（）]{1,40}[)）]/g;
const HAN_NAME = /^\p{Script=Han}{2,3}$/u;
const JOINED = /^(\p{Script=Han}{2,4})[和与與及跟](\p{Script=Han}{2,4})$/u;
const ONLY_HAN = /^\p{Script=Han}+$/u;
const TWO_LATIN = /^\s*[\p{Script=Latin}'-]+,\s*[\p{Script=Latin}'.-]+\s*$/u;
/** Surnames of two characters: a name of four characters that begins with one is one person's. */
const TWO_SIGN_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 宇文 长孙 夏侯 轩辕 端木 百里 呼延 南宫 东郭 歐陽 諸葛 東方'.split(
    ' ',
  ),
);

/**
 * People in a cell, apart by `;` `、` `/` `,` `|` `+` `&`, a line break, 和, 与, 及, a blank between Chinese names, or a
 * bracket with a certificate number. Never one person where it may be several.
 */
export const parsePeople = remembered((text): People => {
  const written = cleanText(text);
  if (written === '') return { names: [], sure: true };
  if (HAN_NAME.test(written)) return { names: [written], sure: true };
  if (TWO_LATIN.test(written)) return { names: [written], sure: false }; // "Muster, Anna" or two people
  const parts = written.split(SEPARATORS).flatMap(partsOf);
  const names = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
  return { names, sure: names.every(isOnePerson) };
});

function partsOf(part: string): string[] {
  const numbered = part.match(WITH_NUMBER);
  if (numbered !== null && numbered.join('').replaceAll(/\s/g, '') === part.replaceAll(/\s/g, '')) return numbered;
  const trimmed = part.trim();
  const joined = JOINED.exec(trimmed);
  if (joined !== null) return [joined[1]!, joined[2]!];
  const words = trimmed.split(/\s+/);
  return words.length > 1 && words.every((word) => HAN_NAME.test(word)) ? words : [trimmed];
}

/** Five hanzi and more are no name; four are one only with a surname of two. Other scripts do not tell. */
function isOnePerson(name: string): boolean {
  const bare = name.replace(/\s*[(（].*[)）]$/, '').replaceAll(/\s+/g, '');
  if (!ONLY_HAN.test(bare)) return true;
  const length = Array.from(bare).length;
  return length <= 3 || (length === 4 && TWO_SIGN_SURNAMES.has(bare.slice(0, 2)));
}

/** Items separated by `;` `、` or a line break (and full-width forms). */
export function parseList(text: string): string[] {
  return cleanText(text)
    .split(/[;；、\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
