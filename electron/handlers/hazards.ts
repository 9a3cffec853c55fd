import { BridgeError } from '../../domain/bridge/errors';
import type { Hazard } from '../../domain/hazard/hazard';
import type { RecordedHazard } from '../../domain/record/dossier';
import { hazardSchema } from '../../domain/record/hazard-schemas';
import { outageOfStep } from '../../domain/record/outage-of-step';
import { correctionOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireHazards, requireSound } from './hazard-facts';
import { requireStep } from './hazard-steps';
import type { Ports } from './ports';

export function hazardHandlers(ports: Ports): Pick<Handlers, 'hazard.find' | 'hazard.advance' | 'hazard.correct'> {
  return {
    'hazard.find': async ({ hazards }) => {
      const registrationNo = await requireHazards(ports, hazards);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'hazards-found', subject: registrationNo, author, body: { hazards } }),
      };
    },
    'hazard.advance': async ({ registrationNo, hazardId, step }) => {
      const dossier = await dossierOf(ports, registrationNo);
      await requireStep(ports, dossier, hazardId, step);
      const { author } = ports.settings.read();
      const body = { hazard: hazardId, step, ...outageOfStep(dossier, hazardId, step) };
      return { entry: await ports.append({ type: 'hazard-advanced', subject: registrationNo, author, body }) };
    },
    'hazard.correct': async (request) => ({
      entry: await ports.append({
        type: 'hazard-corrected',
        ...(await correctionOf(ports, 'hazards', request, hazardSchema, (hazard, { hazards }) => {
          requireSound(ports, hazard);
          requireBeforeSteps(hazard, hazards.find(({ id }) => id === request.recordId)?.steps ?? []);
        })),
      }),
    }),
  };
}

/** What was done about it was not done before it was found. */
function requireBeforeSteps({ foundOn }: Hazard, steps: RecordedHazard['steps']): void {
  const first = steps[0]?.step.on;
  if (first !== undefined && first < foundOn) throw new BridgeError('end-before-start', { start: foundOn, end: first });
}
