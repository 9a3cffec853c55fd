import type { LegalBasis } from '../../pack/legal-basis';
import { datesOf, type TextDates } from '../../pack/text-dates';
import { successorWords, textDatesWords } from '../../terms/text-dates-words';
import type { Evidence } from '../evidence';
import type { ReportTexts } from '../texts/report-texts';

type Dated = { readonly legalBasis: LegalBasis } & Partial<TextDates>;

/**
 * How old the texts are that a paper cites, a document once: which edition was read, how far a successor was looked for;
 * then a note of its own for every newer edition that is known and was not read.
 */
export function textNotes(cited: readonly LegalBasis[], evidence: Evidence, texts: ReportTexts): string[] {
  const { locale, asOf } = evidence;
  const [comma, separator] = locale === 'en' ? [', ', '; '] : ['，', '；'];
  const known = datedIn(evidence);
  const read = new Set<string>();
  const newer = new Set<string>();
  for (const basis of cited) {
    for (const { successorKnown, ...dates } of datesOfBasis(basis, known)) {
      const document = basis.shortDocument[locale];
      read.add(texts.textDates(document, textDatesWords(dates, asOf, locale).join(comma)));
      if (successorKnown !== undefined) newer.add(texts.newerText(document, successorWords(successorKnown, locale)));
    }
  }
  return read.size === 0 ? [] : [texts.textsRead([...read].join(separator)), ...newer];
}

/** Those of the very clause; of a clause that nothing dates, those of its document. */
function datesOfBasis({ document, clause }: LegalBasis, known: readonly Dated[]): readonly TextDates[] {
  const ofDocument = known.filter(({ legalBasis }) => legalBasis.document.en === document.en);
  const ofClause = ofDocument.filter(({ legalBasis }) => legalBasis.clause.en === clause.en);
  return (ofClause.length > 0 ? ofClause : ofDocument).map(datesOf);
}

/** Everything in the evidence that cites a clause, but for days that the house set without a text. */
function datedIn({ pack, criteria }: Evidence): readonly Dated[] {
  const ofHazards: readonly Dated[] =
    criteria === undefined
      ? []
      : [
          ...criteria.classes,
          ...criteria.duties,
          ...criteria.deadlines.filter(({ lookedUntil }) => lookedUntil !== undefined),
          ...criteria.oldAges,
          ...criteria.assessmentTriggers,
        ];
  return [...pack.rules.flatMap(({ versions }) => versions), ...(pack.requirements ?? []), ...ofHazards];
}
