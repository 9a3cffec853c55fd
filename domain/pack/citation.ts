import type { LegalBasis, Locale } from './legal-basis';

/** Short document and clause as a table cites them: `监察条例第31条第2款`, `TSG T7001-2023 4.1`. */
export function citationOf({ shortDocument, shortClause }: LegalBasis, locale: Locale): string {
  const [document, clause] = [shortDocument[locale], shortClause[locale]];
  const apart = locale === 'en' || (/[\w)]$/.test(document) && /^\w/.test(clause));
  return `${document}${apart ? ' ' : ''}${clause}`;
}
