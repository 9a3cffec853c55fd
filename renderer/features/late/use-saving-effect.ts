import { useMemo, useState } from 'react';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { Dossier } from '../../../domain/record/dossier';
import type { LateReason } from '../../../domain/record/late-reason';
import { savingEffect, type Pending, type SavingEffect } from '../../../domain/headline/saving-effect';
import { useAppState } from '../../session/app-state';
import { useDossier } from '../../session/use-elevators';
import { lateOf, lateProblems, NOTHING_SAID, type LateForm, type LateProblems } from './late-form';
import { useHeadlineQuestion } from './use-headline-question';

/** How late what a form holds would be saved today, and which verdict it changes; null while the form is not sound. */
export function useSavingEffect(dossier: Dossier | null | undefined, pending: Pending | null): SavingEffect | null {
  const { info } = useAppState();
  const question = useHeadlineQuestion(info.today);
  const key = pending === null ? '' : canonicalJson(pending);
  return useMemo(
    () => (dossier && pending ? savingEffect(dossier, pending, info.today, question) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `pending` is made anew at every stroke; its key is what counts
    [dossier, key, info.today, question],
  );
}

export interface LateSaving {
  readonly effect: SavingEffect | null;
  readonly form: LateForm;
  readonly set: (by: (before: LateForm) => LateForm) => void;
  readonly problems: LateProblems;
  /** Something of it is missing or wrong. */
  readonly isOpen: boolean;
  /** The part of the request. */
  readonly request: { readonly late?: LateReason };
}

/** The late part of a dialogue that records something about an elevator. */
export function useLateSaving(registrationNo: string, pending: Pending | null): LateSaving {
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  const effect = useSavingEffect(dossier, pending);
  const [form, set] = useState(NOTHING_SAID);
  const problems = lateProblems(form, effect);
  return { effect, form, set, problems, isOpen: Object.keys(problems).length > 0, request: lateOf(form, effect) };
}
