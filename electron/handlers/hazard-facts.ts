import { BridgeError } from '../../domain/bridge/errors';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import { requirementIsFor } from '../../domain/pack/rule-pack';
import { dossierOf } from './changes';
import { requirePack } from './chosen-pack';
import { requireNew } from './once';
import type { Ports } from './ports';

/** Hazards of one entry: all of one elevator that is registered, each sound, photos stored, none on record. Answers the elevator. */
export async function requireHazards(ports: Ports, hazards: readonly Hazard[]): Promise<RegistrationNo> {
  const first = hazards[0];
  if (first === undefined) throw new BridgeError('bad-request', { what: 'hazards' });
  const dossier = await dossierOf(ports, first.registrationNo);
  const { registrationNo } = dossier;
  for (const hazard of hazards) {
    if (hazard.registrationNo !== registrationNo) throw new BridgeError('bad-request', { what: 'registrationNo' });
    requireSound(ports, hazard);
    requireCriterion(ports, 'severe', hazard.severe ?? null, dossier.elevator.value);
    requireCriterion(ports, 'major', hazard.major ?? null, dossier.elevator.value);
    await requirePhotos(ports, hazard.photos);
  }
  requireNew(dossier, 'hazards', hazards);
  return registrationNo;
}

/** Components and criteria must be the pack's; nothing is found in the future. */
export function requireSound(ports: Ports, { foundOn, component, severe, major }: Hazard): void {
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
