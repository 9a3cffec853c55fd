import { BridgeError } from '../../domain/bridge/errors';
import type { Outage } from '../../domain/elevator/elevator';
import { outageSchema } from '../../domain/record/schemas';
import { changesOf, dossierOf, standingRecord } from './changes';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

export function outageHandlers(ports: Ports): Pick<Handlers, 'outage.record' | 'outage.correct' | 'outage.withdraw'> {
  return {
    'outage.record': async ({ registrationNo, outage }) => {
      await dossierOf(ports, registrationNo);
      requireStarted(ports, outage);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'outage-recorded', subject: registrationNo, author, body: { outage } }),
      };
    },
    'outage.correct': async ({ registrationNo, recordId, set, reason }) => {
      const record = standingRecord((await dossierOf(ports, registrationNo)).outages, recordId);
      const { changes, corrected } = changesOf(record.value, set, outageSchema);
      requireStarted(ports, corrected);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, changes, reason };
      return { entry: await ports.append({ type: 'outage-corrected', subject: registrationNo, author, body }) };
    },
    'outage.withdraw': async ({ registrationNo, recordId, reason }) => {
      standingRecord((await dossierOf(ports, registrationNo)).outages, recordId);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, reason };
      return { entry: await ports.append({ type: 'outage-withdrawn', subject: registrationNo, author, body }) };
    },
  };
}

function requireStarted(ports: Ports, { from }: Outage): void {
  const today = ports.today();
  if (from > today) throw new BridgeError('future-date', { date: from, today });
}
