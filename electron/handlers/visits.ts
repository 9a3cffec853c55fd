import { BridgeError } from '../../domain/bridge/errors';
import type { Hazard } from '../../domain/hazard/hazard';
import { lackOf } from '../../domain/pack/asks';
import { checklistFor } from '../../domain/pack/rule-pack';
import { visitSchema } from '../../domain/record/schemas';
import { TASKS, type Visit } from '../../domain/visit/visit';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireHazards } from './hazard-facts';
import { requireLate } from './late-reason';
import { requireNew } from './once';
import type { Ports } from './ports';

export function visitHandlers(ports: Ports): Pick<Handlers, 'visit.log' | 'visit.correct' | 'visit.withdraw'> {
  return {
    'visit.log': async ({ visit, hazards = [], late }) => {
      const dossier = await dossierOf(ports, visit.registrationNo);
      const { elevator, registrationNo } = dossier;
      requireSound(ports, visit);
      if (visit.technicians.length === 0) throw new BridgeError('no-technician');
      await requireChecklist(ports, visit, elevator.value.kind);
      requireNew(dossier, 'visits', [visit]);
      if (hazards.length > 0) await requireFoundHere(ports, visit, hazards);
      const { author } = ports.settings.read();
      await requireLate(ports, visit, late);
      const body = {
        visit,
        ...(hazards.length === 0 ? {} : { hazards }),
        ...(late === undefined ? {} : { late }),
      };
      return { entry: await ports.append({ type: 'visit-logged', subject: registrationNo, author, body }) };
    },
    'visit.correct': async (request) => ({
      entry: await ports.append({
        type: 'visit-corrected',
        ...(await correctionOf(ports, 'visits', request, visitSchema, (corrected) => requireSound(ports, corrected))),
      }),
    }),
    'visit.withdraw': async (request) => ({
      entry: await ports.append({ type: 'visit-withdrawn', ...(await withdrawalOf(ports, 'visits', request)) }),
    }),
  };
}

function requireSound(ports: Ports, { date, startedAt, endedAt }: Visit): void {
  const today = ports.today();
  if (date > today) throw new BridgeError('future-date', { date, today });
  if (startedAt !== undefined && endedAt !== undefined && endedAt < startedAt)
    throw new BridgeError('end-before-start', { start: startedAt, end: endedAt });
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

/** Hazards recorded with a visit were found in it: same elevator, same day, at an item that it marked defective. */
async function requireFoundHere(ports: Ports, visit: Visit, hazards: readonly Hazard[]): Promise<void> {
  const registrationNo = await requireHazards(ports, hazards);
  const defects = new Set(
    (visit.checklist?.results ?? []).filter(({ outcome }) => outcome === 'defect').map(({ itemId }) => itemId),
  );
  for (const { foundOn, source, itemId } of hazards) {
    if (source !== 'visit' || foundOn !== visit.date || registrationNo !== visit.registrationNo)
      throw new BridgeError('bad-request', { what: 'hazards' });
    if (itemId !== undefined && !defects.has(itemId)) throw new BridgeError('unknown-item', { itemId });
  }
}
