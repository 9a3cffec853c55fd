import type { Elevator } from '../../domain/elevator/elevator';
import type { CallOut } from '../../domain/callout/callout';
import type { ImportedHazard } from '../../domain/record/entry';
import type { SampleFleet } from '../../domain/sample/sample-fleet';
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

/** What stands beside the four tables of a fleet, as tables of their own. */
export function sampleLedgerTables(
  hazards: readonly ImportedHazard[],
  callOuts: readonly CallOut[],
): { readonly name: string; readonly text: string }[] {
  const minute = (time: string | undefined): Cell => time?.replace('T', ' ');
  const calls = callOuts.map((c) => [
    ...[c.registrationNo, c.kind, minute(c.reportedAt), minute(c.dispatchedAt), minute(c.arrivedAt)],
    ...[minute(c.freedAt), c.cause, c.trapped, c.injured, c.by],
  ]);
  return [
    { name: 'hazards.csv', text: csv(HAZARD_HEADERS, hazards.map(hazardCells)) },
    { name: 'callouts.csv', text: csv(CALLOUT_HEADERS, calls) },
  ];
}

/** The fleet as the four tables, UTF-8 without BOM, comma, LF. */
export function sampleTables(fleet: SampleFleet): { readonly name: string; readonly text: string }[] {
  const elevators = fleet.elevators.map((elevator) => ELEVATOR_COLUMNS.map(([, cell]) => cell(elevator)));
  const visits = fleet.visits.map((v) => [
    v.registrationNo,
    v.date,
    v.task,
    v.startedAt,
    v.endedAt,
    v.technicians.join(';'),
    v.confirmedBy,
    v.note,
  ]);
  const outages = fleet.outages.map((o) => [o.registrationNo, o.from, o.to, o.reason]);
  const inspections = fleet.inspections.map((i) => [i.registrationNo, i.date, i.kind, i.result, i.reportNo, i.by]);
  return [
    {
      name: 'elevators.csv',
      text: csv(
        ELEVATOR_COLUMNS.map(([header]) => header),
        elevators,
      ),
    },
    { name: 'visits.csv', text: csv(VISIT_HEADERS, visits) },
    { name: 'outages.csv', text: csv(OUTAGE_HEADERS, outages) },
    { name: 'inspections.csv', text: csv(INSPECTION_HEADERS, inspections) },
  ];
}

function csv(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[headers, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
