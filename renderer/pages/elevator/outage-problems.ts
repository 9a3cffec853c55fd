import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';

/** The fields of an outage as typed; '' = absent. */
export interface OutageForm {
  readonly from: string;
  readonly to: string;
  readonly cause: string;
  readonly reason: string;
}

/** What keeps an outage from being recorded, by field. */
export function outageProblems(form: OutageForm, isCorrection: boolean, today: CivilDate) {
  const problems: Partial<
    Record<'from' | 'to' | 'reason', 'not-a-date' | 'future' | 'to-not-after-from' | 'reason-missing'>
  > = {};
  if (!isCivilDate(form.from)) problems.from = 'not-a-date';
  else if (form.from > today) problems.from = 'future';
  if (form.to !== '' && !isCivilDate(form.to)) problems.to = 'not-a-date';
  else if (form.to !== '' && form.to <= form.from) problems.to = 'to-not-after-from';
  if (isCorrection && form.reason.trim() === '') problems.reason = 'reason-missing';
  return problems;
}
