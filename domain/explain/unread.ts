import type { Locale } from '../pack/legal-basis';
import type { RuleVersion } from '../pack/rule-pack';
import { explainWordsOf } from './act-names';
import { fill } from './words/explain-words';

type Wording = Pick<RuleVersion, 'effectiveFrom' | 'successorKnown'> & Partial<Pick<RuleVersion, 'confidence'>>;

/** Whether a wording stands for a text that is in force and that nobody has read. */
export function isUnread({ confidence, effectiveFrom, successorKnown }: Wording): boolean {
  return confidence === 'unverified' && successorKnown !== undefined && effectiveFrom !== null;
}

/** Why nothing is found: the source could not be confirmed, or a newer text is in force that nobody has read. */
export function unreadSentence({ effectiveFrom, successorKnown }: Wording, locale: Locale): string {
  const words = explainWordsOf(locale);
  if (successorKnown === undefined || effectiveFrom === null) return words.finding.unverified;
  return fill(words.finding.unread, { title: successorKnown.title[locale], from: words.date(effectiveFrom) });
}
