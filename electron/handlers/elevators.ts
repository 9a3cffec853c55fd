import { BridgeError } from '../../domain/bridge/errors';
import { elevatorSchema } from '../../domain/record/schemas';
import { changesOf, dossierOf } from './changes';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

export function elevatorHandlers(ports: Ports): Pick<Handlers, 'elevator.register' | 'elevator.correct'> {
  const requireKnownKind = (kind: string): void => {
    const known = ports.packs.packs.some(({ pack }) => pack.kinds.some(({ code }) => code === kind));
    if (!known) throw new BridgeError('bad-request', { what: 'kind' });
  };
  return {
    'elevator.register': async ({ elevator }) => {
      requireKnownKind(elevator.kind);
      const { registrationNo } = elevator;
      if ((await ports.records()).dossiers.has(registrationNo))
        throw new BridgeError('already-registered', { registrationNo });
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({ type: 'elevator-registered', subject: registrationNo, author, body: { elevator } }),
      };
    },
    'elevator.correct': async ({ registrationNo, set, reason }) => {
      const dossier = await dossierOf(ports, registrationNo);
      const { changes, corrected } = changesOf(dossier.elevator.value, set, elevatorSchema);
      requireKnownKind(corrected.kind);
      const { author } = ports.settings.read();
      return {
        entry: await ports.append({
          type: 'elevator-corrected',
          subject: registrationNo,
          author,
          body: { changes, reason },
        }),
      };
    },
  };
}
