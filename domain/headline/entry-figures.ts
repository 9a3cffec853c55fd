import type { Standing } from '../audit/standing';
import type { RuleStatus, Verdict } from '../audit/verdict';
import type { CivilDate } from '../calendar/civil-date';
import type { LateEntries, LateEntry } from './late-entries';

/** How the records of an elevator were entered, and what the verdict would be without what came late. */
export interface EntryFigures {
  /** Visits and outages up to the as-of day. */
  readonly direct: number;
  /** Late ones of them, and what else came late and changed the verdict. */
  readonly late: number;
  readonly imported: number;
  /** Null where nothing is late. */
  readonly worstDaysLate: number | null;
  readonly verdictWithoutLate: Verdict | null;
}

/** A judgement as far as two of them are compared. */
export type Judged = Pick<Standing, 'verdict' | 'verdictByLaw'> & {
  readonly rules: readonly { readonly status: RuleStatus }[];
};

/** Days of what came late, and the two judgements without it. */
export interface LateQuestion {
  /** Late visits and outages. */
  readonly entries: readonly LateEntry[];
  readonly changes: readonly LateEntry[];
  readonly asOf: CivilDate;
  readonly judgedWithoutEntries: () => Judged;
  readonly judgedWithout: () => Judged;
}

/**
 * Corrections, withdrawals and inspections that came late count if the verdict, or the state of a rule, would be another
 * without them; what was done after the as-of day counts for nothing.
 */
export function lateFigures({
  entries,
  changes,
  asOf,
  judgedWithoutEntries,
  judgedWithout,
}: LateQuestion): Pick<EntryFigures, 'late' | 'worstDaysLate' | 'verdictWithoutLate'> {
  const late = entries.filter(({ on }) => on <= asOf);
  const changing = changes.filter(({ on }) => on <= asOf);
  if (late.length + changing.length === 0) return NOTHING_LATE;
  const without = judgedWithout();
  const counted = changing.length > 0 && differs(judgedWithoutEntries(), without) ? [...late, ...changing] : late;
  if (counted.length === 0) return NOTHING_LATE;
  return {
    late: counted.length,
    worstDaysLate: counted.reduce((worst, { days }) => Math.max(worst, days), 0),
    verdictWithoutLate: without.verdict,
  };
}

const NOTHING_LATE = { late: 0, worstDaysLate: null, verdictWithoutLate: null } as const;

/** Whether somebody who reads the one would be told something else by the other. */
export function differs(one: Judged, other: Judged): boolean {
  return (
    one.verdict !== other.verdict ||
    one.verdictByLaw !== other.verdictByLaw ||
    one.rules.some(({ status }, index) => status !== other.rules[index]?.status)
  );
}

/** All figures of one dossier. */
export function entryFigures(
  { entries, changes }: LateEntries,
  question: Omit<LateQuestion, 'entries' | 'changes'>,
): EntryFigures {
  const until = entries.filter(({ on }) => on <= question.asOf);
  const late = lateFigures({ ...question, entries: until.filter(({ kind }) => kind === 'late'), changes });
  return {
    direct: until.filter(({ kind }) => kind === 'direct').length,
    late: late.late,
    imported: until.filter(({ kind }) => kind === 'imported').length,
    worstDaysLate: late.worstDaysLate,
    verdictWithoutLate: late.verdictWithoutLate,
  };
}
