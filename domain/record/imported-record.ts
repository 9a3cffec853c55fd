import type { RegistrationNo } from '../elevator/elevator';
import type { HazardStep } from '../hazard/hazard-step';
import type { ImportedHazard, ImportedRecord } from './entry';
import type { DossierList, RecordOf } from './kinds';

/** The elevator that a record of an import is about. */
export function numberOfImported<L extends DossierList>(list: L, item: ImportedRecord<L>): RegistrationNo {
  if (list === 'hazards') return (item as ImportedHazard).hazard.registrationNo;
  return (item as { readonly registrationNo: RegistrationNo }).registrationNo; // as the type of all others says
}

/** The record itself; a hazard brings its steps along, and an outage leaves its elevator to the dossier. */
export function recordOfImported<L extends DossierList>(
  list: L,
  item: ImportedRecord<L>,
): { readonly value: RecordOf<L>; readonly steps?: readonly HazardStep[] } {
  if (list === 'hazards') {
    const { hazard, steps } = item as ImportedHazard;
    return { value: hazard, steps };
  }
  if (list !== 'outages') return { value: item as unknown as RecordOf<L> };
  const { registrationNo: _, ...outage } = item as { readonly registrationNo: RegistrationNo };
  return { value: outage as RecordOf<L> };
}
