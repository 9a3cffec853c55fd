import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { normalKey, unreadableSign } from '../../../domain/elevator/registration-no';
import { INSPECTION_FIELDS, type Inspection, type InspectionField } from '../../../domain/inspection/inspection';
import { MAX_TEXT } from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';

/** The fields of an inspection as typed; '' = absent. */
export type InspectionForm = Readonly<Record<InspectionField | 'reason', string>>;

export type InspectionProblem =
  'not-a-date' | 'future' | 'before-date' | 'too-long' | 'unreadable' | 'reason-missing' | 'nothing-changed';
export type InspectionProblems = Partial<Record<InspectionField | 'reason' | 'all', InspectionProblem>>;

/** The form of a recorded inspection, or of a new one of a kind, done on `today` and passed until told otherwise. */
export function inspectionForm(inspection: Inspection | null, kind: string, today: CivilDate): InspectionForm {
  const { date, result, reportNo, by, validUntil } = inspection ?? { date: today, result: 'pass' };
  return {
    date,
    kind: inspection?.kind ?? kind,
    result,
    reportNo: reportNo ?? '',
    by: by ?? '',
    validUntil: validUntil ?? '',
    reason: '',
  };
}

/** What keeps an inspection from being recorded, by field; `all` for the form as a whole. */
export function inspectionProblems(
  form: InspectionForm,
  recorded: Inspection | null,
  today: CivilDate,
): InspectionProblems {
  const problems: InspectionProblems = {};
  const [date, validUntil] = [tidyDate(form.date), tidyDate(form.validUntil)];
  if (!isCivilDate(date)) problems.date = 'not-a-date';
  else if (date > today) problems.date = 'future';
  if (validUntil !== '' && !isCivilDate(validUntil)) problems.validUntil = 'not-a-date';
  else if (validUntil !== '' && validUntil < date) problems.validUntil = 'before-date';
  for (const field of ['reportNo', 'by'] as const)
    if (form[field].trim().length > MAX_TEXT) problems[field] = 'too-long';
  if (unreadableSign(form.reportNo) !== null) problems.reportNo = 'unreadable';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (inspectionChanges(recorded, form).length === 0) problems.all = 'nothing-changed';
  return problems;
}

/** The inspection as it will be recorded; the form must be without problems. */
export function inspectionOf(registrationNo: RegistrationNo, form: InspectionForm): Inspection {
  const fields = INSPECTION_FIELDS.flatMap((field) => {
    const value = valueOf(field, form);
    return value === null ? [] : [[field, value] as const];
  });
  return { registrationNo, ...(Object.fromEntries(fields) as unknown as Omit<Inspection, 'registrationNo'>) };
}

/** The fields that change, with their new values; null = absent from now on. */
export function inspectionChanges(recorded: Inspection, form: InspectionForm) {
  return INSPECTION_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    const from = recorded[field] ?? null;
    const same = from === to || (field === 'reportNo' && normalKey(from ?? '') === (to ?? ''));
    return same ? [] : [{ field, to }];
  });
}

function valueOf(field: InspectionField, form: InspectionForm): string | null {
  const isDate = field === 'date' || field === 'validUntil';
  const tidy = field === 'reportNo' ? normalKey : isDate ? tidyDate : (typed: string) => typed.trim();
  const text = tidy(form[field]);
  return text === '' ? null : text;
}
