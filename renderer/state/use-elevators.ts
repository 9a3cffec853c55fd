import { useEffect, useMemo, useState } from 'react';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import { allElevators, findDossier } from '../data/read-model';

/** The dossier as the read model has it; undefined while it is read, null when there is none. */
export function useDossier(registrationNo: string | null, revision: number): Dossier | null | undefined {
  const [dossier, setDossier] = useState<Dossier | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    if (registrationNo === null || revision === 0) return;
    void findDossier(registrationNo as RegistrationNo).then((found) => {
      if (wanted) setDossier(found);
    });
    return () => {
      wanted = false;
    };
  }, [registrationNo, revision]);
  return dossier;
}

/** Text an elevator is found by. */
export function searchText({
  registrationNo,
  deviceCode,
  rescueCode,
  address,
  district,
  internalNo,
  userUnit,
}: Elevator): string {
  return [registrationNo, deviceCode, rescueCode, `${district ?? ''}${address ?? ''}${internalNo ?? ''}`, userUnit]
    .join(' ')
    .toLowerCase();
}

/** Elevators whose names hold every word of `text`; none for an empty text. */
export function useElevatorChoices(text: string, revision: number): readonly Elevator[] {
  const [elevators, setElevators] = useState<readonly Elevator[]>([]);
  useEffect(() => {
    if (revision > 0) void allElevators().then(setElevators);
  }, [revision]);
  return useMemo(() => {
    const words = text
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    return elevators.filter((elevator) => words.every((word) => searchText(elevator).includes(word)));
  }, [text, elevators]);
}
