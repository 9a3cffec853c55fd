import { BridgeError } from '../../domain/bridge/errors';
import { dayOfMinute } from '../../domain/callout/local-minute';
import type { KindChecks } from './kind-checks';

export const deviceEventChecks: KindChecks<'deviceEvents'> = {
  sound: (ports, { startedAt, endedAt = startedAt }) => {
    const [date, today] = [dayOfMinute(endedAt), ports.today()];
    if (date > today) throw new BridgeError('future-date', { date, today });
  },
};
