import { useState } from 'react';
import type { RecordsFromProposal } from '../../../domain/bridge/import-replies';
import { raisesBeginning } from '../../../domain/elevator/beginning';
import type { Elevator } from '../../../domain/elevator/elevator';
import { standing, type Dossier } from '../../../domain/record/dossier';
import type { BeginningAnswer } from '../../components/beginning-question';
import { useAppState } from '../../session/app-state';
import { clockOf, type ElevatorForm } from './elevator-form';

export interface Beginning {
  /** What is asked; null = nothing. */
  readonly proposal: RecordsFromProposal | null;
  readonly said: BeginningAnswer | undefined;
  readonly onSaid: (said: BeginningAnswer) => void;
}

/** Asks from which day an elevator is judged that is registered, or corrected to be, long in service without records. */
export function useBeginning(dossier: Dossier | null, form: ElevatorForm): Beginning {
  const { info } = useAppState();
  const { registrationNo, ...clock } = clockOf(form);
  const [answer, setAnswer] = useState<{ readonly to: string; readonly said: BeginningAnswer } | null>(null);
  const { inServiceOn } = clock;
  const hasVisits = dossier !== null && standing(dossier.visits).length > 0;
  const asks = raisesBeginning(dossier?.elevator.value ?? null, clock, hasVisits, info.today);
  if (!asks || inServiceOn === undefined) return { proposal: null, said: undefined, onSaid: () => undefined };
  return {
    proposal: { registrationNo, inServiceOn, from: info.today, firstVisit: false },
    said: answer?.to === inServiceOn ? answer.said : undefined, // another day is another question
    onSaid: (said) => setAnswer({ to: inServiceOn, said }),
  };
}

/** The elevator as it is registered with the answer. */
export function begun(elevator: Elevator, { proposal, said }: Beginning): Elevator {
  return proposal !== null && said === 'accept' ? { ...elevator, recordsFrom: proposal.from } : elevator;
}

/** The part of a request that says the answer was the day in service. */
export function fromService({ proposal, said }: Beginning): { readonly fromService?: true } {
  return proposal !== null && said === 'decline' ? { fromService: true } : {};
}
