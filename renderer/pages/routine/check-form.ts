import type { CivilDate } from '../../../domain/calendar/civil-date';
import {
  DAILY_CHECK_FIELDS,
  type CheckModule,
  type CheckResult,
  type DailyCheck,
  type DailyCheckField,
} from '../../../domain/daily-check/daily-check';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { dailyCheckSchema } from '../../../domain/record/daily-check-schema';
import type { LateReason } from '../../../domain/record/late-reason';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { parseClockTime } from '../../i18n/dates';

/** A check as typed; '' = absent. */
export interface CheckForm {
  readonly result: CheckResult;
  readonly by: string;
  readonly at: string;
  readonly modules: readonly CheckModule[];
  readonly found: string;
  readonly measure: string;
  readonly toldTo: string;
  readonly reason: string;
  /** Of a day that is past. */
  readonly lateReason: string;
  readonly document: string;
  readonly photos: readonly string[];
  /** Of a correction. */
  readonly why: string;
  readonly asHazard: boolean;
}

export type CheckProblem =
  'nobody' | 'not-a-time' | 'nothing-said' | 'no-paper' | 'too-long' | 'reason-missing' | 'nothing-changed';
export type CheckProblems = Partial<Record<keyof CheckForm | 'all', CheckProblem>>;

export interface CheckedDay {
  readonly date: CivilDate;
  readonly today: CivilDate;
}

const MOST = {
  by: MAX_NAME,
  found: MAX_NOTE,
  measure: MAX_NOTE,
  toldTo: MAX_NAME,
  reason: MAX_NOTE,
  lateReason: MAX_NOTE,
  document: MAX_TEXT,
  why: MAX_NOTE,
} as const;

export function checkForm(known: Partial<DailyCheck> & Pick<DailyCheck, 'result'>): CheckForm {
  const { result, by = '', at = '', modules = [], found = '', measure = '', toldTo = '', reason = '' } = known;
  const late = { lateReason: '', document: '', photos: [] };
  return { result, by, at, modules, found, measure, toldTo, reason, ...late, why: '', asHazard: result === 'found' };
}

/** Whether what is typed is the check of a paper, entered after its day. */
export function isFromPaper({ result }: Pick<CheckForm, 'result'>, { date, today }: CheckedDay): boolean {
  return date < today && result !== 'not-done';
}

/** What keeps a check from being recorded, or its correction; `recorded` = what is corrected. */
export function checkProblems(form: CheckForm, recorded: DailyCheck | null, day: CheckedDay): CheckProblems {
  const problems: CheckProblems = {};
  const isEmpty = (field: keyof typeof MOST): boolean => form[field].trim() === '';
  if (isEmpty('by')) problems.by = 'nobody';
  if (form.at.trim() !== '' && parseClockTime(form.at.trim()) === null) problems.at = 'not-a-time';
  if (form.result === 'found' && isEmpty('found')) problems.found = 'nothing-said';
  if (form.result === 'not-done' && isEmpty('reason')) problems.reason = 'nothing-said';
  if (recorded === null && isFromPaper(form, day)) {
    if (isEmpty('lateReason')) problems.lateReason = 'nothing-said';
    if (isEmpty('document') && form.photos.length === 0) problems.document = 'no-paper';
  }
  for (const field of Object.keys(MOST) as (keyof typeof MOST)[])
    if (form[field].trim().length > MOST[field]) problems[field] = 'too-long';
  if (recorded === null) return problems;
  if (isEmpty('why')) problems.why = 'reason-missing';
  if (Object.keys(problems).every((field) => field === 'why') && checkChanges(recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The check as it will be recorded; the form must be without problems. */
export function checkOf(registrationNo: RegistrationNo, { date }: CheckedDay, form: CheckForm): DailyCheck {
  const fields = DAILY_CHECK_FIELDS.map((field) => [field, valueOf(field, form)] as const);
  const known = Object.fromEntries(fields.filter(([, value]) => value !== null));
  return dailyCheckSchema.parse({ registrationNo, date, result: form.result, ...known });
}

/** The part of the request that names the paper; empty on the day itself and where nobody checked. */
export function paperOf(form: CheckForm, day: CheckedDay): { readonly late?: LateReason } {
  if (!isFromPaper(form, day)) return {};
  const document = form.document.trim();
  return {
    late: {
      reason: form.lateReason.trim(),
      ...(document !== '' && { document }),
      ...(form.photos.length > 0 && { photos: form.photos }),
    },
  };
}

/** The fields that change, with their new values; null = absent from now on. */
export function checkChanges(recorded: DailyCheck, form: CheckForm) {
  return DAILY_CHECK_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    return JSON.stringify(recorded[field] ?? null) === JSON.stringify(to) ? [] : [{ field, to }];
  });
}

const OF_FOUND: readonly DailyCheckField[] = ['modules', 'found', 'measure', 'toldTo'];

function valueOf(field: DailyCheckField, form: CheckForm): string | string[] | null {
  if (OF_FOUND.includes(field) && form.result !== 'found') return null;
  if (field === 'reason' && form.result !== 'not-done') return null;
  if (field === 'modules') return form.modules.length === 0 ? null : [...form.modules];
  const typed = form[field].trim();
  if (typed === '') return null;
  return field === 'at' ? parseClockTime(typed) : typed;
}
