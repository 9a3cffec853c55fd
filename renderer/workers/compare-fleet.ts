import type { AuditSubject } from '../../domain/audit/audit-elevator';
import type { Sides } from '../../domain/audit/compare-audits';
import { compareFleet } from '../../domain/audit/compare-fleet';
import { readyMeasure, type Measure } from '../../domain/audit/judge-by';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { ElevatorRow, HistoryRow } from '../data/database';
import type { ComparedFleet } from '../data/fleet-protocol';

/** The fleet of the read model by two measures; what differs goes back with its particulars. */
export function comparedFleet(
  elevators: ReadonlyMap<RegistrationNo, ElevatorRow>,
  histories: ReadonlyMap<RegistrationNo, HistoryRow>,
  { left, right }: Sides<Measure>,
): ComparedFleet {
  const found = compareFleet(subjectsOf(elevators, histories), readyMeasure(left), readyMeasure(right));
  const differing = found.differing.map((row) => {
    const registrationNo = row.registrationNo as RegistrationNo;
    return { ...row, registrationNo, elevator: elevators.get(registrationNo)!.elevator.value };
  });
  return { ...found, differing };
}

function* subjectsOf(
  elevators: ReadonlyMap<RegistrationNo, ElevatorRow>,
  histories: ReadonlyMap<RegistrationNo, HistoryRow>,
): Generator<AuditSubject, void> {
  for (const { registrationNo, elevator } of elevators.values()) {
    const { kind, place } = elevator.value;
    yield { registrationNo, kind, place, history: histories.get(registrationNo)! }; // written in one transaction with it
  }
}
