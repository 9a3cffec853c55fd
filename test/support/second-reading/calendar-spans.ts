import { asStretches, type Asked } from './asked';
import { firstOf, lastOf, monthOf, type Day, type Month } from './days';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

/**
 * One act in each calendar month, or year. It begins with the month of the first act, or with the first whole one after the start of the clock (the broken one
 * counts where it was answered). A month that ends out of service runs on to the day of return.
 */
export function calendarSpans(
  question: Question,
  months: 1 | 12,
  start: Day | null,
  events: readonly Day[],
): Stretch[] {
  const { rule, service, asOf } = question;
  const first = events[0];
  const spanOf = (day: Day): Month => Math.floor(monthOf(day) / months) * months;
  if (start === null && first === undefined) return [];
  const answered = start === null || (first !== undefined && spanOf(first) === spanOf(start));
  const begin = answered ? spanOf(first!) : spanOf(start - 1) + months;
  const asked: Asked[] = [];
  for (let month = begin; firstOf(month) <= asOf; month += months) {
    const from = firstOf(month);
    const due = lastOf(month + months - 1);
    const deadline = service.orReturn(due);
    const by = events.find((day) => day >= from) ?? null;
    // Wholly out of service: nothing is asked, but an act in it counts.
    if (service.count(from - 1, due) === 0 && (by === null || by > due)) continue;
    asked.push({ from, deadline, by, version: versionOn(rule, due) });
  }
  return asStretches(asked, { start, events }, question);
}
