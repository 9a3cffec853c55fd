import type { Elevator } from '../../domain/elevator/elevator';
import { siteOf } from '../../domain/elevator/site';

/** Where people look for it: the estate and the elevator's own number. */
export function placeOf({ address, internalNo }: Pick<Elevator, 'address' | 'internalNo'>): string {
  return [address, internalNo].filter((part) => part !== undefined).join(' ');
}

/** In a narrow column street and number tell nothing apart. */
export function estateOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : siteOf(address);
}

export function elevatorHref(registrationNo: string): string {
  return `#/elevator/${encodeURIComponent(registrationNo)}`;
}
