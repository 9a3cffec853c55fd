import { useEffect, useState } from 'react';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { findDossier } from '../../data/read-model';

/** Whether the number is in the register already, so that it is refused where it is typed. The journal has the last word. */
export function useAlreadyRegistered(registrationNo: string, asked: boolean): boolean {
  const [taken, setTaken] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    if (!asked || registrationNo === '') return;
    findDossier(registrationNo as RegistrationNo).then(
      (found) => {
        if (wanted) setTaken(found === null ? null : registrationNo);
      },
      () => undefined, // the write itself refuses a second registration
    );
    return () => {
      wanted = false;
    };
  }, [registrationNo, asked]);
  return asked && taken !== null && taken === registrationNo;
}
