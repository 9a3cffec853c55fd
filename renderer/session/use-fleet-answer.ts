import { useEffect, useMemo, useState } from 'react';
import type { FleetAnswer, QuestionName, QuestionOf } from '../../domain/fleet/questions';
import { toldErased } from '../../domain/terms/told-erased';
import { useAppState } from './app-state';

/** Questions whose answers hold details of persons, of which some may have been erased. */
const WITH_DETAILS: readonly QuestionName[] = [
  'find',
  'hazards',
  'plan',
  'insurance',
  'policy-records',
  'visits-on',
  'doubts-of',
  'doubts',
  'joined-signs',
  'unconfirmed',
  'routine',
];

interface Asked<K extends QuestionName> {
  /** Null until the first answer; the one before stays while it is renewed. */
  readonly answer: FleetAnswer<K> | null;
  /** The question that it answers; null before the first. */
  readonly of: QuestionOf<K> | null;
  readonly failure: unknown;
  /** While an answer is awaited, how many elevators have been looked at; total 0 = not known yet. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The answer of the fleet worker, renewed when the question or a record changes. `question` must keep its identity. */
export function useFleetAnswer<K extends QuestionName>(name: K, question: QuestionOf<K> | null): Asked<K> {
  const { fleet, revision, changes, locale } = useAppState();
  const isFollowed = revision > 0;
  const [state, setState] = useState<Asked<K>>({ answer: null, of: null, failure: null, progress: null });
  useEffect(() => {
    let wanted = true;
    if (!isFollowed || question === null) return;
    const progressed = (done: number, total: number): void =>
      setState((before) => (wanted ? { ...before, progress: { done, total } } : before));
    progressed(0, 0);
    fleet.ask(name, question, progressed).then(
      (answer) => wanted && setState({ answer, of: question, failure: null, progress: null }),
      (failure: unknown) => wanted && setState((before) => ({ ...before, failure, progress: null })),
    );
    return () => {
      wanted = false;
    };
  }, [fleet, isFollowed, changes, name, question]);
  const { answer } = state;
  const told = useMemo(
    () => (answer !== null && WITH_DETAILS.includes(name) ? toldErased(answer, locale) : answer),
    [answer, name, locale],
  );
  return { ...state, answer: told };
}
