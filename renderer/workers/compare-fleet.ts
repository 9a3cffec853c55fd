import type { Sides } from '../../domain/audit/compare-audits';
import { compareFleet } from '../../domain/audit/compare-fleet';
import { readyMeasure, type Measure, type ScopedSubject } from '../../domain/audit/judge-by';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { scopeInNumbers } from '../../domain/headline/judge-in-numbers';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import type { ComparedFleet } from '../data/fleet-protocol';
import type { Fleet } from '../data/load-fleet';

/** The fleet of the read model by two measures, in the scope that the house keeps; what differs goes back with its particulars. */
export function comparedFleet(
  fleet: Fleet,
  { left, right }: Sides<Measure>,
  kept: InspectionsKept | null,
): ComparedFleet {
  const found = compareFleet(subjectsOf(fleet, kept), readyMeasure(left), readyMeasure(right));
  const differing = found.differing.map((row) => {
    const registrationNo = row.registrationNo as RegistrationNo;
    return { ...row, registrationNo, elevator: fleet.get(registrationNo)!.elevator };
  });
  return { ...found, differing };
}

function* subjectsOf(fleet: Fleet, kept: InspectionsKept | null): Generator<ScopedSubject, void> {
  for (const history of fleet.values()) {
    const { registrationNo, elevator } = history;
    const { kind, place } = elevator;
    yield { registrationNo, kind, place, history, scope: scopeInNumbers({ elevator, history }, { kept }) };
  }
}
