import type { Elevator } from '../../domain/elevator/elevator';
import type { UseState } from '../../domain/headline/use';
import type { Locale } from '../../domain/pack/legal-basis';
import { nameOfUse } from '../../domain/terms/name-of-use';
import { capital } from '../i18n/term-words';
import { StatusMark, type Shape } from './status-mark';

export const USE_SHAPES: Readonly<Record<UseState, Shape>> = {
  retired: 'not-applicable',
  'out-of-use': 'not-applicable',
  'must-not-run': 'refused',
  'cannot-tell': 'no-data',
  'may-run': 'met',
};

interface MarkProps {
  readonly state: UseState;
  readonly elevator: Pick<Elevator, 'status' | 'endedOn'>;
  readonly locale: Locale;
}

/** Marks what forbids use or has ended it; where nothing does, there is nothing to mark. */
export function UseMark({ state, elevator, locale }: MarkProps) {
  if (state === 'may-run' || state === 'cannot-tell') return null;
  return <StatusMark shape={USE_SHAPES[state]} word={capital(nameOfUse(state, elevator, locale))} />;
}
