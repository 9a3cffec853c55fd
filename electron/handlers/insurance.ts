import { BridgeError } from '../../domain/bridge/errors';
import { standing } from '../../domain/record/dossier';
import type { KindChecks } from './kind-checks';

export const claimChecks: KindChecks<'claims'> = {
  /** A claim is made under a policy on record, for something that has happened. */
  sound: (ports, { occurredOn, reportedOn, settledOn, policyNo }, dossier) => {
    const today = ports.today();
    for (const date of [occurredOn, reportedOn, settledOn]) {
      if (date === undefined) continue;
      if (date > today) throw new BridgeError('future-date', { date, today });
      if (date < occurredOn) throw new BridgeError('end-before-start', { start: occurredOn, end: date });
    }
    if (!standing(dossier.policies).some((policy) => policy.policyNo === policyNo))
      throw new BridgeError('unknown-policy', { policyNo });
  },
};
