import { BridgeError } from '../../domain/bridge/errors';
import type { Assessment } from '../../domain/assessment/assessment';
import { withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireHazards, requirePhotos } from './hazard-facts';
import { requireNew } from './once';
import type { Ports } from './ports';

export function assessmentHandlers(ports: Ports): Pick<Handlers, 'assessment.record' | 'assessment.withdraw'> {
  return {
    'assessment.record': async ({ assessment, hazards = [] }) => {
      const dossier = await dossierOf(ports, assessment.registrationNo);
      const { registrationNo } = dossier;
      await requireSound(ports, assessment);
      requireNew(dossier, 'assessments', [assessment]);
      if (hazards.length > 0 && (await requireHazards(ports, hazards)) !== registrationNo)
        throw new BridgeError('bad-request', { what: 'registrationNo' });
      const { author } = ports.settings.read();
      const body = hazards.length === 0 ? { assessment } : { assessment, hazards };
      return { entry: await ports.append({ type: 'assessment-recorded', subject: registrationNo, author, body }) };
    },
    'assessment.withdraw': async (request) => ({
      entry: await ports.append({
        type: 'assessment-withdrawn',
        ...(await withdrawalOf(ports, 'assessments', request)),
      }),
    }),
  };
}

/** Every item must be of the list named, once; nothing was assessed in the future. */
async function requireSound(ports: Ports, { date, list, items }: Assessment): Promise<void> {
  const today = ports.today();
  if (date > today) throw new BridgeError('future-date', { date, today });
  const loaded = ports.packs.packs.find(({ pack }) => pack.id === list.packId && pack.version === list.packVersion);
  const known = loaded?.pack.hazards?.assessmentLists.find(({ id }) => id === list.listId);
  if (known === undefined) throw new BridgeError('unknown-item', { itemId: list.listId });
  const ids = new Set(known.sections.flatMap((section) => section.items.map(({ id }) => id)));
  for (const { itemId, photos } of items) {
    if (!ids.delete(itemId)) throw new BridgeError('unknown-item', { itemId });
    await requirePhotos(ports, photos);
  }
}
