import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ShownTable } from '../../domain/bridge/table-replies';
import type { Table } from './column';

/** What is known of a sheet before its rows are judged. */
export type TableBefore = Omit<ShownTable, 'days' | 'warnings' | 'rows'>;

const DAY_OF: Readonly<Record<Table, string | null>> = {
  elevators: null,
  visits: 'date',
  outages: 'from',
  inspections: 'date',
  callouts: 'reportedAt',
  hazards: 'foundOn',
  hazard_steps: null,
  device_events: 'startedAt',
  contracts: 'from',
  daily_checks: 'date',
};

/** The day that a row of records is about. */
export function dayOf(table: Table, value: object): CivilDate | null {
  const field = DAY_OF[table];
  const day = field === null ? undefined : (value as Readonly<Record<string, unknown>>)[field];
  return typeof day === 'string' ? (day.slice(0, 10) as CivilDate) : null;
}
