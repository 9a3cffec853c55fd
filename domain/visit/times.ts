import type { FilledTimes, Visit } from './visit';

export type VisitTime = 'startedAt' | 'endedAt';
type Times = Pick<Visit, VisitTime | 'filledTimes'>;

/** The word for what was filled; undefined where nothing was. */
export function filledTimesOf(filled: Readonly<Record<VisitTime, boolean>>): FilledTimes | undefined {
  if (filled.startedAt && filled.endedAt) return 'both';
  return filled.startedAt ? 'start' : filled.endedAt ? 'end' : undefined;
}

export function isFilled({ filledTimes }: Pick<Visit, 'filledTimes'>, field: VisitTime): boolean {
  return filledTimes === 'both' || filledTimes === (field === 'startedAt' ? 'start' : 'end');
}

/** The times that somebody read from a clock; nobody read one that the program filled. */
export function measuredTimes(visit: Times): Pick<Visit, VisitTime> {
  const [startedAt, endedAt] = [measuredTime(visit, 'startedAt'), measuredTime(visit, 'endedAt')];
  return { ...(startedAt === undefined ? {} : { startedAt }), ...(endedAt === undefined ? {} : { endedAt }) };
}

export function measuredTime(visit: Times, field: VisitTime): string | undefined {
  return isFilled(visit, field) ? undefined : visit[field];
}

/** As they are told to people: `09:05–09:50`, each that was filled in the words of `about`; '' where there is none. */
export function toldTimes(visit: Times, about: (time: string) => string): string {
  return (['startedAt', 'endedAt'] as const)
    .flatMap((field) => {
      const time = visit[field];
      return time === undefined ? [] : [isFilled(visit, field) ? about(time) : time];
    })
    .join('–');
}
