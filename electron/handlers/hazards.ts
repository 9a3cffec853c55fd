import { BridgeError } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { stepRefusal } from '../../domain/hazard/lifecycle';
import type { RecordedHazard } from '../../domain/record/dossier';
import { hazardSchema } from '../../domain/record/hazard-schemas';
import { lifeOfRecorded } from '../../domain/record/life-of-recorded';
import { outageOfStep } from '../../domain/record/outage-of-step';
import { lifecycleRulesOf } from '../../domain/risk/lifecycle-rules';
import { correctionOf } from './amend';
import { dossierOf, standingRecord } from './changes';
import { requirePack } from './chosen-pack';
import type { Handlers } from './handlers';
import type { Ports } from './ports';
import { recordTurn } from './record-turn';

export function hazardHandlers(ports: Ports): Pick<Handlers, 'hazard.find' | 'hazard.advance' | 'hazard.correct'> {
  const oneAtATime = recordTurn(ports);
  return {
    'hazard.find': async ({ hazards }) => {
      const registrationNo = await requireHazards(ports, hazards);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'hazards-found', subject: registrationNo, author, body: { hazards } }),
      };
    },
    // One at a time: two steps at once would both be judged by the life before either.
    'hazard.advance': ({ registrationNo, hazardId, step }) =>
      oneAtATime(async () => {
        const dossier = await dossierOf(ports, registrationNo);
        const hazard = standingRecord(dossier.hazards, hazardId);
        await requirePossible(ports, step);
        const rules = lifecycleRulesOf(requirePack(ports).pack.hazards);
        const refused = stepRefusal(foundByAnyone(hazard), lifeOfRecorded(hazard), step, rules);
        if (refused !== null) throw new BridgeError(`step-${refused}`, { act: step.act });
        const { author } = ports.settings.read();
        const body = { hazard: hazardId, step, ...outageOfStep(dossier, hazardId, step) };
        return { entry: await ports.append({ type: 'hazard-advanced', subject: registrationNo, author, body }) };
      }),
    'hazard.correct': (request) =>
      oneAtATime(async () => ({
        entry: await ports.append({
          type: 'hazard-corrected',
          ...(await correctionOf(ports, 'hazards', request, hazardSchema, (hazard, { hazards }) => {
            requireSound(ports, hazard);
            requireBeforeSteps(hazard, hazards.find(({ id }) => id === request.recordId)?.steps ?? []);
          })),
        }),
      })),
  };
}

/** A corrected name must not make the finder a second person. */
function foundByAnyone({ value, original }: RecordedHazard): Pick<Hazard, 'foundBy'> {
  return { foundBy: [...value.foundBy, ...(original?.foundBy ?? [])] };
}

/** What was done about it was not done before it was found. */
function requireBeforeSteps({ foundOn }: Hazard, steps: RecordedHazard['steps']): void {
  const first = steps[0]?.step.on;
  if (first !== undefined && first < foundOn) throw new BridgeError('end-before-start', { start: foundOn, end: first });
}

/** Hazards of one entry: all of one elevator that is registered, each sound, photos stored. Answers the elevator. */
export async function requireHazards(ports: Ports, hazards: readonly Hazard[]): Promise<RegistrationNo> {
  const first = hazards[0];
  if (first === undefined) throw new BridgeError('bad-request', { what: 'hazards' });
  const { registrationNo } = await dossierOf(ports, first.registrationNo);
  for (const hazard of hazards) {
    if (hazard.registrationNo !== registrationNo) throw new BridgeError('bad-request', { what: 'registrationNo' });
    requireSound(ports, hazard);
    await requirePhotos(ports, hazard.photos);
  }
  return registrationNo;
}

/** Components and criteria must be the pack's; nothing is found in the future. */
function requireSound(ports: Ports, { foundOn, component, severe, major }: Hazard): void {
  const today = ports.today();
  if (foundOn > today) throw new BridgeError('future-date', { date: foundOn, today });
  const criteria = requirePack(ports).pack.hazards;
  if (criteria === undefined) throw new BridgeError('no-hazard-criteria');
  if (!criteria.components.some(({ id }) => id === component))
    throw new BridgeError('unknown-component', { component });
  requireCriterion(ports, 'severe', severe ?? null);
  requireCriterion(ports, 'major', major ?? null);
}

function requireCriterion(ports: Ports, of: 'severe' | 'major', criterion: string | null): void {
  const known = requirePack(ports).pack.hazards?.classes ?? [];
  if (criterion !== null && !known.some((one) => one.class === of && one.id === criterion))
    throw new BridgeError('unknown-criterion', { criterion });
}

async function requirePossible(ports: Ports, step: HazardStep): Promise<void> {
  const today = ports.today();
  if (step.on > today) throw new BridgeError('future-date', { date: step.on, today });
  if (step.act === 'regrade') {
    requireCriterion(ports, 'severe', step.severe);
    requireCriterion(ports, 'major', step.major);
  }
  await requirePhotos(ports, step.evidence?.photos);
}

export async function requirePhotos(ports: Ports, photos: readonly string[] = []): Promise<void> {
  for (const sha256 of photos)
    if (!(await ports.attachments.has(sha256))) throw new BridgeError('unknown-attachment', { sha256 });
}
