import type { Interval } from '../calendar/interval';
import type { Locale } from '../pack/legal-basis';
import type { RuleVersion } from '../pack/rule-pack';

/** How a table names the limit of a version; a text that nobody has read has no number, and says so in its own words. */
export function limitOfVersion(
  { confidence, limitText, interval }: Pick<RuleVersion, 'confidence' | 'limitText' | 'interval'>,
  limit: (interval: Interval) => string,
  locale: Locale,
): string {
  return confidence === 'unverified' && limitText !== undefined ? limitText[locale] : limit(interval);
}
