import { useMemo } from 'react';
import type { Dossier } from '../../../domain/record/dossier';
import { judgeHazards, type JudgedHazard } from '../../../domain/risk/judge-hazards';
import { useAppState } from '../../session/app-state';

const NONE: readonly JudgedHazard[] = [];

/** The hazards of one elevator as they stood on the day of judgement; none where the pack knows nothing of hazards. */
export function useJudgedHazards(dossier: Dossier | null): readonly JudgedHazard[] {
  const { pack, asOf, settings } = useAppState();
  const criteria = pack.hazards;
  const days = settings.hazardDays;
  return useMemo(
    () => (dossier === null || criteria === undefined ? NONE : judgeHazards(dossier.hazards, criteria, asOf, days)),
    [dossier, criteria, asOf, days],
  );
}
