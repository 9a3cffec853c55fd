import type { Elevator } from '../../domain/elevator/elevator';
import type { CallOut } from '../../domain/callout/callout';
import type { ImportedHazard } from '../../domain/record/entry';
import { certificatesOf } from '../../domain/sample/field/certificates';
import type { Way } from '../../domain/sample/field/field-fleet';
import type { FieldVisit, Person } from '../../domain/sample/field/kinds';
import type { SampleFleet } from '../../domain/sample/sample-fleet';
import type { Visit } from '../../domain/visit/visit';
import { csvLine } from '../../domain/table/csv';
import { hazardCells, HAZARD_HEADERS } from './hazard-table';

type Cell = string | number | undefined;

/** The columns of `formats.md` section 2, by their English keys. */
const ELEVATOR_COLUMNS: readonly (readonly [header: string, cell: (elevator: Elevator) => Cell])[] = [
  ['registration_no', (e) => e.registrationNo],
  ['device_code', (e) => e.deviceCode],
  ['rescue_code', (e) => e.rescueCode],
  ['kind', (e) => e.kind],
  ['address', (e) => e.address],
  ['district', (e) => e.district],
  ['internal_no', (e) => e.internalNo],
  ['place', (e) => e.place],
  ['user_unit', (e) => e.userUnit],
  ['property_manager', (e) => e.propertyManager],
  ['maintainer', (e) => e.maintainer],
  ['manufacturer', (e) => e.manufacturer],
  ['model', (e) => e.model],
  ['serial_no', (e) => e.serialNo],
  ['accepted_on', (e) => e.acceptedOn],
  ['in_service_on', (e) => e.inServiceOn],
  ['records_from', (e) => e.recordsFrom],
  ['load_kg', (e) => e.loadKg],
  ['speed_mps', (e) => e.speedMps],
  ['stops', (e) => e.stops],
  ['regime', (e) => e.regime],
];

const VISIT_HEADERS = [
  'registration_no',
  'date',
  'task',
  'started_at',
  'ended_at',
  'technicians',
  'confirmed_by',
  'note',
];
const OUTAGE_HEADERS = ['registration_no', 'from', 'to', 'reason'];
const INSPECTION_HEADERS = ['registration_no', 'date', 'kind', 'result', 'report_no', 'by'];

const CALLOUT_HEADERS = [
  'registration_no',
  'kind',
  'reported_at',
  'dispatched_at',
  'arrived_at',
  'freed_at',
  'cause',
  'trapped',
  'injured',
  'by',
];

export interface SampleTable {
  readonly name: string;
  /** The file in parts: UTF-8 without BOM, comma, LF. */
  readonly text: Iterable<string>;
}

/** What stands beside the four tables of a fleet, as tables of their own. */
export function sampleLedgerTables(
  hazards: readonly ImportedHazard[],
  callOuts: readonly CallOut[],
): readonly SampleTable[] {
  return [
    { name: 'hazards.csv', text: csv(HAZARD_HEADERS, hazards, hazardCells) },
    { name: 'callouts.csv', text: csv(CALLOUT_HEADERS, callOuts, callOutCells) },
  ];
}

function callOutCells(c: CallOut): readonly Cell[] {
  const minute = (time: string | undefined): Cell => time?.replace('T', ' ');
  return [
    ...[c.registrationNo, c.kind, minute(c.reportedAt), minute(c.dispatchedAt), minute(c.arrivedAt)],
    ...[minute(c.freedAt), c.cause, c.trapped, c.injured, c.by],
  ];
}

/** The table of visits without its rows, and a row of it; the rows of a large fleet are sorted outside. */
export const VISITS_HEAD = lineOf(VISIT_HEADERS);
export const visitLine = (v: Visit): string => lineOf(visitCells(v));

/** The same with the hour of entry, which a fleet with rough edges has. */
export const ENTERED_VISITS_HEAD = lineOf([...VISIT_HEADERS, 'entered_at']);
export const enteredVisitLine = (v: Visit): string => lineOf([...visitCells(v), v.enteredAt?.replace('T', ' ')]);

function visitCells(v: Visit): readonly Cell[] {
  return [
    ...[v.registrationNo, v.date, v.task, v.startedAt, v.endedAt],
    ...[v.technicians.join(';'), v.confirmedBy, v.note],
  ];
}

export const FABRICATED_HEAD = lineOf(['registration_no', 'date', 'kind', 'round', 'care', 'changed']);
/** The line of a record in the truth beside the tables; none for an honest one. */
export function fabricatedLines({ visit: { registrationNo, date }, round, fabricated }: FieldVisit): string[] {
  if (fabricated === null) return [];
  const { kind, care, changed } = fabricated;
  return [lineOf([registrationNo, date, kind, round, care ?? '', changed.join(';')])];
}

export const ROUGH_HEAD = lineOf(['registration_no', 'date', 'kind', 'round']);
export function roughLines({ visit: { registrationNo, date }, round, edges }: FieldVisit): string[] {
  return edges.map((edge) => lineOf([registrationNo, date, edge, round]));
}

/** Facts of the fleet beside its records: ways, and people with each certificate that they had. */
export function fieldFactTables(ways: readonly Way[], people: readonly Person[]): readonly SampleTable[] {
  const headers = ['name', 'certificate_no', 'valid_from', 'valid_until', 'firm'];
  return [
    { name: 'sites.csv', text: csv(['from', 'to', 'minutes'], ways, ({ from, to, minutes }) => [from, to, minutes]) },
    { name: 'people.csv', text: csv(headers, people.flatMap(certificateRows), (row) => row) },
  ];
}

function certificateRows(person: Person): (readonly Cell[])[] {
  return certificatesOf(person).map(({ name, number, validFrom, validUntil }) => {
    return [name, number, validFrom, validUntil, person.firm];
  });
}

/** Three of the four tables of a fleet: all but the visits. */
export function sampleTables({
  elevators,
  outages,
  inspections,
}: Omit<SampleFleet, 'visits'>): readonly [elevators: SampleTable, outages: SampleTable, inspections: SampleTable] {
  const headers = ELEVATOR_COLUMNS.map(([header]) => header);
  return [
    { name: 'elevators.csv', text: csv(headers, elevators, (e) => ELEVATOR_COLUMNS.map(([, cell]) => cell(e))) },
    {
      name: 'outages.csv',
      text: csv(OUTAGE_HEADERS, outages, (o) => [o.registrationNo, o.from, o.to, o.reason]),
    },
    {
      name: 'inspections.csv',
      text: csv(INSPECTION_HEADERS, inspections, (i) => [
        ...[i.registrationNo, i.date, i.kind, i.result, i.reportNo, i.by],
      ]),
    },
  ];
}

function* csv<T>(
  headers: readonly string[],
  records: readonly T[],
  cells: (record: T) => readonly Cell[],
): Generator<string> {
  yield lineOf(headers);
  for (const record of records) yield lineOf(cells(record));
}

function lineOf(cells: readonly Cell[]): string {
  return `${csvLine(cells.map((cell) => cell ?? ''))}\n`;
}
