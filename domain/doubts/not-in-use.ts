import { toEpochDay } from '../calendar/civil-date';
import { lifeEndOf, type Outage } from '../elevator/elevator';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Beside, type Doubt, type Finding } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/** Reasons of an outage by which nobody may work on the elevator; work during any other stop is usual. */
const SEALED = /查封|封停|封存|贴封|\bsealed\b|\bseized\b/i;

/**
 * A maintenance visit later than the day on which the elevator was deregistered, scrapped or relocated, or while it was
 * sealed: more than `threshold` days into it. Needs a day of ending or a table of outages. Honest cases look like it:
 * a day typed wrong in the register, the visit of another elevator, a new certificate for the same machine.
 */
export function notInUse(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const doubts: Doubt[] = [];
  const sealed = (facts.outages ?? []).filter(({ reason }) => reason !== undefined && SEALED.test(reason));
  const ended = facts.elevators.filter((elevator) => lifeEndOf(elevator) !== null);
  const ask = (one: Seen, days: number, beside: Beside): void => {
    if (days > threshold.threshold)
      doubts.push(
        doubtOf(threshold, {
          level: 'question',
          visits: [one.visit],
          beside: [beside],
          people: one.visit.technicians,
          measure: days,
          unit: 'days',
        }),
      );
  };
  for (const elevator of ended) {
    const { registrationNo } = elevator;
    const { as, on } = lifeEndOf(elevator)!; // filtered above
    for (const one of facts.byElevator().get(registrationNo) ?? [])
      ask(one, toEpochDay(one.visit.date) - toEpochDay(on), { type: 'end', registrationNo, as, on });
  }
  for (const { registrationNo, ...outage } of sealed)
    for (const one of facts.byElevator().get(registrationNo) ?? [])
      if (isBefore(one, outage))
        ask(one, toEpochDay(one.visit.date) - toEpochDay(outage.from), besideOf(registrationNo, outage));
  const knows = facts.outages !== null || ended.length > 0;
  return { doubts, lookedAt: knows ? facts.seen.length : 0, missing: facts.outages === null ? ['stops'] : [] };
}

function isBefore({ visit }: Seen, { to }: Outage): boolean {
  return to === undefined || visit.date < to;
}

function besideOf(registrationNo: Seen['visit']['registrationNo'], outage: Outage): Beside {
  return { type: 'outage', registrationNo, outage };
}
