import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Elevator } from '../../domain/elevator/elevator';
import { searchWords } from '../../domain/fleet/elevator-search';
import type { Dossier } from '../../domain/record/dossier';
import { toldErased } from '../../domain/terms/told-erased';
import { findDossier } from '../data/read-model';
import { useAppState } from './app-state';
import { useFleetAnswer } from './use-fleet-answer';

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
  const { locale } = useAppState();
  return useMemo(() => dossier && toldErased(dossier, locale), [dossier, locale]);
}

/** Those of several numbers that are on record, by number; null while they are read. */
export function useDossiers(numbers: readonly string[], revision: number): ReadonlyMap<string, Dossier> | null {
  const [dossiers, setDossiers] = useState<ReadonlyMap<string, Dossier> | null>(null);
  const asked = numbers.join('\n');
  useEffect(() => {
    let wanted = true;
    if (revision === 0) return;
    void Promise.all(asked.split('\n').map(findDossier)).then((found) => {
      const known = found.flatMap((dossier) => (dossier === null ? [] : [[dossier.registrationNo, dossier] as const]));
      if (wanted) setDossiers(new Map(known));
    });
    return () => {
      wanted = false;
    };
  }, [asked, revision]);
  const { locale } = useAppState();
  return useMemo(
    () => dossiers && new Map([...dossiers].map(([no, dossier]) => [no, toldErased(dossier, locale)])),
    [dossiers, locale],
  );
}

const MOST_CHOICES = 12;
const NONE: readonly Elevator[] = [];

interface Choices {
  /** Elevators whose names hold every word of the text, the first dozen of them, the one with that number before all others; none for an empty text. */
  readonly choices: readonly Elevator[];
  /** False while those of the text before are shown. */
  readonly settled: boolean;
  /** What a text finds, whatever is shown. */
  readonly find: (text: string) => Promise<readonly Elevator[]>;
}

/** Elevators to choose from, found by any of their names. */
export function useElevatorChoices(text: string): Choices {
  const { fleet } = useAppState();
  const hasWords = searchWords(text).length > 0;
  const question = useMemo(() => (hasWords ? { text, most: MOST_CHOICES } : null), [text, hasWords]);
  const { answer, of } = useFleetAnswer('found', question);
  const find = useCallback(
    async (wanted: string) => (await fleet.ask('found', { text: wanted, most: MOST_CHOICES })).rows,
    [fleet],
  );
  return { choices: hasWords ? (answer?.rows ?? NONE) : NONE, settled: question === null || of === question, find };
}

interface Matches {
  /** For each elevator, in the order of the numbers, 1 where it is found; null = all are. */
  readonly matches: Uint8Array | null;
  /** False while those of the text before are shown. */
  readonly settled: boolean;
}

/** Which elevators of the fleet a text finds; `fleetSize` = of how many elevators the list is that is shown. */
export function useMatches(text: string, fleetSize: number): Matches {
  const question = searchWords(text).length > 0 ? text : null;
  const { answer, of } = useFleetAnswer('matching', question);
  const matches = question === null ? null : (answer?.rest ?? null);
  // Of another fleet than the list is of: one of the two is renewed in a moment.
  const fits = matches === null || matches.length === fleetSize;
  return { matches: fits ? matches : null, settled: question === null || (of === question && fits) };
}

/** Acts on what a search shows, by name: one that is asked for while the text before is shown waits for what was typed. */
export function useOnceSettled<A extends Readonly<Record<string, () => unknown>>>(
  settled: boolean,
  acts: A,
): (name: keyof A) => void {
  const [wanted, setWanted] = useState<keyof A | null>(null);
  useEffect(() => {
    if (wanted === null || !settled) return;
    setWanted(null);
    acts[wanted]?.();
  }, [wanted, settled, acts]);
  return setWanted;
}
