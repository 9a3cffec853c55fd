import { useMemo } from 'react';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { HeadlineQuestion } from '../../../domain/headline/judge-headline';
import { questionBy } from '../../../domain/headline/question-by';
import { useAppState } from '../../session/app-state';

/** By what an elevator is judged whole on a day, in the house's own terms. */
export function useHeadlineQuestion(asOf: CivilDate): HeadlineQuestion {
  const { pack, settings, inspectionsKept } = useAppState();
  const { hazardDays, lateDays } = settings;
  return useMemo(
    () =>
      questionBy(pack, {
        hazardDays,
        asOf,
        period: defaultPeriod(asOf),
        scope: { kept: inspectionsKept },
        entry: { lateDays, origin: 'journal' },
      }),
    [pack, hazardDays, lateDays, inspectionsKept, asOf],
  );
}
