import { useMemo } from 'react';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { HeadlineQuestion } from '../../../domain/headline/judge-headline';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { useAppState } from '../app-state';

/** By what an elevator is judged whole on a day, in the house's own terms. */
export function useHeadlineQuestion(asOf: CivilDate): HeadlineQuestion {
  const { pack, settings, inspectionsKept } = useAppState();
  const { hazardDays, lateDays } = settings;
  return useMemo(
    () => ({
      rules: compileRules(pack),
      requirements: pack.requirements,
      criteria: pack.hazards ?? null,
      hazardDays,
      asOf,
      period: defaultPeriod(asOf),
      scope: { kept: inspectionsKept },
      entry: { lateDays, origin: 'journal' },
    }),
    [pack, hazardDays, lateDays, inspectionsKept, asOf],
  );
}
