import { outageSchema } from '../../domain/record/schemas';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireLate } from './late-reason';
import { requireNew } from './once';
import type { Ports } from './ports';

export function outageHandlers(ports: Ports): Pick<Handlers, 'outage.record' | 'outage.correct' | 'outage.withdraw'> {
  return {
    'outage.record': async ({ registrationNo, outage, late }) => {
      const dossier = await dossierOf(ports, registrationNo);
      requireNew(dossier, 'outages', [outage]);
      await requireLate(ports, outage, late);
      const { author } = ports.settings.read();
      const body = late === undefined ? { outage } : { outage, late };
      return { entry: await ports.append({ type: 'outage-recorded', subject: registrationNo, author, body }) };
    },
    'outage.correct': async (request) => ({
      entry: await ports.append({
        type: 'outage-corrected',
        ...(await correctionOf(ports, 'outages', request, outageSchema, () => undefined)),
      }),
    }),
    'outage.withdraw': async (request) => ({
      entry: await ports.append({ type: 'outage-withdrawn', ...(await withdrawalOf(ports, 'outages', request)) }),
    }),
  };
}
