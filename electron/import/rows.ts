import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Area, Regime, RegistrationNo } from '../../domain/elevator/elevator';
import type { Inspection, InspectionResult } from '../../domain/inspection/inspection';
import { MAX_REGISTRATION_NO, normalRegistrationNo } from '../../domain/elevator/registration-no';
import type { ImportedRecord } from '../../domain/record/entry';
import { MAX_INTERVAL_DAYS, MAX_NAME, MAX_NOTE, MOST_MM, MOST_PEOPLE, MOST_YEARS } from '../../domain/record/schemas';
import { filledTimesOf } from '../../domain/visit/times';
import { FILLED_TIMES, type FilledTimes, type Visit } from '../../domain/visit/visit';
import { termsOf } from '../../domain/terms/terms-of';
import { INSPECTION_KIND_NAMES } from './inspection-kind-names';
import { parseDay } from '../../domain/reading/days';
import { simplified } from '../../domain/reading/hanzi';
import { parseKind } from '../../domain/reading/kind-words';
import { parseWhole, parseYesNo } from '../../domain/reading/numbers';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { stateOf } from '../../domain/reading/state-words';
import { parseTask } from '../../domain/reading/task-words';
import { plain, saysNoNumber } from '../../domain/reading/text';
import { readLife } from './life-columns';
import type { ElevatorRow, RowContext } from './row-context';
import { readEnteredAt } from './read-entered-at';
import { readMeasure, readWholeMeasure } from './read-measure';
import { readTimes, type Times } from './read-times';
import { sharedNo } from './shared-no';
import { DIGITS_LOST, type RowReader } from './row-reader';
import { withoutTextMarks } from './text-marks';
import { withoutUndefined } from '../../domain/record/without-undefined';

const MOST_KG = 1_000_000;
const MOST_MPS = 100;

export function readElevator(row: RowReader, { pack }: RowContext): ElevatorRow | null {
  const registrationNo = registrationNoOf(row);
  const kind = row.requiredParsed('kind', (text) => parseKind(text, pack.kinds));
  const value = {
    deviceCode: row.code('device_code'),
    rescueCode: row.code('rescue_code'),
    address: row.text('address'),
    district: row.text('district'),
    internalNo: row.text('internal_no'),
    place: row.text('place'),
    userUnit: row.text('user_unit'),
    propertyManager: row.text('property_manager'),
    maintainer: row.text('maintainer'),
    managerPhone: row.code('manager_phone'),
    maintainerPhone: row.code('maintainer_phone'),
    safetyOfficer: row.text('safety_officer', MAX_NAME),
    manufacturer: row.text('manufacturer'),
    model: row.text('model'),
    serialNo: row.code('serial_no'),
    acceptedOn: row.softDay('accepted_on'),
    inServiceOn: row.softDay('in_service_on'),
    recordsFrom: row.day('records_from'),
    loadKg: readMeasure(row, 'load_kg', MOST_KG),
    speedMps: readMeasure(row, 'speed_mps', MOST_MPS),
    stops: row.text('stops'),
    ratedPersons: row.soft('rated_persons', (text) => parseWhole(text, MOST_PEOPLE, ['人', '名', '人/台'])),
    designLifeYears: row.soft('design_life_years', (text) => parseWhole(text, MOST_YEARS, ['年'])),
    regimeAuthority: row.text('regime_authority'),
    regimeDocument: row.text('regime_document'),
    regimeFrom: row.day('regime_from'),
    regimeTo: row.day('regime_to'),
    regimeMonitoring: row.text('regime_monitoring'),
    regimeContract: row.text('regime_contract'),
    regimeInsurance: row.text('regime_insurance'),
    area: row.soft('area', parseArea),
    governorSince: row.softDay('governor_since'),
    makerIntervalDays: row.soft('maker_interval_days', parseDays),
    retrofit: row.soft('retrofit', parseYesNo),
    pitDepthMm: readWholeMeasure(row, 'pit_depth_mm', MOST_MM),
    overheadMm: readWholeMeasure(row, 'overhead_mm', MOST_MM),
    specialMeasures: row.text('special_measures', MAX_NOTE),
    specialMeasuresApproval: row.text('special_measures_approval'),
  };
  const { regimeFrom, regimeTo } = value;
  if (regimeFrom !== undefined && regimeTo !== undefined && regimeTo < regimeFrom)
    row.refuse('regime_to', 'end-before-start', { start: regimeFrom });
  const regime = row.soft('regime', parseRegime) ?? 'standard';
  const extra = row.extra();
  const life = readLife(row, withoutUndefined({ registrationNo, inServiceOn: value.inServiceOn }));
  if (row.refusals.length > 0 || registrationNo === undefined || kind === undefined) return null;
  const sample = row.soft('sample', parseYesNo) === true ? (true as const) : undefined;
  return withoutUndefined({ registrationNo, kind, ...value, ...life, regime, sample, extra });
}

export function readVisit(row: RowReader, context: RowContext): Visit | null {
  const { pack, today } = context;
  const registrationNo = registrationNoOf(row);
  const date = pastDate(row, 'date', today);
  const task = row.requiredParsed('task', (text) => parseTask(text, pack.tasks));
  const times = readTimes(row, date);
  const filledTimes = readFilledTimes(row, times);
  const technicians = row.people('technicians');
  const by = confirmedBy(row);
  const note = row.text('note', MAX_NOTE);
  const enteredAt = readEnteredAt(row, context, date);
  const extra = row.extra();
  if (row.refusals.length > 0 || registrationNo === undefined || date === undefined || task === undefined) return null;
  const { startedAt, endedAt } = times;
  const isBare = filledTimes === undefined && note === undefined && enteredAt === undefined && extra === undefined;
  if (isBare && startedAt !== undefined && endedAt !== undefined && by !== undefined)
    return { registrationNo, date, task, startedAt, endedAt, technicians, confirmedBy: by }; // as most visits are
  const rest = { filledTimes, technicians, confirmedBy: by, note, enteredAt, extra };
  return withoutUndefined({ registrationNo, date, task, startedAt, endedAt, ...rest });
}

const FILLED_WORDS = termsOf('zh-CN').filledTimes;
const FILLED_NAMES: Readonly<Record<string, FilledTimes>> = Object.fromEntries(
  FILLED_TIMES.flatMap((value) => [value, FILLED_WORDS[value]].map((name) => [name, value])),
);
const FILLED_KNOWN = { known: Object.values(FILLED_WORDS).join('、'), knownEn: FILLED_TIMES.join(', ') };

/** Which of the times a program worked out; of a time that the row has not, nothing. */
function readFilledTimes(row: RowReader, { startedAt, endedAt }: Times): FilledTimes | undefined {
  if (!row.tells('filled_times')) return undefined;
  const filled = row.soft('filled_times', (text): Parsed<FilledTimes> => {
    const word = plain(text).toLowerCase();
    return Object.hasOwn(FILLED_NAMES, word) ? taken(FILLED_NAMES[word]!) : refused('not-one-of', FILLED_KNOWN);
  });
  if (filled === undefined) return undefined;
  return filledTimesOf({
    startedAt: startedAt !== undefined && filled !== 'end',
    endedAt: endedAt !== undefined && filled !== 'start',
  });
}

/** The column may hold a state (已确认) instead of a name; that names nobody. */
function confirmedBy(row: RowReader): string | undefined {
  const written = row.raw('confirmed_by');
  if (written !== '' && !row.quoted('confirmed_by') && stateOf(written) !== null) {
    row.keep('confirmed_by');
    return undefined;
  }
  return row.text('confirmed_by', MAX_NAME);
}

export const STILL_OPEN: ReadonlySet<string> = new Set([
  '至今',
  '未恢复',
  '未启用',
  '停用中',
  'open',
  'ongoing',
  '9999-12-31',
]);

/** Its first day may lie ahead: stops are planned. */
export function readOutage(row: RowReader, context: RowContext): ImportedRecord<'outages'> | null {
  const registrationNo = registrationNoOf(row);
  const from = row.requiredDay('from');
  const to = STILL_OPEN.has(plain(row.raw('to'))) ? undefined : row.day('to');
  if (from !== undefined && to !== undefined && to <= from) row.refuse('to', 'end-before-start', { start: from });
  const reason = row.text('reason', MAX_NOTE);
  const enteredAt = readEnteredAt(row, context);
  if (row.refusals.length > 0 || registrationNo === undefined || from === undefined) return null;
  return withoutUndefined({ registrationNo, from, to, reason, enteredAt });
}

export const RESULT_WORDS: Readonly<Record<InspectionResult, string>> = {
  pass: '合格 通过 符合 符合要求 正常 检验合格 准予使用 pass passed',
  fail: '不合格 不通过 不符合 停用整改 检验不合格 复检不合格 整改后不合格 fail failed',
  recheck: '复检合格 整改合格 整改后合格 复检通过 复检后合格 recheck',
};
const RESULT_NAMES = namesOfResults(RESULT_WORDS);

function namesOfResults(words: Readonly<Record<InspectionResult, string>>): Record<string, InspectionResult> {
  const entries = Object.entries(words) as [InspectionResult, string][];
  return Object.fromEntries(entries.flatMap(([result, names]) => names.split(' ').map((name) => [name, result])));
}

export function readInspection(row: RowReader, context: RowContext): Inspection | null {
  const registrationNo = registrationNoOf(row);
  const date = pastDate(row, 'date', context.today);
  const kind = row.requiredParsed('kind', byName(INSPECTION_KIND_NAMES, 'unknown-inspection-kind'));
  const result = row.requiredParsed('result', byName(RESULT_NAMES, 'unknown-inspection-result'));
  const validUntil = row.soft('valid_until', (text) =>
    parseDay(text, { ...row.daysOf('valid_until'), monthIsItsLastDay: true }),
  );
  if (date !== undefined && validUntil !== undefined && validUntil < date)
    row.note('valid_until', 'end-before-start', { start: date });
  const enteredAt = readEnteredAt(row, context, date);
  const valid = validUntil === undefined || date === undefined || validUntil >= date ? validUntil : undefined;
  const rest = {
    reportNo: row.code('report_no'),
    by: row.text('by'),
    validUntil: valid,
    enteredAt,
    extra: row.extra(),
  };
  if (row.refusals.length > 0 || registrationNo === undefined || date === undefined) return null;
  return kind === undefined || result === undefined
    ? null
    : withoutUndefined({ registrationNo, date, kind, result, ...rest });
}

/** Stands for the number of an elevator that a row names by a code only, until it is looked up. */
export const BY_CODE = '' as RegistrationNo;

export function registrationNoOf(row: RowReader): RegistrationNo | undefined {
  const known = row.once('key', 'registration_no', () => wholeNumber(row));
  if (known !== undefined) return known;
  const value = normalRegistrationNo(withoutTextMarks(row.raw('registration_no')));
  if (value === '' || saysNoNumber(value))
    return row.all('code').length > 0 ? BY_CODE : row.refuse('registration_no', 'missing-value');
  if (value.length > MAX_REGISTRATION_NO)
    return row.refuse('registration_no', 'too-long', { most: MAX_REGISTRATION_NO });
  return row.refuse('registration_no', 'bad-number', { what: 'digits-lost' });
}

/** The number where the cell holds one with all its signs. */
function wholeNumber(row: RowReader): RegistrationNo | undefined {
  const value = normalRegistrationNo(withoutTextMarks(row.raw('registration_no')));
  const isWhole = value !== '' && value.length <= MAX_REGISTRATION_NO && !saysNoNumber(value);
  return isWhole && !DIGITS_LOST.test(value) ? sharedNo(value) : undefined;
}

export function pastDate(row: RowReader, field: string, today: CivilDate): CivilDate | undefined {
  const date = row.requiredDay(field);
  return date !== undefined && date > today ? row.refuse(field, 'future-date', { today }) : date;
}

function parseRegime(text: string): Parsed<Regime> {
  const value = plain(text).toLowerCase();
  if (value === 'standard' || value === '标准') return taken('standard');
  const days = /^(?:on-demand|按需):(\d{1,3})$/.exec(value)?.[1];
  return days === undefined || Number(days) === 0 ? refused('bad-regime') : taken<Regime>(`on-demand:${Number(days)}`);
}

const AREA_NAMES: Readonly<Record<string, Area>> = {
  urban: 'urban',
  城区: 'urban',
  城市建成区: 'urban',
  建成区: 'urban',
  市区: 'urban',
  other: 'other',
  其他: 'other',
  其它: 'other',
  非城区: 'other',
  郊区: 'other',
};

function parseArea(text: string): Parsed<Area> {
  const value = plain(text).toLowerCase();
  return Object.hasOwn(AREA_NAMES, value) ? taken(AREA_NAMES[value]!) : refused('unknown-area');
}

function parseDays(text: string): Parsed<number> {
  const days = /^(\d{1,4})\s*(?:天|日|days?)?$/i.exec(plain(text))?.[1];
  return days === undefined || Number(days) === 0 || Number(days) > MAX_INTERVAL_DAYS
    ? refused('bad-number')
    : taken(Number(days));
}

function byName<T>(names: Readonly<Record<string, T>>, code: 'unknown-inspection-kind' | 'unknown-inspection-result') {
  return (text: string): Parsed<T> => {
    const value = simplified(plain(text).toLowerCase().replaceAll(/\s+/g, ''));
    return Object.hasOwn(names, value) ? taken(names[value]!) : refused(code);
  };
}
