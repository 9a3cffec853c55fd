import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { LocalMinute } from '../../../domain/callout/callout';
import { dayOfMinute, isLocalMinute } from '../../../domain/callout/local-minute';
import {
  DEVICE_EVENT_FIELDS,
  MOST_CLOCK_AHEAD,
  MOST_COUNT,
  type DeviceEvent,
  type DeviceEventField,
} from '../../../domain/device-event/device-event';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { deviceEventSchema } from '../../../domain/record/device-event-schema';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { tidyMinute } from '../../i18n/dates';

/** The fields of a device event as typed; '' = absent. */
export type DeviceEventForm = Readonly<Record<DeviceEventField | 'reason', string>>;

export type DeviceEventProblem =
  | 'not-a-minute'
  | 'future'
  | 'before-start'
  | 'not-a-number'
  | 'clock-far'
  | 'missing'
  | 'too-long'
  | 'reason-missing'
  | 'nothing-changed';
export type DeviceEventProblems = Partial<Record<DeviceEventField | 'reason' | 'all', DeviceEventProblem>>;

const MOST = { faultCode: MAX_NAME, source: MAX_TEXT, note: MAX_NOTE } as const;
const TIMES = ['startedAt', 'endedAt'] as const;
const WHOLE = /^[+-]?\d{1,7}$/;

/** The form of a recorded event, or of a new one, which is a switch that was on until told otherwise. */
export function deviceEventForm(event: DeviceEvent | null): DeviceEventForm {
  const known: Partial<DeviceEvent> = event ?? { kind: 'maintenance-mode' };
  const text = (field: DeviceEventField): string => String(known[field] ?? '').replace(/T(?=\d{2}:\d{2}$)/, ' ');
  return {
    ...(Object.fromEntries(DEVICE_EVENT_FIELDS.map((field) => [field, text(field)])) as DeviceEventForm),
    reason: '',
  };
}

/** The form with its times in the one form. A bare end is of the day of the start. */
function tidied(form: DeviceEventForm, today: CivilDate): DeviceEventForm {
  const startedAt = tidyMinute(form.startedAt, today);
  return { ...form, startedAt, endedAt: tidyMinute(form.endedAt, startedAt.slice(0, 10)) };
}

/** What keeps an event from being recorded, by field; `all` for the form as a whole. `recorded` = what is corrected. */
export function deviceEventProblems(
  form: DeviceEventForm,
  recorded: DeviceEvent | null,
  today: CivilDate,
): DeviceEventProblems {
  const tidy = tidied(form, today);
  const problems: DeviceEventProblems = {};
  for (const field of TIMES) {
    const minute = minuteOf(tidy[field]);
    if (minute === null) {
      if (tidy[field] !== '' || field === 'startedAt') problems[field] = 'not-a-minute';
    } else if (dayOfMinute(minute) > today) problems[field] = 'future';
  }
  const [start, end] = [minuteOf(tidy.startedAt), minuteOf(tidy.endedAt)];
  if (start !== null && end !== null && end < start) problems.endedAt ??= 'before-start';
  const [clock, count] = [tidy.clockAhead.trim(), tidy.count.trim()];
  if (clock !== '' && !WHOLE.test(clock)) problems.clockAhead = 'not-a-number';
  else if (Math.abs(Number(clock)) > MOST_CLOCK_AHEAD) problems.clockAhead = 'clock-far';
  if (count !== '' && !(WHOLE.test(count) && Number(count) >= 0 && Number(count) <= MOST_COUNT))
    problems.count = 'not-a-number';
  if (tidy.source.trim() === '') problems.source = 'missing';
  for (const field of ['faultCode', 'source', 'note'] as const)
    if (tidy[field].trim().length > MOST[field]) problems[field] = 'too-long';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (
    Object.keys(problems).every((field) => field === 'reason') &&
    deviceEventChanges(recorded, form, today).length === 0
  )
    problems.all = 'nothing-changed';
  return problems;
}

/** The event as it will be recorded; the form must be without problems. */
export function deviceEventOf(registrationNo: RegistrationNo, form: DeviceEventForm, today: CivilDate): DeviceEvent {
  const tidy = tidied(form, today);
  const fields = DEVICE_EVENT_FIELDS.map((field) => [field, valueOf(field, tidy)] as const);
  return deviceEventSchema.parse({
    registrationNo,
    ...Object.fromEntries(fields.filter(([, value]) => value !== null)),
  });
}

/** The fields that change, with their new values; null = absent from now on. */
export function deviceEventChanges(recorded: DeviceEvent, form: DeviceEventForm, today: CivilDate) {
  const tidy = tidied(form, today);
  return DEVICE_EVENT_FIELDS.flatMap((field) => {
    const to = valueOf(field, tidy);
    return (recorded[field] ?? null) === to ? [] : [{ field, to }];
  });
}

function minuteOf(text: string): LocalMinute | null {
  const minute = text.replace(' ', 'T');
  return isLocalMinute(minute) ? minute : null;
}

function valueOf(field: DeviceEventField, tidy: DeviceEventForm): string | number | null {
  const typed = tidy[field].trim();
  if (typed === '') return null;
  if (field === 'startedAt' || field === 'endedAt') return typed.replace(' ', 'T');
  return field === 'clockAhead' || field === 'count' ? Number(typed) : typed;
}
