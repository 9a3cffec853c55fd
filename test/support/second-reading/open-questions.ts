import type { RuleAudit } from '../../../domain/audit/verdict';
import type { ScheduleRule } from '../../../domain/pack/rule-pack';
import { dayOf } from './days';
import type { History } from './history';
import { inService } from './in-service';

/** A rule of a history as both judged it. */
export interface Pair {
  readonly rule: ScheduleRule;
  readonly history: History;
  readonly engine: RuleAudit;
  readonly slow: RuleAudit;
}

/** Where the two still differ, or where the reference leaves the answer open: what is not compared, and why. */
interface OpenQuestion {
  readonly why: string;
  readonly is: (pair: Pair) => boolean;
  /** Members that are not compared; `all` = nothing of the rule is, nor the verdict of the elevator. */
  readonly leavesOut: 'all' | readonly (keyof RuleAudit)[];
}

const modeOf = ({ versions }: ScheduleRule): string => versions[0]!.counting.mode;
const countsCalendarDays = (rule: ScheduleRule): boolean => modeOf(rule) !== 'service-clock';

export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
  {
    why: 'versions that follow each other in the rules on inspection and self-test',
    is: ({ rule }) => modeOf(rule) === 'service-year-list' || rule.versions.length > 1,
    leavesOut: 'all',
  },
  {
    why: 'a day before the first version, with failed acts and with outages that lead into its time',
    is: ({ rule: { versions }, history: { asOf } }) => asOf < (versions[0]!.effectiveFrom ?? ''),
    leavesOut: 'all',
  },
  {
    why: 'a deadline before the start of service',
    is: ({ rule, history: { acceptedOn, inServiceOn } }) =>
      countsCalendarDays(rule) && acceptedOn !== undefined && inServiceOn !== undefined && acceptedOn < inServiceOn,
    leavesOut: 'all',
  },
  {
    why: 'a deadline on the last day before an outage',
    is: ({ rule, history }) => countsCalendarDays(rule) && !inService(history).on(dayOf(history.asOf)),
    leavesOut: 'all',
  },
  {
    why: 'an act on the day after the deadline, on which an outage had begun',
    is: ({ rule, slow }) => countsCalendarDays(rule) && slow.gaps.some(({ daysLate }) => daysLate === 0),
    leavesOut: 'all',
  },
  {
    why: 'deadlines that pass while out of service',
    is: ({ rule, history }) => countsCalendarDays(rule) && history.outages.length > 0,
    leavesOut: ['met', 'missed', 'gaps'],
  },
  {
    why: 'a rule that asks nothing in the period',
    is: ({ engine, slow }) => engine.status === 'not-applicable' && slow.status === 'met' && slow.dueOn === null,
    leavesOut: 'all',
  },
  {
    why: 'what is told of a rule whose number nobody could confirm',
    is: ({ rule }) => rule.versions.every(({ confidence }) => confidence === 'unverified'),
    leavesOut: ['lastDone'],
  },
  {
    why: 'a middle between inspections that passed before its first act on record',
    is: ({ rule }) => modeOf(rule) === 'midpoint',
    leavesOut: 'all',
  },
  {
    why: 'the weight of a governor calibrated shortly before it is old',
    is: ({ rule: { versions }, slow }) =>
      versions.some(({ counting }) => counting.ageSwitch?.of === 'governor') && slow.weight === 'reading',
    leavesOut: 'all',
  },
  {
    why: 'grace after an outage over the due date',
    is: ({ rule: { versions }, history: { outages } }) =>
      outages.length > 0 &&
      versions.some(({ counting }) => counting.mode === 'due-month-chain' && counting.graceMonths > 0),
    leavesOut: 'all',
  },
];
