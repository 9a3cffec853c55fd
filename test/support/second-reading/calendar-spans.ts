import { asStretches, type Asked } from './asked';
import { firstOf, lastOf, monthOf, type Day, type Month } from './days';
import { clocked } from './from-act-to-act';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

/** One act in each calendar month, or year. */
export function calendarSpans(question: Question, months: 1 | 12): Stretch[] {
  const { start, events } = clocked(question);
  return calendarSpansFrom(question, months, start, events);
}

/**
 * It begins with the month of the first act, or with the first whole one after the start of the clock (the broken one
 * counts where it was answered). A month that ends out of service runs on to the day of return.
 */
export function calendarSpansFrom(
  { rule, service, asOf }: Question,
  months: 1 | 12,
  start: Day | null,
  events: readonly Day[],
): Stretch[] {
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
    if (service.count(from - 1, due) === 0) continue; // wholly out of service: nothing is asked
    asked.push({ from, deadline, by: events.find((day) => day >= from) ?? null, version: versionOn(rule, due) });
  }
  return asStretches(asked, events, start);
}
