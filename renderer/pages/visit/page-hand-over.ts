import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';

/** What one page tells the next through the entry of the browser's history: it outlives a reload and no longer. */
export const THEN_NEXT = 'then-next';

export interface Saved {
  readonly saved: { readonly registrationNo: RegistrationNo; readonly place: string };
}

export function savedState({ registrationNo, elevator: { value } }: Dossier): Saved {
  const place = [value.address, value.internalNo].filter((part) => part !== undefined).join(' ');
  return { saved: { registrationNo, place: place === '' ? registrationNo : place } };
}

/** The visit just saved, when the page was come to by saving it. */
export function savedOf(state: unknown): Saved['saved'] | null {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return null;
  const { saved } = state as Partial<Saved>;
  return typeof saved?.place === 'string' && typeof saved.registrationNo === 'string' ? saved : null;
}
