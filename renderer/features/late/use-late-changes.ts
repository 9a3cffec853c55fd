import { useMemo } from 'react';
import { countedChanges } from '../../../domain/headline/counted-changes';
import type { Dossier } from '../../../domain/record/dossier';
import { useAppState } from '../../session/app-state';
import type { LateChanges } from './entry-mark';
import { useHeadlineQuestion } from './use-headline-question';

/** The corrections and withdrawals of an elevator that are told as late on the day of judgement. */
export function useLateChanges(dossier: Dossier): LateChanges {
  const { asOf } = useAppState();
  const question = useHeadlineQuestion(asOf);
  return useMemo(
    () => new Map(countedChanges(dossier, question).map(({ id, days }) => [id, days])),
    [dossier, question],
  );
}
