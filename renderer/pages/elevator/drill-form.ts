import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import { DRILL_FIELDS, type Drill, type DrillField } from '../../../domain/drill/drill';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { drillSchema } from '../../../domain/record/drill-schema';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { parseClockTime, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';

/** The fields of a drill as typed; '' = absent. */
export type DrillForm = Readonly<Record<DrillField | 'reason', string>>;

export type DrillProblem =
  | 'not-a-date'
  | 'future'
  | 'not-a-time'
  | 'before-start'
  | 'nobody'
  | 'too-long'
  | 'reason-missing'
  | 'nothing-changed';
export type DrillProblems = Partial<Record<DrillField | 'reason' | 'all', DrillProblem>>;

const MOST = { plan: MAX_TEXT, course: MAX_NOTE, problems: MAX_NOTE, measures: MAX_NOTE, note: MAX_NOTE } as const;

/** The form of a recorded drill, or of a new one: today, of people trapped, until told otherwise. */
export function drillForm(drill: Drill | null, today: CivilDate): DrillForm {
  const known: Partial<Drill> = drill ?? { date: today, scenario: 'entrapment' };
  const text = (field: DrillField): string =>
    field === 'participants' ? (known.participants ?? []).join('、') : (known[field] ?? '');
  return { ...(Object.fromEntries(DRILL_FIELDS.map((field) => [field, text(field)])) as DrillForm), reason: '' };
}

/** What keeps a drill from being recorded, by field; `all` for the form as a whole. `recorded` = what is corrected. */
export function drillProblems(form: DrillForm, recorded: Drill | null, today: CivilDate): DrillProblems {
  const problems: DrillProblems = {};
  const date = tidyDate(form.date);
  if (!isCivilDate(date)) problems.date = 'not-a-date';
  else if (date > today) problems.date = 'future';
  const [startedAt, endedAt] = [timeOf(form.startedAt), timeOf(form.endedAt)];
  if (startedAt === null) problems.startedAt = 'not-a-time';
  if (endedAt === null) problems.endedAt = 'not-a-time';
  else if (startedAt !== null && startedAt !== '' && endedAt !== '' && endedAt < startedAt)
    problems.endedAt = 'before-start';
  const names = namesIn(form.participants);
  if (names.length === 0) problems.participants = 'nobody';
  else if (names.some((name) => name.length > MAX_NAME)) problems.participants = 'too-long';
  for (const field of ['plan', 'course', 'problems', 'measures', 'note'] as const)
    if (form[field].trim().length > MOST[field]) problems[field] = 'too-long';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (Object.keys(problems).every((field) => field === 'reason') && drillChanges(recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The drill as it will be recorded; the form must be without problems. */
export function drillOf(registrationNo: RegistrationNo, form: DrillForm): Drill {
  const fields = DRILL_FIELDS.map((field) => [field, valueOf(field, form)] as const);
  return drillSchema.parse({ registrationNo, ...Object.fromEntries(fields.filter(([, value]) => value !== null)) });
}

/** The fields that change, with their new values; null = absent from now on. */
export function drillChanges(recorded: Drill, form: DrillForm) {
  return DRILL_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    return JSON.stringify(recorded[field] ?? null) === JSON.stringify(to) ? [] : [{ field, to }];
  });
}

/** '' where nothing was typed, null where it is no time. */
function timeOf(typed: string): string | null {
  return typed.trim() === '' ? '' : parseClockTime(typed.trim());
}

function valueOf(field: DrillField, form: DrillForm): string | string[] | null {
  if (field === 'participants') return namesIn(form.participants);
  const typed = form[field].trim();
  if (typed === '') return null;
  if (field === 'date') return tidyDate(typed);
  return field === 'startedAt' || field === 'endedAt' ? parseClockTime(typed) : typed;
}
