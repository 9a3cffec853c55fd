import { BridgeError } from '../../domain/bridge/errors';
import type { Channel } from '../../domain/bridge/channels';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

/** What writes into a profile beside its journal; the journal itself refuses its entries. */
const WRITES: readonly Channel[] = [
  'attachment.store',
  'identity.create',
  'identity.import',
  'identity.passphrase',
  'identity.renew',
  'identity.withdraw',
  'trust.add',
  'trust.remove',
  'countersign.make',
];

/** The same handlers; those that write refuse it where the profile is only read. */
export function withNothingWritten({ journal }: Pick<Ports, 'journal'>, handlers: Handlers): Handlers {
  if (journal.access === 'write') return handlers;
  const refuse = (): Promise<never> => Promise.reject(new BridgeError('read-only', { state: journal.access }));
  return { ...handlers, ...Object.fromEntries(WRITES.map((channel) => [channel, refuse])) };
}
