import type { PaperStatement } from '../record/entry';
import type { Evidence } from './evidence';

/** What stands on record of a paper: its verdict, whether it may be used, and what late entries turned. */
export function statementOf({ audit: { verdict }, headline }: Pick<Evidence, 'audit' | 'headline'>): PaperStatement {
  if (headline === undefined) return { verdict };
  const { verdictWithoutLate } = headline.entry;
  const isTurned = verdictWithoutLate !== null && verdictWithoutLate !== verdict;
  return { verdict, use: headline.use.state, ...(isTurned ? { withoutLate: verdictWithoutLate } : {}) };
}
