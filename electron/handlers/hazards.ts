import { outageOfStep } from '../../domain/record/outage-of-step';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireStep } from './hazard-steps';
import type { Ports } from '../host/ports';
import { recordTurn } from './record-turn';

export function hazardHandlers(ports: Ports): Pick<Handlers, 'hazard.advance'> {
  return {
    'hazard.advance': async ({ registrationNo, hazardId, step }) => {
      const entry = await recordTurn(ports).save(async () => {
        const dossier = await dossierOf(ports, registrationNo);
        await requireStep(ports, dossier, hazardId, step);
        const { author } = ports.settings.read();
        const body = { hazard: hazardId, step, ...outageOfStep(dossier, hazardId, step) };
        return { type: 'hazard-advanced', subject: registrationNo, author, body };
      });
      return { entry };
    },
  };
}
