import { useEffect, useMemo, useState } from 'react';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { KnownNumbers } from '../../../domain/elevator/known-numbers';
import { normalKey } from '../../../domain/elevator/registration-no';
import { knownNumbers } from '../../data/read-model';
import { useAppState } from '../../session/app-state';

export interface NumberOnRecord {
  /** The number as it is registered already, however it was typed. */
  readonly taken: RegistrationNo | null;
  /** Registered numbers that it nearly is. */
  readonly twins: readonly RegistrationNo[];
}

const NOBODY: NumberOnRecord = { taken: null, twins: [] };

/** What the register knows of a number while it is typed. The journal has the last word: the write asks it again. */
export function useNumberOnRecord(typed: string, asked: boolean): NumberOnRecord {
  const { revision } = useAppState();
  const [numbers, setNumbers] = useState<KnownNumbers | null>(null);
  useEffect(() => {
    let wanted = true;
    if (!asked || revision === 0) return;
    knownNumbers().then(
      (known) => {
        if (wanted) setNumbers(known);
      },
      () => undefined, // the write itself refuses a second registration and a near twin
    );
    return () => {
      wanted = false;
    };
  }, [asked, revision]);
  return useMemo(() => {
    if (numbers === null || normalKey(typed) === '') return NOBODY;
    return { taken: numbers.find(typed) ?? null, twins: numbers.twinsOf(typed) };
  }, [numbers, typed]);
}
