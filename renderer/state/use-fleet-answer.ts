import { useEffect, useState } from 'react';
import type { FleetAnswer, QuestionName, QuestionOf } from '../data/fleet-questions';
import { useAppState } from './app-state';

interface Asked<K extends QuestionName> {
  /** Null until the first answer; the one before stays while it is renewed. */
  readonly answer: FleetAnswer<K> | null;
  readonly failure: unknown;
  /** While an answer is awaited, how many elevators have been looked at; total 0 = not known yet. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The answer of the fleet worker, renewed when the question or a record changes. `question` must keep its identity. */
export function useFleetAnswer<K extends QuestionName>(name: K, question: QuestionOf<K> | null): Asked<K> {
  const { fleet, revision } = useAppState();
  const [state, setState] = useState<Asked<K>>({ answer: null, failure: null, progress: null });
  useEffect(() => {
    let wanted = true;
    if (revision === 0 || question === null) return;
    const progressed = (done: number, total: number): void =>
      setState((before) => (wanted ? { ...before, progress: { done, total } } : before));
    progressed(0, 0);
    fleet.ask(name, question, progressed).then(
      (answer) => wanted && setState({ answer, failure: null, progress: null }),
      (failure: unknown) => wanted && setState((before) => ({ ...before, failure, progress: null })),
    );
    return () => {
      wanted = false;
    };
  }, [fleet, revision, name, question]);
  return state;
}
