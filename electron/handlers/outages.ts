import { BridgeError } from '../../domain/bridge/errors';
import type { Outage } from '../../domain/elevator/elevator';
import { outageSchema } from '../../domain/record/schemas';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireNew } from './once';
import type { Ports } from './ports';

export function outageHandlers(ports: Ports): Pick<Handlers, 'outage.record' | 'outage.correct' | 'outage.withdraw'> {
  return {
    'outage.record': async ({ registrationNo, outage }) => {
      const dossier = await dossierOf(ports, registrationNo);
      requireStarted(ports, outage);
      requireNew(dossier, 'outages', [outage]);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'outage-recorded', subject: registrationNo, author, body: { outage } }),
      };
    },
    'outage.correct': async (request) => ({
      entry: await ports.append({
        type: 'outage-corrected',
        ...(await correctionOf(ports, 'outages', request, outageSchema, (outage) => requireStarted(ports, outage))),
      }),
    }),
    'outage.withdraw': async (request) => ({
      entry: await ports.append({ type: 'outage-withdrawn', ...(await withdrawalOf(ports, 'outages', request)) }),
    }),
  };
}

function requireStarted(ports: Ports, { from }: Outage): void {
  const today = ports.today();
  if (from > today) throw new BridgeError('future-date', { date: from, today });
}
