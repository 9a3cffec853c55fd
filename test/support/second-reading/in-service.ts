import { dayOf, type Day } from './days';
import type { History } from './history';

/** On which days an elevator is in service, asked one day at a time. */
export interface InService {
  readonly on: (day: Day) => boolean;
  /** Service days in `(after, through]`. */
  readonly count: (after: Day, through: Day) => number;
  /** The `nth` service day after a day; null = it never comes. */
  readonly nth: (after: Day, nth: number) => Day | null;
  /** The day itself if in service, else the day of return; null = it never returns. */
  readonly orReturn: (day: Day) => Day | null;
}

export function inService({ inServiceOn, endedOn, outages }: History): InService {
  const begins = inServiceOn === undefined ? -Infinity : dayOf(inServiceOn);
  const ends = endedOn === undefined ? Infinity : dayOf(endedOn);
  const out = outages.map(({ from, to }) => ({ from: dayOf(from), to: to === undefined ? Infinity : dayOf(to) }));
  const changes = [begins, ends, ...out.flatMap(({ from, to }) => [from, to])].filter(Number.isFinite);
  const lastChange = Math.max(-Infinity, ...changes);

  const on = (day: Day): boolean => day >= begins && day < ends && !out.some(({ from, to }) => from <= day && day < to);
  const neverAgain = (day: Day): boolean => day > lastChange && !on(day);

  return {
    on,
    count: (after, through) => {
      let days = 0;
      for (let day = after + 1; day <= through; day += 1) if (on(day)) days += 1;
      return days;
    },
    nth: (after, nth) => {
      let counted = 0;
      for (let day = after + 1; !neverAgain(day); day += 1) {
        if (on(day)) counted += 1;
        if (counted === nth) return day;
      }
      return null;
    },
    orReturn: (asked) => {
      let day = asked;
      while (!on(day)) {
        if (neverAgain(day)) return null;
        day += 1;
      }
      return day;
    },
  };
}
