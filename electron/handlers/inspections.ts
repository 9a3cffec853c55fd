import { BridgeError } from '../../domain/bridge/errors';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';
import type { KindChecks } from './kind-checks';

export const inspectionChecks: KindChecks<'inspections'> = {
  sound: (ports, { date, validUntil }) => {
    const today = ports.today();
    if (date > today) throw new BridgeError('future-date', { date, today });
    if (validUntil !== undefined && validUntil < date)
      throw new BridgeError('end-before-start', { start: date, end: validUntil });
  },
};

export function inspectionHandlers(ports: Ports): Pick<Handlers, 'inspections.keep'> {
  return {
    'inspections.keep': async ({ kept }) => {
      const { author } = ports.settings.read();
      return { entry: await ports.append({ type: 'inspections-kept', subject: '', author, body: { kept } }) };
    },
  };
}
