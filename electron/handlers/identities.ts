import { createIdentity } from '../signing/create-identity';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

const VALID_YEARS = 3;

export function identityHandlers(
  ports: Ports,
): Pick<Handlers, 'identity.list' | 'identity.create' | 'identity.import'> {
  return {
    'identity.list': () => ports.identities.list(),
    'identity.create': async ({ organisation, kind, passphrase }) => {
      const wish = { organisation, kind, algorithm: 'ec-p256', validYears: VALID_YEARS, now: ports.now() } as const;
      const { p12 } = await createIdentity(wish, passphrase);
      return ports.identities.add(p12, passphrase);
    },
    'identity.import': ({ bytes, passphrase }) => ports.identities.add(bytes, passphrase),
  };
}
