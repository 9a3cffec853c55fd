import { outageOfStep } from '../../domain/record/outage-of-step';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireStep } from './hazard-steps';
import type { Ports } from '../host/ports';

export function hazardHandlers(ports: Ports): Pick<Handlers, 'hazard.advance'> {
  return {
    'hazard.advance': async ({ registrationNo, hazardId, step }) => {
      const dossier = await dossierOf(ports, registrationNo);
      await requireStep(ports, dossier, hazardId, step);
      const { author } = ports.settings.read();
      const body = { hazard: hazardId, step, ...outageOfStep(dossier, hazardId, step) };
      return { entry: await ports.append({ type: 'hazard-advanced', subject: registrationNo, author, body }) };
    },
  };
}
