import { BridgeError } from '../../domain/bridge/errors';
import { CALLOUT_TIMES, timeOutOfOrder } from '../../domain/callout/callout';
import { dayOfMinute } from '../../domain/callout/local-minute';
import type { KindChecks } from './kind-checks';

export const callOutChecks: KindChecks<'callouts'> = {
  sound: (ports, callOut) => {
    const today = ports.today();
    for (const name of CALLOUT_TIMES) {
      const time = callOut[name];
      if (time !== undefined && dayOfMinute(time) > today)
        throw new BridgeError('future-date', { date: dayOfMinute(time), today });
    }
    const early = timeOutOfOrder(callOut);
    if (early !== null)
      throw new BridgeError('end-before-start', { start: callOut.reportedAt, end: callOut[early] ?? '' });
  },
};
