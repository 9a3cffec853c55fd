import { BridgeError } from '../../domain/bridge/errors';
import type { Hazard } from '../../domain/hazard/hazard';
import { lackOf } from '../../domain/pack/asks';
import { checklistFor } from '../../domain/pack/rule-pack';
import { minutesOnSite } from '../../domain/reading/times';
import { isFilled } from '../../domain/visit/times';
import { TASKS, type Visit } from '../../domain/visit/visit';
import type { KindChecks } from './kind-checks';
import type { Ports } from '../host/ports';

export const visitChecks: KindChecks<'visits'> = {
  sound: (ports, { date, startedAt, endedAt }) => {
    const today = ports.today();
    if (date > today) throw new BridgeError('future-date', { date, today });
    if (startedAt !== undefined && endedAt !== undefined && minutesOnSite(startedAt, endedAt) === null)
      throw new BridgeError('end-before-start', { start: startedAt, end: endedAt });
  },
  entering: async (ports, visit, { elevator }) => {
    requireFilledThere(visit);
    if (visit.technicians.length === 0) throw new BridgeError('no-technician');
    await requireChecklist(ports, visit, elevator.value.kind);
  },
  found: requireFoundHere,
};

/** A time that is not there was not filled either; a correction that takes it away may leave the word. */
function requireFilledThere(visit: Visit): void {
  for (const field of ['startedAt', 'endedAt'] as const)
    if (isFilled(visit, field) && visit[field] === undefined) throw new BridgeError('bad-request', { what: field });
}

/**
 * Items must be those of the kind and category in the pack named; photos must be stored already. No test is on record
 * as one of the rest, and no value as in order without its number or the reason why there is none.
 */
async function requireChecklist(ports: Ports, { checklist, task }: Visit, kind: string): Promise<void> {
  if (checklist === undefined) return;
  const loaded = ports.packs.packs.find(
    ({ pack }) => pack.id === checklist.packId && pack.version === checklist.packVersion,
  );
  if (loaded === undefined) throw new BridgeError('unknown-item', { pack: checklist.packId });
  const asked = checklistFor(loaded.pack, kind, TASKS.slice(0, TASKS.indexOf(task) + 1));
  const items = new Map(asked.map((item) => [item.id, item]));
  for (const result of checklist.results) {
    const { itemId, photos } = result;
    const item = items.get(itemId);
    if (item === undefined) throw new BridgeError('unknown-item', { itemId });
    items.delete(itemId); // a second result for it is of no item
    const lack = lackOf(item, result);
    if (lack !== null) throw new BridgeError('bad-request', { what: `${itemId}: ${lack}` });
    for (const sha256 of photos ?? [])
      if (!(await ports.attachments.has(sha256))) throw new BridgeError('unknown-attachment', { sha256 });
  }
}

/** Hazards recorded with a visit were found in it: on its day, at an item that it marked defective. */
function requireFoundHere(visit: Visit, hazards: readonly Hazard[]): void {
  const defects = new Set(
    (visit.checklist?.results ?? []).filter(({ outcome }) => outcome === 'defect').map(({ itemId }) => itemId),
  );
  for (const { foundOn, source, itemId } of hazards) {
    if (source !== 'visit' || foundOn !== visit.date) throw new BridgeError('bad-request', { what: 'hazards' });
    if (itemId !== undefined && !defects.has(itemId)) throw new BridgeError('unknown-item', { itemId });
  }
}
