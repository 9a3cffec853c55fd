import { remembered } from './remembered';
import { stateOf } from './state-words';
import { cleanText } from './text';

/** More than all the names that one record takes. */
const LONGEST = 2_000;

/** The people named in one text. `sure` is false where it may hold others than `names`: then it counts as nobody. */
export interface People {
  readonly names: readonly string[];
  readonly sure: boolean;
}

const SEPARATORS =
  /[;；、/／,，|｜+＋&＆\n\r\t\\＼*＊@＠→]+|\s+(?:and|und|et)\s+|(?<=\p{Script=Han})丶(?=\p{Script=Han})/iu;
/** What somebody does there, before the name: `组长：样一`. */
const ROLE =
  /(?<!\p{Script=Han})(?:组长|组员|班长|负责人|(?:主|副|辅)(?:修|操作?|维保人?)?|(?:作业|维保|持证|监护|操作)(?:人员?|员|工)|学徒|实习生?|师傅|徒弟|[甲乙])\s*[:：]/gu;
/** A number beside a name: of a telephone, or of an employee. */
const NUMBER_BESIDE = /(?<![\p{L}\d(（-])\d{4,}(?:-\d+)*(?![\d-]*\p{Script=Latin})/gu;
const TELEPHONE = /^1[3-9]\d{9}$/;
const JOINED_BY_DASH = /^(\p{Script=Han}{2,3})\s*(?:[-－~～–]|—+)\s*(\p{Script=Han}{2,3})$/u;
/** The sign of a name with its certificate: `样一（TS6A0001）`; of several glued together each ends with its bracket. */
const WITH_NUMBER = /[^()（）\s]{1,40}\s*[(（][^()（）]{1,40}[)）]/g;
const HAN_NAME = /^\p{Script=Han}{2,3}$/u;
const JOINED = /^(\p{Script=Han}{2,4})[和与與及跟](\p{Script=Han}{2,4})$/u;
const ANY_HAN = /\p{Script=Han}/u;
const ONLY_HAN = /^\p{Script=Han}+$/u;
/** A name with the dot between its parts, or with the letter or figure by which a house tells namesakes apart. */
const HAN_WITH_DOT = /^\p{Script=Han}{1,7}(?:[·•・‧]\p{Script=Han}{1,7}){1,3}$/u;
const HAN_WITH_LETTER = /^\p{Script=Han}{1,3}[A-Za-z\d]{1,2}$/u;
/** Hanzi that are no name: a count, a team, a post, or that nobody came. */
const NO_NAME =
  /等$|等\S*[人名]$|^[两二三四五几多]\S?[人名]$|[组班队部站所司室]$|^(?:维保|维修|保养|作业|操作|安装|持证|监护)?(?:人员|员工|工人|师傅|组长|组员)$|^(?:未|无|没|已|待|不|缺|尚|空)|^(?:本人|同上|同前)$/;
/** What a wrong reading of the bytes left of a name. */
const LOST = /\ufffd|锟斤拷/;
const TWO_LATIN = /^\s*[\p{Script=Latin}'-]+,\s*[\p{Script=Latin}'.-]+\s*$/u;
/** Surnames of two characters: a name of four characters that begins with one is one person's. */
const TWO_SIGN_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 宇文 长孙 夏侯 轩辕 端木 百里 呼延 南宫 东郭 歐陽 諸葛 東方'.split(
    ' ',
  ),
);

/**
 * People in a cell, apart by `;` `、` `/` `,` `|` `+` `&`, a line break, 和, 与, 及, a blank or a dash between Chinese names,
 * or a bracket with a certificate number. Never one person where it may be several.
 */
export const parsePeople = remembered((text): People => {
  const written = cleanText(text);
  if (written === '') return { names: [], sure: true };
  if (written.length > LONGEST) return { names: [written], sure: true }; // longer than any record takes, and refused as such
  if (HAN_NAME.test(written)) return { names: [written], sure: isOnePerson(written) };
  if (TWO_LATIN.test(written)) return { names: [written], sure: false }; // "Muster, Anna" or two people
  const parts = written.replaceAll(ROLE, ';').split(SEPARATORS).flatMap(partsOf);
  const names = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
  return { names, sure: names.every(isOnePerson) };
});

function partsOf(part: string): string[] {
  const numbered = part.match(WITH_NUMBER);
  if (numbered !== null && numbered.join('').replaceAll(/\s/g, '') === part.replaceAll(/\s/g, '')) return numbered;
  const trimmed = ANY_HAN.test(part) ? part.replaceAll(NUMBER_BESIDE, ' ').trim() : part.trim();
  if (TELEPHONE.test(trimmed)) return [];
  const joined = JOINED.exec(trimmed) ?? JOINED_BY_DASH.exec(trimmed);
  if (joined !== null) return [joined[1]!, joined[2]!];
  const words = trimmed.split(/\s+/);
  if (words.length < 2) return [trimmed];
  if (words.every((word) => HAN_NAME.test(word))) return words;
  return words.length === 2 && words.every((word) => /^\p{Script=Han}$/u.test(word)) ? [words.join('')] : [trimmed];
}

/**
 * Of hanzi: five and more are no name, four are one only with a surname of two, and nothing but a dot, a letter or a figure stands
 * between or behind them. Other scripts do not tell.
 */
function isOnePerson(name: string): boolean {
  const bare = name.replace(/\s*[(（].*[)）]$/, '').replaceAll(/\s+/g, '');
  if (LOST.test(bare)) return false;
  if (!ANY_HAN.test(bare)) return true;
  if (NO_NAME.test(bare) || stateOf(bare) !== null) return false;
  if (!ONLY_HAN.test(bare)) return HAN_WITH_DOT.test(bare) || HAN_WITH_LETTER.test(bare);
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
