import type { Elevator } from '../../domain/elevator/elevator';

/** Where people look for it: the estate and the elevator's own number. */
export function placeOf({ address, internalNo }: Pick<Elevator, 'address' | 'internalNo'>): string {
  return [address, internalNo].filter((part) => part !== undefined).join(' ');
}

/** The estate without its street and number, `翠柏路18号翠柏苑` → `翠柏苑`: in a narrow column the rest tells nothing apart. */
export function estateOf(address: string | undefined): string | undefined {
  return address?.replace(/^.*?\d+号(?=.{2,})/u, '');
}

export function elevatorHref(registrationNo: string): string {
  return `#/elevator/${encodeURIComponent(registrationNo)}`;
}
