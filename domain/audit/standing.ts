import type { RuleTally } from './rule-tally';
import type { Verdict, Weight } from './verdict';

/** An elevator's verdict, its weight, and what the text alone would say (`formats.md` section 1). */
export interface Standing {
  readonly verdict: Verdict;
  readonly weight: Weight | null;
  readonly verdictByLaw: Verdict;
}

const OUTSIDE: ReadonlySet<RuleTally['status']> = new Set(['not-applicable', 'no-data']);

/** `inUse` = the period has a service day. */
export function standingOf(tallies: readonly RuleTally[], inUse: boolean): Standing {
  if (!inUse || tallies.every(({ status }) => status === 'not-applicable'))
    return { verdict: 'not-applicable', weight: null, verdictByLaw: 'not-applicable' };
  const judged = tallies.filter(({ status }) => !OUTSIDE.has(status));
  const verdict = verdictBy(judged, ALL);
  const verdictByLaw = verdictBy(
    judged.filter(({ weight, ...tally }) => weight === 'law' || hasFindingByLaw(tally)),
    BY_LAW,
  );
  const isFinding = verdict === 'non-compliant' || verdict === 'lapsed' || verdict === 'not-shown';
  return { verdict, weight: isFinding ? (verdictByLaw === verdict ? 'law' : 'reading') : null, verdictByLaw };
}

/** Which findings of a rule count. */
interface Findings {
  readonly breached: (tally: RuleTally) => boolean;
  readonly lapsed: (tally: RuleTally) => boolean;
  readonly notShown: (tally: RuleTally) => boolean;
}

const ALL: Findings = {
  breached: ({ overdue, failedInUse }) => overdue || failedInUse,
  lapsed: ({ late, cleared }) => late + cleared > 0,
  notShown: ({ status }) => status === 'not-shown',
};

const BY_LAW: Findings = {
  breached: ({ overdue, weight, failedInUse, failedWeight }) =>
    (overdue && weight === 'law') || (failedInUse && failedWeight === 'law'),
  lapsed: ({ lateByLaw, clearedByLaw }) => lateByLaw + clearedByLaw > 0,
  notShown: ({ status, weight }) => status === 'not-shown' && weight === 'law',
};

function hasFindingByLaw({ lateByLaw, clearedByLaw, failedWeight }: Omit<RuleTally, 'weight'>): boolean {
  return lateByLaw + clearedByLaw > 0 || failedWeight === 'law';
}

function verdictBy(judged: readonly RuleTally[], { breached, lapsed, notShown }: Findings): Verdict {
  if (judged.length === 0) return 'no-data';
  if (judged.some(breached)) return 'non-compliant';
  if (judged.some(lapsed)) return 'lapsed';
  return judged.some(notShown) ? 'not-shown' : 'compliant';
}
