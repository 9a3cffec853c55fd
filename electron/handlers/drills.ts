import { BridgeError } from '../../domain/bridge/errors';
import type { KindChecks } from './kind-checks';

export const drillChecks: KindChecks<'drills'> = {
  sound: (ports, { date }) => {
    const today = ports.today();
    if (date > today) throw new BridgeError('future-date', { date, today });
  },
};
