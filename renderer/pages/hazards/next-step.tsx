import type { HazardCard } from '../../../domain/fleet/hazard-card';
import { useAppState } from '../../session/app-state';
import { StepDialog } from '../../features/hazard/step-dialog';
import { useNextAct } from '../../features/hazard/use-next-act';
import { useDossier } from '../../session/use-elevators';

/** The next step of a card, taken without leaving the board. */
export function NextStep({ card, onClose }: { readonly card: HazardCard; readonly onClose: () => void }) {
  const { revision } = useAppState();
  const dossier = useDossier(card.registrationNo, revision);
  const next = useNextAct();
  const record = dossier?.hazards.find(({ id }) => id === card.id);
  if (dossier === null || dossier === undefined || record === undefined) return null;
  const elevator = dossier.elevator.value;
  return <StepDialog elevator={elevator} no={card.no} record={record} act={next(record)} onClose={onClose} />;
}
