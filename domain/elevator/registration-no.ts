import type { RegistrationNo } from './elevator';

export const MAX_REGISTRATION_NO = 64;

/** Nothing of it is seen: zero-width and direction signs, byte order marks, soft hyphens, variation selectors, blanks. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
/** What most keys are made of, and what the normal form leaves as it is. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]*$/;
/** Tabs and line breaks are white space: a cell with a wrapped line holds them. */
const UNREADABLE = /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u;

/**
 * The one form of a key that tells things apart (registration number, device code, report number): compatibility forms
 * made plain (NFKC: full-width brackets and digits to half-width), nothing unseen, no white space. Idempotent. What
 * `unreadableSign` finds is left where it stands, for it is refused and never repaired.
 */
export function normalKey(text: string): string {
  if (PLAIN.test(text)) return text;
  let [before, key] = [text, plainForm(text)];
  // Taking a sign away may bring two others together that compose, and composing may leave a blank: "e", "\u200b", "\u0301".
  while (key !== before) [before, key] = [key, plainForm(key)];
  return key;
}

function plainForm(text: string): string {
  return text.replaceAll(UNSEEN, seenOrControl).normalize('NFKC').replaceAll(UNSEEN, seenOrControl);
}

/** Line tabs and form feeds are white space to a regular expression, yet controls that no key may carry. */
function seenOrControl(sign: string): string {
  return UNREADABLE.test(sign) ? sign : '';
}

/** The first control character or half of a character in a key, or null. */
export function unreadableSign(text: string): string | null {
  return UNREADABLE.exec(text)?.[0] ?? null;
}

export function normalRegistrationNo(text: string): RegistrationNo {
  return normalKey(text) as RegistrationNo;
}

/** Whether a text is a registration number in its one form, as new records carry it. */
export function isNormalRegistrationNo(text: string): boolean {
  const fits = text !== '' && text.length <= MAX_REGISTRATION_NO;
  return fits && unreadableSign(text) === null && normalKey(text) === text;
}
