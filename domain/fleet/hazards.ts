import type { CivilDate } from '../calendar/civil-date';
import { isOpen, lifeOf } from '../hazard/hazard-life';
import { judgeHazards, type JudgedHazard } from '../risk/judge-hazards';
import { isRetiredOn, type Elevator } from '../elevator/elevator';
import type { HistoryRow } from './elevator-history';
import type { HazardCard, HazardsQuestion } from './hazard-card';

type FleetPart = Pick<HistoryRow, 'elevator' | 'hazards'>;

/**
 * The hazards of the fleet as they stood on the day of judgement, elevator by elevator in the order of their numbers. Of an
 * elevator whose life has ended nothing is owed any more: its open ones are counted apart.
 */
export function fleetHazards(
  fleet: Iterable<FleetPart>,
  question: HazardsQuestion,
): { readonly cards: readonly HazardCard[]; readonly earlier: number; readonly retired: number } {
  const { asOf, criteria, days, closedFrom } = question;
  const cards: HazardCard[] = [];
  let earlier = 0;
  let retired = 0;
  for (const { elevator, hazards } of fleet) {
    if (hazards.length === 0) continue;
    const isOver = isRetiredOn(elevator, asOf);
    for (const judged of judgeHazards(hazards, criteria, asOf, days)) {
      if (isOver && (judged.open || judged.stopped)) retired += 1;
      else if (judged.open || judged.stopped || closedFrom === null || judged.life.since >= closedFrom)
        cards.push(cardOf(judged, elevator));
      else earlier += 1;
    }
  }
  return { cards, earlier, retired };
}

function cardOf(judged: JudgedHazard, elevator: Elevator): HazardCard {
  const { value, life, record, clocks } = judged;
  const { registrationNo, what, component, location, itemId, foundOn, foundBy } = value;
  const { state, severe, major, risk, responsible, since, rectifiedBy } = life;
  const { id, no, classes, group, stopped, open, breached, pressing } = judged;
  const { address, internalNo, district } = elevator;
  return {
    ...{ id, no, classes, group, stopped, open, breached, pressing },
    ...{ registrationNo, what, component, foundOn, foundBy },
    ...(location === undefined ? {} : { location }),
    ...(itemId === undefined ? {} : { itemId }),
    ...{ state, severe, major, risk, responsible, since, rectifiedBy },
    place: {
      ...(address === undefined ? {} : { address }),
      ...(internalNo === undefined ? {} : { internalNo }),
      ...(district === undefined ? {} : { district }),
    },
    mustStop: clocks.some(({ status }) => status === 'now'),
    late: clocks.some(({ status }) => status === 'overdue'),
    nextDays: nextDaysOf(clocks),
    lastBy: record.steps.at(-1)?.step.by ?? foundBy,
  };
}

function nextDaysOf(clocks: JudgedHazard['clocks']): number | null {
  const ahead = clocks.flatMap(({ daysLeft }) => (daysLeft === null || daysLeft < 0 ? [] : [daysLeft]));
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** How many hazards were open on a day, on elevators whose life had not ended. */
export function openHazards(fleet: Iterable<FleetPart>, asOf: CivilDate): number {
  let open = 0;
  for (const { elevator, hazards } of fleet) {
    if (isRetiredOn(elevator, asOf)) continue;
    for (const { value, steps, withdrawn } of hazards) {
      if (withdrawn === true || value.foundOn > asOf) continue;
      const taken = steps.map(({ step }) => step).filter(({ on }) => on <= asOf);
      if (isOpen(lifeOf(value, taken))) open += 1;
    }
  }
  return open;
}
