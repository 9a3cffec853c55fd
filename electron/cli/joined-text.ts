import { likelihoodAtMost, type JoinedSigns } from '../../domain/doubts/join-signs';
import { joinedName, joinedWords } from '../../domain/explain/joined-words';
import type { Locale } from '../../domain/pack/legal-basis';
import { termsOf } from '../../domain/terms/terms-of';

const MOST_LINES = 20;

/** The list of what is worth a look, strongest first, each with the terms of its sum. */
export function joinedText(list: readonly JoinedSigns[], locale: Locale): string {
  const words = joinedWords(locale);
  const terms = termsOf(locale);
  const title = words.titled(words.title, words.meaning);
  if (list.length === 0) return `\n${title}\n${words.none}\n`;
  const lines = list.slice(0, MOST_LINES).flatMap(({ unit, from, to, visits, terms: signs, sum }) => [
    `  ${words.head(joinedName(unit, locale), from, to, visits, sum.toFixed(1))}`,
    ...signs.map(({ sign, hits, of, usual, value }) => {
      const share = `${(usual * 100).toFixed(1)}%`;
      return `    ${words.term(terms.weakSign[sign], hits, of, share, value.toFixed(1))}`;
    }),
  ]);
  const more = list.length > MOST_LINES ? [`  ${words.more(list.length - MOST_LINES)}`] : [];
  return `\n${[title, ...lines, ...more, `  ${words.how(likelihoodAtMost)}`].join('\n')}\n`;
}
