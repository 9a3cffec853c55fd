import type { AuditSubject } from '../../domain/audit/audit-elevator';
import type { Sides } from '../../domain/audit/compare-audits';
import { compareFleet } from '../../domain/audit/compare-fleet';
import { readyMeasure, type Measure } from '../../domain/audit/judge-by';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { ComparedFleet } from '../data/fleet-protocol';
import type { Fleet } from '../data/load-fleet';

/** The fleet of the read model by two measures; what differs goes back with its particulars. */
export function comparedFleet(fleet: Fleet, { left, right }: Sides<Measure>): ComparedFleet {
  const found = compareFleet(subjectsOf(fleet), readyMeasure(left), readyMeasure(right));
  const differing = found.differing.map((row) => {
    const registrationNo = row.registrationNo as RegistrationNo;
    return { ...row, registrationNo, elevator: fleet.get(registrationNo)!.elevator };
  });
  return { ...found, differing };
}

function* subjectsOf(fleet: Fleet): Generator<AuditSubject, void> {
  for (const history of fleet.values()) {
    const { kind, place } = history.elevator;
    yield { registrationNo: history.registrationNo, kind, place, history };
  }
}
