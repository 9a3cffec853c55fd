import type { Elevator, ElevatorField, RegistrationNo } from '../../domain/elevator/elevator';
import { ELEVATOR_FIELDS } from '../../domain/elevator/elevator';
import { toEpochDay } from '../../domain/calendar/civil-date';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import type { Change, Json } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import type { RecordsFromProposal } from '../../domain/bridge/replies';
import type { Visit } from '../../domain/visit/visit';
import type { Table } from './columns';
import type { ReadRow, ReadRows } from './read-table';

export type Lookup = (registrationNo: RegistrationNo) => Dossier | undefined;

export interface Judged {
  readonly take: ReadRows;
  readonly refusals: readonly Refusal[];
  /** Rows that say what is on record already, and exact repetitions, by file. */
  readonly unchanged: readonly ReadRow<{ readonly table: Table }>[];
  readonly repeated: readonly ReadRow<{ readonly table: Table }>[];
  readonly elevatorUpdates: readonly { registrationNo: RegistrationNo; changes: readonly Change<ElevatorField>[] }[];
  readonly recordsFromProposals: readonly RecordsFromProposal[];
}

interface Bench {
  readonly refusals: Refusal[];
  readonly unchanged: ReadRow<{ table: Table }>[];
  readonly repeated: ReadRow<{ table: Table }>[];
  readonly elevatorUpdates: { registrationNo: RegistrationNo; changes: readonly Change<ElevatorField>[] }[];
}

/** Holds the rows against each other and against what is on record. Keeps their order. */
export function judge(rows: ReadRows, lookup: Lookup): Judged {
  const bench: Bench = { refusals: [], unchanged: [], repeated: [], elevatorUpdates: [] };
  const elevators = judgeElevators(rows.elevators, lookup, bench);
  const inFiles = new Set(elevators.map(({ value }) => value.registrationNo));
  const known = (no: RegistrationNo): boolean => inFiles.has(no) || lookup(no) !== undefined;
  const take: ReadRows = {
    elevators,
    visits: judgeRecords('visits', rows.visits, known, (no) => lookup(no)?.visits, visitKey, bench),
    outages: judgeRecords(
      'outages',
      rows.outages,
      known,
      (no) => lookup(no)?.outages.map((o) => withNo(o, no)),
      outageKey,
      bench,
    ),
    inspections: judgeRecords(
      'inspections',
      rows.inspections,
      known,
      (no) => lookup(no)?.inspections,
      inspectionKey,
      bench,
    ),
  };
  return { ...bench, take, recordsFromProposals: proposeRecordsFrom(take, lookup) };
}

const visitKey = (visit: Visit): string => `${visit.date} ${visit.task} ${visit.startedAt ?? ''}`;
const outageKey = (outage: { from: string }): string => outage.from;
const inspectionKey = (inspection: { date: string; kind: string }): string => `${inspection.date} ${inspection.kind}`;

function withNo<T extends object>(
  record: Recorded<T>,
  registrationNo: RegistrationNo,
): Recorded<T & { registrationNo: RegistrationNo }> {
  const add = (value: T): T & { registrationNo: RegistrationNo } => ({ ...value, registrationNo });
  return {
    ...record,
    value: add(record.value),
    ...(record.original === undefined ? {} : { original: add(record.original) }),
  } as Recorded<T & { registrationNo: RegistrationNo }>;
}

function judgeElevators(rows: readonly ReadRow<Elevator>[], lookup: Lookup, bench: Bench): ReadRow<Elevator>[] {
  const first = new Map<RegistrationNo, ReadRow<Elevator>>();
  const take: ReadRow<Elevator>[] = [];
  for (const row of rows) {
    const { registrationNo } = row.value;
    const before = first.get(registrationNo);
    if (before !== undefined) {
      const field = differingField(before.value, row.value);
      if (field === null) bench.repeated.push({ ...row, value: { table: 'elevators' } });
      else bench.refusals.push(conflict(row, before, field));
      continue;
    }
    first.set(registrationNo, row);
    const registered = lookup(registrationNo)?.elevator;
    if (registered === undefined) take.push(row);
    else judgeRegistered(row, registered, bench);
  }
  return take;
}

/** A row about an elevator on record: what it was imported as, what it is now, or a change to propose. */
function judgeRegistered(row: ReadRow<Elevator>, registered: Recorded<Elevator>, bench: Bench): void {
  const current = changesBetween(registered.value, row.value);
  const known = current.length === 0 || changesBetween(registered.original ?? registered.value, row.value).length === 0;
  if (known) bench.unchanged.push({ ...row, value: { table: 'elevators' } });
  else bench.elevatorUpdates.push({ registrationNo: row.value.registrationNo, changes: current });
}

/** Fields the row fills differently; an empty cell changes nothing. */
function changesBetween(from: Elevator, to: Elevator): Change<ElevatorField>[] {
  return ELEVATOR_FIELDS.flatMap((field) => {
    const [old, next] = [from[field], to[field]];
    const silent = next === undefined || next === old || (field === 'regime' && next === 'standard');
    return silent ? [] : [{ field, from: (old ?? null) as Json, to: next as Json }];
  });
}

function judgeRecords<T extends { registrationNo: RegistrationNo }>(
  table: Table,
  rows: readonly ReadRow<T>[],
  known: (registrationNo: RegistrationNo) => boolean,
  recorded: (registrationNo: RegistrationNo) => readonly Recorded<object>[] | undefined,
  keyOf: (value: T) => string,
  bench: Bench,
): ReadRow<T>[] {
  const first = new Map<string, ReadRow<T>>();
  const onRecord = new Map<RegistrationNo, ReadonlySet<string>>();
  const take: ReadRow<T>[] = [];
  for (const row of rows) {
    const { registrationNo } = row.value;
    if (!known(registrationNo)) {
      bench.refusals.push(unknownElevator(row, registrationNo));
      continue;
    }
    const key = `${registrationNo} ${keyOf(row.value)}`;
    const before = first.get(key);
    if (before !== undefined) {
      const field = differingField(before.value, row.value);
      if (field === null) bench.repeated.push({ ...row, value: { table } });
      else bench.refusals.push(conflict(row, before, field));
      continue;
    }
    first.set(key, row);
    let contents = onRecord.get(registrationNo);
    if (contents === undefined) onRecord.set(registrationNo, (contents = contentsOf(recorded(registrationNo) ?? [])));
    if (contents.has(canonicalJson(row.value))) bench.unchanged.push({ ...row, value: { table } });
    else if (contents.has(keyMark(key))) bench.refusals.push(conflictWithRecord(row));
    else take.push(row);
  }
  return take;

  /** Everything the records say or first said, and the keys of those that stand. */
  function contentsOf(records: readonly Recorded<object>[]): ReadonlySet<string> {
    const contents = new Set<string>();
    for (const { value, original, withdrawn } of records) {
      contents.add(canonicalJson(value));
      if (original !== undefined) contents.add(canonicalJson(original));
      const standing = value as T;
      if (withdrawn !== true) contents.add(keyMark(`${standing.registrationNo} ${keyOf(standing)}`));
    }
    return contents;
  }
}

const keyMark = (key: string): string => `key ${key}`;

/** First field in which two values differ, or null. */
function differingField(a: object, b: object): string | null {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const field of fields)
    if (canonicalJson(left[field] ?? null) !== canonicalJson(right[field] ?? null)) return field;
  return null;
}

/** The format's key of a field: `registration_no` for `registrationNo`. */
function keyOfField(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const DISTRICT_FIRST = ['district', 'address', 'kind', 'maintainer'];

function conflict<T extends object>(row: ReadRow<T>, before: ReadRow<T>, differing: string): Refusal {
  const [left, right] = [before.value as Record<string, unknown>, row.value as Record<string, unknown>];
  const told = DISTRICT_FIRST.find((field) => right[field] !== undefined && left[field] !== right[field]) ?? differing;
  const show = (value: unknown): string =>
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const other = before.file === row.file ? '' : before.file;
  return {
    file: row.file,
    row: row.row,
    column: keyOfField(told),
    value: show(right[told]),
    code: 'conflict-in-files',
    params: { otherFile: other, otherRow: before.row, otherValue: show(left[told]) },
    cells: row.cells,
  };
}

function conflictWithRecord(row: ReadRow<object>): Refusal {
  return {
    file: row.file,
    row: row.row,
    column: '',
    value: '',
    code: 'conflict-with-record',
    params: {},
    cells: row.cells,
  };
}

function unknownElevator(row: ReadRow<object>, registrationNo: RegistrationNo): Refusal {
  return {
    file: row.file,
    row: row.row,
    column: 'registration_no',
    value: registrationNo,
    code: 'unknown-elevator',
    params: {},
    cells: row.cells,
  };
}

/** Service that long before the first known visit means that records are missing, not visits. */
const LONG_AFTER_DAYS = 60;

/**
 * Where the first known visit comes long after the elevator went into service, that day is proposed as `records_from`.
 * Only where no `records_from` is known and no visit is on record yet.
 */
function proposeRecordsFrom(take: ReadRows, lookup: Lookup): RecordsFromProposal[] {
  const firstVisit = new Map<RegistrationNo, Visit['date']>();
  for (const { value } of take.visits) {
    const known = firstVisit.get(value.registrationNo);
    if (known === undefined || value.date < known) firstVisit.set(value.registrationNo, value.date);
  }
  const imported = new Map(take.elevators.map(({ value }) => [value.registrationNo, value]));
  const proposals: RecordsFromProposal[] = [];
  for (const [registrationNo, firstVisitOn] of firstVisit) {
    const dossier = lookup(registrationNo);
    const elevator = imported.get(registrationNo) ?? dossier?.elevator.value;
    if (elevator?.inServiceOn === undefined || elevator.recordsFrom !== undefined) continue;
    if (dossier !== undefined && dossier.visits.length > 0) continue;
    if (toEpochDay(firstVisitOn) - toEpochDay(elevator.inServiceOn) > LONG_AFTER_DAYS)
      proposals.push({ registrationNo, inServiceOn: elevator.inServiceOn, firstVisitOn });
  }
  return proposals;
}
