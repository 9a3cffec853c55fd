import { useEffect, useMemo, useState } from 'react';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import { elevatorsOnRecord } from '../data/elevators-on-record';
import { findDossier } from '../data/read-model';
import { isFoundBy, searchWords } from './elevator-search';

/** The dossier of a number, by any spelling, as the read model has it; undefined while it is read, null when there is none. */
export function useDossier(registrationNo: string | null, revision: number): Dossier | null | undefined {
  const [dossier, setDossier] = useState<Dossier | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    if (registrationNo === null || revision === 0) return;
    void findDossier(registrationNo).then((found) => {
      if (wanted) setDossier(found);
    });
    return () => {
      wanted = false;
    };
  }, [registrationNo, revision]);
  return dossier;
}

/** Elevators whose names hold every word of `text`; none for an empty text. */
export function useElevatorChoices(text: string, revision: number): readonly Elevator[] {
  const [elevators, setElevators] = useState<readonly Elevator[]>([]);
  useEffect(() => {
    if (revision > 0) void elevatorsOnRecord().then(setElevators);
  }, [revision]);
  return useMemo(() => {
    const words = searchWords(text);
    return words.length === 0 ? [] : elevators.filter((elevator) => isFoundBy(elevator, words));
  }, [text, elevators]);
}
