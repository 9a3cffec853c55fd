import { BridgeError } from '../../domain/bridge/errors';
import type { Inspection } from '../../domain/inspection/inspection';
import { inspectionSchema } from '../../domain/record/schemas';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireLate } from './late-reason';
import { requireNew } from './once';
import type { Ports } from './ports';

export function inspectionHandlers(
  ports: Ports,
): Pick<Handlers, 'inspection.record' | 'inspection.correct' | 'inspection.withdraw' | 'inspections.keep'> {
  return {
    'inspections.keep': async ({ kept }) => {
      const { author } = ports.settings.read();
      return { entry: await ports.append({ type: 'inspections-kept', subject: '', author, body: { kept } }) };
    },
    'inspection.record': async ({ inspection, late }) => {
      const dossier = await dossierOf(ports, inspection.registrationNo);
      requireDone(ports, inspection);
      requireNew(dossier, 'inspections', [inspection]);
      const { author } = ports.settings.read();
      await requireLate(ports, inspection, late);
      const body = late === undefined ? { inspection } : { inspection, late };
      return {
        entry: await ports.append({ type: 'inspection-recorded', subject: dossier.registrationNo, author, body }),
      };
    },
    'inspection.correct': async (request) => ({
      entry: await ports.append({
        type: 'inspection-corrected',
        ...(await correctionOf(ports, 'inspections', request, inspectionSchema, (corrected) =>
          requireDone(ports, corrected),
        )),
      }),
    }),
    'inspection.withdraw': async (request) => ({
      entry: await ports.append({
        type: 'inspection-withdrawn',
        ...(await withdrawalOf(ports, 'inspections', request)),
      }),
    }),
  };
}

function requireDone(ports: Ports, { date, validUntil }: Inspection): void {
  const today = ports.today();
  if (date > today) throw new BridgeError('future-date', { date, today });
  if (validUntil !== undefined && validUntil < date)
    throw new BridgeError('end-before-start', { start: date, end: validUntil });
}
