import { BridgeError } from '../../domain/bridge/errors';
import type { IdentityInfo, IdentityListed } from '../../domain/bridge/paper-replies';
import { createIdentity } from '../signing/create-identity';
import type { Handlers } from './handlers';
import type { Ports } from '../host/ports';

type Group = Pick<
  Handlers,
  | 'identity.list'
  | 'identity.lock'
  | 'identity.create'
  | 'identity.import'
  | 'identity.passphrase'
  | 'identity.export'
  | 'identity.renew'
  | 'identity.withdraw'
>;

const VALID_YEARS = 3;

export function identityHandlers(ports: Ports): Group {
  const { identities } = ports;
  return {
    'identity.list': () => listed(ports),
    'identity.lock': () => {
      identities.lock();
      return Promise.resolve(null);
    },
    'identity.create': async ({ organisation, kind, passphrase, follows }) => {
      if (follows !== undefined) await requireWritable(ports, follows);
      const wish = { organisation, kind, algorithm: 'ec-p256', validYears: VALID_YEARS, now: ports.now() } as const;
      const { p12 } = await createIdentity(wish, passphrase);
      const info = await identities.add(p12, passphrase);
      if (follows !== undefined) await recordRenewed(ports, info, follows, 'new');
      return info;
    },
    'identity.import': ({ bytes, passphrase }) => identities.add(bytes, passphrase),
    'identity.passphrase': async ({ identityId, passphrase, next }) => {
      await identities.changePassphrase(identityId, passphrase, next);
      return null;
    },
    'identity.export': async ({ identityId, passphrase, withRoot }) => {
      const bytes = await identities.exported(identityId, passphrase, withRoot);
      const { organisation } = await known(ports, identityId);
      return { fileName: `${organisation}.p12`, bytes };
    },
    'identity.renew': async ({ identityId, passphrase }) => {
      await requireWritable(ports, identityId);
      const when = { validYears: VALID_YEARS, now: ports.now() };
      const info = await identities.renew(identityId, passphrase, when);
      await recordRenewed(ports, info, identityId, 'same');
      return info;
    },
    'identity.withdraw': async ({ identityId, on, reason }) => {
      const today = ports.today();
      if (on > today) throw new BridgeError('future-date', { date: on, today });
      const { organisation, fingerprint } = await known(ports, identityId);
      const { author } = ports.settings.read();
      const body = { fingerprint, organisation, on, reason };
      const entry = await ports.append({ type: 'identity-withdrawn', subject: '', author, body });
      identities.lock();
      return { entry };
    },
  };
}

async function listed({ identities, ledger }: Ports): Promise<IdentityListed[]> {
  const withdrawn = await ledger.withdrawnIdentities();
  const followers = new Map(
    (await ledger.renewedIdentities()).map(({ follows, fingerprint }) => [follows, fingerprint]),
  );
  return (await identities.list()).map((info) => {
    const end = withdrawn.get(info.fingerprint);
    const followedBy = followers.get(info.fingerprint);
    return {
      ...info,
      ...(end === undefined ? {} : { withdrawn: { on: end.on, reason: end.reason } }),
      ...(followedBy === undefined ? {} : { followedBy }),
    };
  });
}

async function known({ identities }: Ports, identityId: string): Promise<IdentityInfo> {
  const info = (await identities.list()).find((each) => each.identityId === identityId);
  if (info === undefined) throw new BridgeError('unknown-identity', { identityId });
  return info;
}

/** Before a key is made whose entry could not be written; `follows` must be an identity that is here. */
async function requireWritable(ports: Ports, follows: string): Promise<void> {
  ports.journal.requireWritable();
  await known(ports, follows);
}

async function recordRenewed(ports: Ports, info: IdentityInfo, follows: string, root: 'same' | 'new'): Promise<void> {
  const { author } = ports.settings.read();
  const { fingerprint, organisation } = info;
  await ports.append({
    type: 'identity-renewed',
    subject: '',
    author,
    body: { fingerprint, follows, organisation, root },
  });
}
