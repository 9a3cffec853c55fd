import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { minutesOnSite } from '../../../domain/reading/times';
import { parseClockTime, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import { filledTimesOf, isFilled, type VisitTime } from '../../../domain/visit/times';
import type { Visit, VisitField } from '../../../domain/visit/visit';

/** The fields of a recorded visit as typed; '' = absent. */
export type CorrectionForm = Readonly<Record<Exclude<VisitField, 'filledTimes'> | 'reason', string>>;

export function correctionForm(visit: Visit): CorrectionForm {
  return {
    date: visit.date,
    task: visit.task,
    startedAt: visit.startedAt ?? '',
    endedAt: visit.endedAt ?? '',
    technicians: visit.technicians.join('、'),
    confirmedBy: visit.confirmedBy ?? '',
    note: visit.note ?? '',
    reason: '',
  };
}

export type CorrectionProblem =
  | 'not-a-date'
  | 'future'
  | 'not-a-time'
  | 'end-before-start'
  | 'technicians-missing'
  | 'reason-missing'
  | 'nothing-changed';

/**
 * What keeps a correction from being made, by field; `all` for the form as a whole. A visit that was recorded without
 * technicians may stay without; one that had some may not lose them all.
 */
export function correctionProblems(
  visit: Visit,
  form: CorrectionForm,
  today: CivilDate,
): Partial<Record<VisitField | 'reason' | 'all', CorrectionProblem>> {
  const problems: Partial<Record<VisitField | 'reason' | 'all', CorrectionProblem>> = {};
  const date = tidyDate(form.date);
  if (!isCivilDate(date)) problems.date = 'not-a-date';
  else if (date > today) problems.date = 'future';
  const [start, end] = [parseClockTime(form.startedAt), parseClockTime(form.endedAt)];
  if (form.startedAt.trim() !== '' && start === null) problems.startedAt = 'not-a-time';
  if (form.endedAt.trim() !== '' && end === null) problems.endedAt = 'not-a-time';
  if (start !== null && end !== null && minutesOnSite(start, end) === null) problems.endedAt = 'end-before-start';
  if (visit.technicians.length > 0 && namesOf(form).length === 0) problems.technicians = 'technicians-missing';
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (correctionOf(visit, form).length === 0) problems.all = 'nothing-changed';
  return problems;
}

const namesOf = ({ technicians }: CorrectionForm): string[] => namesIn(technicians);

/** The fields that change, with their new values; null = absent from now on. */
export function correctionOf(visit: Visit, form: CorrectionForm) {
  const time = (typed: string): string => parseClockTime(typed) ?? typed;
  const texts = {
    ...form,
    date: tidyDate(form.date),
    startedAt: time(form.startedAt),
    endedAt: time(form.endedAt),
  };
  const fields = ['date', 'task', 'startedAt', 'endedAt', 'technicians', 'confirmedBy', 'note'] as const;
  const changes = fields.flatMap((field): Correction[] => {
    const text = texts[field].trim();
    const to = field === 'technicians' ? namesOf(form) : text === '' ? null : text;
    return canonicalJson(visit[field] ?? null) === canonicalJson(to) ? [] : [{ field, to }];
  });
  return [...changes, ...stillFilled(visit, changes)];
}

interface Correction {
  readonly field: VisitField;
  readonly to: string | string[] | null;
}

/** A time that somebody writes in place of a filled one is filled no more. */
function stillFilled(visit: Visit, changes: readonly Correction[]): Correction[] {
  const stays = (field: VisitTime): boolean =>
    isFilled(visit, field) && !changes.some((change) => change.field === field);
  const to = filledTimesOf({ startedAt: stays('startedAt'), endedAt: stays('endedAt') });
  return to === visit.filledTimes ? [] : [{ field: 'filledTimes', to: to ?? null }];
}
