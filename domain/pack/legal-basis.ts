import type { CivilDate } from '../calendar/civil-date';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** A text in every language a pack speaks. */
export type Text = Readonly<Record<Locale, string>>;

/** Legal weight: the number stands in the text, it is an accepted reading, or nobody could confirm it. */
export type Confidence = 'law' | 'reading' | 'unverified';
/** How well a collected fact is sourced (reference files). */
export type SourceConfidence = 'high' | 'medium' | 'low';

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly address?: string;
  readonly kind?: string;
  readonly note?: string;
  /** First day in force, of a document that is named and decides nothing here. */
  readonly effectiveFrom?: CivilDate;
}

export interface LegalBasis {
  /** Full name of the document with its number, for first mention. */
  readonly document: Text;
  /** Name as tables write it. */
  readonly shortDocument: Text;
  readonly clause: Text;
  readonly shortClause: Text;
  /** What the clause asks, in our own words. */
  readonly says: Text;
}

/** Which elevators a rule or requirement is for. */
export interface AppliesTo {
  readonly kinds: 'all' | readonly string[];
  /** Values of the particular `place` (场所) for which alone the rule holds. */
  readonly places?: readonly string[];
  /** Values of `place` for which the rule does not hold. */
  readonly notPlaces?: readonly string[];
}
