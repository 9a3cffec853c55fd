import type { Locale } from '../pack/legal-basis';
import { readErasedMark, replacedTexts } from '../record/erasure';
import { termsOf } from './terms-of';

/** A value as it is shown: where a detail was erased, the day and the reason in the reader's language. */
export function toldErased<T>(value: T, locale: Locale): T {
  const { erased, erasureReason } = termsOf(locale);
  return replacedTexts(value, ({ text }) => {
    const mark = readErasedMark(text);
    return mark === null ? text : erased(mark.on, erasureReason[mark.reason]);
  }) as T; // texts gave way to texts
}
