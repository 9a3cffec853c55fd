import type { CivilDate } from '../calendar/civil-date';
import type { Outage } from '../elevator/elevator';
import type { HazardStep } from '../hazard/hazard-step';
import type { Dossier, Recorded } from './dossier';
import type { EntryBodies } from './entry';
import { lifeOfRecorded } from './life-of-recorded';
import type { RecordId } from './record-id';

type OutageEffect = Pick<EntryBodies['hazard-advanced'], 'outage' | 'endsOutage'>;

/**
 * What a step does to the elevator's outages. Taking it out of use opens one from that day, unless one is open already
 * (entered late, it fills the days before that one). Giving it back ends the open one on the last day on which some
 * hazard let go of it, unless another still holds it; given back on the day it was taken out, no day was lost and the
 * outage is withdrawn.
 */
export function outageOfStep(dossier: Dossier, hazardId: RecordId, step: HazardStep): OutageEffect {
  if (step.act === 'stop-use') return outageOpened(dossier, hazardId, step);
  return step.act === 'return-to-use' ? outageEnded(dossier, hazardId, step.on) : {};
}

function openOutage({ outages }: Dossier): Recorded<Outage> | undefined {
  return outages.find(({ value, withdrawn }) => withdrawn !== true && value.to === undefined);
}

function outageOpened(dossier: Dossier, hazardId: RecordId, { on, note }: HazardStep): OutageEffect {
  const open = openOutage(dossier);
  if (open !== undefined && open.value.from <= on) return {};
  const reason = note ?? dossier.hazards.find(({ id }) => id === hazardId)?.value.what;
  const until = open === undefined ? {} : { to: open.value.from };
  return { outage: { from: on, ...until, ...(reason === undefined ? {} : { reason }) } };
}

function outageEnded(dossier: Dossier, hazardId: RecordId, on: CivilDate): OutageEffect {
  const open = openOutage(dossier);
  const others = dossier.hazards.filter(({ id }) => id !== hazardId);
  if (open === undefined || others.some((other) => lifeOfRecorded(other, []).stopped)) return {};
  // Steps of several hazards may be entered in another order than they happened.
  const returns = others.flatMap(({ steps }) => steps.filter(({ step }) => step.act === 'return-to-use'));
  const to = returns.reduce((last, { step }) => (step.on > last ? step.on : last), on);
  if (open.value.from > to) return {};
  if (open.value.from === to) return { endsOutage: { corrects: open.id, changes: [], withdrawn: true } };
  return { endsOutage: { corrects: open.id, changes: [{ field: 'to', from: null, to }] } };
}
