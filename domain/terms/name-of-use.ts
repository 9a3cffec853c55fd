import { lifeEndOf, type Elevator } from '../elevator/elevator';
import type { UseState } from '../headline/use';
import type { Locale } from '../pack/legal-basis';
import { termsOf } from './terms-of';

/** The one name of a state of use; `retired` has three, by the end that is on record. */
export function nameOfUse(state: UseState, elevator: Pick<Elevator, 'status' | 'endedOn'>, locale: Locale): string {
  const terms = termsOf(locale);
  if (state !== 'retired') return terms.use[state];
  const end = lifeEndOf(elevator);
  return end === null ? terms.retired : terms.ended[end.as];
}
