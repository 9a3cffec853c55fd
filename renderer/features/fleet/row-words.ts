import { termsOf } from '../../../domain/terms/terms-of';
import { nameOfUse } from '../../../domain/terms/name-of-use';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { FleetRow } from '../../../domain/fleet/fleet-row';

/** What a row says of use and verdict, in the words of every other surface. */
export interface RowWords {
  readonly use: string;
  /** Why, and since when; empty where nothing holds. */
  readonly because: string;
  /** With its weight, where that is less than the text. */
  readonly verdict: string;
  /** The verdict by the text alone, where it is another. */
  readonly byLaw: string;
  readonly late: string;
}

export function rowWords({ use, elevator, verdict, weight, verdictByLaw, late }: FleetRow, locale: Locale): RowWords {
  const terms = termsOf(locale);
  const colon = locale === 'en' ? ': ' : '：';
  const reading = locale === 'en' ? 'reading' : terms.weight.reading; // the column has no room for two words
  const [open, close] = locale === 'en' ? [' (', ')'] : ['（', '）'];
  return {
    use: nameOfUse(use.state, elevator, locale),
    because: use.reason === null ? '' : `${terms.useReason[use.reason.kind]}${colon}${use.reason.on}`,
    verdict: `${terms.verdict[verdict]}${weight === 'reading' ? `${open}${reading}${close}` : ''}`,
    byLaw: verdictByLaw === verdict ? '' : `${terms.weight.law}${colon}${terms.verdict[verdictByLaw]}`,
    late: late === null ? '' : terms.entry.late(late.worstDays),
  };
}
