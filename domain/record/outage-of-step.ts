import type { HazardStep } from '../hazard/hazard-step';
import type { Dossier } from './dossier';
import type { EntryBodies } from './entry';
import { lifeOfRecorded } from './life-of-recorded';
import type { RecordId } from './record-id';

type OutageEffect = Pick<EntryBodies['hazard-advanced'], 'outage' | 'endsOutage'>;

/**
 * What a step does to the elevator's outages. Taking it out of use opens one from that day, unless one is open already.
 * Giving it back ends the open one, unless another hazard still keeps the elevator out; given back on the day it was
 * taken out, no day was lost and the outage is withdrawn.
 */
export function outageOfStep(dossier: Dossier, hazardId: RecordId, step: HazardStep): OutageEffect {
  if (step.act !== 'stop-use' && step.act !== 'return-to-use') return {};
  const open = dossier.outages.find(({ value, withdrawn }) => withdrawn !== true && value.to === undefined);
  const hazard = dossier.hazards.find(({ id }) => id === hazardId);
  if (step.act === 'stop-use') {
    if (open !== undefined) return {};
    const reason = step.note ?? hazard?.value.what;
    return { outage: { from: step.on, ...(reason === undefined ? {} : { reason }) } };
  }
  const others = dossier.hazards.some((other) => other.id !== hazardId && lifeOfRecorded(other).stopped);
  if (open === undefined || others || open.value.from > step.on) return {};
  if (open.value.from === step.on) return { endsOutage: { corrects: open.id, changes: [], withdrawn: true } };
  return { endsOutage: { corrects: open.id, changes: [{ field: 'to', from: null, to: step.on }] } };
}
