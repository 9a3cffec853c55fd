import type { Locale } from '../pack/legal-basis';
import { explainWordsOf } from './act-names';
import type { OnDemand } from './on-demand';
import { fill } from './words/explain-words';
import { ON_DEMAND_WORDS } from './words/on-demand-words';

/** Says by which days is judged, and both counts: against those of the text and against those permitted. */
export function onDemandSentence(onDemand: OnDemand, locale: Locale): string {
  const words = ON_DEMAND_WORDS[locale];
  const { limit, date } = explainWordsOf(locale);
  const { state, authority, document, from, to, missing, cap, longest, ...counts } = onDemand;
  const numbers = { days: counts.days, limitDays: counts.limitDays, late: counts.late, beyond: counts.beyond };
  const named = authority === null ? (document ?? '') : fill(words.document, { authority, document: document ?? '' });
  const days = {
    from: from === null ? '' : date(from),
    to: to === null ? '' : date(to),
    cap: cap === null ? '' : limit(cap),
    missing: missing.map((field) => words.missing[field]).join(words.comma),
  };
  return fill(words.sentence, {
    ...numbers,
    by: document === null ? words.withoutDocument : fill(words.by, { document: named }),
    follows: fill(words.follows[state], { ...numbers, ...days }),
    longest:
      longest === null
        ? ''
        : fill(words.longest, {
            longestDays: longest.days,
            longestFrom: date(longest.from),
            longestTo: longest.to === null ? words.open : date(longest.to),
          }),
    beyond: fill(words.beyond[state], numbers),
  });
}
