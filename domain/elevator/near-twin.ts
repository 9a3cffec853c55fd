import { normalKey } from './registration-no';

/** By what two numbers that look alike differ. */
export const TWIN_DIFFERENCES = ['year', 'brackets', 'dashes', 'case', 'look-alikes'] as const;
export type TwinDifference = (typeof TWIN_DIFFERENCES)[number];

const BRACKETS = /[()[\]{}<>«»‹›「」『』【】〔〕〖〗〘〙〚〛《》〈〉]/g;
const DASHES = /[\p{Pd}\u2212\u30fc\u2043_]/gu;
/** `(24)`, `[2024]`, also with one bracket lost, behind the digits of a serial number. */
const YEAR = /(?<=\d{4})(?:[([{<〔【《〈](?:\d{2}|\d{4})[)\]}>〕】》〉]?|(?:\d{2}|\d{4})[)\]}>〕】》〉])$/;

/** Greek and Cyrillic capitals that no eye tells from Latin ones. */
const FOREIGN = {
  ΑА: 'A',
  ΒВ: 'B',
  Ε: 'E',
  Е: 'E',
  Ζ: 'Z',
  ΗН: 'H',
  ΙІ: 'I',
  Ј: 'J',
  ΚК: 'K',
  ΜМ: 'M',
  Ν: 'N',
  ΟО: 'O',
  ΡР: 'P',
  С: 'C',
  Ѕ: 'S',
  ΤТ: 'T',
  ΥУ: 'Y',
  ΧХ: 'X',
};
const LATIN = new Map(
  Object.entries(FOREIGN).flatMap(([signs, latin]) => Array.from(signs, String).map((sign) => [sign, latin])),
);

/**
 * Letters to the digits they are taken for: O and Q to nought, I and l to one. B, S, Z stay: serial numbers begin with such
 * letters when the digits have run out (浙AB2345 beside 浙A82345), so they would ask about half a city.
 */
function lookAlikes(text: string): string {
  return text
    .replaceAll(/[\u0370-\u04ff]/g, (sign) => LATIN.get(sign) ?? sign)
    .replaceAll(/[OoQ]/g, '0')
    .replaceAll(/[Iil|]/g, '1');
}

/** Each forgets one difference; in this order, since a year is known by its brackets and its digits. */
const FORGETS: readonly (readonly [TwinDifference, (text: string) => string])[] = [
  ['look-alikes', lookAlikes],
  ['case', (text) => text.toUpperCase()],
  ['dashes', (text) => text.replaceAll(DASHES, '')],
  ['year', (text) => text.replace(YEAR, '')],
  ['brackets', (text) => text.replaceAll(BRACKETS, '')],
];

function forgetting(text: string, differences: readonly TwinDifference[]): string {
  return FORGETS.reduce((left, [difference, forget]) => (differences.includes(difference) ? forget(left) : left), text);
}

/** Most numbers of a city: nothing to forget but the year. Apart, because a register of them is gone through row by row. */
const USUAL = /^([0-9A-HJ-NPR-Z\u4e00-\u9fff]*\d{4})\((\d{2})\)$/;

const WITH_YEAR = TWIN_DIFFERENCES.filter((difference) => difference !== 'year');

/**
 * What is left of a number when all that a hand or an eye confuses is forgotten: numbers that share a skeleton are near
 * twins. There are up to four, because a lost bracket leaves the year standing as digits, and a small l is a one or an L.
 */
export function skeletonsOf(registrationNo: string): readonly string[] {
  const [, serial, year] = USUAL.exec(registrationNo) ?? [];
  if (serial !== undefined && year !== undefined) return [serial + year, serial];
  const key = normalKey(registrationNo);
  const readings = [key, key.replaceAll('l', 'L')];
  return [...new Set(readings.flatMap((text) => [forgetting(text, WITH_YEAR), forgetting(text, TWIN_DIFFERENCES)]))];
}

/** Two numbers with different normal forms that one elevator's number may have become by typing. Symmetric. */
export function isNearTwin(a: string, b: string): boolean {
  if (normalKey(a) === normalKey(b)) return false;
  const skeletons = new Set(skeletonsOf(a));
  return skeletonsOf(b).some((skeleton) => skeletons.has(skeleton));
}

/** By what near twins differ, in the order of `TWIN_DIFFERENCES`: all without which they would not be alike. */
export function differencesOf(a: string, b: string): readonly TwinDifference[] {
  const [left, right] = [normalKey(a), normalKey(b)];
  const forgotten = [WITH_YEAR, TWIN_DIFFERENCES].find(
    (differences) => forgetting(left, differences) === forgetting(right, differences),
  );
  if (forgotten === undefined) return left.toUpperCase() === right.toUpperCase() ? ['case'] : ['case', 'look-alikes'];
  const needed = forgotten.filter((one) => {
    const others = forgotten.filter((other) => other !== one);
    return forgetting(left, others) !== forgetting(right, others);
  });
  if (needed.length > 0) return needed;
  // Either of two would do, as between i and I.
  return left.toUpperCase() === right.toUpperCase() ? ['case'] : ['look-alikes'];
}
