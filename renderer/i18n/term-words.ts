import type { Verdict } from '../../domain/audit/verdict';
import type { Terms } from '../../domain/terms/terms';
import type { Locale } from '../../domain/pack/legal-basis';
import { capital } from '../../domain/terms/capital';
import { termsOf } from '../../domain/terms/terms-of';

export { capital };

/** The word of a verdict as an entry or a file states it; what no program of ours wrote stands as it is. */
export function verdictWord(verdict: string, locale: Locale): string {
  const names = termsOf(locale).verdict;
  return Object.hasOwn(names, verdict) ? capital(names[verdict as Verdict]) : verdict;
}

/** The word of a list of records, as a refusal names it. */
export function kindWord(list: string, locale: Locale): string {
  const names = termsOf(locale).recordKind;
  return Object.hasOwn(names, list) ? capital(names[list as keyof Terms['recordKind']]) : list;
}

/** The word of a state of use, as an entry states it. */
export function stateWord(state: string, locale: Locale): string {
  const terms = termsOf(locale);
  if (state === 'retired') return capital(terms.retired);
  return Object.hasOwn(terms.use, state) ? capital(terms.use[state as keyof Terms['use']]) : state;
}
