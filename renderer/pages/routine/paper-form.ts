import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Period } from '../../../domain/calendar/period';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import type { RoutineSaid } from '../../../domain/report/routine/routine-evidence';
import { mondayOf } from '../../../domain/routine/days';

/** What people say beside the records, as typed; '' = left to be written by hand. */
export interface PaperForm {
  readonly present: string;
  readonly summary: string;
  readonly decisions: string;
}

const MOST = { present: MAX_TEXT, summary: MAX_NOTE, decisions: MAX_NOTE } as const;

export function paperProblems(form: PaperForm): Partial<Record<keyof PaperForm, 'too-long'>> {
  const long = (Object.keys(MOST) as (keyof PaperForm)[]).filter((field) => form[field].trim().length > MOST[field]);
  return Object.fromEntries(long.map((field) => [field, 'too-long' as const]));
}

export function saidOf(form: PaperForm): RoutineSaid {
  const [present, summary, decisions] = [form.present.trim(), form.summary.trim(), form.decisions.trim()];
  return {
    ...(present !== '' && { present }),
    ...(summary !== '' && { summary }),
    ...(decisions !== '' && { decisions }),
  };
}

/** The week of a day, and none of its days to come. */
export function weekOf(date: CivilDate, today: CivilDate): Period {
  const monday = mondayOf(toEpochDay(date));
  return cutAt({ from: toCivilDate(monday), to: toCivilDate(monday + 6) }, today);
}

export function cutAt({ from, to }: Period, today: CivilDate): Period {
  return { from, to: to < today ? to : today };
}
