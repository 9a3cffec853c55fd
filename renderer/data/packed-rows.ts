import type { Elevator } from '../../domain/elevator/elevator';
import type { UseReason, UseState } from '../../domain/headline/use';
import type { FleetRow, Pressing } from '../../domain/fleet/fleet-row';
import { packTable, unpackTable, type PackedTable } from './packed-table';

/** Rows on their way from the worker to the page. */
export interface PackedRows {
  readonly elevators: PackedTable;
  readonly figures: PackedTable;
}

/** A row laid flat. What most rows have none of, or have alike, is left out: a key that no row has costs nothing. */
interface Figures extends Pick<FleetRow, 'verdict' | 'scope' | 'gaps' | 'lastVisit'>, Partial<Pressing> {
  readonly use: UseState;
  readonly weight?: FleetRow['weight'];
  /** Where it is another than the verdict. */
  readonly verdictByLaw?: FleetRow['verdictByLaw'];
  readonly reason?: UseReason['kind'];
  readonly since?: UseReason['on'];
  readonly late?: FleetRow['late'];
  /** Where it is another rule than the one that presses most. */
  readonly visitPressing?: FleetRow['visitPressing'];
}

export function packRows(rows: readonly FleetRow[]): PackedRows {
  return {
    elevators: packTable(rows.map(({ elevator }) => elevator)),
    figures: packTable(rows.map(figuresOf)),
  };
}

function figuresOf(row: FleetRow): Figures {
  const { verdict, scope, gaps, lastVisit, use, weight, verdictByLaw, late, pressing, visitPressing } = row;
  return {
    ...{ verdict, scope, gaps, lastVisit, use: use.state },
    ...pressing,
    ...(weight === null ? {} : { weight }),
    ...(verdictByLaw === verdict ? {} : { verdictByLaw }),
    ...(use.reason === null ? {} : { reason: use.reason.kind, since: use.reason.on }),
    ...(late === null ? {} : { late }),
    ...(visitPressing?.rule === pressing?.rule ? {} : { visitPressing }),
  };
}

export function unpackRows({ elevators, figures }: PackedRows): FleetRow[] {
  const told = unpackTable<Figures>(figures);
  return unpackTable<Elevator>(elevators).map((elevator, index): FleetRow => {
    const { verdict, scope, gaps, lastVisit, reason, since, late = null, ...rest } = told[index]!; // one for each elevator
    const { rule, status, due, daysLeft, weight = null, verdictByLaw = verdict } = rest;
    const presses = rule !== undefined && status !== undefined && due !== undefined && daysLeft !== undefined;
    const pressing = presses ? { rule, status, due, daysLeft } : null;
    const because = reason === undefined || since === undefined ? null : { kind: reason, on: since };
    return {
      ...{ registrationNo: elevator.registrationNo, elevator, verdict, weight, verdictByLaw, scope },
      use: { state: rest.use, reason: because },
      ...{ late, gaps, lastVisit, pressing },
      visitPressing: rest.visitPressing === undefined ? pressing : rest.visitPressing,
    };
  });
}
