import { BridgeError } from '../../domain/bridge/errors';
import type { Ports } from '../host/ports';
import { requireValid } from '../signing/open-identity';
import type { OpenedIdentity } from '../signing/signer';

/** Whom a request signs with; without a passphrase the identity has to be unlocked. */
export interface SigningWish {
  readonly identityId: string;
  readonly passphrase?: string | undefined;
}

/** Opens an identity to sign now. Refuses one that was withdrawn (BridgeError identity-withdrawn) or is not valid today. */
export async function openToSign(
  { identities, ledger }: Pick<Ports, 'identities' | 'ledger'>,
  { identityId, passphrase }: SigningWish,
  now: Date,
): Promise<OpenedIdentity> {
  const withdrawn = (await ledger.withdrawnIdentities()).get(identityId);
  if (withdrawn !== undefined)
    throw new BridgeError('identity-withdrawn', { on: withdrawn.on, reason: withdrawn.reason });
  const identity = await identities.open(identityId, passphrase);
  requireValid(identity, now);
  return identity;
}
