import type { Verdict } from '../../domain/audit/verdict';
import type { Terms } from '../../domain/terms/terms';
import type { Locale } from '../../domain/pack/rule-pack';
import { termsOf } from '../../domain/terms/terms-of';

/** English terms stand in lower case; what stands alone begins with a capital. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The word of a verdict as an entry or a file states it; what no program of ours wrote stands as it is. */
export function verdictWord(verdict: string, locale: Locale): string {
  const names = termsOf(locale).verdict;
  return Object.hasOwn(names, verdict) ? capital(names[verdict as Verdict]) : verdict;
}

/** The word of a state of use, as an entry states it. */
export function stateWord(state: string, locale: Locale): string {
  const terms = termsOf(locale);
  if (state === 'retired') return capital(terms.retired);
  return Object.hasOwn(terms.use, state) ? capital(terms.use[state as keyof Terms['use']]) : state;
}
