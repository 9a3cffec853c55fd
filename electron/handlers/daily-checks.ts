import { BridgeError } from '../../domain/bridge/errors';
import type { KindChecks } from './kind-checks';

export const dailyCheckChecks: KindChecks<'dailyChecks'> = {
  sound: (ports, { date }) => {
    const today = ports.today();
    if (date > today) throw new BridgeError('future-date', { date, today });
  },
  /** A day that is past is not ticked: it is explained, or its paper is entered as what it is. */
  entering: (ports, { date, result }, _dossier, late) => {
    if (date >= ports.today() || result === 'not-done') return;
    if (late?.document === undefined && (late?.photos ?? []).length === 0)
      throw new BridgeError('check-without-paper', { date });
  },
};
