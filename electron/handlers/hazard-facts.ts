import { BridgeError } from '../../domain/bridge/errors';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import { requirementIsFor } from '../../domain/pack/rule-pack';
import type { RecordedHazard } from '../../domain/record/dossier';
import { requirePack } from '../host/chosen-pack';
import type { KindChecks } from './kind-checks';
import type { Ports } from '../host/ports';

export const hazardChecks: KindChecks<'hazards'> = {
  sound: (ports, hazard, { hazards }, corrected) => {
    requireSound(ports, hazard);
    requireBeforeSteps(hazard, hazards.find(({ id }) => id === corrected)?.steps ?? []);
  },
  entering: async (ports, hazard, { elevator }) => {
    requireCriterion(ports, 'severe', hazard.severe ?? null, elevator.value);
    requireCriterion(ports, 'major', hazard.major ?? null, elevator.value);
    await requirePhotos(ports, hazard.photos);
  },
};

/** What was done about it was not done before it was found. */
function requireBeforeSteps({ foundOn }: Hazard, steps: RecordedHazard['steps']): void {
  const first = steps[0]?.step.on;
  if (first !== undefined && first < foundOn) throw new BridgeError('end-before-start', { start: foundOn, end: first });
}

/** Components and criteria must be the pack's; nothing is found in the future. */
function requireSound(ports: Ports, { foundOn, component, severe, major }: Hazard): void {
  const today = ports.today();
  if (foundOn > today) throw new BridgeError('future-date', { date: foundOn, today });
  const criteria = requirePack(ports).pack.hazards;
  if (criteria === undefined) throw new BridgeError('no-hazard-criteria');
  if (!criteria.components.some(({ id }) => id === component))
    throw new BridgeError('unknown-component', { component });
  requireCriterion(ports, 'severe', severe ?? null, null);
  requireCriterion(ports, 'major', major ?? null, null);
}

/** A circumstance of the pack, and, where the elevator is given, one for its kind; `elevator` null = what is on record stays. */
export function requireCriterion(
  ports: Ports,
  of: 'severe' | 'major',
  criterion: string | null,
  elevator: Pick<Elevator, 'kind' | 'place'> | null,
): void {
  if (criterion === null) return;
  const known = requirePack(ports).pack.hazards?.classes ?? [];
  const found = known.find((one) => one.class === of && one.id === criterion);
  if (found === undefined) throw new BridgeError('unknown-criterion', { criterion });
  if (elevator !== null && !requirementIsFor(found, elevator))
    throw new BridgeError('criterion-of-other-kind', { criterion, kind: elevator.kind });
}

export async function requirePhotos(ports: Ports, photos: readonly string[] = []): Promise<void> {
  for (const sha256 of photos)
    if (!(await ports.attachments.has(sha256))) throw new BridgeError('unknown-attachment', { sha256 });
}
