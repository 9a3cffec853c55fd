import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import {
  CALLOUT_FIELDS,
  CALLOUT_TIMES,
  timeOutOfOrder,
  type CallOut,
  type CallOutField,
  type CallOutTime,
  type LocalMinute,
} from '../../../domain/callout/callout';
import { dayOfMinute, isLocalMinute } from '../../../domain/callout/local-minute';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { MAX_CAUSE, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { tidyMinute } from '../../i18n/dates';

/** The fields of a call-out as typed; '' = absent. */
export type CallOutForm = Readonly<Record<CallOutField | 'reason', string>>;

export type CallOutProblem =
  'not-a-minute' | 'future' | 'out-of-order' | 'not-a-count' | 'too-long' | 'reason-missing' | 'nothing-changed';
export type CallOutProblems = Partial<Record<CallOutField | 'reason' | 'all', CallOutProblem>>;

const EMPTY = Object.fromEntries(CALLOUT_FIELDS.map((field) => [field, ''])) as Record<CallOutField, string>;
const COUNTS = ['trapped', 'injured'] as const;
const COUNT = /^\d{1,3}$/;

/** The form of a recorded call-out, or of a new one, which is an entrapment until told otherwise. */
export function callOutForm(callOut: CallOut | null): CallOutForm {
  if (callOut === null) return { ...EMPTY, kind: 'entrapment', reason: '' };
  const texts = CALLOUT_FIELDS.map((field) => [field, String(callOut[field] ?? '')] as const);
  const times = CALLOUT_TIMES.map((field) => [field, (callOut[field] ?? '').replace('T', ' ')] as const);
  return { ...EMPTY, ...Object.fromEntries([...texts, ...times]), reason: '' };
}

/** The form with its times in the one form. A bare time is of the day of the report; of the report itself, of `today`. */
export function tidiedCallOut(form: CallOutForm, today: CivilDate): CallOutForm {
  const reportedAt = tidyMinute(form.reportedAt, today);
  const reportedOn = reportedAt.slice(0, 10);
  const day = isCivilDate(reportedOn) ? reportedOn : today;
  const [dispatchedAt, arrivedAt, freedAt] = (['dispatchedAt', 'arrivedAt', 'freedAt'] as const).map((field) =>
    tidyMinute(form[field], day),
  ) as [string, string, string];
  return { ...form, reportedAt, dispatchedAt, arrivedAt, freedAt };
}

/** What keeps a call-out from being recorded, by field; `all` for the form as a whole. `recorded` = what is corrected. */
export function callOutProblems(form: CallOutForm, recorded: CallOut | null, today: CivilDate): CallOutProblems {
  const tidy = tidiedCallOut(form, today);
  const problems: CallOutProblems = {};
  for (const field of CALLOUT_TIMES) {
    const minute = minuteOf(tidy, field);
    if (minute === undefined) {
      if (tidy[field] !== '' || field === 'reportedAt') problems[field] = 'not-a-minute';
    } else if (dayOfMinute(minute) > today) problems[field] = 'future';
  }
  const times = timesOf(tidy);
  const early = times.reportedAt === undefined ? null : timeOutOfOrder({ ...times, reportedAt: times.reportedAt });
  if (early !== null) problems[early] ??= 'out-of-order';
  for (const field of COUNTS) {
    const text = tidy[field].trim();
    if (text !== '' && !COUNT.test(text)) problems[field] = 'not-a-count';
  }
  for (const field of ['cause', 'by', 'note'] as const)
    if (tidy[field].trim().length > (field === 'note' ? MAX_NOTE : field === 'cause' ? MAX_CAUSE : MAX_TEXT))
      problems[field] = 'too-long';
  if (recorded !== null && form.reason.trim() === '') problems.reason = 'reason-missing';
  if (recorded !== null && Object.keys(problems).every((field) => field === 'reason'))
    if (callOutChanges(recorded, form, today).length === 0) problems.all = 'nothing-changed';
  return problems;
}

function minuteOf(form: CallOutForm, field: CallOutTime): LocalMinute | undefined {
  const text = form[field].replace(' ', 'T');
  return isLocalMinute(text) ? text : undefined;
}

function timesOf(form: CallOutForm): Partial<Record<CallOutTime, LocalMinute>> {
  const times = CALLOUT_TIMES.map((field) => [field, minuteOf(form, field)] as const);
  return Object.fromEntries(times.filter(([, minute]) => minute !== undefined));
}

/** The call-out as it will be recorded; the form must be without problems. */
export function callOutOf(registrationNo: RegistrationNo, form: CallOutForm, today: CivilDate): CallOut {
  const tidy = tidiedCallOut(form, today);
  const fields = CALLOUT_FIELDS.flatMap((field) => {
    const value = valueOf(field, tidy);
    return value === null ? [] : [[field, value] as const];
  });
  return { registrationNo, ...(Object.fromEntries(fields) as unknown as Omit<CallOut, 'registrationNo'>) };
}

/** The fields that change, with their new values; null = absent from now on. */
export function callOutChanges(recorded: CallOut, form: CallOutForm, today: CivilDate) {
  const tidy = tidiedCallOut(form, today);
  return CALLOUT_FIELDS.flatMap((field) => {
    const to = valueOf(field, tidy);
    return (recorded[field] ?? null) === to ? [] : [{ field, to }];
  });
}

function valueOf(field: CallOutField, tidy: CallOutForm): string | number | null {
  const text = tidy[field].trim();
  if (text === '') return null;
  if ((COUNTS as readonly string[]).includes(field)) return Number(text);
  return (CALLOUT_TIMES as readonly string[]).includes(field) ? text.replace(' ', 'T') : text;
}
