import { BridgeError } from '../../domain/bridge/errors';
import type { Inspection } from '../../domain/inspection/inspection';
import { inspectionSchema } from '../../domain/record/schemas';
import { changesOf, dossierOf, standingRecord } from './changes';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

export function inspectionHandlers(
  ports: Ports,
): Pick<Handlers, 'inspection.record' | 'inspection.correct' | 'inspection.withdraw'> {
  return {
    'inspection.record': async ({ inspection }) => {
      const { registrationNo } = await dossierOf(ports, inspection.registrationNo);
      requireDone(ports, inspection);
      const { author } = ports.settings.read();
      const body = { inspection };
      return { entry: await ports.append({ type: 'inspection-recorded', subject: registrationNo, author, body }) };
    },
    'inspection.correct': async ({ registrationNo, recordId, set, reason }) => {
      const record = standingRecord((await dossierOf(ports, registrationNo)).inspections, recordId);
      const { changes, corrected } = changesOf(record.value, set, inspectionSchema);
      requireDone(ports, corrected);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, changes, reason };
      return { entry: await ports.append({ type: 'inspection-corrected', subject: registrationNo, author, body }) };
    },
    'inspection.withdraw': async ({ registrationNo, recordId, reason }) => {
      standingRecord((await dossierOf(ports, registrationNo)).inspections, recordId);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, reason };
      return { entry: await ports.append({ type: 'inspection-withdrawn', subject: registrationNo, author, body }) };
    },
  };
}

function requireDone(ports: Ports, { date, validUntil }: Inspection): void {
  const today = ports.today();
  if (date > today) throw new BridgeError('future-date', { date, today });
  if (validUntil !== undefined && validUntil < date)
    throw new BridgeError('end-before-start', { start: date, end: validUntil });
}
