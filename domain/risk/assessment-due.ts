import type { Assessment } from '../assessment/assessment';
import type { CivilDate } from '../calendar/civil-date';
import type { Elevator } from '../elevator/elevator';
import type { AssessmentTrigger, HazardCriteria } from '../pack/hazard-criteria';
import type { Confidence, LegalBasis } from '../pack/legal-basis';
import { oldAgesOf, type ReachedAge } from './old-age';

/**
 * `due` = a confirmed text asks for it, or the day that the last assessment named has come; `proposed` = a text allows
 * it, or nobody could confirm the text; `to-come` = not yet.
 */
export type AssessmentStatus = 'due' | 'proposed' | 'to-come';

export interface AssessmentDue {
  readonly why: 'age' | 'next-by';
  /** Id of the rule about age; of the day that the last assessment named, null. */
  readonly ruleId: string | null;
  readonly status: AssessmentStatus;
  readonly on: CivilDate;
  readonly basis: LegalBasis | null;
  readonly confidence: Confidence | null;
}

export interface AssessmentState {
  /** Newest first. */
  readonly done: readonly Assessment[];
  /** Due first, then by day. What an assessment on record has answered is left out. */
  readonly due: readonly AssessmentDue[];
  /** Circumstances that ask for one as well. Whether they hold only people can say. */
  readonly triggers: readonly AssessmentTrigger[];
}

/**
 * The assessments of an elevator as of a day. A demand by age is answered by an assessment on or after the day on which
 * the years were full; a day named by an assessment, by the next one.
 */
export function assessmentsOf(
  elevator: Elevator,
  assessments: readonly Assessment[],
  criteria: Pick<HazardCriteria, 'oldAges' | 'assessmentTriggers'>,
  asOf: CivilDate,
): AssessmentState {
  const done = assessments
    .filter(({ date }) => date <= asOf)
    .reverse()
    .sort((a, b) => compare(b.date, a.date));
  const last = done[0];
  const byAge = oldAgesOf(elevator, criteria, asOf)
    .filter(({ rule, on }) => rule.assessment !== 'none' && (last === undefined || last.date < on))
    .map(dueByAge);
  const due = last?.nextBy === undefined ? byAge : [...byAge, dueByDay(last.nextBy, asOf)];
  return { done, due: due.sort(byStatus), triggers: criteria.assessmentTriggers };
}

function dueByAge({ rule, on, reached }: ReachedAge): AssessmentDue {
  const asks = rule.assessment === 'must' && rule.confidence !== 'unverified';
  const status = !reached ? 'to-come' : asks ? 'due' : 'proposed';
  return { why: 'age', ruleId: rule.id, status, on, basis: rule.legalBasis, confidence: rule.confidence };
}

function dueByDay(on: CivilDate, asOf: CivilDate): AssessmentDue {
  const status = on <= asOf ? 'due' : 'to-come';
  return { why: 'next-by', ruleId: null, status, on, basis: null, confidence: null };
}

const STATUSES: readonly AssessmentStatus[] = ['due', 'proposed', 'to-come'];

function byStatus(a: AssessmentDue, b: AssessmentDue): number {
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || compare(a.on, b.on);
}

function compare(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : Number(a > b);
}
