/** The message of a schema that refuses a text for what no record can carry. */
export const UNWRITABLE_TEXT = 'unwritable-text';

const HALF = /\p{Surrogate}/u;

/** Half of a character has no UTF-8 form and no hash: a text that holds one can stand in no record. */
export function isWritableText(text: string): boolean {
  return !HALF.test(text);
}

/** The same for whatever a value holds, however deep. */
export function isWritable(value: unknown): boolean {
  if (typeof value === 'string') return isWritableText(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  return Object.entries(value).every(([name, held]) => isWritableText(name) && isWritable(held));
}

/** Control characters and halves of characters by their code, `‹U+0007›`: fonts have no picture of them. */
export function withVisibleSigns(text: string): string {
  return text.replaceAll(/\p{Surrogate}|\p{Cc}/gu, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\u2039U+${code}\u203a`;
  });
}
