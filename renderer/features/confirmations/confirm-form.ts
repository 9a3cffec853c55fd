import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Confirmation, ConfirmationAct, ConfirmationWay } from '../../../domain/confirmation/confirmation';
import { drawnText, type Stroke } from '../../../domain/confirmation/strokes';
import type { VisitVersions } from '../../../domain/bridge/replies';
import { versionOf } from '../../../domain/record/confirmation-of';
import { confirmationSchema } from '../../../domain/record/confirmation-schema';
import type { Recorded } from '../../../domain/record/dossier';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import type { Visit } from '../../../domain/visit/visit';
import { parseClockTime, tidyDate } from '../../i18n/dates';

/** What is said of one or several visits, as typed or drawn. */
export interface ConfirmForm {
  readonly act: ConfirmationAct;
  readonly on: string;
  readonly at: string;
  readonly by: string;
  readonly how: ConfirmationWay;
  readonly reason: string;
  readonly document: string;
  readonly strokes: readonly Stroke[];
}

export type ConfirmProblem =
  'not-a-date' | 'future' | 'before-visit' | 'not-a-time' | 'nobody' | 'no-reason' | 'too-long';
export type ConfirmProblems = Partial<Record<keyof ConfirmForm, ConfirmProblem>>;

export function confirmForm(act: ConfirmationAct, author: string, today: CivilDate): ConfirmForm {
  return { act, on: today, at: '', by: author, how: 'later', reason: '', document: '', strokes: [] };
}

/** `latest` = day of the latest of the visits: nothing is said of a visit before it was made. */
export function confirmProblems(form: ConfirmForm, today: CivilDate, latest: CivilDate): ConfirmProblems {
  const problems: ConfirmProblems = {};
  const on = tidyDate(form.on);
  if (!isCivilDate(on)) problems.on = 'not-a-date';
  else if (on > today) problems.on = 'future';
  else if (on < latest) problems.on = 'before-visit';
  if (form.at.trim() !== '' && timeOf(form.at) === null) problems.at = 'not-a-time';
  if (form.by.trim() === '') problems.by = 'nobody';
  else if (form.by.trim().length > MAX_NAME) problems.by = 'too-long';
  if (form.act === 'refused' && form.reason.trim() === '') problems.reason = 'no-reason';
  else if (form.reason.trim().length > MAX_NOTE) problems.reason = 'too-long';
  if (form.document.trim().length > MAX_TEXT) problems.document = 'too-long';
  return problems;
}

/** What is put on record of each visit; the form must be without problems. */
export function confirmationsOf(
  form: ConfirmForm,
  visits: readonly Recorded<Visit>[],
  { versions }: VisitVersions,
): readonly Confirmation[] {
  const { act } = form;
  const [document, time] = [form.document.trim(), timeOf(form.at)];
  const bound = new Map(versions.map(({ recordId, hash, turn }) => [recordId, { hash, turn }]));
  return visits.map((visit) =>
    confirmationSchema.parse({
      registrationNo: visit.value.registrationNo,
      visit: visit.id,
      version: versionOf(visit), // as it was shown: the machine refuses it where it was corrected meanwhile
      ...bound.get(visit.id),
      act,
      on: tidyDate(form.on),
      ...(time !== null && { at: time }),
      by: form.by.trim(),
      ...(act === 'given' && { how: form.how }),
      ...(act === 'refused' && { reason: form.reason.trim() }),
      ...(document !== '' && { document }),
      ...(act === 'given' && form.how !== 'on-paper' && form.strokes.length > 0 && { drawn: drawnText(form.strokes) }),
    }),
  );
}

/** Null where it is no time, or none was typed. */
function timeOf(typed: string): string | null {
  return typed.trim() === '' ? null : parseClockTime(typed.trim());
}
