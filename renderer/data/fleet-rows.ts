import type { Elevator } from '../../domain/elevator/elevator';
import type { FleetRow } from './fleet-protocol';
import { packTable, unpackTable, type PackedTable } from './packed-table';

/** Rows on their way from the worker to the page. */
export interface PackedRows {
  readonly elevators: PackedTable;
  readonly figures: PackedTable;
}

type Pressing = NonNullable<FleetRow['pressing']>;
type Figures = Omit<FleetRow, 'registrationNo' | 'elevator' | 'pressing'> & Partial<Pressing>;

export function packRows(rows: readonly FleetRow[]): PackedRows {
  return {
    elevators: packTable(rows.map(({ elevator }) => elevator)),
    figures: packTable(
      rows.map(({ verdict, gaps, lastVisit, outNow, pressing }): Figures => {
        return { verdict, gaps, lastVisit, outNow, ...pressing };
      }),
    ),
  };
}

export function unpackRows({ elevators, figures }: PackedRows): FleetRow[] {
  const told = unpackTable<Figures>(figures);
  return unpackTable<Elevator>(elevators).map((elevator, index): FleetRow => {
    const { verdict, gaps, lastVisit, outNow, rule, status, due, daysLeft } = told[index]!; // one for each elevator
    const presses = rule !== undefined && status !== undefined && due !== undefined && daysLeft !== undefined;
    const { registrationNo } = elevator;
    const pressing = presses ? { rule, status, due, daysLeft } : null;
    return { registrationNo, elevator, verdict, gaps, lastVisit, pressing, outNow };
  });
}
