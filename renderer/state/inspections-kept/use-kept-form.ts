import { useState } from 'react';
import type { InspectionsKept } from '../../../domain/record/inspections-kept';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../app-state';
import { keptForm, keptOf, keptProblem } from './kept-form';

/** The answer being given, from `kept` on; an answer that says nothing new is not written again. */
export function useKeptForm(kept: InspectionsKept | null, onSaved: () => void) {
  const { mutate } = useAppState();
  const [form, setForm] = useState(() => keptForm(kept));
  const { save, busy, tried, failure } = useSaving();
  const answer = keptOf(form);
  const submit = (): void => {
    const isSame = answer !== null && JSON.stringify(answer) === JSON.stringify(keptOf(keptForm(kept)));
    if (isSame) onSaved();
    else save(answer === null ? null : () => mutate('inspections.keep', { kept: answer }), onSaved);
  };
  return { form, setForm, problem: tried ? keptProblem(form) : null, submit, busy, failure };
}
