import { isWithin, type Period } from '../calendar/period';
import { eventsNearVisits } from '../doubts/second-source';
import type { HazardCriteria } from '../pack/hazard-criteria';
import type { Requirement, RulePack } from '../pack/rule-pack';
import { standing, type Dossier } from '../record/dossier';
import type { PaperKind } from '../record/paper-kind';
import type { Evidence } from './evidence';

type Records = Evidence['dossier'];

/** The records that a kind of paper rests on. */
export function recordsFor(kind: PaperKind, dossier: Dossier, period: Period): Records {
  const { registrationNo, elevator, visits, outages, inspections, callouts } = dossier;
  const service = { registrationNo, elevator, visits, outages, inspections, callouts };
  const { hazards, assessments, policies, claims } = dossier;
  const { confirmations, contracts } = dossier;
  if (kind === 'compliance') {
    const { doubtAnswers } = dossier;
    return { ...service, hazards, doubtAnswers, confirmations, contracts, ...eventsFor(dossier, period) };
  }
  if (kind === 'visit-record') return { ...service, hazards, confirmations };
  return kind === 'old-elevator' ? { ...service, hazards, assessments, policies, claims } : { ...service, hazards };
}

/** Of a second source what lies near a visit of the period: a device brings many thousands, and no check reads more. */
function eventsFor({ visits, deviceEvents }: Dossier, period: Period): Pick<Records, 'deviceEvents'> {
  const near = eventsNearVisits(
    standing(visits).filter(({ date }) => isWithin(date, period)),
    standing(deviceEvents),
  );
  const kept = deviceEvents.filter(({ value, withdrawn }) => withdrawn !== true && near.has(value));
  return kept.length === 0 ? {} : { deviceEvents: kept };
}

/**
 * Of what a pack knows about hazards, the parts that a paper over these records uses: its item lists are longer than all
 * the rest, and few of its components are spoken of.
 */
export function criteriaFor(
  criteria: HazardCriteria,
  { hazards = [], assessments = [] }: Records,
  kind: PaperKind,
): HazardCriteria {
  const assessed = standing(assessments);
  const lists = criteria.assessmentLists.filter(({ id }) => assessed.some(({ list }) => list.listId === id));
  const named = new Set([
    ...standing(hazards).map(({ component }) => component),
    ...lists.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ component }) => component))),
  ]);
  const used = {
    ...criteria,
    assessmentLists: lists,
    components: criteria.components.filter(({ id }) => named.has(id)),
  };
  if (kind !== 'compliance') return used;
  // It says of hazards only whether they stop the elevator.
  return { ...used, oldAges: [], assessmentTriggers: [], assessmentLists: [], programmes: [], notes: [] };
}

/** Bans of use, and the limits on how soon somebody must come to people who are trapped. */
export function requirementsFor({ requirements }: Pick<RulePack, 'requirements'>): readonly Requirement[] {
  return requirements.filter(({ kind }) => kind === 'use-ban' || kind === 'response');
}

/** The kind of a pack that an elevator is registered as, or that covers it. */
export function kindFor({ kinds }: Pick<RulePack, 'kinds'>, registered: string): RulePack['kinds'][number] | null {
  return (
    kinds.find(({ code }) => code === registered) ??
    kinds.find(({ covers }) => covers?.includes(registered) === true) ??
    null
  );
}
