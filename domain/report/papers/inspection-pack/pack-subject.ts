import type { RegistrationNo } from '../../../elevator/elevator';
import { citationOf } from '../../../pack/citation';
import type { Confidence, LegalBasis, Locale, Text } from '../../../pack/legal-basis';
import { toldErased } from '../../../terms/told-erased';
import { wantedOf, type Wanted } from '../../inspection-pack/wanted';
import type { InspectionPackEvidence } from '../../inspection-pack/pack-evidence';
import type { Cell, Column, Run, TableBlock } from '../../model';
import type { ReportTexts } from '../../texts/report-texts';
import { textsOf } from '../../texts/texts-of';
import type { PackWords } from './pack-words';
import { PACK_WORDS_EN } from './pack-words-en';
import { PACK_WORDS_ZH } from './pack-words-zh';

/** The evidence of a pack in the shapes its sections share. */
export interface PackSubject {
  readonly pack: InspectionPackEvidence;
  readonly locale: Locale;
  readonly texts: ReportTexts;
  readonly words: PackWords;
  readonly wanted: readonly Wanted[];
  readonly say: (text: Text) => string;
  /** The short name of an elevator where no other of the pack has it, else its certificate number. */
  readonly nameOf: (registrationNo: RegistrationNo) => string;
}

export function packSubjectOf(stated: InspectionPackEvidence): PackSubject {
  const { locale } = stated;
  const pack = toldErased(stated, locale);
  const names = new Map<string, number>();
  for (const { elevator } of pack.elevators) {
    const { internalNo = '' } = elevator;
    names.set(internalNo, (names.get(internalNo) ?? 0) + 1);
  }
  const named = new Map(pack.elevators.map(({ elevator }) => [elevator.registrationNo, elevator.internalNo ?? '']));
  return {
    pack,
    locale,
    texts: textsOf(locale),
    words: locale === 'en' ? PACK_WORDS_EN : PACK_WORDS_ZH,
    wanted: wantedOf(pack),
    say: (text) => text[locale],
    nameOf: (registrationNo) => {
      const name = named.get(registrationNo) ?? '';
      return name === '' || names.get(name) !== 1 ? registrationNo : name;
    },
  };
}

export const plain = (text: string): Cell => ({ runs: [{ text }] });

/** Clauses once each, with the weight directly behind; a dash where no text of the pack asks for it. */
export function basisCell(
  { texts, locale, words }: PackSubject,
  bases: readonly { readonly basis: LegalBasis | null; readonly confidence: Confidence }[],
): Cell {
  const cited = new Map<string, Confidence>();
  for (const { basis, confidence } of bases) if (basis !== null) cited.set(citationOf(basis, locale), confidence);
  if (cited.size === 0) return plain(words.noBasis);
  return {
    runs: [...cited].flatMap(([citation, confidence], index): Run[] => [
      { text: `${index === 0 ? '' : texts.clauseSeparator}${citation} ` },
      { text: texts.confidence[confidence], tag: confidence },
    ]),
  };
}

export function packTable(
  { texts }: PackSubject,
  columns: readonly Column[],
  rows: TableBlock['rows'],
  note?: readonly Run[],
): TableBlock {
  const { rowsFromTo, rowContinued, tableContinued: continued } = texts;
  return { kind: 'table', columns, rows, rowsFromTo, rowContinued, continued, ...(note === undefined ? {} : { note }) };
}
