import { useTranslation } from 'react-i18next';
import { termsOf } from '../../domain/terms/terms-of';
import type { Terms } from '../../domain/terms/terms';
import { capital } from './term-words';

/** The closed sets that are named by a word alone. */
type NamedSet = {
  [S in keyof Terms]: Terms[S] extends Readonly<Record<string, string>> ? S : never;
}[keyof Terms];

/** The name of one of a closed set in the language of the page, as it stands alone: `term('party', 'maintainer')`. */
export function useTerm(): <S extends NamedSet>(set: S, member: keyof Terms[S]) => string {
  const { i18n } = useTranslation();
  const terms = termsOf(i18n.language === 'en' ? 'en' : 'zh-CN');
  return (set, member) => capital(terms[set][member] as string); // a set of names
}
