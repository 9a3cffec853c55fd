import { BridgeError } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
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
  requireCriterion(ports, 'severe', severe ?? null);
  requireCriterion(ports, 'major', major ?? null);
}

export function requireCriterion(ports: Ports, of: 'severe' | 'major', criterion: string | null): void {
  const known = requirePack(ports).pack.hazards?.classes ?? [];
  if (criterion !== null && !known.some((one) => one.class === of && one.id === criterion))
    throw new BridgeError('unknown-criterion', { criterion });
}

export async function requirePhotos(ports: Ports, photos: readonly string[] = []): Promise<void> {
  for (const sha256 of photos)
    if (!(await ports.attachments.has(sha256))) throw new BridgeError('unknown-attachment', { sha256 });
}
