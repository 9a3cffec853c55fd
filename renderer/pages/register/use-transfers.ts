import { useState } from 'react';
import type { RequestOf } from '../../../domain/bridge/contract';
import type { Dossier } from '../../../domain/record/dossier';
import { namesIn } from '../../i18n/names';
import { useAppState } from '../../session/app-state';
import { transfersOf } from '../../features/hazard/transfers';
import { elevatorOf, type ElevatorForm } from './elevator-form';

export type TransferForm = ReturnType<typeof useTransfers>;

/** The hazards that a correction would hand over, and the steps that do it in its entry. */
export function useTransfers(dossier: Dossier | null, form: ElevatorForm) {
  const { info, settings } = useAppState();
  const [wanted, setWanted] = useState(true);
  const [by, setBy] = useState(settings.author);
  const transfers = dossier === null ? [] : transfersOf(dossier.hazards, dossier.elevator.value, elevatorOf(form));
  const names = namesIn(by);
  const lacksNames = wanted && transfers.length > 0 && names.length === 0;
  /** None where they are to stay. */
  const stepsFor = (reason: string): NonNullable<RequestOf<'elevator.correct'>['transfers']> =>
    wanted
      ? transfers.map(({ id, responsible, userUnit }) => {
          const units = { responsible, ...(userUnit === undefined ? {} : { userUnit }) };
          return { hazardId: id, step: { act: 'transfer', on: info.today, by: names, reason, ...units } };
        })
      : [];
  return { transfers, wanted, setWanted, by, setBy, lacksNames, stepsFor };
}
