import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Area, Elevator, Regime, RegistrationNo } from '../../domain/elevator/elevator';
import type { Inspection, InspectionResult } from '../../domain/inspection/inspection';
import { MAX_REGISTRATION_NO, normalRegistrationNo } from '../../domain/elevator/registration-no';
import type { EquipmentKind, RulePack } from '../../domain/pack/rule-pack';
import type { ImportedOutage } from '../../domain/record/entry';
import { MAX_INTERVAL_DAYS, MAX_NAME, MAX_NOTE, MOST_MM, MOST_PEOPLE, MOST_YEARS } from '../../domain/record/schemas';
import type { Task, Visit } from '../../domain/visit/visit';
import { INSPECTION_KIND_NAMES } from './inspection-kind-names';
import { parseDate, parseNumber, parseTime, parseWhole, parseYesNo } from './cells';
import { plain, refused, taken, type Parsed } from './cells';
import type { HazardNames } from './hazard-names';
import { readLife, type Life } from './life-columns';
import { readEnteredAt } from './read-entered-at';
import type { RowReader } from './row-reader';
import { withoutUndefined } from '../../domain/record/without-undefined';

/** What rows are read against: names of the pack, and the day after which nothing can have happened yet. */
export interface RowContext {
  readonly pack: Pick<RulePack, 'kinds' | 'tasks' | 'causes' | 'zone'> & {
    /** Absent where the pack that judges knows nothing of hazards. */
    readonly hazards?: HazardNames;
  };
  readonly today: CivilDate;
}

const MOST_KG = 1_000_000;
const MOST_MPS = 100;
const MM = ['mm', '毫米'];

/** A row of a register; a stop that it tells of stands beside the elevator until it becomes an outage. */
export type ElevatorRow = Elevator & Pick<Life, 'stoppedOn'>;

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
    acceptedOn: row.parsed('accepted_on', parseDate),
    inServiceOn: row.parsed('in_service_on', parseDate),
    recordsFrom: row.parsed('records_from', parseDate),
    loadKg: row.parsed('load_kg', (text) => parseNumber(text, MOST_KG, ['kg', '公斤', '千克'])),
    speedMps: row.parsed('speed_mps', (text) => parseNumber(text, MOST_MPS, ['m/s', '米/秒', '米每秒'])),
    stops: row.text('stops'),
    ratedPersons: row.parsed('rated_persons', (text) => parseWhole(text, MOST_PEOPLE, ['人'])),
    designLifeYears: row.parsed('design_life_years', (text) => parseWhole(text, MOST_YEARS, ['年'])),
    regimeAuthority: row.text('regime_authority'),
    regimeDocument: row.text('regime_document'),
    regimeFrom: row.parsed('regime_from', parseDate),
    regimeTo: row.parsed('regime_to', parseDate),
    regimeMonitoring: row.text('regime_monitoring'),
    regimeContract: row.text('regime_contract'),
    regimeInsurance: row.text('regime_insurance'),
    area: row.parsed('area', parseArea),
    governorSince: row.parsed('governor_since', parseDate),
    makerIntervalDays: row.parsed('maker_interval_days', parseDays),
    retrofit: row.parsed('retrofit', parseYesNo),
    pitDepthMm: row.parsed('pit_depth_mm', (text) => parseWhole(text, MOST_MM, MM)),
    overheadMm: row.parsed('overhead_mm', (text) => parseWhole(text, MOST_MM, MM)),
    specialMeasures: row.text('special_measures', MAX_NOTE),
    specialMeasuresApproval: row.text('special_measures_approval'),
    extra: row.extra(),
  };
  const { regimeFrom, regimeTo } = value;
  if (regimeFrom !== undefined && regimeTo !== undefined && regimeTo < regimeFrom)
    row.refuse('regime_to', 'end-before-start', { start: regimeFrom });
  const regime = row.parsed('regime', parseRegime) ?? 'standard';
  const life = readLife(row, withoutUndefined({ registrationNo, inServiceOn: value.inServiceOn }));
  if (row.refusals.length > 0 || registrationNo === undefined || kind === undefined) return null;
  return withoutUndefined({ registrationNo, kind, ...value, ...life, regime });
}

export function readVisit(row: RowReader, context: RowContext): Visit | null {
  const { pack, today } = context;
  const registrationNo = registrationNoOf(row);
  const date = pastDate(row, 'date', today);
  const task = row.requiredParsed('task', (text) => parseTask(text, pack.tasks));
  const startedAt = row.parsed('started_at', parseTime);
  const endedAt = row.parsed('ended_at', parseTime);
  if (startedAt !== undefined && endedAt !== undefined && endedAt < startedAt)
    row.refuse('ended_at', 'end-before-start', { start: startedAt });
  const technicians = row.names('technicians');
  const rest = {
    confirmedBy: row.text('confirmed_by', MAX_NAME),
    note: row.text('note', MAX_NOTE),
    enteredAt: readEnteredAt(row, context, date),
    extra: row.extra(),
  };
  if (row.refusals.length > 0 || registrationNo === undefined || date === undefined || task === undefined) return null;
  return withoutUndefined({ registrationNo, date, task, startedAt, endedAt, technicians, ...rest });
}

/** Its first day may lie ahead: stops are planned. */
export function readOutage(row: RowReader, context: RowContext): ImportedOutage | null {
  const registrationNo = registrationNoOf(row);
  const from = row.requiredParsed('from', parseDate);
  const to = row.parsed('to', parseDate);
  if (from !== undefined && to !== undefined && to <= from) row.refuse('to', 'end-before-start', { start: from });
  const reason = row.text('reason', MAX_NOTE);
  const enteredAt = readEnteredAt(row, context);
  if (row.refusals.length > 0 || registrationNo === undefined || from === undefined) return null;
  return withoutUndefined({ registrationNo, from, to, reason, enteredAt });
}

const RESULT_NAMES: Readonly<Record<string, InspectionResult>> = {
  合格: 'pass',
  不合格: 'fail',
  复检合格: 'recheck',
  pass: 'pass',
  fail: 'fail',
  recheck: 'recheck',
};

export function readInspection(row: RowReader, context: RowContext): Inspection | null {
  const registrationNo = registrationNoOf(row);
  const date = pastDate(row, 'date', context.today);
  const kind = row.requiredParsed('kind', byName(INSPECTION_KIND_NAMES, 'unknown-inspection-kind'));
  const result = row.requiredParsed('result', byName(RESULT_NAMES, 'unknown-inspection-result'));
  const validUntil = row.parsed('valid_until', parseDate);
  if (date !== undefined && validUntil !== undefined && validUntil < date)
    row.refuse('valid_until', 'end-before-start', { start: date });
  const enteredAt = readEnteredAt(row, context, date);
  const rest = { reportNo: row.code('report_no'), by: row.text('by'), validUntil, enteredAt, extra: row.extra() };
  if (row.refusals.length > 0 || registrationNo === undefined || date === undefined) return null;
  return kind === undefined || result === undefined
    ? null
    : withoutUndefined({ registrationNo, date, kind, result, ...rest });
}

export function registrationNoOf(row: RowReader): RegistrationNo | undefined {
  const value = normalRegistrationNo(row.raw('registration_no'));
  if (value === '') return row.refuse('registration_no', 'missing-value');
  if (value.length > MAX_REGISTRATION_NO)
    return row.refuse('registration_no', 'too-long', { most: MAX_REGISTRATION_NO });
  return value;
}

export function pastDate(row: RowReader, field: string, today: CivilDate): CivilDate | undefined {
  const date = row.requiredParsed(field, parseDate);
  return date !== undefined && date > today ? row.refuse(field, 'future-date', { today }) : date;
}

function parseKind(text: string, kinds: readonly EquipmentKind[]): Parsed<string> {
  const value = plain(text).replace(/^(\d+)\.0+$/, '$1');
  const kind = kinds.find(
    ({ code, title, aliases }) =>
      code === value ||
      title['zh-CN'] === value ||
      title.en.toLowerCase() === value.toLowerCase() ||
      aliases.includes(value),
  );
  return kind === undefined ? refused('unknown-kind') : taken(kind.code);
}

function parseTask(text: string, tasks: RulePack['tasks']): Parsed<Task> {
  const value = plain(text).toLowerCase();
  const task = tasks.find(
    ({ id, title, aliases }) => id === value || title['zh-CN'] === value || aliases.includes(value),
  );
  return task === undefined ? refused('unknown-task') : taken(task.id);
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
    const value = plain(text).toLowerCase();
    return Object.hasOwn(names, value) ? taken(names[value]!) : refused(code);
  };
}
