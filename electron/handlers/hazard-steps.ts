import { BridgeError } from '../../domain/bridge/errors';
import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { stepRefusal } from '../../domain/hazard/lifecycle';
import type { Dossier, RecordedHazard } from '../../domain/record/dossier';
import { classed, lifeOfRecorded } from '../../domain/record/life-of-recorded';
import type { RecordId } from '../../domain/record/record-id';
import { lifecycleRulesOf } from '../../domain/risk/lifecycle-rules';
import { standingRecord } from './changes';
import { requirePack } from '../host/chosen-pack';
import { requireCriterion, requirePhotos } from './hazard-facts';
import { requireNewStep } from './once';
import type { Ports } from '../host/ports';

/** Refuses what the lifecycle does not allow this hazard now, by its code; also a step taken already and what cannot be: tomorrow, unknown criteria, photos not stored. */
export async function requireStep(ports: Ports, dossier: Dossier, hazardId: RecordId, step: HazardStep): Promise<void> {
  const hazard = standingRecord(dossier.hazards, hazardId);
  requireNewStep(dossier, hazard, step);
  const today = ports.today();
  if (step.on > today) throw new BridgeError('future-date', { date: step.on, today });
  if (step.act === 'regrade') {
    const { elevator } = dossier;
    requireCriterion(ports, 'severe', step.severe, elevator.value);
    requireCriterion(ports, 'major', step.major, elevator.value);
  }
  await requirePhotos(ports, step.evidence?.photos);
  const criteria = requirePack(ports).pack.hazards;
  const circumstances = criteria?.classes ?? [];
  const life = lifeOfRecorded(hazard, circumstances);
  const meant = classed(step, circumstances);
  const refused = stepRefusal(foundByAnyone(hazard), life, meant, lifecycleRulesOf(criteria));
  if (refused !== null) throw new BridgeError(`step-${refused}`, { act: step.act });
}

/** A corrected name must not make the finder a second person. */
function foundByAnyone({ value, original }: RecordedHazard): Pick<Hazard, 'foundBy'> {
  return { foundBy: [...value.foundBy, ...(original?.foundBy ?? [])] };
}
