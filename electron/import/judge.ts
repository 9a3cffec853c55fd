import type { Elevator, ElevatorField, RegistrationNo } from '../../domain/elevator/elevator';
import { ELEVATOR_FIELDS, KEY_FIELDS } from '../../domain/elevator/elevator';
import { normalKey } from '../../domain/elevator/registration-no';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { asksForBeginning } from '../../domain/elevator/beginning';
import type { ClassCriterion } from '../../domain/pack/hazard-criteria';
import { requirementIsFor } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { recordsIn, standing, type Recorded } from '../../domain/record/dossier';
import type { RecordOf } from '../../domain/record/kinds';
import type { Change } from '../../domain/record/entry';
import type { RecordsFromProposal, RecordUpdate } from '../../domain/bridge/import-replies';
import { samenessOf } from '../../domain/record/same-record';
import type { Meeting, Sameness } from '../../domain/record/sameness';
import { asLedgerRows, inTable } from './recorded-hazards';
import { earlierRows } from './earlier-rows';
import type { ReadRow } from './read-row';
import type { ReadRows } from './read-table';
import { changesOfRow, corrected, updateOf, type UpdatableList } from './record-updates';
import type { ElevatorRow, Lookup } from './row-context';
import { toldStops } from './told-stops';
import { refusalAt, refusalOf, writtenIn, type PartRefusal, type RowAt } from './refusal-at';

interface ElevatorUpdate {
  readonly registrationNo: RegistrationNo;
  readonly changes: readonly Change<ElevatorField>[];
}

export interface Judged {
  readonly take: ReadRows;
  readonly refusals: readonly PartRefusal[];
  /** Rows that say what is on record already. */
  readonly unchanged: readonly RowAt[];
  /** Exact repetitions inside the files. */
  readonly repeated: readonly RowAt[];
  /** Rows about registered elevators whose particulars differ. */
  readonly updating: readonly RowAt[];
  readonly elevatorUpdates: readonly ElevatorUpdate[];
  readonly recordUpdates: readonly RecordUpdate[];
  readonly recordsFromProposals: readonly RecordsFromProposal[];
  /** Elevators that are said to be stopped, nobody knows since when. */
  readonly stoppedWithoutDay: readonly RegistrationNo[];
}

interface Bench {
  readonly refusals: PartRefusal[];
  readonly unchanged: RowAt[];
  readonly repeated: RowAt[];
  readonly updating: RowAt[];
  readonly elevatorUpdates: ElevatorUpdate[];
  readonly recordUpdates: RecordUpdate[];
}

/** Holds the rows against each other and against what is on record. Keeps their order. */
export function judge(
  rows: ReadRows,
  lookup: Lookup,
  today: CivilDate,
  circumstances: readonly ClassCriterion[],
): Judged {
  const bench: Bench = {
    refusals: [],
    unchanged: [],
    repeated: [],
    updating: [],
    elevatorUpdates: [],
    recordUpdates: [],
  };
  const { take: elevators, unique } = judgeElevators(rows.elevators, lookup, bench);
  const inFiles = new Set(elevators.map(({ value }) => value.registrationNo));
  const written = new Map(unique.map(({ value }) => [value.registrationNo, value]));
  const elevatorOf = (no: RegistrationNo): Elevator | undefined => written.get(no) ?? lookup(no)?.elevator.value;
  const isKnown = (no: RegistrationNo): boolean => inFiles.has(no) || lookup(no) !== undefined;
  const take: ReadRows = {
    elevators,
    visits: judgeRecords(rows.visits, isKnown, bench, {
      recorded: (no) => lookup(no)?.visits ?? [],
      list: 'visits',
      ...samenessOf('visits'),
    }),
    outages: judgeRecords([...rows.outages, ...toldStops(unique, rows.outages, lookup)], isKnown, bench, {
      recorded: (no) => (lookup(no)?.outages ?? []).map((outage) => withRegistrationNo(outage, no)),
      list: 'outages',
      ...samenessOf('outages'),
    }),
    inspections: judgeRecords(rows.inspections, isKnown, bench, {
      recorded: (no) => lookup(no)?.inspections ?? [],
      list: 'inspections',
      ...samenessOf('inspections'),
    }),
    callouts: judgeRecords(rows.callouts, isKnown, bench, { list: 'callouts', ...plainly(lookup, 'callouts') }),
    hazards: judgeRecords(ofTheirKind(rows.hazards, elevatorOf, circumstances, bench), isKnown, bench, {
      recorded: (no) => (lookup(no)?.hazards ?? []).flatMap(asLedgerRows),
      keyOf: samenessOf('hazards').keyOf,
      comparable: inTable,
    }),
    hazard_steps: [],
    device_events: judgeRecords(rows.device_events, isKnown, bench, plainly(lookup, 'deviceEvents')),
    contracts: judgeContracts(rows.contracts, isKnown, lookup, bench),
    daily_checks: judgeRecords(rows.daily_checks, isKnown, bench, plainly(lookup, 'dailyChecks')),
  };
  return {
    ...bench,
    take,
    recordsFromProposals: proposeRecordsFrom(take, bench.elevatorUpdates, lookup, today),
    stoppedWithoutDay: [
      ...new Set(unique.flatMap(({ value }) => (value.status === 'stopped' ? [value.registrationNo] : []))),
    ],
  };
}

/** Records that are on record as a table states them. */
function plainly<L extends 'callouts' | 'deviceEvents' | 'dailyChecks'>(lookup: Lookup, list: L): Kind<RecordOf<L>> {
  const recorded = (no: RegistrationNo): readonly Recorded<RecordOf<L>>[] => {
    const dossier = lookup(no);
    return dossier === undefined ? [] : recordsIn<L>(dossier, list);
  };
  return { recorded, ...samenessOf(list) };
}

function judgeContracts(
  rows: ReadRows['contracts'],
  isKnown: (registrationNo: RegistrationNo) => boolean,
  lookup: Lookup,
  bench: Bench,
): ReadRows['contracts'] {
  const recorded = (no: RegistrationNo) => lookup(no)?.contracts ?? [];
  return judgeRecords(rows, isKnown, bench, { recorded, list: 'contracts', ...samenessOf('contracts') });
}

function withRegistrationNo<T extends object>(
  { value, original, ...record }: Recorded<T>,
  registrationNo: RegistrationNo,
): Recorded<T & { registrationNo: RegistrationNo }> {
  const named = { ...record, value: { ...value, registrationNo } };
  return original === undefined ? named : { ...named, original: { ...original, registrationNo } };
}

function judgeElevators(
  rows: readonly ReadRow<ElevatorRow>[],
  lookup: Lookup,
  bench: Bench,
): { readonly take: ReadRow<ElevatorRow>[]; readonly unique: readonly ReadRow<ElevatorRow>[] } {
  const first = new Map<RegistrationNo, ReadRow<ElevatorRow>>();
  const take: ReadRow<ElevatorRow>[] = [];
  for (const row of rows) {
    const { registrationNo } = row.value;
    const before = first.get(registrationNo);
    if (before !== undefined) {
      repeatedOrConflict(row, before, bench);
      continue;
    }
    first.set(registrationNo, row);
    const registered = lookup(registrationNo)?.elevator;
    if (registered === undefined) take.push(row);
    else judgeRegistered(row, registered, bench);
  }
  return { take, unique: [...first.values()] };
}

/** A row about an elevator on record: what it was imported as, what it is now, or a change to propose. */
function judgeRegistered(row: ReadRow<Elevator>, registered: Recorded<Elevator>, bench: Bench): void {
  const changes = changesBetween(registered.value, row);
  const known = changes.length === 0 || changesBetween(registered.original ?? registered.value, row).length === 0;
  if (known) bench.unchanged.push(row);
  else {
    bench.updating.push(row);
    bench.elevatorUpdates.push({ registrationNo: row.value.registrationNo, changes });
  }
}

/** Fields the row fills differently; an empty cell changes nothing. */
function changesBetween(from: Elevator, row: ReadRow<Elevator>): Change<ElevatorField>[] {
  return ELEVATOR_FIELDS.flatMap((field): Change<ElevatorField>[] => {
    const [old, next] = [from[field], row.value[field]];
    const sameKey = (KEY_FIELDS as readonly string[]).includes(field) && normalKey(String(old ?? '')) === next;
    if (next === undefined) return old === undefined || !takesBack(row, field) ? [] : [{ field, from: old, to: null }];
    const silent = next === old || sameKey || (field === 'regime' && writtenIn(row, 'regime').trim() === '');
    return silent ? [] : [{ field, from: old ?? null, to: next }];
  });
}

/** A status that is written (在用, or 停用 with its day) takes back another one on record with the day that belongs to it. */
function takesBack(row: RowAt, field: ElevatorField): boolean {
  return (field === 'status' || field === 'endedOn') && writtenIn(row, 'status').trim() !== '';
}

/** Rows of a ledger whose circumstances are for the kind of their elevator; the others are refused. */
function ofTheirKind(
  rows: ReadRows['hazards'],
  elevatorOf: (no: RegistrationNo) => Elevator | undefined,
  circumstances: readonly ClassCriterion[],
  bench: Bench,
): ReadRows['hazards'] {
  return rows.filter((row) => {
    const elevator = elevatorOf(row.value.registrationNo);
    if (elevator === undefined) return true; // refused as unknown
    const stray = (['severe', 'major'] as const).find((of) => {
      const found = circumstances.find(({ id }) => id === row.value[of]);
      return found !== undefined && !requirementIsFor(found, elevator);
    });
    if (stray !== undefined)
      bench.refusals.push(refusalAt(row, stray, 'criterion-of-other-kind', { kind: elevator.kind }));
    return stray === undefined;
  });
}

interface Kind<T> extends Pick<Sameness<T>, 'keyOf' | 'comparable' | 'meets'> {
  readonly recorded: (registrationNo: RegistrationNo) => readonly Recorded<T>[];
  /** Rows of it may correct what is on record. */
  readonly list?: UpdatableList;
}

function judgeRecords<T extends { registrationNo: RegistrationNo }>(
  rows: readonly ReadRow<T>[],
  isKnown: (registrationNo: RegistrationNo) => boolean,
  bench: Bench,
  kind: Kind<T>,
): ReadRow<T>[] {
  const { elevatorOf, elevators, before } = earlierRows(rows, kind.keyOf);
  const known: (OnRecord<T> | undefined)[] = [];
  const take: ReadRow<T>[] = [];
  for (const [at, row] of rows.entries()) {
    const elevator = elevatorOf[at]!;
    const { registrationNo } = row.value;
    let of = known[elevator];
    if (of === undefined) {
      if (!isKnown(registrationNo)) {
        bench.refusals.push(refusalAt(row, 'registration_no', 'unknown-elevator'));
        continue;
      }
      of = known[elevator] = onRecordOf(kind, elevators[elevator]!);
    }
    if (before[at]! >= 0) {
      repeatedOrConflict(row, rows[before[at]!]!, bench);
      continue;
    }
    if (isOnRecord(kind, row.value, of)) bench.unchanged.push(row);
    else if (of.keys.size === 0 || !of.keys.has(kind.keyOf(row.value))) {
      const how = meetingIn(kind, of.standing, row.value);
      if (how === null) take.push(row);
      else bench.refusals.push(conflictWithRecord(row, how));
    } else judgeSameKey(row, kind.keyOf(row.value), kind, bench);
  }
  return take;
}

/** A row about a happening on record that it tells otherwise: it adds nothing, corrects what it states, or contradicts. */
function judgeSameKey<T extends { registrationNo: RegistrationNo }>(
  row: ReadRow<T>,
  key: string,
  kind: Kind<T>,
  bench: Bench,
): void {
  const { list, keyOf } = kind;
  const recorded = kind.recorded(row.value.registrationNo).filter(({ withdrawn }) => withdrawn !== true);
  const met = recorded.find(({ value, original = value }) => keyOf(value) === key || keyOf(original) === key);
  if (list === undefined || met === undefined) return void bench.refusals.push(conflictWithRecord(row, 'other'));
  const { value, original = value } = met;
  const changes = changesOfRow(list, value, row.value);
  if (changes.length === 0 || changesOfRow(list, original, row.value).length === 0)
    return void bench.unchanged.push(row);
  const next = corrected(list, value as unknown as object, changes) as T | null;
  const others = standing(recorded.filter((one) => one !== met));
  const isApart = keyOf(value) === key && next !== null && meetingIn(kind, others, next) === null;
  if (!isApart) return void bench.refusals.push(conflictWithRecord(row, 'other'));
  bench.updating.push(row);
  bench.recordUpdates.push(
    updateOf(list, met, row.value.registrationNo, { file: placeOf(row), row: row.row }, changes),
  );
}

interface OnRecord<T> {
  /** What the records say and what they first said: a file imported again after a correction changes nothing. */
  readonly contents: ReadonlySet<string>;
  /** Keys of the records that stand, also those under which they were first recorded. */
  readonly keys: ReadonlySet<string>;
  readonly standing: readonly T[];
}

function meetingIn<T>({ meets }: Kind<T>, standing: readonly T[], value: T): Meeting | null {
  const met = meets === undefined || standing.length === 0 ? [] : standing.map((recorded) => meets(recorded, value));
  return met.find((how) => how !== null) ?? null;
}

/** Canonical text is dear; most rows of a first import have nothing to be compared with. */
function isOnRecord<T>({ comparable }: Kind<T>, value: T, { contents }: OnRecord<unknown>): boolean {
  return contents.size > 0 && contents.has(canonicalJson(comparable(value)));
}

function onRecordOf<T>(kind: Kind<T>, registrationNo: RegistrationNo): OnRecord<T> {
  const contents = new Set<string>();
  const keys = new Set<string>();
  const recorded = kind.recorded(registrationNo);
  for (const { value, original = value, withdrawn, amendments } of recorded) {
    if (withdrawn === true && amendments?.at(-1)?.takenBack === true) continue; // new again
    for (const state of [value, original]) {
      contents.add(canonicalJson(kind.comparable(state)));
      if (withdrawn !== true) keys.add(kind.keyOf(state));
    }
  }
  return { contents, keys, standing: standing(recorded) };
}

function repeatedOrConflict<T extends object>(row: ReadRow<T>, before: ReadRow<T>, bench: Bench): void {
  const field = differingField(before.value, row.value);
  if (field === null) bench.repeated.push(row);
  else bench.refusals.push(conflict(row, before, field));
}

/** Told before all others where several differ: what a person tells two elevators apart by. */
const TOLD_FIRST = ['district', 'address', 'kind', 'maintainer'];

/** First field in which two values differ, or null. */
function differingField(a: object, b: object): string | null {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  const differing = [...fields].filter(
    (field) => canonicalJson(left[field] ?? null) !== canonicalJson(right[field] ?? null),
  );
  return TOLD_FIRST.find((field) => right[field] !== undefined && differing.includes(field)) ?? differing[0] ?? null;
}

/** The format's key of a field: `registration_no` for `registrationNo`. */
function keyOfField(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function conflict(row: RowAt, before: RowAt, field: string): PartRefusal {
  const otherFile = before.origin.part === row.origin.part ? '' : placeOf(before);
  if (field === 'extra') {
    const { columns } = row.origin.header;
    const at = columns.findIndex((column, i) => column.field === null && row.cells[i] !== before.cells[i]);
    const other = { otherFile, otherRow: before.row, otherValue: (before.cells[at] ?? '').trim() };
    const column = columns[at]?.header ?? '';
    const { table } = row.origin.header;
    return refusalOf(row, column, (row.cells[at] ?? '').trim(), 'conflict-in-files', { table, field, ...other });
  }
  const named = keyOfField(field);
  const key = writtenIn(row, named) === writtenIn(before, named) ? (differingColumn(row, before) ?? named) : named;
  const other = { otherFile, otherRow: before.row, otherValue: writtenIn(before, key).trim() };
  return refusalAt(row, key, 'conflict-in-files', other);
}

/** For a field that several columns make up (steps of a hazard, its risk): the first of the row's cells that differs. */
function differingColumn(row: RowAt, before: RowAt): string | undefined {
  const fields = [...row.origin.header.indexOf.keys()];
  return fields.find((field) => writtenIn(row, field).trim() !== writtenIn(before, field).trim());
}

function placeOf({ origin: { file, sheet } }: RowAt): string {
  return sheet === '' ? file : `${file} ${sheet}`;
}

function conflictWithRecord(row: RowAt, how: Meeting): PartRefusal {
  const { indexOf } = row.origin.header;
  return refusalAt(
    row,
    ['date', 'from', 'reported_at', 'found_on', 'stopped_on'].find((field) => indexOf.has(field)) ?? '',
    'conflict-with-record',
    how === 'other' ? {} : { how },
  );
}

/**
 * What is long in service before the first visit that is known is proposed to be judged from that visit on, or from today
 * where there is none. Only where no `records_from` is known or proposed otherwise, and no visit is on record yet.
 */
function proposeRecordsFrom(
  take: ReadRows,
  updates: readonly ElevatorUpdate[],
  lookup: Lookup,
  today: CivilDate,
): RecordsFromProposal[] {
  const firstVisit = new Map<RegistrationNo, CivilDate>();
  for (const { value } of take.visits) {
    const known = firstVisit.get(value.registrationNo);
    if (known === undefined || value.date < known) firstVisit.set(value.registrationNo, value.date);
  }
  const imported = new Map(take.elevators.map(({ value }) => [value.registrationNo, value]));
  const stated = new Set(
    updates.filter(({ changes }) => changes.some(({ field }) => field === 'recordsFrom')).map((u) => u.registrationNo),
  );
  return [...new Set([...imported.keys(), ...firstVisit.keys()])].flatMap((registrationNo) => {
    const dossier = lookup(registrationNo);
    const elevator = imported.get(registrationNo) ?? dossier?.elevator.value;
    if (elevator === undefined || stated.has(registrationNo) || (dossier?.visits.length ?? 0) > 0) return [];
    const from = firstVisit.get(registrationNo) ?? today;
    const { inServiceOn } = elevator;
    if (inServiceOn === undefined || !asksForBeginning(elevator, from)) return [];
    return [{ registrationNo, inServiceOn, from, firstVisit: firstVisit.has(registrationNo) }];
  });
}
