import { BridgeError } from '../../domain/bridge/errors';
import type { EnteredAt } from '../../domain/calendar/entered-at';
import type { LateReason } from '../../domain/record/late-reason';
import type { Ports } from '../host/ports';

/**
 * A day of entry is a table's claim: here the ledger itself knows it. Photos that prove a late entry are stored already.
 * Nothing is refused for being late.
 */
export async function requireLate(
  ports: Ports,
  { enteredAt }: { readonly enteredAt?: EnteredAt },
  late: LateReason | undefined,
): Promise<void> {
  if (enteredAt !== undefined) throw new BridgeError('bad-request', { what: 'enteredAt' });
  for (const sha256 of late?.photos ?? [])
    if (!(await ports.attachments.has(sha256))) throw new BridgeError('unknown-attachment', { sha256 });
}
