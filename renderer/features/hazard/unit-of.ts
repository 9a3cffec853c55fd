import type { Elevator } from '../../../domain/elevator/elevator';
import type { Party, Responsible } from '../../../domain/hazard/hazard';

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

/**
 * The unit that the register names for the party, where an open hazard is held by another one: an import or a correction
 * has changed the register, or the duty was given to somebody else on purpose.
 */
export function unitInRegister(elevator: Units, { party, unit }: Responsible): string | null {
  const registered = unitOf(elevator, party);
  return unit === undefined || registered === '' || registered === unit ? null : registered;
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
