import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { HAZARD_CLASSES, type Hazard, type HazardClass, type Party } from '../hazard/hazard';
import { isOpen, type HazardLife } from '../hazard/hazard-life';
import { isProven, reportsOwed } from '../hazard/lifecycle';
import { TIMED_STEPS, type HazardCriteria, type HazardDuty, type TimedStep } from '../pack/hazard-criteria';
import type { Confidence, LegalBasis } from '../pack/legal-basis';
import type { HazardDays } from './hazard-days';
import { heldDuties, lifecycleRulesOf } from './lifecycle-rules';
import { riskGroupOf } from './risk-group';
import { dueDayOf, type ClockGround } from './step-deadline';

export const CLOCK_STATUSES = ['now', 'overdue', 'due-soon', 'running', 'no-deadline'] as const;
export type ClockStatus = (typeof CLOCK_STATUSES)[number];

/** A duty or step that runs, or is owed, now. `now` = must be taken out of use at once and has not been. */
export interface HazardClock {
  readonly step: TimedStep | 'close';
  readonly owner: Party;
  readonly dueOn: CivilDate | null;
  /** Days until it is due, 0 = today, negative = past. */
  readonly daysLeft: number | null;
  readonly status: ClockStatus;
  /** What set the day; `settings` and `default` are the house's own and breach nothing. */
  readonly ground: ClockGround;
  /** Of the deadline; null where no clause set it. */
  readonly basis: LegalBasis | null;
  readonly confidence: Confidence | null;
  /** The duty to take the step at all, where the law couples one to the class. */
  readonly duty: LegalBasis | null;
}

/** From so many days before it is due a clock is called soon; our own measure. */
export const SOON_DAYS = 3;

const OWNERS: Readonly<Record<Exclude<HazardClock['step'], 'rectify'>, Party>> = {
  notify: 'maintainer',
  report: 'maintainer',
  'stop-use': 'user-unit',
  recheck: 'user-unit',
  close: 'user-unit',
};

/** Whether a clock says that a clause, or the date in the notice, was not kept. */
export function isBreach({ status, ground }: Pick<HazardClock, 'status' | 'ground'>): boolean {
  return status === 'now' || (status === 'overdue' && (ground === 'law' || ground === 'written'));
}

/**
 * The clocks of a hazard on a day, most pressing first: `now`, then by due day, then in the order of the steps. `life`
 * is its life up to that day. None runs once it is closed or refused.
 */
export function clocksOf(
  hazard: Pick<Hazard, 'foundOn'>,
  life: HazardLife,
  criteria: Pick<HazardCriteria, 'matrix' | 'duties' | 'deadlines'>,
  asOf: CivilDate,
  days: HazardDays,
): readonly HazardClock[] {
  if (!isOpen(life) || hazard.foundOn > asOf) return [];
  const owed = [
    owedStop(life, criteria.duties),
    owedReport(life, criteria.duties),
    owedNotice(life, criteria.duties),
    owedWork(life),
  ];
  return owed.flatMap((one) => (one === null ? [] : [clock(one, life, criteria, asOf, days)])).sort(byPressure);
}

interface Owed {
  readonly step: HazardClock['step'];
  readonly from: ReadonlyMap<HazardClass, CivilDate>;
  readonly duty: LegalBasis | null;
  readonly written?: CivilDate | null;
}

function owedStop(life: HazardLife, duties: readonly HazardDuty[]): Owed | null {
  if (life.stopped || isProven(life)) return null;
  const held = heldDuties(duties, 'stop-use').filter((duty) => life.classSince[duty.class] !== null);
  const duty = held[0];
  if (duty === undefined) return null;
  const from = sinceEach(
    life,
    held.map((one) => one.class),
  );
  return { step: 'stop-use', from, duty: duty.legalBasis };
}

function owedReport(life: HazardLife, duties: readonly HazardDuty[]): Owed | null {
  const classes = reportsOwed(life, lifecycleRulesOf({ duties }));
  const duty = heldDuties(duties, 'report').find((one) => classes.includes(one.class));
  if (duty === undefined) return null;
  const from = new Map(classes.map((one) => [one, life.unreportedSince[one]!] as const));
  return { step: 'report', from, duty: duty.legalBasis };
}

function owedNotice(life: HazardLife, duties: readonly HazardDuty[]): Owed | null {
  const { noticeOwedSince } = life;
  if (noticeOwedSince === null) return null;
  const duty = heldDuties(duties, 'notify').find((one) => life.classSince[one.class] !== null);
  return { step: 'notify', from: sinceEach(life, HAZARD_CLASSES, noticeOwedSince), duty: duty?.legalBasis ?? null };
}

/** The step that the state itself waits for. */
function owedWork(life: HazardLife): Owed {
  if (life.state === 'rechecked') return { step: 'close', from: new Map(), duty: null };
  if (life.state === 'rectified')
    return { step: 'recheck', from: sinceEach(life, HAZARD_CLASSES, life.rectifiedOn ?? life.since), duty: null };
  return {
    step: 'rectify',
    from: sinceEach(life, HAZARD_CLASSES, life.openedOn),
    duty: null,
    written: life.deadline,
  };
}

/** The classes it has, each from the day it had it, but not before the step itself was owed. */
function sinceEach(
  { classSince }: HazardLife,
  classes: readonly HazardClass[],
  owedSince?: CivilDate,
): ReadonlyMap<HazardClass, CivilDate> {
  return new Map(
    classes.flatMap((one) => {
      const since = classSince[one];
      if (since === null) return [];
      return [[one, owedSince !== undefined && owedSince > since ? owedSince : since] as const];
    }),
  );
}

function clock(
  { step, from, duty, written = null }: Owed,
  life: HazardLife,
  { matrix, deadlines }: Pick<HazardCriteria, 'matrix' | 'deadlines'>,
  asOf: CivilDate,
  days: HazardDays,
): HazardClock {
  const group = riskGroupOf(matrix, life.risk);
  const due = step === 'close' ? null : dueDayOf({ step, from, group, written }, deadlines, days);
  const dueOn = due?.dueOn ?? null;
  const daysLeft = dueOn === null ? null : toEpochDay(dueOn) - toEpochDay(asOf);
  const { ground, basis, confidence } = due ?? { ground: 'none' as const, basis: null, confidence: null };
  const owner = step === 'rectify' ? life.responsible.party : (due?.owner ?? OWNERS[step]);
  return { step, owner, dueOn, daysLeft, status: statusOf(step, daysLeft), ground, basis, confidence, duty };
}

function statusOf(step: HazardClock['step'], daysLeft: number | null): ClockStatus {
  if (step === 'stop-use') return 'now';
  if (daysLeft === null) return 'no-deadline';
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= SOON_DAYS ? 'due-soon' : 'running';
}

function byPressure(a: HazardClock, b: HazardClock): number {
  return rankOf(a) - rankOf(b) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || stepPlace(a) - stepPlace(b);
}

function rankOf({ status, dueOn }: HazardClock): number {
  return status === 'now' ? 0 : dueOn !== null ? 1 : 2;
}

function stepPlace({ step }: HazardClock): number {
  return step === 'close' ? TIMED_STEPS.length : TIMED_STEPS.indexOf(step);
}
