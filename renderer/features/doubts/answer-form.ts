import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { AnswerToDoubt, DoubtAnswer } from '../../../domain/doubt-answer/doubt-answer';
import type { LedgerDoubt } from '../../../domain/doubts/answered';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { doubtAnswerSchema } from '../../../domain/record/doubt-answer-schema';
import type { RecordId } from '../../../domain/record/record-id';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';

/** An answer to a doubt as typed. */
export interface AnswerForm {
  readonly answer: AnswerToDoubt;
  readonly on: string;
  readonly by: string;
  readonly says: string;
  readonly document: string;
}

export type AnswerProblem = 'not-a-date' | 'future' | 'nobody' | 'nothing-said' | 'too-long';
export type AnswerProblems = Partial<Record<keyof AnswerForm, AnswerProblem>>;

/** What can be answered now: an answer can be taken back where there is one. */
export function answersOffered({ answers }: Pick<LedgerDoubt, 'answers'>): readonly AnswerToDoubt[] {
  const last = answers.at(-1)?.value.answer ?? 'open';
  return last === 'open' ? ['explained', 'wrong'] : ['explained', 'wrong', 'open'];
}

export function answerForm(author: string, today: CivilDate): AnswerForm {
  return { answer: 'explained', on: today, by: author, says: '', document: '' };
}

export function answerProblems(form: AnswerForm, today: CivilDate): AnswerProblems {
  const problems: AnswerProblems = {};
  const on = tidyDate(form.on);
  if (!isCivilDate(on)) problems.on = 'not-a-date';
  else if (on > today) problems.on = 'future';
  if (form.by.trim() === '') problems.by = 'nobody';
  else if (form.by.trim().length > MAX_NAME) problems.by = 'too-long';
  if (form.says.trim() === '') problems.says = 'nothing-said';
  else if (form.says.trim().length > MAX_NOTE) problems.says = 'too-long';
  if (form.document.trim().length > MAX_TEXT) problems.document = 'too-long';
  return problems;
}

/** The answer as each elevator holds it; the form must be without problems. */
export function answersOf({ doubt, key, records, answers }: LedgerDoubt, form: AnswerForm): readonly DoubtAnswer[] {
  const byElevator = new Map<RegistrationNo, RecordId[]>();
  for (const { registrationNo, id } of records)
    byElevator.set(registrationNo, [...(byElevator.get(registrationNo) ?? []), id]);
  const document = form.document.trim();
  return [...byElevator].map(([registrationNo, ids]) =>
    doubtAnswerSchema.parse({
      registrationNo,
      kind: doubt.kind,
      doubt: key,
      records: ids,
      of: records.length,
      turn: (answers.at(-1)?.value.turn ?? 0) + 1,
      answer: form.answer,
      on: tidyDate(form.on),
      by: form.by.trim(),
      says: form.says.trim(),
      ...(document !== '' && { document }),
    }),
  );
}
