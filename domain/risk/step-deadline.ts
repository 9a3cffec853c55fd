import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { HazardClass, Party, RiskGroup } from '../hazard/hazard';
import type { StepDeadline, TimedStep } from '../pack/hazard-criteria';
import type { Confidence, LegalBasis } from '../pack/legal-basis';
import { houseDays, type HazardDays } from './hazard-days';

/**
 * What sets a day: `law` = a clause that somebody confirmed, `written` = the date in the hazard itself (its notice, or
 * an extension of it), `settings` = the house's own days, `default` = days of the pack that nobody could confirm.
 * Only the first two may say that something was breached.
 */
export type ClockGround = 'law' | 'written' | 'settings' | 'default' | 'none';

export interface DueDay {
  readonly dueOn: CivilDate | null;
  readonly ground: ClockGround;
  readonly basis: LegalBasis | null;
  readonly confidence: Confidence | null;
  /** Who the deadline says must act; null = it says nothing. */
  readonly owner: Party | null;
}

export interface DueQuestion {
  readonly step: TimedStep;
  /** The classes that ask for the step, each with the day its time began. */
  readonly from: ReadonlyMap<HazardClass, CivilDate>;
  readonly group: RiskGroup | null;
  /** A date that somebody wrote down for it. */
  readonly written?: CivilDate | null;
}

const NO_DAY: DueDay = { dueOn: null, ground: 'none', basis: null, confidence: null, owner: null };

/** The day by which a step is due: the earliest that the law or a written date sets, else the house's own. */
export function dueDayOf(question: DueQuestion, deadlines: readonly StepDeadline[], days: HazardDays): DueDay {
  const fitting = deadlines.filter((one) => fits(one, question));
  const binding = fitting.filter(({ confidence }) => confidence !== 'unverified').map((one) => dayOf(one, question));
  const { written = null } = question;
  if (written !== null) binding.push({ ...NO_DAY, dueOn: written, ground: 'written' });
  return earliest(binding) ?? ownDay(question, fitting, days) ?? NO_DAY;
}

function ownDay(
  { step, from, group }: DueQuestion,
  fitting: readonly StepDeadline[],
  days: HazardDays,
): DueDay | undefined {
  const own = houseDays(days, step, group);
  const began = [...from.values()].sort()[0];
  if (own === null || began === undefined)
    return earliest(fitting.filter((one) => !isOutdone(one, fitting)).map((one) => dayOf(one, { from })));
  const owner = fitting[0]?.owner ?? null;
  return { ...NO_DAY, dueOn: plus(began, own), ground: 'settings', owner };
}

function fits(deadline: StepDeadline, { step, from, group }: DueQuestion): boolean {
  return (
    deadline.step === step && from.has(deadline.class) && (deadline.group === undefined || deadline.group === group)
  );
}

/** The house's days for the hazard's own group stand before its days for all groups of the class. */
function isOutdone({ class: of, group }: StepDeadline, all: readonly StepDeadline[]): boolean {
  return group === undefined && all.some((other) => other.class === of && other.group !== undefined);
}

function dayOf(deadline: StepDeadline, { from }: Pick<DueQuestion, 'from'>): DueDay {
  const { days, confidence, legalBasis, owner } = deadline;
  const ground = confidence === 'unverified' ? 'default' : 'law';
  return { dueOn: plus(from.get(deadline.class)!, days), ground, basis: legalBasis, confidence, owner };
}

function earliest(all: readonly DueDay[]): DueDay | undefined {
  return [...all].sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : 0))[0];
}

function plus(day: CivilDate, days: number): CivilDate {
  return toCivilDate(toEpochDay(day) + days);
}
