import { isCivilDate } from '../../../domain/calendar/civil-date';
import {
  ELEVATOR_FIELDS,
  ELEVATOR_STATUSES,
  isLifeEnd,
  KEY_FIELDS,
  type Elevator,
  type ElevatorField,
} from '../../../domain/elevator/elevator';
import { PERMISSION_FIELDS } from '../../../domain/elevator/on-demand-permission';
import {
  MAX_REGISTRATION_NO,
  normalKey,
  normalRegistrationNo,
  unreadableSign,
} from '../../../domain/elevator/registration-no';
import { easesOnDemand, type RulePack } from '../../../domain/pack/rule-pack';
import type { Json } from '../../../domain/record/entry';
import {
  MAX_INTERVAL_DAYS,
  MAX_NAME,
  MAX_NOTE,
  MAX_TEXT,
  MOST_MM,
  MOST_PEOPLE,
  MOST_YEARS,
} from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';

/** The fields of the form as typed; '' = absent. */
export type ElevatorForm = Readonly<Record<ElevatorField | 'registrationNo', string>>;

/** The groups of the form, in its order. */
export const FORM_GROUPS = [
  { id: 'identity', fields: ['registrationNo', 'kind', 'deviceCode', 'rescueCode'] },
  { id: 'location', fields: ['address', 'internalNo', 'district', 'place', 'area'] },
  {
    id: 'parties',
    fields: ['userUnit', 'safetyOfficer', 'propertyManager', 'managerPhone', 'maintainer', 'maintainerPhone'],
  },
  {
    id: 'machine',
    fields: [
      'manufacturer',
      'model',
      'serialNo',
      'loadKg',
      'ratedPersons',
      'speedMps',
      'stops',
      'pitDepthMm',
      'overheadMm',
      'designLifeYears',
    ],
  },
  { id: 'retrofit', fields: ['retrofit', 'specialMeasures', 'specialMeasuresApproval'] },
  { id: 'clock', fields: ['acceptedOn', 'inServiceOn', 'recordsFrom', 'governorSince', 'makerIntervalDays'] },
  { id: 'life', fields: ['status', 'endedOn', 'successorNo'] },
  { id: 'regime', fields: ['regime', ...PERMISSION_FIELDS] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly (keyof ElevatorForm)[] }[];

export const EMPTY_FORM: ElevatorForm = {
  ...(Object.fromEntries(ELEVATOR_FIELDS.map((field) => [field, ''])) as Record<ElevatorField, string>),
  registrationNo: '',
  regime: 'standard',
};

export function formOf(elevator: Elevator): ElevatorForm {
  const texts = ELEVATOR_FIELDS.map((field) => [field, String(elevator[field] ?? '')] as const);
  return { ...EMPTY_FORM, ...Object.fromEntries(texts), registrationNo: elevator.registrationNo };
}

export type FormProblem =
  | 'missing'
  | 'too-long'
  | 'unreadable'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-whole'
  | 'not-days'
  | 'not-a-regime'
  | 'before-from'
  | 'before-service'
  | 'own-number'
  | 'future';
export type FormProblems = Partial<Record<keyof ElevatorForm, FormProblem>>;

const DATES: readonly ElevatorField[] = [
  'acceptedOn',
  'inServiceOn',
  'recordsFrom',
  'endedOn',
  'governorSince',
  'regimeFrom',
  'regimeTo',
];
const NUMBERS = { loadKg: 1_000_000, speedMps: 100 } as const;
const WHOLE_NUMBERS: Partial<Record<keyof ElevatorForm, number>> = {
  ratedPersons: MOST_PEOPLE,
  designLifeYears: MOST_YEARS,
  pitDepthMm: MOST_MM,
  overheadMm: MOST_MM,
};
const NAMES: readonly (keyof ElevatorForm)[] = ['safetyOfficer'];
/** What tells this elevator from others, kept in its one form. */
const KEYS: readonly (keyof ElevatorForm)[] = ['registrationNo', 'successorNo', ...KEY_FIELDS];
const REGIME = /^(standard|on-demand:[1-9]\d{0,2})$/;
const DAYS = /^[1-9]\d{0,3}$/;

/** What keeps the form from being saved, field by field. */
export function problemsOf(form: ElevatorForm): FormProblems {
  const problems: FormProblems = {};
  for (const [field, text] of Object.entries(tidied(form)) as [keyof ElevatorForm, string][]) {
    const problem = problemOf(field, text);
    if (problem !== null) problems[field] = problem;
  }
  const { registrationNo, regimeFrom, regimeTo, status, inServiceOn, endedOn, successorNo } = tidied(form);
  if (regimeTo !== '' && regimeTo < regimeFrom) problems.regimeTo ??= 'before-from';
  if (isLifeEnd(status) && endedOn === '') problems.endedOn = 'missing';
  if (endedOn !== '' && endedOn < inServiceOn) problems.endedOn ??= 'before-service';
  if (successorNo !== '' && successorNo === registrationNo) problems.successorNo ??= 'own-number';
  return problems;
}

function problemOf(field: keyof ElevatorForm, text: string): FormProblem | null {
  if (text === '') return field === 'registrationNo' || field === 'kind' ? 'missing' : null;
  if (KEYS.includes(field) && unreadableSign(text) !== null) return 'unreadable';
  if (text.length > longest(field)) return 'too-long';
  if (DATES.includes(field as ElevatorField) && !isCivilDate(text)) return 'not-a-date';
  if (field === 'loadKg' || field === 'speedMps') return isNumber(text, NUMBERS[field]) ? null : 'not-a-number';
  const most = WHOLE_NUMBERS[field];
  if (most !== undefined) return /^\d{1,7}$/.test(text) && isNumber(text, most) ? null : 'not-whole';
  if (field === 'makerIntervalDays') return DAYS.test(text) && Number(text) <= MAX_INTERVAL_DAYS ? null : 'not-days';
  return field === 'regime' && !REGIME.test(text) ? 'not-a-regime' : null;
}

function longest(field: keyof ElevatorForm): number {
  if (field === 'registrationNo' || field === 'successorNo') return MAX_REGISTRATION_NO;
  if (field === 'specialMeasures') return MAX_NOTE;
  return NAMES.includes(field) ? MAX_NAME : MAX_TEXT;
}

function isNumber(text: string, most: number): boolean {
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= most;
}

/** Things worth a second look that are refused nowhere; each names a text. */
export type FormHint =
  | 'device-code-length'
  | 'old-registration-code'
  | 'registration-no-shape'
  | 'records-before-service'
  | 'service-before-acceptance'
  | 'no-clock-start'
  | 'stopped-without-day'
  | 'on-demand-not-eased'
  | 'on-demand-incomplete';

/**
 * Device codes have 18 characters, 19 where the registrar filled them in, and 20 or 21 are seen; 20 digits are the old
 * 注册代码. A registration number usually reads 梯 + two digits + province and city + five signs + (yy).
 */
export function hintsOf(
  form: ElevatorForm,
  pack: Pick<RulePack, 'rules'>,
): Partial<Record<keyof ElevatorForm, FormHint>> {
  const { registrationNo, deviceCode, acceptedOn, inServiceOn, recordsFrom, ...rest } = tidied(form);
  const { regime, status } = rest;
  const hints: Partial<Record<keyof ElevatorForm, FormHint>> = {};
  if (/^\d{20}$/.test(deviceCode)) hints.deviceCode = 'old-registration-code';
  else if (deviceCode !== '' && (deviceCode.length < 18 || deviceCode.length > 21))
    hints.deviceCode = 'device-code-length';
  if (
    registrationNo !== '' &&
    !/^(梯\d{2}\p{Script=Han}[A-Z][0-9A-Z]\d{4}[(（]\d{2}[)）]|\d{20})$/u.test(registrationNo)
  )
    hints.registrationNo = 'registration-no-shape';
  if (acceptedOn !== '' && inServiceOn !== '' && inServiceOn < acceptedOn)
    hints.inServiceOn = 'service-before-acceptance';
  if (recordsFrom !== '' && inServiceOn !== '' && recordsFrom < inServiceOn)
    hints.recordsFrom = 'records-before-service';
  else if (recordsFrom === '' && inServiceOn === '') hints.recordsFrom = 'no-clock-start';
  if (status === 'stopped') hints.status = 'stopped-without-day';
  if (regime.startsWith('on-demand:')) {
    const permitted = PERMISSION_FIELDS.every((field) => rest[field] !== '');
    if (!easesOnDemand(pack)) hints.regime = 'on-demand-not-eased';
    else if (!permitted) hints.regime = 'on-demand-incomplete';
  }
  return hints;
}

/** Fields that only another answer brings up: nobody fills in the day of an end that has not come. */
export function isShown(field: keyof ElevatorForm, { status }: ElevatorForm): boolean {
  return (field !== 'endedOn' && field !== 'successorNo') || isLifeEnd(status);
}

export function shownOf(fields: readonly (keyof ElevatorForm)[], form: ElevatorForm): readonly (keyof ElevatorForm)[] {
  return fields.filter((field) => isShown(field, form));
}

/** The form as it is meant: without blanks around and what is not shown, keys and dates in their one form. */
function tidied(form: ElevatorForm): ElevatorForm {
  const fields = Object.entries(form) as [keyof ElevatorForm, string][];
  return Object.fromEntries(
    fields.map(([field, text]) => [field, isShown(field, form) ? tidy(field, text) : '']),
  ) as ElevatorForm;
}

function tidy(field: keyof ElevatorForm, text: string): string {
  if (isDateField(field)) return tidyDate(text);
  return KEYS.includes(field) ? normalKey(text) : text.trim();
}

/** The value of one field as it is recorded; null = absent. The form must be without problems. */
function valueOf(field: ElevatorField, form: ElevatorForm): string | number | boolean | null {
  const text = tidied(form)[field];
  if (text === '') return null;
  if (field === 'retrofit') return text === 'true';
  return isNumeric(field) ? Number(text) : text;
}

/** The days by which the clock starts and ends, as far as they are days; the rest of the form may have problems. */
export function clockOf(
  form: ElevatorForm,
): Pick<Elevator, 'registrationNo' | 'inServiceOn' | 'recordsFrom'> & Pick<Elevator, 'status' | 'endedOn'> {
  const { registrationNo, inServiceOn, recordsFrom, status, endedOn } = tidied(form);
  const known = ELEVATOR_STATUSES.find((one) => one === status);
  return {
    registrationNo: normalRegistrationNo(registrationNo),
    ...(isCivilDate(inServiceOn) && { inServiceOn }),
    ...(isCivilDate(recordsFrom) && { recordsFrom }),
    ...(known !== undefined && { status: known }),
    ...(isCivilDate(endedOn) && { endedOn }),
  };
}

/** The elevator as it will be registered; the form must be without problems. */
export function elevatorOf(form: ElevatorForm): Elevator {
  const fields = ELEVATOR_FIELDS.flatMap((field) => {
    const value = valueOf(field, form);
    return value === null ? [] : [[field, value]];
  });
  const particulars = Object.fromEntries(fields) as Omit<Elevator, 'registrationNo'>;
  return { ...particulars, registrationNo: normalRegistrationNo(form.registrationNo) };
}

export interface FieldChange {
  readonly field: ElevatorField;
  readonly from: Json;
  readonly to: string | number | boolean | null;
}

/** What a correction would change, in the order of the fields. An emptied regime is the standard one. */
export function changesOf(elevator: Elevator, form: ElevatorForm): FieldChange[] {
  return ELEVATOR_FIELDS.flatMap((field) => {
    const from = elevator[field] ?? null;
    const to = valueOf(field, form);
    const same = from === to || (KEYS.includes(field) && normalKey(String(from ?? '')) === (to ?? ''));
    return same ? [] : [{ field, from, to }];
  });
}

const CLOCK_FIELDS: ReadonlySet<ElevatorField> = new Set<ElevatorField>([
  'kind',
  'place',
  'acceptedOn',
  'inServiceOn',
  'recordsFrom',
  'status',
  'endedOn',
  'governorSince',
  'makerIntervalDays',
  'regime',
  ...PERMISSION_FIELDS,
]);

/** Changes by which the service clock starts elsewhere or other rules apply: they change verdicts of the past. */
export function changesVerdict({ field }: FieldChange): boolean {
  return CLOCK_FIELDS.has(field);
}

/** Fields that are recorded as numbers. */
export function isNumeric(field: keyof ElevatorForm): boolean {
  return ['loadKg', 'speedMps', 'makerIntervalDays'].includes(field) || WHOLE_NUMBERS[field] !== undefined;
}

export function isDateField(field: keyof ElevatorForm): boolean {
  return DATES.includes(field as ElevatorField);
}
