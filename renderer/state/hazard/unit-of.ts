import type { Elevator } from '../../../domain/elevator/elevator';
import type { Party } from '../../../domain/hazard/hazard';

type Units = Pick<Elevator, 'maintainer' | 'userUnit' | 'propertyManager'>;

/** The unit that is a party to an elevator, as its register says. */
export function unitOf(elevator: Units | null, party: Party): string {
  const units = {
    maintainer: elevator?.maintainer,
    'user-unit': elevator?.userUnit,
    'property-manager': elevator?.propertyManager,
  };
  return units[party] ?? '';
}

/** Another party brings its own unit along, unless somebody typed a unit that is none of the register's. */
export function withParty(
  form: { readonly party: Party; readonly unit: string },
  elevator: Units | null,
  party: Party,
): { readonly party: Party; readonly unit: string } {
  const typed = form.unit.trim() !== '' && form.unit !== unitOf(elevator, form.party);
  return { party, unit: typed ? form.unit : unitOf(elevator, party) };
}
