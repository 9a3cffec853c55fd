import { BridgeError } from '../../domain/bridge/errors';
import { requirePhotos } from './hazard-facts';
import type { KindChecks } from './kind-checks';

export const assessmentChecks: KindChecks<'assessments'> = {
  /** Every item must be of the list named, once; nothing was assessed in the future. */
  entering: async (ports, { date, list, items }) => {
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
  },
};
